"""A lane for tests that works when it is told to."""

from collections.abc import Callable
from typing import Any


class OnRequest:
    """Keeps its work, oldest first, until ``do_next``."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None], Any]] = []

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Keep the work."""
        self.waiting.append((work, done, failed))

    def do_next(self) -> None:
        """Do the oldest work, and hand its answer over."""
        work, done, _failed = self.waiting.pop(0)
        done(work())
