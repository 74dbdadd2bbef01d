"""Runs work beside the GUI thread and brings the answer back to it, in order and without a wait.

One daemon thread per lane, fed by a queue: no QThread (destroyed while running it aborts the
process) and no pool (it would wait at quit for a hung request). Answers cross threads through one
signal of an object that lives in the GUI thread.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Background(Protocol):
    """Somewhere to run what may take more than 50 ms."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run ``work`` elsewhere, then exactly one of ``done`` or ``failed`` in the GUI thread."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Lane(QObject):
    """One thread that does one thing after the other; made in the GUI thread."""

    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._is_closed = False
        self._answered.connect(self._hand_back)  # queued, since another thread emits it
        self._thread = threading.Thread(target=self._work, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Queue ``work``; the answer comes through the event loop, never inside this call."""
        self._jobs.put(_Job(work, done, failed))

    def close(self, wait_s: float = 0.0) -> bool:
        """Take no more answers and let the thread end; tell whether it did within ``wait_s``."""
        self._is_closed = True
        self._jobs.put(None)
        self._thread.join(wait_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            answer = _outcome_of(job)
            del job
            if self._is_closed:
                return
            self._answered.emit(answer)

    def _hand_back(self, answer: Callable[[], None]) -> None:
        if not self._is_closed:
            answer()


def _outcome_of(job: _Job) -> Callable[[], None]:
    try:
        value = job.work()
    except Exception as error:  # noqa: BLE001  whatever went wrong belongs to the caller's `failed`
        caught = error
        return lambda: job.failed(caught)
    return lambda: job.done(value)


class AtOnce:
    """A background for tests and the command line: the work is done inside the call."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do the work now and hand its answer over before returning."""
        _outcome_of(_Job(work, done, failed))()
