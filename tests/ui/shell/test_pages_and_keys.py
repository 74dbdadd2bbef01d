"""Every pill, menu entry and key of the frame leads where it says, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop import paths
from ogp_desktop.commands.window import application
from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.services import sample, sealing
from ogp_desktop.services.reading import conversations
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.prepare.prepare_screen import PrepareScreen
from ogp_desktop.ui.rehearsal.rehearsal_screen import RehearsalScreen
from ogp_desktop.ui.review.review_screen import ReviewScreen
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.settings.settings_screen import KeysScreen, SettingsScreen
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.views.views_screen import ViewsScreen
from tests.support.kits import changed, kit_files, write_folder
from tests.support.pages_program import ALT, CONTROL, ProgramPage, open_program, prefer, words_of

# Menus pop up: the offscreen platform cannot raise them or grab the keyboard, and says so.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def page(qtbot: QtBot, data_dir: Path) -> Iterator[ProgramPage]:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        yield page


def test_home_is_empty_and_offers_the_next_step_when_nothing_was_made(page: ProgramPage) -> None:
    assert isinstance(page.page, HomeScreen)
    page.press(Qt.Key.Key_Tab)
    assert page.tab_to("New conversation").isEnabled()
    assert page.button("Try the sample conversation").isEnabled()


def test_kits_of_one_title_are_told_apart_and_the_new_one_is_not_taken(
    page: ProgramPage, tmp_path: Path
) -> None:
    at = page.navigator._desk.workplace
    files = changed("kit.toml", '"tiny"', '"a-tiny-one"')
    for name, more in (("one", files), ("two", kit_files())):
        at.library.install(write_folder(tmp_path / name, more))
    page.navigator.show_kits()
    QApplication.processEvents()
    said = [label.text() for label in page.page.findChildren(QLabel) if label.isVisible()]
    assert "Tiny (English, Français). Version 1.0.0 of a-tiny-one" in said
    assert "Tiny (English, Français). Version 1.0.0 of tiny" in said
    assert len([text for text in said if "Version" in text]) == 2
    page.navigator.new_conversation()
    assert [row.kit_id for row in conversations(at)] == ["ogp-strategy-2022"]


def test_rehearsal_has_the_keys_of_run_and_leads_back_to_prepare(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    assert isinstance(page.page, PrepareScreen)
    page.page.bar.speeds().actions()[1].trigger()
    page.qtbot.waitUntil(lambda: isinstance(page.page, RehearsalScreen))
    page.press(Qt.Key.Key_F5)
    page.press(Qt.Key.Key_Escape)
    assert isinstance(page.page, RehearsalScreen)
    model = page.page.findChild(RunModel)
    assert model is not None
    assert model.now().state is TimerState.RUNNING
    assert page.navigator.running() == ()
    page.click("Leave the rehearsal")
    assert isinstance(page.page, PrepareScreen)


def test_saved_pill_tells_the_folder_and_escape_closes_it(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    before = page.cursor()
    page.click("Saved")
    assert str(page.folder) in page.notice
    assert page.cursor().parent() is not before.parent()
    page.press(Qt.Key.Key_Escape)
    assert page.notice == ""
    assert page.cursor() is before
    assert isinstance(page.page, PrepareScreen)


def test_path_is_copied_and_the_notice_stays(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    page.click("Saved")
    page.click("Copy the path")
    assert QGuiApplication.clipboard().text() == str(page.folder)
    assert page.choices == ["Copy the path", "Close"]


def test_network_pill_tells_that_nothing_is_connected_when_offline(page: ProgramPage) -> None:
    page.click("Offline")
    assert "opens no connection" in page.notice
    page.click("Open the outbox")
    assert not isinstance(page.page, HomeScreen)
    assert page.notice == ""


def test_menu_opens_by_key_with_four_entries(page: ProgramPage) -> None:
    page.press(Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["Settings", "All keys", "Outbox", "About"]
    assert menu.activeAction() is menu.actions()[0]
    page.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert isinstance(page.page, SettingsScreen)


@pytest.mark.parametrize("stage", [None, *Stage])
def test_f1_shows_all_keys_and_again_leads_back(page: ProgramPage, stage: Stage | None) -> None:
    if stage is not None:
        page.navigator.new_conversation()
        page.navigator.go(stage)
    before = page.page
    page.press(Qt.Key.Key_F1)
    if stage is Stage.RUN:  # it shows them over the page, so that the clock stays in sight
        assert page.page is before
        assert isinstance(page.cursor(), QLineEdit)
    else:
        assert isinstance(page.page, KeysScreen)
    page.press(Qt.Key.Key_F1)
    assert page.page is before


def test_stages_are_walked_by_key_from_end_to_end(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    seen = [page.page]
    for _ in range(5):
        page.press(Qt.Key.Key_PageDown, CONTROL)
        seen.append(page.page)
    assert [type(one) for one in seen[:3]] == [PrepareScreen, RunScreen, ViewsScreen]
    assert len(set(map(id, seen[:5]))) == 5
    assert seen[5] is seen[4]
    for expected in (seen[3], seen[2], seen[1], seen[0], seen[0]):
        page.press(Qt.Key.Key_PageUp, CONTROL)
        assert page.page is expected


def test_alt_left_leads_home_from_every_stage(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    for stage in Stage:
        page.navigator.go(stage)
        page.press(Qt.Key.Key_Left, ALT)
        assert isinstance(page.page, HomeScreen)


def test_escape_leads_home_but_never_out_of_run(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    page.navigator.go(Stage.RUN)
    page.press(Qt.Key.Key_Escape)
    assert isinstance(page.page, RunScreen)
    page.navigator.go(Stage.PREPARE)
    page.press(Qt.Key.Key_Escape)
    assert isinstance(page.page, HomeScreen)


def test_settings_lead_back_to_the_stage_they_were_opened_from(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    page.navigator.go(Stage.RUN)
    page.navigator.open_extra("settings")
    page.press(Qt.Key.Key_Escape)
    assert isinstance(page.page, RunScreen)


def test_enter_opens_the_conversation_that_was_touched_last(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    page.navigator.open_home()
    assert isinstance(page.page, HomeScreen)
    assert page.cursor() is page.page.list
    page.press(Qt.Key.Key_Return)
    assert isinstance(page.page, PrepareScreen)


@pytest.mark.parametrize("stage", [None, *Stage])
def test_tab_comes_to_every_control_and_back_on_every_page(
    page: ProgramPage, stage: Stage | None
) -> None:
    if stage is not None:
        page.navigator.new_conversation()
        page.navigator.go(stage)
    first = page.cursor()
    names: list[str] = []
    for _ in range(300):
        here = page.cursor()
        interface = QAccessible.queryAccessibleInterface(here)
        names.append(interface.text(QAccessible.Text.Name) if interface else "")
        assert names[-1], f"{type(here).__name__} has no name; before it came {names}"
        page.press(Qt.Key.Key_Tab)
        if page.cursor() is first:
            break
    assert page.cursor() is first
    assert {"Menu", "Offline"} <= set(names)


class _Watch(QObject):
    """Notes every window that is shown, were it only for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {words_of(watched)}")
        return False


