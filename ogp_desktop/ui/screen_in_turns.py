"""A screen whose parts are made one in each turn of the window, so that no turn is felt.

Until it is whole it has the cursor itself: what is typed waits, and acts on the whole screen only.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.stage import StageScreen
from ogp_desktop.ui.widgets.in_turns import InTurns


class ScreenInTurns(StageScreen):
    """Begins empty, and is made whole by ``make(steps)``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_whole = False
        self._making: InTurns | None = None
        self._waiting: list[Callable[[], None]] = []

    @property
    def is_whole(self) -> bool:
        """Tell whether all the steps were taken."""
        return self._is_whole

    def make(self, steps: Iterator[None], *, in_turns: bool = False) -> None:
        """Take the steps that make the screen whole, at once, or ``in_turns`` one of them in each
        turn of the window for as long as somebody sees it.
        """
        if in_turns:
            self._making = InTurns(steps, self)
            self._making.finished.connect(self._on_made)
            return
        for _ in steps:
            pass
        self._become_whole()

    def when_whole(self, act: Callable[[], None]) -> None:
        """Do something now, or as soon as the screen is whole."""
        if self._is_whole:
            act()
        else:
            self._waiting.append(act)

    def rest(self) -> None:
        """Wait for ``go_on`` before the next step: what it shows is still being read."""
        if self._making is not None:
            self._making.rest()

    def go_on(self) -> None:
        """Go on after a rest."""
        if self._making is not None:
            self._making.go_on()

    def first_focus(self) -> QWidget | None:
        """Return the screen itself until it is whole."""
        return self.cursor_place() if self.is_whole else self

    def cursor_place(self) -> QWidget | None:
        """Return the widget that takes the cursor when the whole screen opens."""
        return None

    def leave(self) -> None:
        """Make it whole if something was typed, so that this can be kept."""
        if self._making is not None:
            self._making.settle()

    def _on_made(self) -> None:
        self._making = None
        self._become_whole()
        place = self.cursor_place()
        if self.hasFocus():  # a notice may have taken it
            if place is not None:
                place.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.clearFocus()

    def _become_whole(self) -> None:
        self._is_whole = True
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
