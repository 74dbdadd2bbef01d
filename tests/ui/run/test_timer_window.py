"""The small timer window shows the time and nothing else, and goes with the conversation."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.settings import changed
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.run_menu import RunMenu
from ogp_desktop.ui.run.timer_output import TimerOutput
from ogp_desktop.ui.run.timer_window import TimerWindow
from ogp_desktop.ui.theme.theme import Theme
from tests.support.pages_run import RunPage, new_conversation

pytestmark = pytest.mark.slow

Open = Callable[..., RunPage]
TOGGLE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _output(page: RunPage) -> TimerOutput:
    found = page.screen.findChild(TimerOutput)
    assert found is not None
    return found


def _opened(page: RunPage) -> TimerWindow:
    if _output(page).window is None:
        page.press(Qt.Key.Key_T, TOGGLE)
    window = _output(page).window
    assert window is not None
    page.qtbot.waitExposed(window)
    return window


def _press(page: RunPage, words: str) -> None:
    window = _opened(page)
    buttons = window.findChildren(QAbstractButton)
    button = next(one for one in buttons if one.text() == words)
    page.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _texts(window: TimerWindow) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel)]


def test_key_opens_and_closes_it(open_page: Open) -> None:
    page = open_page()
    _opened(page)
    page.press(Qt.Key.Key_T, TOGGLE)
    assert _output(page).window is None


def test_menu_at_the_end_of_the_strip_opens_it(open_page: Open) -> None:
    page = open_page()
    run_menu = page.screen.findChild(RunMenu)
    assert run_menu is not None
    run_menu.made().actions()[0].trigger()
    assert _output(page).window is not None


def test_it_says_item_time_and_state_in_words(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    window = _opened(page)
    page.pass_time(minutes=14)
    texts = _texts(window)
    assert "Welcome" in texts
    assert "Wrap up" in texts
    assert any("01:00" in text for text in texts)


def test_pause_and_next_are_the_hosts_intentions(open_page: Open) -> None:
    page = open_page()
    _press(page, "Start")
    _press(page, "Pause")
    assert page.model.now().state is TimerState.PAUSED
    _press(page, "Resume")
    before = page.model.now().block_id
    _press(page, "Next")
    assert page.model.now().block_id != before


def test_keys_work_in_the_window_itself(open_page: Open) -> None:
    page = open_page()
    window = _opened(page)
    window.activateWindow()
    page.qtbot.keyClick(window, Qt.Key.Key_F5)
    assert page.model.now().state is TimerState.RUNNING
    page.qtbot.keyClick(window, Qt.Key.Key_T, TOGGLE)
    assert _output(page).window is None


def test_cursor_stays_in_the_note_when_it_appears(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.screen.notes.focus_entry()
    before = page.screen.focusWidget()
    window = _opened(page)
    assert page.screen.focusWidget() is before
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_it_stays_while_the_page_is_hidden_and_shows_whole_minutes(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    window = _opened(page)
    page.screen.hide()
    desk = page.desk
    desk.keep_preferences(changed(desk.preferences(), shows_whole_minutes=True))
    page.pass_time(seconds=30)
    assert window.isVisible()
    assert any("15 min" in text for text in _texts(window))


def test_end_of_the_conversation_closes_it(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    _opened(page)
    page.model.end()
    assert _output(page).window is None


def test_it_goes_with_what_opened_it(open_page: Open) -> None:
    page = open_page()
    window = _opened(page)
    gone: list[bool] = []
    window.closed.connect(lambda: gone.append(True))
    _output(page).deleteLater()
    page.qtbot.waitUntil(lambda: gone == [True])


def test_its_place_is_remembered(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    places = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page = RunPage(qtbot, replace(desk, places=places), new_conversation(desk))
    window = _opened(page)
    window.move(QPoint(90, 120))
    window.resize(420, 260)
    QApplication.processEvents()
    for _ in range(2):
        _output(page).toggle()
    again = _opened(page)
    assert (again.pos(), again.width()) == (QPoint(90, 120), 420)


def test_first_time_it_stands_at_the_bottom_right_of_the_screen(open_page: Open) -> None:
    window = _opened(open_page())
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    assert room.contains(frame)
    assert frame.center().x() > room.center().x()
    assert frame.center().y() > room.center().y()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_every_word_has_its_room(
    open_page: Open, theme: Theme, qapp: QApplication, text_scale: float
) -> None:
    page = open_page()
    page.desk.theme.apply(qapp, "light", text_scale)
    page.model.start_or_pause()
    window = _opened(page)
    page.pass_time(minutes=20)
    QApplication.processEvents()
    for part in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton)):
        assert part.width() >= part.minimumSizeHint().width()
        assert window.rect().contains(part.geometry())
