"""A thread in which one request after the other is made while whoever asked does other things."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from ogp_desktop.domain.outcome import Outcome

Request = Callable[[Callable[[], object]], Outcome]
"""Makes a request, and tells when all of it is out."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A request that was asked for."""

    _request: Request
    _outcome: "Future[Outcome]" = field(default_factory=Future)
    _is_sent: threading.Event = field(default_factory=threading.Event)

    def wait_until_sent(self, most_s: float) -> None:
        """Wait until its answer is all that is waited for, or so long."""
        self._is_sent.wait(most_s)

    def outcome(self) -> Outcome:
        """Wait for its outcome, or raise what it raised."""
        return self._outcome.result()

    def make(self) -> None:
        """Make it, in this thread."""
        try:
            self._outcome.set_result(self._request(self._is_sent.set))
        except BaseException as error:  # noqa: BLE001  belongs to whoever waits
            self._outcome.set_exception(error)
        self._is_sent.set()


class Wire:
    """A daemon's thread and no pool, which would wait at quit for a hung request."""

    def __init__(self) -> None:
        self._asked: SimpleQueue[Pending | None] = SimpleQueue()

    def __enter__(self) -> Self:
        """Begin the thread."""
        threading.Thread(target=_work, args=(self._asked,), name="wire", daemon=True).start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Let the thread end after what is under way."""
        self._asked.put(None)

    def ask(self, request: Request) -> Pending:
        """Let one request be made; return at once what will tell of it."""
        pending = Pending(request)
        self._asked.put(pending)
        return pending


def _work(asked: "SimpleQueue[Pending | None]") -> None:
    while (pending := asked.get()) is not None:
        pending.make()
        del pending
