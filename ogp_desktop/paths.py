"""Where things are on this computer: the person's folders, and the program's own resources.

Nothing here creates a folder; whoever writes first makes it.
"""

import sys
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


def data_root() -> Path:
    """The `resources` folder: frozen program, installed wheel or source tree, in this order.

    A wheel carries the folder inside the package, a source tree beside it.
    """
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources"
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
