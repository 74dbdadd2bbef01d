"""Opens the window: paint first, the list read by ``sqlite3`` alone; load the rest beside it.

What this module imports is paid for before anything is seen; ``tests/laws`` holds it to little.
"""

import argparse
import logging
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from ogp_desktop import logs, paths, settings, wiring
from ogp_desktop.commands.opening import Opening
from ogp_desktop.runtime.single_instance import SingleInstance
from ogp_desktop.settings import Preferences
from ogp_desktop.storage.first_list import first_rows
from ogp_desktop.ui.home.first_look import FirstLook, kept_outline
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.wiring import Folders

_log = logging.getLogger("ogp_desktop.start")


def window(asked: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; a second start raises the first."""
    if asked.smoke_test:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="ogp-desktop-smoke-") as folder:
            return _open(asked, wiring.folders(Path(folder)))
    return _open(asked, wiring.folders(getattr(asked, "data_dir", None)))


def application() -> QApplication:
    """Return the one application object, named so that the system can tell its windows."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    QCoreApplication.setApplicationName("OGP Desktop")
    QCoreApplication.setOrganizationName("OGP Desktop")
    return QApplication(sys.argv[:1])


def _open(asked: argparse.Namespace, where: Folders) -> int:
    app = application()
    if not where.must_exist:
        with suppress(OSError):  # the window will say so, in words
            where.data.mkdir(parents=True, exist_ok=True)
    instance = SingleInstance(where.data)
    if not instance.is_first():
        return 0
    logs.start(where.logs)
    places = None if asked.smoke_test else _places(where)
    shell = ShellWindow(places)
    instance.raise_requested.connect(shell.raise_up)
    shell.shown.connect(instance.listen)
    opening = Opening(app, where, shell, instance, asked, places)
    if _show_first_look(shell, where, places, asked.lang):
        opening.begin_after_first_look()
    else:
        opening.begin()
    _log.info("window opened")
    code = app.exec()
    instance.leave()
    return opening.verdict(code)


def _show_first_look(
    shell: ShellWindow, where: Folders, places: QSettings | None, language: str | None
) -> bool:
    """Show what the window looked like, with the titles of now; ``False`` if that is not known."""
    preferences: Preferences = settings.load(where.settings)
    if places is None or language not in (None, preferences.language):
        return False
    outline = kept_outline(places, preferences)
    if outline is None:
        return False
    titles = [row.title for row in first_rows(where.file)]
    shell.setCentralWidget(FirstLook(outline, titles, preferences, paths.data_root()))
    shell.show()
    return True


def _places(where: Folders) -> QSettings:
    return QSettings(str(where.config / "window.ini"), QSettings.Format.IniFormat)
