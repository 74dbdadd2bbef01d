"""The clock of the computer, and one that a demonstration moves itself."""

import time
from datetime import datetime, timedelta


class SystemClock:
    """The time as this computer has it."""

    def now(self) -> datetime:
        """Return the wall-clock time with this place's offset from UTC."""
        return datetime.now().astimezone()

    def monotonic_s(self) -> float:
        """Return seconds that never go back."""
        return time.monotonic()


class MovedClock:
    """A clock that starts where it is told and moves only when it is told."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._passed_s = 0.0

    def now(self) -> datetime:
        """Return the time it was moved to."""
        return self._now

    def monotonic_s(self) -> float:
        """Return the seconds it was moved by."""
        return self._passed_s

    def move(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self._now += timedelta(seconds=seconds)
        self._passed_s += seconds
