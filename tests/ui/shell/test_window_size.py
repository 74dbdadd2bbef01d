"""The window on a small screen, and where it was the last time."""

from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.shell.window import FIRST_SIZE, ShellWindow


def test_first_window_fills_the_screen_when_it_would_not_fit(qtbot: QtBot, tmp_path: Path) -> None:
    assert QGuiApplication.primaryScreen().availableSize().width() < FIRST_SIZE[0]
    window = ShellWindow(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    assert window.isMaximized()


def test_window_comes_back_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    window = ShellWindow(kept)
    qtbot.addWidget(window)
    window.showNormal()
    window.resize(700, 500)
    window.close()

    again = ShellWindow(kept)
    qtbot.addWidget(again)
    assert not again.isMaximized()
    assert again.size() == QSize(700, 500)
