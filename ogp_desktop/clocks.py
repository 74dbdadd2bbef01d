"""The clock of the computer, and one that a demonstration moves itself."""

import time
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""The clock that goes on in sleep: its own on Linux, this one on macOS where ``time.monotonic``
stands still; on Windows there is none of them and ``time.monotonic`` counts sleep.
"""


class SystemClock:
    """The times as this computer has them."""

    def __init__(self) -> None:
        self._boot = _boot()

    @property
    def boot(self) -> str:
        """Name this boot of the computer, or this run of the program where it has no name."""
        return self._boot

    def now(self) -> datetime:
        """Return the wall-clock time with this place's offset from UTC."""
        return datetime.now().astimezone()

    def monotonic_s(self) -> float:
        """Return seconds that never go back, the computer's sleep included."""
        return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


def _boot() -> str:
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    import uuid

    return str(uuid.uuid4())


class MovedClock:
    """A clock that starts where it is told and moves only when it is told."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._boot = f"moved from {start.isoformat()}"
        self._passed_s = 0.0

    @property
    def boot(self) -> str:
        """Name the one boot that this clock ever has."""
        return self._boot

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
