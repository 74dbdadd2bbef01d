"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class FixedClock:
    """Both times move together, by ``advance`` alone."""

    def __init__(self, now: datetime = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)) -> None:
        self._now = now
        self._monotonic_s = 1000.0

    def now(self) -> datetime:
        """Return the time of the test."""
        return self._now

    def monotonic_s(self) -> float:
        """Return seconds that never go back."""
        return self._monotonic_s

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self._now += by
        self._monotonic_s += by.total_seconds()
