"""Time comes in from outside, so that a test can own it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The two times a program needs: the wall's for facts, the monotonic for spans inside a run."""

    def now(self) -> datetime:
        """Return the wall-clock time, aware, with the host's own UTC offset."""
        ...

    def monotonic_s(self) -> float:
        """Return seconds that never go back while the program runs."""
        ...
