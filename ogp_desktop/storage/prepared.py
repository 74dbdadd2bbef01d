"""A statement that somebody waits for, compiled once: each use binds its values and nothing else.

SQLAlchemy looks its compiled form of a statement up at every use and wraps every answer, which
takes several times as long as the work of SQLite itself. Here the text is made at the first use and
goes straight to the driver, inside the transaction SQLAlchemy has begun. Values go in and come out
as they are, so only columns of plain text and numbers may take part.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ClauseElement, Connection
from sqlalchemy.dialects import sqlite

from ogp_desktop.storage.engine import driver_of


class Prepared:
    """One statement; ``columns`` names those an ``INSERT`` binds besides what it already sets."""

    def __init__(self, statement: ClauseElement, *, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns

    def on(self, connection: Connection, values: Mapping[str, Any]) -> sqlite3.Cursor:
        """Run it inside the transaction of ``connection``; a value it lacks is an error."""
        text, constants = self._compiled
        return driver_of(connection).execute(text, {**constants, **values})

    @cached_property
    def _compiled(self) -> tuple[str, dict[str, Any]]:
        dialect = sqlite.dialect(paramstyle="named")
        compiled = self._statement.compile(dialect=dialect, column_keys=self._columns)
        constants = {name: value for name, value in compiled.params.items() if value is not None}
        return str(compiled), constants
