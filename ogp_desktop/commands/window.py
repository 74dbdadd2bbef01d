"""Opens the window: paint first, the list read by ``sqlite3`` alone; load the rest beside it."""

import argparse
import logging
import sys
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
    QCoreApplication.setApplicationName("OGP Desktop")
    QCoreApplication.setOrganizationName("OGP Desktop")
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(sys.argv[:1])


def _open(asked: argparse.Namespace, where: Folders) -> int:
    app = application()
    where.data.mkdir(parents=True, exist_ok=True)
    instance = SingleInstance(where.data)
    if not instance.is_first():
        return 0
    logs.start(where.logs)
    preferences = KeptPreferences(where.settings)
    now = preferences.now()
    resources = paths.data_root()
    wanted = asked.lang or now.language or QLocale.system().name()
    language = translation.nearest(wanted, resources)
    translation.install(app, language, resources)
    theme = Theme(resources)
    theme.apply(app, now.scheme, now.text_scale)
    program = Program(
        app,
        where,
        theme,
        preferences,
        language=language,
        is_offline=asked.offline,
        geometry=None if asked.smoke_test else _geometry(where),
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


def _geometry(where: Folders) -> QSettings:
    return QSettings(str(where.config / "window.ini"), QSettings.Format.IniFormat)
