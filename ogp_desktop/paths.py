"""Where things are on this computer: the person's folders, and the program's own resources; and how
a file comes to stand there, whole or not at all.

Nothing here creates a folder; whoever writes first makes it.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from platformdirs import PlatformDirs

APP_NAME = "OGP Desktop"

_folders = PlatformDirs(APP_NAME, appauthor=False)


def data_dir() -> Path:
    """Folder for the conversations; the one folder worth backing up."""
    return _folders.user_data_path


def config_dir() -> Path:
    """Folder for the settings file."""
    return _folders.user_config_path


def log_dir() -> Path:
    """Folder for the logs, which hold ids and counts only."""
    return _folders.user_log_path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raise ``OSError`` as ``whole_file``."""
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, which takes its place at the end of the block.

    A full disk, a fault in the block or a pulled plug leave the file of before as it was. What is
    no file, such as ``/dev/stdout``, is written to as it is. Raises ``OSError``; then nothing is
    left beside it.
    """
    target = Path(os.path.realpath(path))  # a link stays one
    if path.exists() and not path.is_file():
        with path.open("wb") as there:
            yield there
        return
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            with suppress(OSError):
                part.chmod(target.stat().st_mode & 0o777)
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)


def flush_folder(folder: Path) -> None:
    """Let a new name outlast a pulled plug, where the system can flush a folder."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def data_root() -> Path:
    """The `resources` folder: frozen program, installed wheel or source tree, in this order.

    A wheel carries the folder inside the package, a source tree beside it.
    """
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources"
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
