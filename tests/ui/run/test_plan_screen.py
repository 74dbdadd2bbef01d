"""Fitting to time and editing the plan on Run, as a host does it: keys, buttons and menus."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from ogp_desktop.domain.refit_goal import FitTo
from ogp_desktop.domain.replanning import AddedKind
from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.services import replanning, reviewing
from ogp_desktop.ui.run.agenda_column import AgendaList
from ogp_desktop.ui.run.agenda_menu import ItemDeed
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.run.plan_state import FitState, PlanNews
from ogp_desktop.ui.run.run_state import ItemState
from ogp_desktop.ui.widgets.label import Label
from tests.support.pages_run import RunPage
from tests.ui.run.test_run_model import state_of, strip_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

Open = Callable[..., RunPage]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def fit_of(page: RunPage) -> FitState:
    fit = page.plan._fit
    assert fit is not None
    return fit


def news_of(page: RunPage) -> PlanNews | None:
    return page.plan._news


def items_of(page: RunPage) -> dict[str, ItemState]:
    return {item.id: item for item in state_of(page.model).items}


def shown_words(page: RunPage) -> str:
    return " ".join(one.text() for one in page.screen.findChildren(Label) if one.isVisible())


def begun(page: RunPage, *, minutes: float = 0) -> RunPage:
    page.model.start_or_pause()
    page.pass_time(minutes=minutes)
    return page


def agenda_list(page: RunPage) -> AgendaList:
    found = page.screen.findChild(AgendaList)
    assert found is not None
    return found


def choose_in_menu(page: RunPage, words: str) -> None:
    """Choose in the menu that is open, its sub-menus included."""
    menus = [one for one in page.screen.findChildren(QMenu) if one.actions()]
    actions = [action for menu in menus for action in menu.actions()]
    next(action for action in actions if action.text().startswith(words)).trigger()
    for menu in menus:
        menu.close()


def test_fit_is_previewed_beside_the_notes_and_changes_nothing_until_taken(
    open_page: Open,
) -> None:
    page = begun(open_page(), minutes=12)
    before = page.model.facts.entries
    page.press(Qt.Key.Key_F9)
    assert page.screen.fit.isVisible()
    assert page.screen.notes.isVisible()
    page.plan.fit_to_minutes(40)
    rows = {row.item_id: row for row in fit_of(page).rows}
    assert rows["q2"].after is None
    assert rows["individual"].before == rows["individual"].after
    assert page.model.facts.entries == before
    page.click("Take this plan")
    assert not page.screen.fit.isVisible()
    assert page.model.now().session_left_s == 40 * 60
    items = items_of(page)
    assert items["q2"].is_left_out
    assert "individual sheet" in shown_words(page)


def test_taken_fit_is_undone_by_its_button_and_brought_back_by_the_next(open_page: Open) -> None:
    page = begun(open_page(), minutes=12)
    was = dict(page.model.facts.spent.plan.planned_s)
    page.plan.open_fit()
    page.plan.fit_to_minutes(40)
    page.plan.take_fit()
    fitted = dict(page.model.facts.spent.plan.planned_s)
    page.pass_time(seconds=5)
    page.click("Undo")
    assert page.model.facts.spent.plan.planned_s == was
    page.pass_time(seconds=5)
    page.click("Redo")
    assert page.model.facts.spent.plan.planned_s == fitted


def test_escape_keeps_the_plan_and_goes_back_to_the_note(open_page: Open) -> None:
    page = begun(open_page())
    page.press(Qt.Key.Key_F9)
    page.press(Qt.Key.Key_Escape)
    assert not page.screen.fit.isVisible()
    assert page.screen.question.isVisible()
    focus = QApplication.focusWidget()
    notes = page.screen.findChild(NotesPane)
    assert notes is not None
    assert focus is None or notes.isAncestorOf(focus)


def test_late_room_is_fitted_before_the_start(open_page: Open) -> None:
    page = open_page()
    page.press(Qt.Key.Key_F9)
    end_at = page.desk.workplace.clock.now() + timedelta(minutes=50)
    page.plan.fit_to_end(end_at.hour, end_at.minute)
    page.click("Take this plan")
    page.click("Start")
    left = page.model.now().session_left_s
    assert 49 * 60 < left <= 50 * 60
    assert strip_of(page.model).is_on_plan


@pytest.mark.parametrize("minutes", [0, -10, 3])
def test_minutes_that_are_too_few_say_what_is_missing_and_offer_what_fits(
    open_page: Open, minutes: int
) -> None:
    page = begun(open_page(), minutes=3)
    page.press(Qt.Key.Key_F9)
    page.plan.fit_to(FitTo.MINUTES)
    page.plan.fit_to_minutes(minutes)
    missing = fit_of(page).missing
    assert missing > 0
    assert f"{missing} minute" in shown_words(page)
    assert not page.button("Take this plan").isEnabled()
    page.click("Plan ")
    assert page.button("Take this plan").isEnabled()
    assert fit_of(page).minutes == minutes + missing


def test_end_that_is_past_is_said_to_be_and_a_later_one_offered(open_page: Open) -> None:
    page = begun(open_page(), minutes=3)
    page.press(Qt.Key.Key_F9)
    past = page.desk.workplace.clock.now() - timedelta(minutes=30)
    page.plan.fit_to_end(past.hour, past.minute)
    assert "is past" in shown_words(page)
    page.click("End at")
    assert fit_of(page).ends_at == fit_of(page).end_at
    page.click("Take this plan")
    assert news_of(page) is not None


def test_preview_follows_a_change_made_elsewhere_and_a_blind_taking_is_refused(
    open_page: Open,
) -> None:
    page = begun(open_page(), minutes=3)
    page.plan.open_fit()
    page.plan.fit_to_minutes(40)
    replanning.add_item(
        page.desk.workplace,
        conversation_id=page.model.conversation_id,
        kind=AddedKind.BREAK,
        minutes=9,
        after="q1",
    )
    page.plan.take_fit()
    assert "The plan changed in between" in shown_words(page)
    page.pass_time(seconds=1)
    assert "break" in {row.item_id for row in fit_of(page).rows}
    page.plan.take_fit()
    assert page.model.now().session_left_s == 40 * 60


def test_items_are_changed_by_keys_in_the_agenda_and_the_cursor_stays_on_them(
    open_page: Open,
) -> None:
    page = begun(open_page())
    page.press(Qt.Key.Key_F4)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Down)
    minutes = items_of(page)["q2"].minutes
    page.press(Qt.Key.Key_Plus)
    assert items_of(page)["q2"].minutes == minutes + 1
    page.pass_time(seconds=1)
    page.press(Qt.Key.Key_Down, SHIFT)
    assert list(items_of(page))[1:4] == ["q1", "q3", "q2"]
    held = agenda_list(page)
    assert held.rows.key_at(held.currentIndex()) == "q2"
    page.pass_time(seconds=1)
    page.press(Qt.Key.Key_Return, SHIFT)
    assert "Question 2 (2)" in [held.rows.index(row).data() for row in range(held.rows.rowCount())]
    page.pass_time(seconds=1)
    page.press(Qt.Key.Key_F9, SHIFT)
    assert "q2~2" not in items_of(page)


def test_menu_of_an_item_adds_after_it_and_a_key_skips_it(open_page: Open) -> None:
    page = begun(open_page())
    page.model.next_item()
    page.press(Qt.Key.Key_F4)
    agenda_list(page).request_menu()
    choose_in_menu(page, "Energiser")
    assert list(items_of(page))[1:3] == ["q1", "energiser"]
    page.pass_time(seconds=1)
    page.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert strip_of(page.model).item_id == "energiser"
    assert list(items_of(page))[1:3] == ["energiser", "q1"]
    page.pass_time(seconds=1)
    page.click("Undo")
    assert strip_of(page.model).item_id == "q1"


def test_second_part_of_a_question_shows_that_question(open_page: Open) -> None:
    page = begun(open_page())
    page.plan.split("q1")
    page.model.next_item()
    page.model.next_item()
    state = state_of(page.model)
    assert (state.item_id, state.question.id, state.stretch) == ("q1~2", "q1", None)
    assert page.button("Next: Question 2").isVisible()


def test_late_started_clock_is_set_back_and_undone_in_the_banner(open_page: Open) -> None:
    page = begun(open_page(), minutes=2)
    page.press(Qt.Key.Key_F9)
    page.plan.set_start(12)
    assert page.model.now().elapsed_s == 12 * 60
    assert "Started 12 min ago." in shown_words(page)
    page.click("Undo")
    assert page.model.now().elapsed_s == 2 * 60


def test_question_is_taken_back_into_the_group_after_a_preview(open_page: Open) -> None:
    page = begun(open_page(), minutes=5)
    page.plan.open_fit()
    page.plan.fit_to(FitTo.MINUTES)
    page.plan.fit_to_minutes(40)
    page.plan.take_fit()
    assert items_of(page)["q2"].is_left_out
    page.pass_time(seconds=5)
    agenda_list(page).menu_requested.emit("q2", QPoint())
    choose_in_menu(page, "Take back into the group")
    assert items_of(page)["q2"].is_left_out  # nothing changes until the preview is taken
    row = next(row for row in fit_of(page).rows if row.item_id == "q2")
    assert row.before is None
    assert row.after
    assert "Question 2 comes back." in shown_words(page)
    page.click("Take this plan")
    assert not items_of(page)["q2"].is_left_out
    assert "Question 2 is back in the group." in shown_words(page)
    page.click("Undo")
    assert items_of(page)["q2"].is_left_out


def test_preview_of_a_question_that_came_back_meanwhile_is_closed(open_page: Open) -> None:
    page = begun(open_page(), minutes=5)
    page.plan.open_fit()
    page.plan.fit_to_minutes(40)
    page.plan.take_fit()
    page.pass_time(seconds=5)
    page.plan.bring_back("q2")
    assert fit_of(page).back == 2
    page.press(Qt.Key.Key_F9, SHIFT)
    assert not items_of(page)["q2"].is_left_out
    assert page.plan._fit is None


def test_fit_begins_with_the_end_that_was_fixed_in_prepare(open_page: Open) -> None:
    page = begun(open_page(), minutes=5)
    agreed = page.model.now().planned_end_at
    fixed = agreed - timedelta(minutes=20)
    facts = page.model.facts
    page.model._facts = replace(facts, ends_by=fixed.time().replace(second=0, microsecond=0))
    page.press(Qt.Key.Key_F9)
    assert fit_of(page).end_at == fixed.replace(second=0, microsecond=0)


def test_which_item_gives_is_chosen_in_the_banner_and_can_be_undone(open_page: Open) -> None:
    page = begun(open_page())
    page.model.next_item()
    page.pass_time(minutes=strip_of(page.model).planned_minutes + 1)
    over = state_of(page.model).overtime
    assert over is not None
    other = over.givers[1]
    assert other.block_id is not None
    before = items_of(page)[other.block_id].minutes
    page.click("Take from another item")
    number = items_of(page)[other.block_id].number
    choose_in_menu(page, f"Question {number}: ")
    assert items_of(page)[other.block_id].minutes == before - other.seconds // 60
    assert state_of(page.model).overtime is None
    page.pass_time(seconds=1)
    page.click("Undo")
    assert items_of(page)[other.block_id].minutes == before
    assert strip_of(page.model).state is TimerState.OVER


def test_banner_opens_the_fit(open_page: Open) -> None:
    page = begun(open_page())
    page.model.next_item()
    page.pass_time(minutes=strip_of(page.model).planned_minutes + 1)
    page.screen.messages.fit_requested.emit()
    assert page.screen.fit.isVisible()


def test_what_cannot_be_done_is_said_and_changes_nothing(open_page: Open) -> None:
    page = begun(open_page())
    before = page.model.facts.entries
    page.plan.lengthen("individual", -60)
    assert "It cannot be shorter or longer." in shown_words(page)
    page.plan.move("close", -1)
    assert "That cannot be done now." in shown_words(page)
    assert page.model.facts.entries == before


def test_sentence_goes_when_another_change_comes_or_it_is_closed(open_page: Open) -> None:
    page = begun(open_page())
    page.plan.split("q1")
    page.pass_time(seconds=1)
    page.model.add_minutes(1)
    assert news_of(page) is None
    page.pass_time(seconds=1)
    page.plan.split("q2")
    page.click("Close")
    assert news_of(page) is None


def test_question_moved_out_is_left_to_individuals_in_review(open_page: Open) -> None:
    page = begun(open_page(), minutes=12)
    page.plan.open_fit()
    page.plan.fit_to_minutes(40)
    page.plan.take_fit()
    review = reviewing.reviewed(
        page.desk.workplace, conversation_id=page.model.conversation_id
    ).review
    coverage = {question.question_id: question.coverage.value for question in review.questions}
    assert coverage["q2"] == "individual"


@pytest.mark.parametrize("size", [(1280, 752), (1024, 552), (640, 400)])
def test_fit_can_be_used_in_every_layout(open_page: Open, size: tuple[int, int]) -> None:
    page = begun(open_page(size=size), minutes=3)
    page.press(Qt.Key.Key_F9)
    assert page.screen.fit.isVisible()
    page.click("Keep as it is")
    assert not page.screen.fit.isVisible()
    assert page.screen.notes.isVisible()


def test_deeds_of_every_kind_are_carried_out(open_page: Open) -> None:
    page = begun(open_page())
    for deed, item_id in (
        (ItemDeed.MORE, "q2"),
        (ItemDeed.LESS, "q2"),
        (ItemDeed.LATER, "q2"),
        (ItemDeed.EARLIER, "q2"),
        (ItemDeed.BREAK, "q1"),
        (ItemDeed.INTERPRETATION, "q1"),
        (ItemDeed.UNDO, "q1"),
    ):
        before = page.model.facts.entries
        page.pass_time(seconds=1)
        page.screen.agenda.deed_chosen.emit(deed, item_id)
        assert page.model.facts.entries > before
    assert list(items_of(page))[1:4] == ["q1", "break", "q2"]
