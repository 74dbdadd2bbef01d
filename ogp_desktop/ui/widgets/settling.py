"""Waits until typing rests, so that what is typed is kept soon and not at every key."""

from PySide6.QtCore import QObject, QTimer, Signal

QUIET_MS = 800
LONGEST_MS = 2000


class Settling(QObject):
    """``settled()`` comes 0.8 s after the last ``touch`` and at most 2 s after the first one."""

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
            self.drop()
            self.settled.emit()

    def drop(self) -> None:
        """Forget what waits, because it was replaced."""
        self._is_waiting = False
        self._quiet.stop()
        self._longest.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.settle)
        return timer
