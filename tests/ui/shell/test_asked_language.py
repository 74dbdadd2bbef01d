"""The language asked for at the start stays until somebody chooses another."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ogp_desktop.settings import Preferences
from tests.support.pages_program import CONTROL, open_program, prefer


@pytest.mark.slow
def test_asked_language_stays_when_another_preference_changes(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir, Preferences(language="fr", scheme="light"))
    with open_program(qtbot, data_dir, is_offline=True) as page:
        page.navigator.new_conversation()
        page.press(Qt.Key.Key_PageDown, CONTROL)
        page.press(Qt.Key.Key_Plus, CONTROL)
        assert page.button("Start").isVisible()
