"""Time comes in from outside, so that a test can own it.

Two clocks, because each lies in its own way: the wall's can be set, and a computer's own seconds
begin anew at every boot. Between two moments of one boot the seconds are believed, whatever
happens to the wall's clock; between two boots only the wall's can tell.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The two times a program needs: the wall's for facts, the computer's own for spans."""

    @property
    def boot(self) -> str:
        """Name this boot of the computer: the seconds of two boots have nothing in common."""
        ...

    def now(self) -> datetime:
        """Return the wall-clock time, aware, with the host's own UTC offset."""
        ...

    def monotonic_s(self) -> float:
        """Return seconds that never go back and that go on while the computer sleeps."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment as a computer knows it: the wall's time, and the steady seconds of one boot.

    A moment without ``boot`` knows only the wall's time.
    """

    wall: datetime
    steady_s: float = 0.0
    boot: str | None = None


def moment(clock: Clock) -> Moment:
    """Read both clocks."""
    return Moment(wall=clock.now(), steady_s=clock.monotonic_s(), boot=clock.boot)


def after(before: Moment, seconds: float) -> Moment:
    """Return the moment so many seconds later, if nobody touches the clocks."""
    wall = before.wall.astimezone(UTC) + timedelta(seconds=seconds)
    return Moment(
        wall=wall.astimezone(before.wall.tzinfo),
        steady_s=before.steady_s + seconds,
        boot=before.boot,
    )


def seconds_between(before: Moment, after: Moment) -> float:
    """Return how much time passed, never less than none.

    Within one boot the wall's clock is not asked, so that setting it, or a change of time zone or
    of summer time, moves nothing.
    """
    if before.boot is not None and before.boot == after.boot:
        return max(0.0, after.steady_s - before.steady_s)
    # In UTC, because two times of one zone subtract as if it never changed its clocks.
    passed = after.wall.astimezone(UTC) - before.wall.astimezone(UTC)
    return max(0.0, passed / timedelta(seconds=1))


class FasterClock:
    """Lets time pass ``speed`` times as fast from now on, on both clocks alike."""

    def __init__(self, clock: Clock, speed: int) -> None:
        self._clock = clock
        self._speed = speed
        self._began_at, self._began_s = clock.now(), clock.monotonic_s()
        self._boot = f"{speed} times faster than {clock.boot}"

    @property
    def boot(self) -> str:
        """Name a boot of its own: these seconds have nothing in common with the computer's."""
        return self._boot

    def now(self) -> datetime:
        """Return when it would be."""
        return self._began_at + timedelta(seconds=self.monotonic_s())

    def monotonic_s(self) -> float:
        """Return the seconds that would have passed."""
        return (self._clock.monotonic_s() - self._began_s) * self._speed
