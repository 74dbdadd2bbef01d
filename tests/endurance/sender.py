"""The program's own ``outbox send`` in a process of its own, to be killed at a chosen moment.

The moments inside the data file are heard from SQLite itself; those on the line are for the server
to choose, which learns here whom to kill.
"""

import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter_ns
from typing import Any, Protocol

import keyring
from keyring.backend import KeyringBackend
from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

from ogp_desktop import cli
from ogp_desktop.commands import outbox  # noqa: F401  loaded before the process is copied

PATIENCE_S = 60
CLAIM, VERDICT = 0, 1
"""Which commit of an attempt: that of the lease and that of the verdict."""


class Waits(Protocol):
    """An event that another process sets."""

    def wait(self, timeout: float) -> bool:
        """Wait for it."""
        ...


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


def die_at_commit(
    number: int, moment: str, after_us: int = 0, is_time: Waits | None = None
) -> None:
    """Die before, inside (so many microseconds after its start) or after the commit of this number,
    and not before it ``is_time``.

    Only transactions that write are counted.
    """
    begun = [-1]

    def opened(connection: sqlite3.Connection, _record: Any) -> None:
        connection.set_trace_callback(lambda statement: heard(statement.strip().upper()))

    def heard(statement: str) -> None:
        begun[0] += statement.startswith("BEGIN IMMEDIATE")
        if statement != "COMMIT" or begun[0] != number:
            return
        if is_time is not None:
            assert is_time.wait(PATIENCE_S)
        if moment == "before":
            die()
        elif moment == "inside":
            threading.Thread(target=_die_after, args=(after_us,), daemon=True).start()

    really = DefaultDialect.do_commit

    def commit(dialect: DefaultDialect, connection: Any) -> None:
        really(dialect, connection)
        if begun[0] == number and moment == "after":
            die()

    event.listen(Engine, "connect", opened)
    DefaultDialect.do_commit = commit  # type: ignore[method-assign]


def _die_after(microseconds: int) -> None:
    until = perf_counter_ns() + microseconds * 1000
    while perf_counter_ns() < until:
        pass
    die()


def send(
    folder: str, code: str, prepare: Callable[[], None] | None, told: Connection | None
) -> None:
    """Send everything that is due by the command line, having told who does."""
    run(["outbox", "send", "--data-dir", folder, "--json"], code, prepare, told)


def run(
    command: Sequence[str],
    code: str,
    prepare: Callable[[], None] | None,
    told: Connection | None,
) -> None:
    """Do what the command line asks, having told who does."""
    keyring.set_keyring(OneCode(code))
    if prepare is not None:
        prepare()
    if told is not None:
        told.send(os.getpid())
    raise SystemExit(cli.main([*command]))


def send_in_window(
    folder: str, code: str, _prepare: Callable[[], None] | None, _told: Connection | None
) -> None:
    """Send as the window does, by its loop in its lane, until nothing is left to be sent."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from ogp_desktop import wiring
    from ogp_desktop.delivery.keyring_secrets import open_secrets
    from ogp_desktop.runtime.background import Lane
    from ogp_desktop.runtime.delivery_loop import DeliveryLoop
    from ogp_desktop.services.delivering import Watch, deliver_due
    from ogp_desktop.services.open_gateways import OpenGateways
    from ogp_desktop.services.outbox_reading import waiting_count

    keyring.set_keyring(OneCode(code))
    app = QCoreApplication([])
    at = wiring.open_workplace(wiring.folders(Path(folder)))
    by = wiring.sender(open_secrets())
    gateways, lane = OpenGateways(by.open_gateway), Lane("delivery")
    loop = DeliveryLoop(
        lane,
        at.clock,
        deliver_due=lambda: deliver_due(at, by, gateways, Watch(may_go_on=loop.may_go_on)),
        network_returned=lambda: None,
    )
    loop.failed.connect(lambda _error: app.exit(1))

    def look() -> None:
        if waiting_count(at) == 0:
            app.quit()
        loop.wake()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    loop.wake()
    code_at_end = app.exec()
    timer.stop()
    loop.stop()
    lane.close(10)
    gateways.rest()
    at.store.close()
    raise SystemExit(code_at_end)


Program = Callable[[str, str, "Callable[[], None] | None", "Connection | None"], None]
