"""The first page in the window: before anything is kept, a person settles where it is kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop import paths
from ogp_desktop.commands.dress import Dress
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.runtime.background import Background
from ogp_desktop.ui import translation
from ogp_desktop.ui.home.first_run import FirstRunScreen
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.wiring import Folders

if TYPE_CHECKING:
    from ogp_desktop.storage.notes_folder import NotesFolder


class FirstStart:
    """``page`` tells what is chosen, ``folder`` where the notes are to be kept."""

    def __init__(
        self,
        window: ShellWindow,
        dress: Dress,
        workshop: Background,
        where: Folders,
        takes_place: Callable[[Path], bool],
    ) -> None:
        self._window = window
        page = self.page = FirstRunScreen(
            dress.theme,
            languages=translation.languages(paths.data_root()),
            language=dress.language,
            folder=where.data,
            may_change=where.may_change,
        )
        page.set_ready(False)
        page.language_chosen.connect(lambda language: dress.prefer(language=language))
        page.scheme_chosen.connect(lambda scheme: dress.prefer(scheme=scheme))
        page.text_scale_chosen.connect(lambda scale: dress.prefer(text_scale=scale))
        self.folder = FirstFolder(page, workshop, where, takes_place)
        window.header.hide()  # all it leads to needs the data file
        window.show_page(page, page.first_focus())

    def end(self) -> None:
        """Take the page away."""
        self._window.header.show()
        self._window.drop_page(self.page)


class FirstFolder(QObject):
    """Signals: ``settled(Folders)`` when a person chose another folder that can hold the notes.

    ``takes_place(folder)`` makes this window the only one of that folder, or tells that it is not.
    """

    settled = Signal(object)

    def __init__(
        self,
        page: FirstRunScreen,
        workshop: Background,
        where: Folders,
        takes_place: Callable[[Path], bool],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._workshop = workshop
        self._where = where
        self._takes_place = takes_place
        page.folder_chosen.connect(self._look_at)

    def _look_at(self, chosen: Path) -> None:
        from ogp_desktop.storage.notes_folder import notes_folder

        self._workshop.run(
            lambda: notes_folder(chosen, self._where.file.name), self._keep_in, self._refuse
        )

    def _keep_in(self, found: "NotesFolder") -> None:
        if not isValid(self):
            return
        if not self._takes_place(found.path):
            self._refuse(Trouble("in_use"))
            return
        is_usual = found.path == paths.data_dir()
        self._where = replace(self._where, data=found.path, must_exist=not is_usual)
        self._page.show_folder(found.path, has_notes=found.has_notes)
        self.settled.emit(self._where)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self._page.refuse_folder(error.code)
