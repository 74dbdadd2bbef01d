"""The program's own ``outbox send`` in a process of its own, to be killed at a chosen moment.

The moments inside the data file are heard from SQLite itself; those on the line are for the server
to choose, which learns here whom to kill.
"""

import os
import signal
import sqlite3
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from time import perf_counter_ns
from typing import Any

import keyring
from keyring.backend import KeyringBackend
from sqlalchemy import Engine, event

from ogp_desktop import cli
from ogp_desktop.commands import outbox  # noqa: F401  loaded before the process is copied

CLAIM, VERDICT = 0, 1
"""Which commit of an attempt: that of the lease and that of the verdict."""


class OneCode(KeyringBackend):
    """A keyring that knows one access code for whatever is asked."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def get_password(self, service: str, username: str) -> str:
        return self._code

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError


def die() -> None:
    """End as a pulled plug ends a program."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_commit(number: int, moment: str, after_us: int = 0) -> None:
    """Die before, inside (so many microseconds after its start) or after the commit of this number.

    Only transactions that write are counted.
    """
    begun = [-1]

    def opened(connection: sqlite3.Connection, _record: Any) -> None:
        connection.set_trace_callback(lambda statement: heard(statement.strip().upper()))

    def heard(statement: str) -> None:
        begun[0] += statement.startswith("BEGIN IMMEDIATE")
        if statement != "COMMIT" or begun[0] != number:
            return
        if moment == "before":
            die()
        elif moment == "inside":
            threading.Thread(target=_die_after, args=(after_us,), daemon=True).start()

    def given_back(_connection: sqlite3.Connection, _record: Any) -> None:
        if begun[0] == number and moment == "after":
            die()

    event.listen(Engine, "connect", opened)
    event.listen(Engine, "checkin", given_back)


def _die_after(microseconds: int) -> None:
    until = perf_counter_ns() + microseconds * 1000
    while perf_counter_ns() < until:
        pass
    die()


def send(folder: str, code: str, prepare: Callable[[], None] | None, told: Connection) -> None:
    """Send everything that is due by the command line, having told who does."""
    keyring.set_keyring(OneCode(code))
    if prepare is not None:
        prepare()
    told.send(os.getpid())
    raise SystemExit(cli.main(["outbox", "send", "--data-dir", folder, "--json"]))
