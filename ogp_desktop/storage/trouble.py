"""Sorts errors of files and SQLite: what the world did becomes ``Trouble``; ours stay exceptions.

The sorting is by SQLite's result code (https://sqlite.org/rescode.html) and by ``errno``, never by
wording.
"""

import errno
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
    # The file that connections share could not grow; SQLite says "disk full" of the others only.
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk_full",
}
_OS_TROUBLES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.ENOENT: "cannot_open",
    errno.ENOTDIR: "cannot_open",
    errno.EEXIST: "cannot_open",  # a file stands where the folder should be
}


def trouble_in(error: BaseException) -> Trouble | None:
    """Return the trouble behind an error of a file, of SQLite or of SQLAlchemy, else ``None``."""
    cause = getattr(error, "orig", error)
    if isinstance(cause, OSError):
        return Trouble(_OS_TROUBLES.get(cause.errno or 0, "disk_error"))
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return None
    name = _TROUBLES.get(code) or _TROUBLES.get(code & _PRIMARY)
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
