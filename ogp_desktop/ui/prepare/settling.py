"""Waits until typing rests, so that words and numbers are kept soon and not at every key."""

from PySide6.QtCore import QObject, QTimer, Signal

QUIET_MS = 600
LONGEST_MS = 2000


class Settling(QObject):
    """``settled()`` comes 0.6 s after the last ``touch`` and at most 2 s after the first one."""

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_waiting = False
        self._quiet = self._timer(QUIET_MS)
        self._longest = self._timer(LONGEST_MS)

    @property
    def is_waiting(self) -> bool:
        """Tell whether something was typed that was not told yet."""
        return self._is_waiting

    def touch(self) -> None:
        """Something was typed."""
        self._is_waiting = True
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def settle(self) -> None:
        """Tell now what waits, if anything does."""
        if self._is_waiting:
            self._is_waiting = False
            self._quiet.stop()
            self._longest.stop()
            self.settled.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.settle)
        return timer
