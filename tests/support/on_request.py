"""A lane for tests that works when it is told to."""

from collections.abc import Callable
from typing import Any

from ogp_desktop.runtime.background import AtOnce


class OnRequest:
    """Keeps its work, oldest first, until ``do_next`` or ``do_all``."""

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
        """Do the oldest work, and hand over what came of it."""
        AtOnce().run(*self.waiting.pop(0))

    def do_all(self) -> None:
        """Do what waits, and what that asks for."""
        while self.waiting:
            self.do_next()
