"""Keeps whole, checked copies of the data file beside it, so that a damaged file is not the end.

Copies are made through SQLite's own backup interface, which sees a consistent state while others
write, and appear under their name only when complete.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ogp_desktop.storage.trouble import troubles_named

KEPT = 10
_NAME = "conversations-%Y%m%dT%H%M%S%fZ.sqlite3"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One copy and the moment (UTC) it was made."""

    path: Path
    made_at: datetime


class Snapshots:
    """The copies of one data file, kept in one folder."""

    def __init__(self, file: Path, folder: Path, now: Callable[[], datetime]) -> None:
        self._file = file
        self._folder = folder
        self._now = now

    def take(self) -> Snapshot:
        """Copy the data file as it is now, then let the oldest copies beyond ``KEPT`` go."""
        made_at = self._now().astimezone(UTC)
        target = self._folder / made_at.strftime(_NAME)
        partial = target.with_suffix(".partial")
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with (
                troubles_named(),
                closing(sqlite3.connect(self._file)) as source,
                closing(sqlite3.connect(partial)) as copy,
            ):
                partial.chmod(0o600)
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        for stale in self.all()[KEPT:]:
            stale.path.unlink(missing_ok=True)
        return Snapshot(target, made_at)

    def all(self) -> tuple[Snapshot, ...]:
        """Return the copies, newest first."""
        found = [
            Snapshot(path, datetime.strptime(path.name, _NAME).replace(tzinfo=UTC))
            for path in self._folder.glob("conversations-*.sqlite3")
        ]
        return tuple(sorted(found, key=lambda snapshot: snapshot.path.name, reverse=True))

    def newest_good(self) -> Snapshot | None:
        """Return the newest copy that SQLite finds sound, or ``None``."""
        return next((one for one in self.all() if _is_sound(one.path)), None)

    def put_back(self, snapshot: Snapshot) -> Path:
        """Make a copy the data file again; return where the damaged file was put aside."""
        aside = self._file.with_name(
            f"{self._file.stem}-damaged-{self._now():%Y%m%dT%H%M%S}{self._file.suffix}"
        )
        for ending in ("-wal", "-shm"):
            side = self._file.with_name(self._file.name + ending)
            if side.exists():
                side.replace(aside.with_name(aside.name + ending))
        self._file.replace(aside)
        with (
            troubles_named(),
            closing(sqlite3.connect(snapshot.path)) as source,
            closing(sqlite3.connect(self._file)) as copy,
        ):
            source.backup(copy)
        self._file.chmod(0o600)
        return aside


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False
