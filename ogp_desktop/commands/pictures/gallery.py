"""Every screen in the order in which a person meets it; a new picture takes its place here.

A scene is a function of the studio: it brings the program into a state, and takes the picture.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ogp_desktop import wiring
from ogp_desktop.commands.pictures import extras, home, prepare, review, run, send, send_states
from ogp_desktop.commands.pictures.studio import Studio
from ogp_desktop.ui.theme.theme import Theme


class Gallery:
    """Opens every screen in turn, over folders of its own, and gives each to ``show(name, page)``.

    The size of ``window`` is the one that the pages are shown in.
    """

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        where: wiring.Folders,
        language: str,
        show: Callable[[str, QWidget], None],
    ) -> None:
        self._studio = Studio(app, theme, where, language, show)
        self.window = self._studio.window

    def draw(self) -> int:
        """Show everything; return how many pages that is."""
        studio = self._studio
        studio.open()
        home.first_run(studio)
        home.empty(studio)
        home.found_again(studio)
        draft, waiting = home.conversations(studio)
        prepare.pages(studio, draft, waiting)
        prepare.offers(studio)
        prepare.rehearsal(studio)
        run.first_question(studio)
        running = run.later_questions(studio)
        run.gap(studio)
        run.paused(studio, running)
        made = review.pages(studio)
        send.pages(studio, made)
        send.confirmed(studio)
        send_states.pages(studio)
        extras.pages(studio)
        studio.close()
        return studio.count
