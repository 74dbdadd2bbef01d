"""Tells when another minute has begun, for sentences that name the time."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ogp_desktop.domain.clock import Clock

_LOOK_MS = 2_000


class MinuteWatch(QObject):
    """``passed()`` within two seconds of every minute on the wall."""

    passed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = self._minute()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Compare with the look before."""
        now = self._minute()
        if now != self._last:
            self._last = now
            self.passed.emit()

    def _minute(self) -> datetime:
        return self._clock.now().replace(second=0, microsecond=0)
