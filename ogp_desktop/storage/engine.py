"""Makes the one kind of connection there is: durable at every commit, explicit in every BEGIN.

``synchronous=FULL`` in WAL mode means that a committed note survives a power cut; transactions
that write take their lock at once (``BEGIN IMMEDIATE``), so no write fails halfway through.
"""

import sqlite3
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event

from ogp_desktop.storage.trouble import troubles_named

BUSY_TIMEOUT_MS = 5_000
BRISK_TIMEOUT_MS = 1_000
"""How long a thread waits that must not stop for long: the one the window lives in."""
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
)
READ_ONLY = "reads_only"
"""Execution option: this connection's transaction only reads, so it need not wait for a writer."""


def open_engine(path: Path) -> Engine:
    """Return an engine on the SQLite file at ``path``, which is created when it is missing.

    A new file and its folder are readable by their owner alone, where the system has such rights.
    Raises ``Trouble`` when there is no room or no right to make them.
    """
    with troubles_named():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            path.touch(mode=0o600)
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # what people wrote stays out of messages and logs
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the driver's own connection, for what must not wait for SQLAlchemy's bookkeeping."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver starts no transaction behind our back
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    reads_only = connection.get_execution_options().get(READ_ONLY, False)
    driver_of(connection).execute("BEGIN" if reads_only else "BEGIN IMMEDIATE")
