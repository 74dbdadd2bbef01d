"""A folder for data that must not outlive the program.

Who makes the next one takes away what a killed program left behind. That nobody is there any more
is known by a lock, which the system gives back whatever ended its holder.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

_PREFIX = "ogp-desktop-scratch-"
_LOCK = "held"


class ScratchFolder:
    """``ScratchFolder()`` is there at once, at ``path``, and gone after ``remove()``."""

    def __init__(self) -> None:
        _remove_left_behind()
        self._folder = TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self._lock = sqlite3.connect(self.path / _LOCK, check_same_thread=False)
        self._lock.execute("BEGIN EXCLUSIVE")

    def remove(self) -> None:
        """Take it away with everything in it."""
        self._lock.close()
        self._folder.cleanup()


def _remove_left_behind() -> None:
    # A folder without a lock was made this very moment, and has nothing in it.
    for lock in Path(gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        if not _is_held(lock):
            shutil.rmtree(lock.parent, ignore_errors=True)


def _is_held(lock: Path) -> bool:
    try:
        with closing(sqlite3.connect(lock, timeout=0)) as here:
            here.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:  # held, or another person's: neither is ours to take away
        return True
    return False
