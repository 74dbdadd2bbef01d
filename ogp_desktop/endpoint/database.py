"""Opens the endpoint's database, on SQLite or PostgreSQL, and turns its errors into data."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from ogp_desktop.domain.errors import Refusal, Trouble

KINDS = ("sqlite", "postgresql")
_CONNECTIONS = 20


def open_engine(database_url: str) -> Engine:
    """Return the engine; raise ``Refusal("unknown_database")`` for other kinds of database."""
    url = make_url(database_url)
    kind = url.get_backend_name()
    if kind not in KINDS:
        raise Refusal("unknown_database", field="database", kind=kind)
    # hide_parameters: nobody's words in an error message, and so in no log.
    if kind == "postgresql":
        return create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            isolation_level="AUTOCOMMIT",  # each statement here is a transaction of its own
        )
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
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
