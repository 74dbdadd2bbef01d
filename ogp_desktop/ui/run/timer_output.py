"""Opens the small timer window and closes it with the conversation."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings, Signal

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.ui.run.run_state import StripState
from ogp_desktop.ui.run.timer_window import TimerWindow
from ogp_desktop.ui.theme.theme import Theme


class TimerOutput(QObject):
    """The small window, open or not; it goes with whoever owns this.

    Signals: ``pause_requested()``; ``next_requested()``.
    """

    pause_requested = Signal()
    next_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        is_whole: Callable[[], bool],
        places: QSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_whole = is_whole
        self._places = places
        self._strip: StripState | None = None
        self.window: TimerWindow | None = None

    def toggle(self) -> None:
        """Open the window, or close it."""
        if self.window is not None:
            self.window.close()
            return
        window = self.window = TimerWindow(self._theme, self._places)
        window.pause_requested.connect(self.pause_requested)
        window.next_requested.connect(self.next_requested)
        window.closed.connect(self._forget)
        self.destroyed.connect(window.close)
        if self._strip is not None:
            window.show_strip(self._strip, is_whole=self._is_whole())
        window.open()

    def show_strip(self, strip: StripState) -> None:
        """Show the second, if the window is open; the end of the conversation closes it."""
        has_ended = (
            strip.state is TimerState.ENDED
            and self._strip is not None
            and self._strip.state is not TimerState.ENDED
        )
        self._strip = strip
        if self.window is None:
            return
        if has_ended:
            self.window.close()
        else:
            self.window.show_strip(strip, is_whole=self._is_whole())

    def _forget(self) -> None:
        self.window = None
