"""What is not needed by everybody on Run, in one menu at the end of the time strip."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from ogp_desktop.ui import words_turns
from ogp_desktop.ui.run.keymap import shown_keys
from ogp_desktop.ui.run.time_strip import TimeStrip
from ogp_desktop.ui.run.turns_state import TurnsState


class RunMenu(QObject):
    """``timer_requested()`` for the small window; ``turns_chosen(TurnsBy | None)`` to count turns,
    or no more.
    """

    timer_requested = Signal()
    turns_chosen = Signal(object)

    def __init__(self, strip: TimeStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self.is_timer_open: Callable[[], bool] = lambda: False
        self._turns = TurnsState()
        strip.options_requested.connect(self.open)

    def open(self) -> None:
        """Open the menu beneath its button."""
        button = self._strip.options
        self.made().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def made(self) -> QMenu:
        """Return the menu as it is now."""
        menu = QMenu(self._strip)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        timer = menu.addAction(self.tr("Small timer window"))
        timer.setShortcut(shown_keys("timer_window"))
        timer.setCheckable(True)
        timer.setChecked(self.is_timer_open())
        timer.triggered.connect(self.timer_requested)
        for by in self._turns.ways:
            count = menu.addAction(words_turns.count_by(by))
            count.setCheckable(True)
            count.setChecked(self._turns.by is by)
            count.setToolTip(words_turns.promise())
            count.toggled.connect(
                lambda is_on, by=by: self.turns_chosen.emit(by if is_on else None)
            )
        menu.setToolTipsVisible(True)
        return menu

    def show_turns(self, state: TurnsState) -> None:
        """Offer the ways in which this room can be counted."""
        self._turns = state
