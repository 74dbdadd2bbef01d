"""The first page: language first, live; two ways on; and nothing else asked."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from ogp_desktop import wiring
from ogp_desktop.settings import load
from ogp_desktop.ui.home.first_run import FirstRunScreen
from ogp_desktop.ui.prepare.prepare_screen import PrepareScreen
from ogp_desktop.ui.run.run_screen import RunScreen
from tests.support.pages_program import open_program


def test_first_start_asks_the_language_first(qtbot: QtBot, data_dir: Path) -> None:
    with open_program(qtbot, data_dir) as page:
        assert isinstance(page.page, FirstRunScreen)
        assert page.cursor() is page.page.languages


def test_language_changes_at_once_when_chosen(qtbot: QtBot, data_dir: Path) -> None:
    with open_program(qtbot, data_dir) as page:
        first = page.page
        assert isinstance(first, FirstRunScreen)
        page.press(Qt.Key.Key_Down)
        assert QLocale().language() is QLocale.Language.French
        assert page.cursor() is first.languages
        assert load(wiring.folders(data_dir).settings).language == "fr"


def test_start_my_own_leads_to_prepare_and_is_not_asked_again(qtbot: QtBot, data_dir: Path) -> None:
    with open_program(qtbot, data_dir) as page:
        page.tab_to("Start my own")
        page.press(Qt.Key.Key_Space)
        assert isinstance(page.page, PrepareScreen)
    with open_program(qtbot, data_dir) as page:
        assert not isinstance(page.page, FirstRunScreen)


def test_sample_is_ready_to_run_when_chosen(qtbot: QtBot, data_dir: Path) -> None:
    with open_program(qtbot, data_dir) as page:
        page.tab_to("Try the sample")
        page.press(Qt.Key.Key_Space)
        assert isinstance(page.page, RunScreen | PrepareScreen)
