"""Makes a data file ready for this program: new, older, damaged or newer, each told apart first.

An older file is copied before it is touched and upgraded in one transaction, so a death halfway
leaves it as it was. A newer file is never opened for writing.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.storage.engine import BUSY_TIMEOUT_MS, open_engine
from ogp_desktop.storage.snapshots import Snapshots, read_only
from ogp_desktop.storage.trouble import troubles_named

HEAD = "0007"
KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Every schema this program has ever written, oldest first; the last is ``HEAD``."""

PATIENCE_S = BUSY_TIMEOUT_MS / 1_000
"""So long another program may hold the file before that is trouble."""
_HALF_DONE = {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}


class FileState(StrEnum):
    """What was found where the data file should be."""

    MISSING = "missing"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The state of the data file and the schema version in it."""

    state: FileState
    version: str | None = None


def look_at(path: Path) -> Found:
    """Tell what stands at ``path`` without changing it; the whole file is checked.

    A sound SQLite file without our tables is damaged for us, unless it is empty: a start that was
    killed leaves one. Raises ``Trouble`` when the file cannot be read (locked, no right, ...).
    """
    with troubles_named():
        if not path.exists() or path.stat().st_size == 0:
            return Found(state=FileState.MISSING)
    try:
        with troubles_named():
            is_empty, version = _version_of(path)
    except Trouble as trouble:
        if trouble.code != "damaged":
            raise
        return Found(state=FileState.DAMAGED)
    except UnicodeDecodeError:  # SQLite quotes a damaged name in its own message
        return Found(state=FileState.DAMAGED)
    if version is None:
        return Found(state=FileState.MISSING if is_empty else FileState.DAMAGED)
    if version == HEAD:
        return Found(state=FileState.CURRENT, version=version)
    return Found(state=FileState.OLDER if version in KNOWN else FileState.NEWER, version=version)


def _version_of(path: Path) -> tuple[bool, str | None]:
    try:
        return _version_at(read_only(path))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _HALF_DONE:
            raise
    # A program died inside a transaction, and only who may write can undo what it began.
    return _version_at(f"{path.absolute().as_uri()}?mode=rw")


def _version_at(address: str) -> tuple[bool, str | None]:
    with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_S)) as file:
        file.text_factory = bytes  # what a damaged page holds need not be text
        if file.execute("PRAGMA quick_check(1)").fetchone() != (b"ok",):
            raise Trouble("damaged")
        tables = {row[0] for row in file.execute("SELECT name FROM sqlite_master")}
        if b"alembic_version" not in tables:
            return not tables, None
        row = file.execute("SELECT version_num FROM alembic_version").fetchone()
        return False, None if row is None else row[0].decode(errors="replace")


def make_ready(path: Path, snapshots: Snapshots) -> Found:
    """Create or upgrade the data file and return what had been found.

    A file that is gone or empty although copies of it exist counts as damaged, so that the copies
    are offered instead of a blank start. Raises ``Trouble``: ``"newer_file"`` (with ``version``),
    ``"damaged"``, ``"disk_full"``, ...
    """
    found = look_at(path)
    if found.state is FileState.NEWER:
        raise Trouble("newer_file", version=found.version)
    if found.state is FileState.DAMAGED:
        raise Trouble("damaged")
    if found.state is FileState.MISSING and snapshots.all():
        raise Trouble("damaged")
    if found.state is FileState.CURRENT:
        return found
    if found.state is FileState.OLDER:
        snapshots.take()
    with troubles_named():
        engine = open_engine(path)
        try:
            with engine.begin() as connection:
                _upgrade(connection)
                _check(connection)
        finally:
            engine.dispose()
    return found


def _upgrade(connection: Connection, version: str = HEAD) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def _check(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    sound = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if broken is not None or sound != "ok":
        raise Trouble("damaged")
