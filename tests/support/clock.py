"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class FixedClock:
    """Both times move together, by ``advance`` alone, unless a test sets one of them."""

    def __init__(self, now: datetime = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)) -> None:
        self._now = now
        self._monotonic_s = 1000.0
        self.boot = "first"

    def now(self) -> datetime:
        """Return the time of the test."""
        return self._now

    def monotonic_s(self) -> float:
        """Return seconds that never go back."""
        return self._monotonic_s

    def set_wall(self, now: datetime) -> None:
        """Set the clock on the wall, as a person or the network does; no time passes."""
        self._now = now

    def restart(self, now: datetime | None = None) -> None:
        """Switch the computer off and on: its own seconds begin anew."""
        self.boot, self._monotonic_s = f"after {self.boot}", 7.0
        self._now = now or self._now

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self._now += by
        self._monotonic_s += by.total_seconds()
