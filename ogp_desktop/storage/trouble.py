"""Sorts SQLite's errors: what the world did becomes ``Trouble``; what we did stays an exception.

The sorting is by SQLite's primary result code (https://sqlite.org/rescode.html), never by wording.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ogp_desktop.domain.errors import Trouble

_PRIMARY = 0xFF
_TROUBLES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}


def trouble_in(error: BaseException) -> Trouble | None:
    """Return the trouble behind an error of SQLite or of SQLAlchemy around it, else ``None``."""
    cause = getattr(error, "orig", error)
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return None
    name = _TROUBLES.get(code & _PRIMARY)
    return None if name is None else Trouble(name)


@contextmanager
def troubles_named() -> Iterator[None]:
    """Turn what the disk or another program did to the file into ``Trouble``."""
    try:
        yield
    except Exception as error:
        trouble = trouble_in(error)
        if trouble is None:
            raise
        raise trouble from error
