"""Where things are on this computer: the person's folders, and the program's own resources; and how
a file comes to stand there, whole or not at all.

Nothing here creates a folder; whoever writes first makes it.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

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
    """Write a file so that a full disk or a pulled plug leaves the one of before, or the new one.

    Raises ``OSError``; then nothing is left beside it.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


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
