"""Opens the window: paint first, the list read by ``sqlite3`` alone; load the rest beside it."""

import argparse
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, Qt
from PySide6.QtWidgets import QApplication

from ogp_desktop import logs, paths, wiring
from ogp_desktop.commands.answers import folders
from ogp_desktop.commands.program import Program
from ogp_desktop.runtime.preferences import KeptPreferences
from ogp_desktop.runtime.single_instance import SingleInstance
from ogp_desktop.ui import translation
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.wiring import Folders

_log = logging.getLogger("ogp_desktop.start")


def window(asked: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; a second start raises the first."""
    if asked.smoke_test:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="ogp-desktop-smoke-") as folder:
            return _open(asked, wiring.folders(Path(folder)))
    return _open(asked, folders(asked))


def application() -> QApplication:
    """Return the one application object, named so that the system can tell its windows."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    QCoreApplication.setApplicationName("OGP Desktop")
    QCoreApplication.setOrganizationName("OGP Desktop")
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    return QApplication(sys.argv[:1])


def program_at(
    app: QApplication,
    where: Folders,
    *,
    language: str | None = None,
    is_offline: bool = False,
    geometry: QSettings | None = None,
    takes_place: Callable[[Path], bool] = lambda _: True,
) -> Program:
    """Return the program over these folders, not yet open; ``language`` beats the preferences."""
    preferences = KeptPreferences(where.settings)
    now = preferences.now()
    resources = paths.data_root()
    spoken = translation.nearest(language or now.language or QLocale.system().name(), resources)
    translation.install(app, spoken, resources)
    theme = Theme(resources)
    theme.apply(app, now.scheme, now.text_scale)
    return Program(
        app,
        where,
        theme,
        preferences,
        language=spoken,
        is_offline=is_offline,
        geometry=geometry,
        takes_place=takes_place,
    )


def _open(asked: argparse.Namespace, where: Folders) -> int:
    app = application()
    if not where.must_exist:
        with suppress(OSError):  # the window will say so, in words
            where.data.mkdir(parents=True, exist_ok=True)
    instance = SingleInstance(where.data)
    if not instance.is_first():
        return 0
    logs.start(where.logs)
    program = program_at(
        app,
        where,
        language=asked.lang,
        is_offline=asked.offline,
        geometry=None if asked.smoke_test else _geometry(where),
        takes_place=lambda folder: _moved(instance, where.data, folder),
    )
    instance.raise_requested.connect(program.window.raise_up)
    program.window.shown.connect(instance.listen)
    _log.info("window opened")
    if asked.smoke_test:
        from ogp_desktop.commands.smoke import Smoke

        smoke = Smoke(program)
        program.open()
        app.exec()
        instance.leave()
        return smoke.verdict()
    program.open()
    code = app.exec()
    instance.leave()
    return code


def _moved(instance: SingleInstance, usual: Path, folder: Path) -> bool:
    """Take the place of another folder, and leave no empty one behind where nothing was kept."""
    is_taken = instance.move_to(folder)
    if is_taken and folder != usual:
        with suppress(OSError):
            usual.rmdir()
    return is_taken


def _geometry(where: Folders) -> QSettings:
    return QSettings(str(where.config / "window.ini"), QSettings.Format.IniFormat)
