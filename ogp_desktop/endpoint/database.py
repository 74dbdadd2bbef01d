"""Reads the address of a database and opens it: SQLite durable and closed to others, or PostgreSQL.

What a person mistypes is told as data; the address may hold a password, so it is in no message.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from ogp_desktop.domain.errors import Refusal, Trouble

SQLITE, POSTGRESQL = "sqlite", "postgresql"
_CONNECTIONS = 20


def address_of(database_url: str) -> URL:
    """Return the address in parts.

    Raises ``Refusal("not_a_database")`` when it is none, ``"unknown_database"`` for other kinds.
    """
    try:
        url = make_url(database_url)
    except (ArgumentError, ValueError) as error:
        raise Refusal("not_a_database", field="database") from error
    kind = url.get_backend_name()
    if kind not in {SQLITE, POSTGRESQL}:
        raise Refusal("unknown_database", field="database", kind=kind)
    return url


def file_of(database_url: str) -> Path | None:
    """Return the file that SQLite keeps everything in, ``None`` where there is none."""
    url = address_of(database_url)
    name = url.database or ""
    is_file = url.get_backend_name() == SQLITE and name and not name.startswith((":", "file:"))
    return Path(name) if is_file else None


def check_there(database_url: str) -> None:
    """Raise ``Trouble("not_found")`` for a file that is not there: to read it must not make it."""
    file = file_of(database_url)
    if file is not None and not file.exists():
        raise Trouble("not_found", what=str(file))


def engine_at(database_url: str) -> Engine:
    """Return the engine; raise ``Refusal`` as ``address_of``, or ``OSError``."""
    url = address_of(database_url)
    # hide_parameters: nobody's words in an error message, and so in no log.
    if url.get_backend_name() == POSTGRESQL:
        return create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            isolation_level="AUTOCOMMIT",  # each statement here is a transaction of its own
        )
    file = file_of(database_url)
    if file is not None and not file.exists():
        # Made here, because SQLite would let every account of the computer read what people said.
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _durable)
    return engine


def _durable(connection: Any, _record: object) -> None:
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "secure_delete=ON")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def told_as_trouble() -> Iterator[None]:
    """Turn the database's errors into data; their own text may hold the password of the address."""
    try:
        yield
    except SQLAlchemyError as error:
        raise Trouble("database", kind=type(error).__name__) from error
