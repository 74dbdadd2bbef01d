"""The page itself: keys, focus, layouts, and what it never does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.services import reading
from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run import run_screen
from ogp_desktop.ui.run.key_sheet import KeySheet, key_lines
from ogp_desktop.ui.run.run_messages import RunMessages
from ogp_desktop.ui.run.run_state import StripState
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.clock import TimerDigits
from ogp_desktop.ui.widgets.notice import Banner
from tests.support.pages_run import RunPage

Open = Callable[..., RunPage]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def strip(page: RunPage) -> StripState:
    state = page.screen.strip._state
    assert state is not None
    return state


def test_whole_clock_is_driven_by_keys_while_typing(open_page: Open) -> None:
    page = open_page()
    page.screen.show_pane("notes")
    page.press(Qt.Key.Key_F5)
    assert strip(page).state is TimerState.RUNNING
    page.press(Qt.Key.Key_F8)
    assert strip(page).item_id == "q1"
    planned = strip(page).planned_minutes
    page.press(Qt.Key.Key_Up, CTRL)
    assert strip(page).planned_minutes == planned + 1
    page.press(Qt.Key.Key_Down, CTRL)
    assert strip(page).planned_minutes == planned
    page.press(Qt.Key.Key_F8, SHIFT)
    assert strip(page).item_id == "welcome"
    page.press(Qt.Key.Key_F5)
    assert strip(page).state is TimerState.PAUSED


def test_single_keys_work_only_while_nothing_is_typed(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F5)
    field = page.screen.findChild(QPlainTextEdit)
    assert field is not None
    field.setFocus()
    page.press(Qt.Key.Key_N)
    assert strip(page).item_id == "welcome"
    field.clearFocus()
    page.qtbot.keyClick(page.screen, Qt.Key.Key_N)
    assert strip(page).item_id == "q1"
    page.qtbot.keyClick(page.screen, Qt.Key.Key_Space)
    assert strip(page).state is TimerState.PAUSED


def test_single_keys_can_be_switched_off(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F5)
    page.screen.keys.ask_for_single_keys(lambda: False)
    for widget in page.screen.findChildren(QPlainTextEdit):
        widget.clearFocus()
    page.qtbot.keyClick(page.screen, Qt.Key.Key_N)
    assert strip(page).item_id == "welcome"


def test_space_belongs_to_the_button_that_has_the_focus(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F5)
    planned = strip(page).planned_minutes
    more = page.button("One minute more")
    more.setFocus()
    page.press(Qt.Key.Key_Space)
    assert strip(page).planned_minutes == planned + 1
    assert strip(page).state is TimerState.RUNNING


def test_page_keys_of_a_clicker_move_the_prompt_even_while_typing(open_page: Open) -> None:
    page = open_page()
    page.screen.show_pane("notes")
    page.press(Qt.Key.Key_PageDown)
    state = page.screen._state
    assert state is not None
    assert state.question.prompts[0].is_on_screen
    page.press(Qt.Key.Key_PageUp)
    assert page.screen._state is not None
    assert page.screen._state.question.is_on_screen


def test_one_button_is_filled_whatever_the_state(open_page: Open) -> None:
    page = open_page()

    def filled() -> list[str]:
        buttons = [one for one in page.buttons() if isinstance(one, Button)]
        return [one.text() for one in buttons if one._kind == "primary"]

    assert filled() == ["Start"]
    page.click("Start")
    assert filled() == ["Next: Question 1"]
    page.model.go_to("close")
    assert filled() == ["End the conversation"]
    page.click("End the conversation")
    assert filled() == ["Review"]


def test_review_is_asked_of_the_shell_after_the_end(open_page: Open) -> None:
    page = open_page()
    page.model.start_or_pause()
    page.model.end()
    with page.qtbot.waitSignal(page.screen.stage_requested) as asked:
        page.click("Review")
    assert asked.args == [Stage.REVIEW]


def test_jumping_in_the_agenda_by_keyboard_moves_the_clock_and_no_note(
    open_page: Open, desk: Desk
) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F5)
    page.press(Qt.Key.Key_F4)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    assert strip(page).item_id == "q2"
    assert page.screen._state is not None
    assert page.screen._state.question.id == "q2"
    assert reading.notes_of(desk.workplace, conversation_id=page.model._id) == ()


def test_agenda_and_prompts_are_lists_whose_rows_say_whole_sentences(open_page: Open) -> None:
    page = open_page()
    for part in (page.screen.agenda, page.screen.question):
        view = part.findChild(QListView)
        assert view is not None
        access = QAccessible.queryAccessibleInterface(view)
        assert access.role() == QAccessible.Role.List
        assert access.child(0).role() == QAccessible.Role.ListItem
        words = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert len(words.split()) > 2


def test_everything_that_takes_focus_has_a_name(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F5)
    parts: list[QWidget] = [page.screen.strip, page.screen.agenda, page.screen.question]
    for part in parts:
        for widget in part.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                access = QAccessible.queryAccessibleInterface(widget)
                assert access.text(QAccessible.Text.Name), widget


def test_overtime_banner_opens_without_taking_the_cursor(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F5)
    page.press(Qt.Key.Key_F8)
    page.screen.show_pane("notes")
    before = QApplication.focusWidget()
    page.pass_time(minutes=strip(page).planned_minutes + 1)
    page.click("Keep going")
    assert QApplication.focusWidget() is before
    assert not any(banner.isVisible() for banner in page.screen.findChildren(Banner))


def test_taking_an_offer_changes_the_agenda(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F5)
    page.press(Qt.Key.Key_F8)
    planned = strip(page).planned_minutes
    page.pass_time(minutes=planned + 1)
    page.click("End 5 min later")
    assert strip(page).planned_minutes == planned + 5


def test_gap_question_stands_in_the_page_until_answered(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F5)
    page.pass_time(minutes=1)
    page.sleep(minutes=8)
    messages = page.screen.findChild(RunMessages)
    assert messages is not None
    assert page.button("It stopped").isVisible()
    page.click("It stopped")
    assert not [one for one in page.buttons() if one.text() == "It stopped"]
    assert strip(page).left_s == (strip(page).planned_minutes - 1) * 60


def test_wrap_up_and_over_are_announced_once_a_minute_at_most(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(run_screen, "announce", lambda _widget, text: said.append(text))
    page = open_page()
    page.press(Qt.Key.Key_F5)
    page.pass_time(minutes=strip(page).planned_minutes + 1)
    page.press(Qt.Key.Key_Up, CTRL)
    page.press(Qt.Key.Key_Up, CTRL)
    page.press(Qt.Key.Key_Down, CTRL)
    page.press(Qt.Key.Key_Down, CTRL)
    assert said == ["Welcome: time to wrap up.", "Welcome: time is up."]


def test_key_sheet_opens_searches_and_closes_without_a_window(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F1)
    sheet = page.screen.findChild(KeySheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert not sheet.isWindow()
    search = sheet.findChild(QLineEdit)
    assert search is not None
    page.qtbot.keyClicks(search, "blank")
    view = sheet.findChild(QListView)
    assert view is not None
    assert 2 <= view.model().rowCount() <= 6
    page.qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_search_in_keys_keeps_headings_only_with_lines() -> None:
    assert key_lines("no such thing") == []
    lines = key_lines("F11")
    assert [bool(line.keys) for line in lines] == [False, True] * 2  # on Run, and reading back


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 752), 1.0), ((1024, 552), 1.0), ((1280, 704), 2.0), ((1024, 504), 2.0)],
)
@pytest.mark.parametrize("pane", ["agenda", "question", "notes"])
def test_page_fits_and_no_button_is_cut(
    open_page: Open, desk: Desk, size: tuple[int, int], scale: float, pane: str
) -> None:
    desk.theme.apply(QApplication.instance(), "light", scale)
    page = open_page(size)
    page.press(Qt.Key.Key_F5)
    page.press(Qt.Key.Key_F8)
    page.screen.show_pane(pane)
    page.pass_time(minutes=strip(page).planned_minutes + 1)
    QApplication.processEvents()
    layout = page.screen.layout()
    assert layout is not None

    def fits() -> bool:
        need = layout.totalMinimumSize()
        return need.width() <= size[0] and need.height() <= size[1]

    page.qtbot.waitUntil(fits)  # rows of chips settle one round after their width
    for part in (page.screen.strip, page.screen.agenda, page.screen.foot):
        for button in part.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()
                assert min(button.width(), button.height()) >= 24
    assert page.screen.strip.findChild(TimerDigits).isVisible()


def test_columns_follow_the_width_and_the_text_size(open_page: Open) -> None:
    page = open_page((1280, 752))

    def shown() -> list[str]:
        parts = {
            "agenda": page.screen.agenda,
            "question": page.screen.question,
            "notes": page.screen.notes,
        }
        return [name for name, part in parts.items() if part.isVisible()]

    assert shown() == ["agenda", "question", "notes"]
    page.screen.resize(1024, 552)
    assert shown() == ["question", "notes"]
    page.press(Qt.Key.Key_F4)
    assert shown() == ["agenda", "notes"]
    page.press(Qt.Key.Key_Escape)
    assert shown() == ["question", "notes"]
    page.screen.resize(700, 500)
    assert shown() == ["notes"]
    page.press(Qt.Key.Key_F6)
    assert shown() == ["agenda"]


def test_text_size_keys_are_remembered(open_page: Open, desk: Desk) -> None:
    page = open_page()
    page.press(Qt.Key.Key_Plus, CTRL)
    assert desk.preferences().text_scale == 1.25
    page.press(Qt.Key.Key_0, CTRL)
    assert desk.preferences().text_scale == 1.0


def test_stage_keys_ask_the_shell(open_page: Open) -> None:
    page = open_page()
    with page.qtbot.waitSignal(page.screen.stage_requested) as asked:
        page.press(Qt.Key.Key_PageDown, CTRL)
    assert asked.args == [Stage.VIEWS]


def test_audience_window_opens_by_key_says_only_one_screen_and_hears_the_clicker(
    open_page: Open,
) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F11)
    assert page.screen.foot.words == "Only one screen found"
    room = next(one for one in QApplication.topLevelWidgets() if one.windowTitle())
    page.qtbot.keyClick(room, Qt.Key.Key_PageDown)
    assert page.screen._state is not None
    assert page.screen._state.question.prompts[0].is_on_screen
    page.qtbot.keyClick(room, Qt.Key.Key_B)
    assert page.screen._state.is_blank
    with page.qtbot.waitSignal(room.destroyed):
        page.press(Qt.Key.Key_F11)
    assert page.screen.foot.words == "The audience screen is off"


def test_room_window_goes_with_its_owner(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    owner = QObject()
    output = AudienceOutput(theme, owner)
    output.open(host)
    window = output.window
    assert window is not None
    with qtbot.waitSignal(window.destroyed):
        owner.deleteLater()


def test_key_event_of_the_room_that_means_nothing_is_left_alone(open_page: Open) -> None:
    page = open_page()
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier)
    with page.qtbot.assertNotEmitted(page.screen.keys.pressed):
        page.screen.keys.press(event)


def test_columns_are_as_wide_as_before_when_large_text_is_small_again(
    open_page: Open, desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    page = open_page((1024, 552))
    before = page.screen.question.width()
    for scale in (2.0, 1.0):
        desk.theme.apply(qapp, "light", scale)
        QApplication.sendPostedEvents()
    qtbot.waitUntil(lambda: page.screen.question.width() == before)


def test_box_that_is_written_in_is_whole_before_the_first_note(open_page: Open, desk: Desk) -> None:
    desk.theme.apply(QApplication.instance(), "light", 2.0)
    page = open_page((1024, 504))
    box = page.screen.notes.entry.box
    page.qtbot.waitUntil(lambda: box.height() >= box.heightForWidth(box.width()))
