"""Preparing a conversation as a host does: every value kept, the agenda follows, nothing silent."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.conversation import ConversationState, Role
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.timing_log import TimingKind
from ogp_desktop.services import reading, running
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.widgets.button import Button
from tests.support.clock import FixedClock
from tests.support.pages_prepare import PreparePage

Open = Callable[..., PreparePage]


def _items(page: PreparePage) -> list[tuple[str, int]]:
    blocks = running_order(page.conversation().agenda).blocks
    return [(item.id, item.minutes) for item in blocks]


def test_typed_title_and_place_are_on_disk(open_page: Open) -> None:
    page = open_page()
    page.type_text("Title", "Open forum")
    page.type_text("Place", "Lome")
    kept = page.conversation().preparation
    assert (kept.title, kept.place) == ("Open forum", "Lome")


def test_typing_is_kept_without_leaving_the_field(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    qtbot.keyClicks(page.screen.form.title, "!")
    qtbot.waitUntil(lambda: page.conversation().preparation.title.endswith("!"), timeout=3000)


def test_leaving_keeps_what_was_just_typed(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    qtbot.keyClicks(page.screen.form.title, "?")
    page.screen.leave()
    assert page.conversation().preparation.title.endswith("?")


def test_usual_length_plans_the_agenda_anew(open_page: Open) -> None:
    page = open_page()
    page.press("60")
    assert page.conversation().agenda.minutes == 60
    assert page.says("60 of 60 min")
    assert page.says("Not talked about in the group")


def test_any_length_may_be_typed(open_page: Open) -> None:
    page = open_page()
    page.type_number("Minutes", 77)
    assert page.says("77 of 77 min")


def test_refused_length_is_said_beside_its_field_and_holds_the_start(open_page: Open) -> None:
    page = open_page()
    page.type_number("Minutes", 400)
    assert page.says("Between 15 and 240.")
    assert page.conversation().preparation.minutes == 90
    assert not page.button("Start").isEnabled()
    page.type_number("Minutes", 45)
    assert not page.says("Between 15 and 240.")
    assert page.button("Start").isEnabled()


def test_words_are_kept_while_a_number_is_refused(open_page: Open) -> None:
    page = open_page()
    page.type_number("Minutes", 400)
    page.type_text("Title", "Kept anyway")
    assert page.conversation().preparation.title == "Kept anyway"
    assert page.says("Between 15 and 240.")


def test_longer_question_is_offered_a_fit_that_can_be_undone(open_page: Open) -> None:
    page = open_page()
    assert not page.offers("Fit to time")
    planned = page.conversation().agenda
    page.type_number("Minutes of Question 3", 21)
    assert page.says("98 of 90 min")
    assert page.says("Fit to time would give")
    assert page.conversation().agenda.surplus_minutes == 8
    page.press("Fit to time")
    assert page.conversation().agenda.surplus_minutes == 0
    page.press("Undo")
    assert page.conversation().agenda.surplus_minutes == 8
    page.press("Undo")
    assert page.conversation().agenda == planned
    assert not page.offers("Undo")


def test_question_is_left_to_each_person_and_taken_back(open_page: Open) -> None:
    page = open_page()
    planned = page.conversation().agenda
    page.press("Question 2: on the individual sheet only")
    assert page.conversation().agenda.group_questions == ("q1", "q3")
    assert page.says("90 of 90 min")
    assert page.says("Question 2 is on the individual sheet now; its 9 min went to Question 1.")
    assert page.says("Not talked about in the group, but on the individual sheet: Question 2.")
    page.press("Question 2 back to the group")
    assert _items(page) == [(item.id, item.minutes) for item in running_order(planned).blocks]
    assert page.says("Question 2 is talked about in the group again; 9 min came from Question 1.")
    page.press("Undo")
    assert page.conversation().agenda.group_questions == ("q1", "q3")
    page.press("Undo")
    assert page.conversation().agenda == planned


def test_cursor_stays_in_the_agenda_when_its_button_goes(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    for words in ("Question 2: on the individual sheet only", "Question 2 back to the group"):
        button = page.button(words)
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert page.screen.focusWidget() is page.button("Undo")


def test_first_question_stays_in_the_group(open_page: Open) -> None:
    page = open_page()
    assert not page.offers("Question 1: on the individual sheet only")


def test_question_left_alone_stays_so_when_more_people_come(open_page: Open) -> None:
    page = open_page()
    page.press("Question 2: on the individual sheet only")
    page.type_number("People", 25)
    assert page.conversation().agenda.group_questions == ("q1", "q3")
    assert page.says("90 of 90 min")


def test_question_taken_back_where_there_is_no_time_is_said_to_be_too_long(
    open_page: Open,
) -> None:
    page = open_page()
    page.type_number("Minutes", 20)
    page.press("Question 2 back to the group")
    assert "q2" in page.conversation().agenda.group_questions
    assert page.says("too long") or page.says("Too tight")


def test_protected_item_does_not_go_below_its_minimum(open_page: Open) -> None:
    page = open_page()
    for _ in range(20):
        if page.button("One minute less for Individual views").isEnabled():
            page.press("One minute less for Individual views")
    individual = page.conversation().agenda.blocks[-2]
    assert (individual.id, individual.minutes) == ("individual", individual.minimum)


def test_undo_brings_back_the_length_of_before(open_page: Open) -> None:
    page = open_page()
    page.press("60")
    page.press("Undo")
    assert page.conversation().preparation.minutes == 90


def test_roles_and_way_are_kept(open_page: Open) -> None:
    page = open_page()
    page.press("Timekeeper")
    page.press("Hybrid")
    kept = page.conversation().preparation
    assert kept.roles == {Role.NOTE_TAKER, Role.TIMEKEEPER}
    assert kept.format == "hybrid"
    assert page.says("Hybrid is our addition")
    assert page.offers("Remote co-host")


def test_groups_are_counted_and_never_more_than_the_room(open_page: Open) -> None:
    page = open_page()
    page.type_number("Media", 3)
    assert page.conversation().preparation.group_counts == {"media": 3}
    page.type_number("Civil society", 16)
    assert page.says("More than the 18 people in the room.")


def test_start_starts_the_clock_and_asks_for_run(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    with qtbot.waitSignal(page.screen.stage_requested) as asked:
        page.press("Start")
    assert asked.args == [Stage.RUN]
    assert page.conversation().state is ConversationState.RUNNING


def test_start_keeps_what_was_just_typed(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    qtbot.keyClicks(page.screen.form.title, "!")
    page.press("Start")
    assert page.conversation().preparation.title.endswith("!")
    assert page.conversation().state is ConversationState.RUNNING


def test_start_leads_back_to_run_when_the_clock_goes_already(
    open_page: Open, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page()
    made = page.conversation().id
    desk.bus.tell(running.start(desk.workplace, conversation_id=made))
    assert page.says("The clock is running")
    with qtbot.waitSignal(page.screen.stage_requested) as asked:
        page.press("Go back to Run")
    assert asked.args == [Stage.RUN]
    log = reading.timing_log(desk.workplace, conversation_id=made)
    assert [event.kind for event in log] == [TimingKind.STARTED]


def test_leaving_says_that_a_prepared_conversation_is_ready(open_page: Open) -> None:
    page = open_page()
    page.type_text("Title", " ")
    page.screen.leave()
    assert page.conversation().state is ConversationState.DRAFT
    page.type_text("Title", "Open forum")
    page.screen.leave()
    assert page.conversation().state is ConversationState.READY


def test_leaving_keeps_a_draft_whose_agenda_does_not_fit(open_page: Open) -> None:
    page = open_page()
    page.type_text("Title", "Open forum")
    page.type_number("Minutes of Question 3", 21)
    page.screen.leave()
    assert page.conversation().state is ConversationState.DRAFT


def test_started_plan_is_shown_and_its_title_may_still_change(open_page: Open, desk: Desk) -> None:
    page = open_page()
    made = page.conversation().id
    desk.bus.tell(running.start(desk.workplace, conversation_id=made))
    assert page.says("The conversation has started.")
    assert not page.offers("One minute less for Question 1")
    page.type_text("Title", "Held in Lome")
    assert page.conversation().preparation.title == "Held in Lome"


def test_only_one_screen_is_said_and_looked_for_again(open_page: Open) -> None:
    page = open_page()
    assert page.says("Only one screen found. You can still run; read the question aloud.")
    assert not page.offers("Test")
    page.press("Look again")
    assert page.says("Looked at ")
    assert page.says("let the computer extend its screen")


def test_closed_kit_says_what_is_still_possible(open_page: Open, desk: Desk) -> None:
    page = open_page()
    assert not page.offers("What now?")
    assert isinstance(desk.workplace.clock, FixedClock)
    desk.workplace.clock.advance(timedelta(days=40))
    desk.bus.tell(changes(Touched.CONVERSATIONS))
    assert page.says("Closed 31 August 2022.")
    page.press("What now?")
    assert page.says("may not be read")
    page.press("Use for practice or my own report")
    assert not page.says("may not be read")


def test_agenda_is_a_tab_where_two_columns_fit(open_page: Open) -> None:
    page = open_page((1024, 552))
    assert not page.screen.agenda.isVisible()
    page.press("Agenda: 90 of 90 min")
    assert page.screen.agenda.isVisible()
    assert not page.screen.form.isVisible()
    page.screen.resize(1280, 752)
    assert page.screen.agenda.isVisible()
    assert page.screen.form.isVisible()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 752), (1024, 552)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_at_any_text_size(
    open_page: Open, desk: Desk, qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    desk.theme.apply(qapp, "light", scale)
    page = open_page(size)
    qapp.processEvents()
    page.screen.resize(*size)
    qapp.processEvents()
    assert page.screen.minimumSizeHint().width() <= size[0]
    assert page.screen.minimumSizeHint().height() <= size[1]
    start = page.button("Start")
    foot = start.mapTo(page.screen, start.rect().bottomRight())
    assert page.screen.rect().contains(foot)
    cut = [
        label.text()
        for label in page.screen.findChildren(QLabel)
        if label.isVisible()
        and label.text()
        and label.wordWrap()
        and label.height() < label.heightForWidth(label.width())
    ]
    narrow = [
        button.text()
        for button in page.screen.findChildren(Button)
        if button.isVisible() and button.width() < button.sizeHint().width()
    ]
    assert (cut, narrow) == ([], [])
    desk.theme.apply(qapp, "light", 1.0)


def test_everything_the_keyboard_reaches_has_a_name(open_page: Open) -> None:
    page = open_page()
    unnamed = [
        widget
        for widget in page.focusable()
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


class Marking(QTranslator):
    """A language in which every text stands in angle brackets."""

    def translate(
        self, _context: str, source: str, _note: str | None = None, _count: int = -1
    ) -> str:
        """Return the text, marked."""
        return f"<{source}>"

    def isEmpty(self) -> bool:
        """It translates everything."""
        return False


def test_language_switch_reaches_every_word_at_once(open_page: Open, qapp: QApplication) -> None:
    page = open_page()
    language = Marking()
    qapp.installTranslator(language)
    try:
        assert page.offers("<Start>")
        words = {label.text() for label in page.screen.agenda.findChildren(QLabel)}
        buttons = {chip.text() for chip in page.screen.form.findChildren(QAbstractButton)}
    finally:
        qapp.removeTranslator(language)
    assert {"<Agenda>", "<Question 1>", "<Protected>", "<Individual views>"} <= words
    assert {"<In person>", "<Note-taker>"} <= buttons


def test_tab_reaches_the_start_from_the_title(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.screen.form.title.setFocus()
    start = page.button("Start")
    for _ in range(120):
        focus = page.screen.focusWidget()
        if focus is start:
            return
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(page.screen.focusWidget())
