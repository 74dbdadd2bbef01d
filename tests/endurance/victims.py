"""A process that is killed in the middle of a command, and who does it."""

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.context import BaseContext
from threading import Event

from tests.endurance import sender

KILLED = -9
PATIENCE_S = 60
INSIDE_US = (0, 50, 200, 800, 3200)
"""How long after its start a commit is broken off; one takes 0.3 to 6 ms, most of it the disk's."""


@dataclass
class Victim:
    """The process that is to die, once it has told who it is."""

    is_known: Event = field(default_factory=Event)
    pid: int = 0

    def kill(self) -> None:
        """Kill it at once."""
        assert self.is_known.wait(PATIENCE_S)
        os.kill(self.pid, signal.SIGKILL)


def run_and_die(
    context: BaseContext,
    command: Sequence[str],
    code: str,
    victim: Victim | None = None,
    prepare: Callable[[], None] | None = None,
) -> int | None:
    """Run a command with this access code in a process of its own; return how it ended."""
    victim = victim or Victim()
    here, there = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]
        target=sender.run, args=(command, code, prepare, there)
    )
    process.start()
    there.close()
    victim.pid = here.recv()
    victim.is_known.set()
    process.join(PATIENCE_S)
    ended: int | None = process.exitcode
    process.close()
    here.close()
    return ended


def sending(folder: object) -> list[str]:
    """Return the command that sends what is due."""
    return ["outbox", "send", "--data-dir", str(folder), "--json"]
