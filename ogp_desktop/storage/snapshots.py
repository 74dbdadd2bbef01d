"""Keeps whole, checked copies of the data file beside it, so that a damaged file is not the end.

Copies are made through SQLite's own backup interface, which sees a consistent state while others
write, and appear under their name only when complete.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.storage.trouble import troubles_named

KEPT = 10
_NAME = "conversations-%Y%m%dT%H%M%S%fZ.sqlite3"
_PARTIAL = ".partial"


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
        """Copy the data file as it is now, then let the oldest copies beyond ``KEPT`` go.

        A copy that is not sound is thrown away and no older one let go for it: raises
        ``Trouble("damaged")``, or what else kept it from being made.
        """
        made_at = self._now().astimezone(UTC)
        target = self._folder / made_at.strftime(_NAME)
        partial = target.with_suffix(_PARTIAL)
        with troubles_named():
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _clear_partials(self._folder)
            try:
                _copy(self._file, partial)
                if not _is_sound(partial):
                    raise Trouble("damaged")
                partial.replace(target)
            finally:
                _clear_partials(self._folder)
            for stale in self.all()[KEPT:]:
                stale.path.unlink(missing_ok=True)
        return Snapshot(target, made_at)

    def all(self) -> tuple[Snapshot, ...]:
        """Return the copies, newest first; other files in the folder are not ours."""
        found = []
        for path in self._folder.glob("conversations-*.sqlite3"):
            with suppress(ValueError):
                made_at = datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
                found.append(Snapshot(path, made_at))
        return tuple(sorted(found, key=lambda snapshot: snapshot.made_at, reverse=True))

    def newest_good(self) -> Snapshot | None:
        """Return the newest copy that SQLite finds sound, or ``None``."""
        return next((one for one in self.all() if _is_sound(one.path)), None)

    def put_back(self, snapshot: Snapshot) -> Path:
        """Make a copy the data file again; return where the damaged file was put aside.

        The copy stands whole beside the damaged file before that is moved, so that dying anywhere
        in between leaves at least one of them, and the copies.
        """
        restored = self._file.with_suffix(_PARTIAL)
        aside = self._file.with_name(
            f"{self._file.stem}-damaged-{self._now():%Y%m%dT%H%M%S%f}{self._file.suffix}"
        )
        with troubles_named():
            _clear_partials(self._file.parent)
            _copy(snapshot.path, restored)
            for ending in ("", "-wal", "-shm"):
                part = self._file.with_name(self._file.name + ending)
                if part.exists():
                    part.replace(aside.with_name(aside.name + ending))
            restored.replace(self._file)
        return aside


def read_only(path: Path) -> str:
    """Return the address under which SQLite opens a file without changing it."""
    return f"{path.absolute().as_uri()}?mode=ro"


def _clear_partials(folder: Path) -> None:
    """Remove what a start or a copy that was killed left behind, SQLite's journal of it too."""
    for left in folder.glob(f"conversations*{_PARTIAL}*"):
        left.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    target.touch(mode=0o600)
    with (
        closing(sqlite3.connect(read_only(source), uri=True)) as whole,
        closing(sqlite3.connect(target)) as copy,
    ):
        # The view is taken here, where a locked file is given up after a while; ``backup`` itself
        # would wait for ever.
        whole.execute("BEGIN")
        whole.execute("SELECT count(*) FROM sqlite_master").fetchone()
        whole.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(read_only(path), uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