def test_no_second_window_flashes_up_on_the_way_through_the_pages(page: ProgramPage) -> None:
    watch = _Watch()
    application().installEventFilter(watch)
    page.navigator.new_conversation()
    for stage in Stage:
        page.navigator.go(stage)
    for extra in ("settings", "keys", "outbox"):
        page.navigator.open_extra(extra)
    page.program.try_sample()
    page.navigator.go(Stage.RUN)
    page.press(Qt.Key.Key_F5)
    page.press(Qt.Key.Key_F8)
    application().removeEventFilter(watch)
    assert watch.shown == []


def test_keys_belong_to_the_note_once_the_clock_goes(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    page.navigator.go(Stage.RUN)
    assert words_of(page.cursor()).startswith("Start")
    page.press(Qt.Key.Key_Space)
    assert words_of(page.cursor()) == "Note"


def test_kit_is_imported_on_home_when_a_page_asks_for_one(page: ProgramPage) -> None:
    page.navigator.new_conversation()
    assert isinstance(page.page, PrepareScreen)
    page.page.kit_import_requested.emit()
    assert isinstance(page.page, HomeScreen)
    (dialog,) = page.window.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_corrected_copy_asked_for_on_send_is_open_in_review(page: ProgramPage) -> None:
    script = sample.read_sample(sample.nearest_sample(paths.data_root() / "samples", "en"))
    made = sample.prepare_sample(page.at, script)
    sample.hold_sample(page.at, script, made, lambda _minutes: None)
    sample.review_sample(page.at, script, made)
    sealing.seal(page.at, conversation_id=made)
    page.navigator.open_conversation(made, Stage.SEND)
    page.await_page()
    page.click("Open a corrected copy")
    page.await_page()
    assert isinstance(page.page, ReviewScreen)
    assert page.button("Seal and queue").isEnabled()
