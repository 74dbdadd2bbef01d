"""Opens the program behind the first look, in turns that nobody feels: what can be loaded beside
the window is, and what has to be made in the window's own thread is made one part at a time.
"""

import argparse
import importlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ogp_desktop.runtime.background import Lane
from ogp_desktop.runtime.single_instance import SingleInstance
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.wiring import Folders

if TYPE_CHECKING:
    from ogp_desktop.commands.dress import Dress
    from ogp_desktop.commands.program import Program
    from ogp_desktop.commands.smoke import Smoke

UNSEEN_MS = 1_000
"""A first look that nobody sees, as in a minimised window, is not waited for any longer."""


class Opening(QObject):
    """Makes the program in the window, and keeps it until the window is closed."""

    def __init__(
        self,
        app: QApplication,
        where: Folders,
        window: ShellWindow,
        instance: SingleInstance,
        asked: argparse.Namespace,
        places: QSettings | None,
    ) -> None:
        super().__init__()
        self._app = app
        self._where = where
        self._window = window
        self._instance = instance
        self._asked = asked
        self._places = places
        self._workshop = Lane("workshop", self)
        self._program: Program | None = None
        self._smoke: Smoke | None = None
        self._has_begun = False

    def begin_after_first_look(self) -> None:
        """Begin when the window is painted, or soon if nobody sees it."""
        self._window.shown.connect(self.begin)
        QTimer.singleShot(UNSEEN_MS, self.begin)

    def begin(self) -> None:
        """Load the program's modules beside the window, then make and open the program, once."""
        if not self._has_begun:
            self._has_begun = True
            self._workshop.run(_load, lambda _: self._dress(), self._give_up)

    def verdict(self, code: int) -> int:
        """Return the exit code: that of the window, or of the smoke test."""
        self._workshop.close()
        return code if self._smoke is None else self._smoke.verdict()

    def _dress(self) -> None:
        from ogp_desktop.commands.dress import Dress

        dress = Dress(self._app, self._where, self._asked.lang)
        QTimer.singleShot(0, lambda: self._make(dress))

    def _make(self, dress: "Dress") -> None:
        from ogp_desktop.commands.program import Program

        program = self._program = Program(
            self._where,
            dress,
            is_offline=self._asked.offline,
            geometry=self._places,
            takes_place=_place_taker(self._instance, self._where.data),
            window=self._window,
            workshop=self._workshop,
        )
        if self._asked.smoke_test:
            from ogp_desktop.commands.smoke import Smoke

            self._smoke = Smoke(program)
        QTimer.singleShot(0, program.open)

    def _give_up(self, error: Exception) -> None:
        self._app.exit(1)
        raise error


def _load() -> None:
    importlib.import_module("ogp_desktop.commands.program")


def _place_taker(instance: SingleInstance, usual: Path) -> Callable[[Path], bool]:
    """Return what takes the first place of another folder, leaving no empty one behind."""

    def take(folder: Path) -> bool:
        is_taken = instance.move_to(folder)
        if is_taken and folder != usual:
            with suppress(OSError):
                usual.rmdir()
        return is_taken

    return take
