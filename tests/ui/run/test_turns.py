"""Turns are counted by a click or a digit, for the host alone, and forgotten at the end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ogp_desktop.domain.turns import Turns, TurnsBy
from ogp_desktop.services import preparing, reading
from ogp_desktop.ui.audience.audience_state import AudienceState
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.run_menu import RunMenu
from ogp_desktop.ui.run.run_state import RunState
from ogp_desktop.ui.run.turns_model import TurnsModel
from tests.support.pages_run import RunPage, new_conversation

pytestmark = pytest.mark.slow

Open = Callable[..., RunPage]
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
HINT = "A few seats have had most turns. Invite others?"


def _model(page: RunPage) -> TurnsModel:
    found = page.screen.findChild(TurnsModel)
    assert found is not None
    return found


def _counting(open_page: Open) -> RunPage:
    page = open_page()
    page.model.start_or_pause()
    page.press(Qt.Key.Key_S, BOTH)
    return page


def _counts(page: RunPage) -> dict[str, int]:
    return {one.who: one.count for one in _model(page).state().counters if one.count}


def _shown(page: RunPage) -> set[str]:
    return {one.text() for one in page.screen.turns.findChildren(QLabel) if one.isVisible()}


def test_nothing_is_counted_until_it_is_switched_on(open_page: Open) -> None:
    page = open_page()
    assert not page.screen.turns.isVisible()
    menu = page.screen.findChild(RunMenu)
    assert menu is not None
    next(one for one in menu.made().actions() if one.text() == "Count turns by seat").trigger()
    assert page.screen.turns.isVisible()
    next(one for one in menu.made().actions() if one.text() == "Count turns by seat").trigger()
    assert not page.screen.turns.isVisible()


def test_digit_and_click_are_one_turn_each_and_can_be_taken_back(open_page: Open) -> None:
    page = _counting(open_page)
    page.press(Qt.Key.Key_3)
    page.click("Seat 12")
    page.press(Qt.Key.Key_3)
    assert _counts(page) == {"3": 2, "12": 1}
    assert page.button("Seat 3: 2 turn").text() == "3 (2)"
    page.press(Qt.Key.Key_Backspace)
    page.click("Take the last turn back")
    assert _counts(page) == {"3": 1}


def test_click_leaves_the_cursor_in_the_note(open_page: Open) -> None:
    page = _counting(open_page)
    page.press(Qt.Key.Key_Escape)
    before = page.screen.focusWidget()
    page.click("Seat 1")
    assert page.screen.focusWidget() is before


def test_hint_comes_when_few_have_most_and_goes_when_others_speak(open_page: Open) -> None:
    page = _counting(open_page)
    told: list[None] = []
    _model(page).few_heard.connect(lambda: told.append(None))
    for _ in range(12):
        _model(page).take("1")
    assert HINT in _shown(page)
    for seat in range(2, 13):
        _model(page).take(str(seat))
        _model(page).take(str(seat))
    assert HINT not in _shown(page)
    assert len(told) == 1


def test_who_had_how_many_is_in_no_file_and_forgotten_at_the_end(
    open_page: Open, tmp_path: Path
) -> None:
    page = _counting(open_page)
    tallies = []
    for seats in (["1"] * 9, [str(seat) for seat in range(1, 10)]):
        for seat in seats:
            _model(page).take(seat)
        kept = reading.prepared(page.desk.workplace, conversation_id=page.model._id).conversation
        tallies.append(kept.preparation.turns)
        for _ in seats:
            _model(page).undo()
    assert tallies[0] == tallies[1]  # nine of one seat and nine seats leave the same behind
    assert tallies[0] is not None
    assert tallies[0].total == 9
    _model(page).take("5")
    page.model.end()
    assert _model(page)._turns == Turns()
    assert not page.screen.turns.isVisible()


def test_opening_again_begins_anew_with_the_total_kept(open_page: Open) -> None:
    page = _counting(open_page)
    _model(page).take("5")
    course = reading.course(page.desk.workplace, conversation_id=page.model._id)
    state = TurnsModel(page.desk, course).state()
    assert (state.total, sum(one.count for one in state.counters)) == (1, 0)


def test_room_sees_nothing_of_it(open_page: Open) -> None:
    page = _counting(open_page)
    seen: list[AudienceState] = []
    page.model.state_changed.connect(lambda state: seen.append(_room_of(state)))
    page.model.show()
    for _ in range(12):
        _model(page).take("1")
    page.model.show()
    assert seen[0] == seen[-1]


def _room_of(state: RunState) -> AudienceState:
    return state.audience


@pytest.mark.parametrize(
    ("people", "ways"),
    [
        (2, (TurnsBy.SEAT,)),  # a group would point at somebody
        (30, (TurnsBy.SEAT, TurnsBy.GROUP)),
        (31, (TurnsBy.GROUP,)),
    ],
)
def test_ways_of_counting_fit_the_room(
    desk: Desk, qtbot: object, people: int, ways: tuple[TurnsBy, ...]
) -> None:
    id_ = new_conversation(desk)
    at = desk.workplace
    preparation = reading.prepared(at, conversation_id=id_).conversation.preparation
    preparing.change_preparation(
        at, conversation_id=id_, preparation=replace(preparation, people=people)
    )
    course = reading.course(at, conversation_id=id_)
    assert TurnsModel(desk, course).state().ways == ways
