"""Reading back: the room sees what will be handed over, line by line, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.review import Line, ReadBack, Review
from ogp_desktop.domain.review_edits import reword, settle_check, take_out
from ogp_desktop.domain.review_lines import lines_of
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services import reading, reviewing
from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState, ScreenState
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.edit import Edit
from ogp_desktop.ui.review.places import CHECK, DISAGREEMENTS
from ogp_desktop.ui.review.read_back import PIECE, Passage, passages, pieces
from ogp_desktop.ui.review.rows import LineRow
from ogp_desktop.ui.translation import INTERFACE
from tests.support.pages_review import ReviewPage

pytestmark = pytest.mark.slow

Hold = Callable[..., ConversationId]
Open = Callable[..., ReviewPage]
NUMBER = "Call 0612345678 in the evening"


def drafted(desk: Desk, conversation_id: ConversationId) -> tuple[Review, LocalKit]:
    facts = reviewing.reviewed(desk.workplace, conversation_id=conversation_id)
    return facts.review, in_language(facts.kit, "en")


def read(review: Review, kit: LocalKit, **more: Any) -> tuple[Passage, ...]:
    given = {"held_back": frozenset[str](), "has_groups": False, **more}
    return passages(review, kit, INTERFACE, **given)


def texts(passage: Passage) -> list[str]:
    return [said.line.text for said in passage.said]


def seen(page: ReviewPage) -> AudienceState:
    """Return what the room's window was told to show."""
    return page.screen.read_back.picture._state


def output(page: ReviewPage) -> AudienceOutput:
    found = page.screen.findChild(AudienceOutput)
    assert isinstance(found, AudienceOutput)
    return found


@pytest.fixture
def page(hold: Hold, open_page: Open) -> ReviewPage:
    return open_page(hold())


def begin(page: ReviewPage) -> None:
    page.press("Read back on screen (F11)")
    in_front(page)


def in_front(page: ReviewPage) -> None:
    """Put the host's window in front, where this platform has put the new one."""
    page.screen.activateWindow()
    page.settle()


# What the room may see


def test_each_question_is_a_passage_of_its_own_and_disagreements_the_last(
    desk: Desk, hold: Hold
) -> None:
    review, kit = drafted(desk, hold())
    found = read(review, kit)
    assert [one.section for one in found] == ["q1", "q2", "q3", DISAGREEMENTS]
    first = review.questions[0]
    chosen = [item.line.text for item in first.items]
    assert [s.line.text for s in found[0].said if s.line.rank] == chosen
    assert [s.line.rank for s in found[0].said if s.line.rank] == [1, 2, 3]
    raised = {item.line.text for item in first.also_raised}
    assert raised
    assert raised.isdisjoint(texts(found[0]))
    assert texts(found[3]) == [line.text for line in review.disagreements]


def test_leans_are_read_with_their_reasons_and_boxes_with_their_names(
    desk: Desk, hold: Hold
) -> None:
    review, kit = drafted(desk, hold())
    leans, boxes = read(review, kit)[1:3]
    assert [one.key for one in leans.said if one.line_id is None] == [
        f"lean:{item.lean.choice_id}" for item in review.questions[1].choices
    ]
    reasons = sum(len(r) for item in review.questions[1].choices for r in item.reasons.values())
    assert sum(one.line_id is not None for one in leans.said) == reasons
    assert {one.line.label for one in boxes.said} >= {"Continue", "Stop", "Start"}


def test_groups_are_left_out_unless_they_are_wanted(desk: Desk, hold: Hold) -> None:
    review, kit = drafted(desk, hold())
    plain = [said.line.groups for one in read(review, kit) for said in one.said]
    assert not any(plain)
    named = [said.line.groups for one in read(review, kit, has_groups=True) for said in one.said]
    assert ("Civil society",) in named


def test_line_that_is_held_back_takes_what_stands_under_it_along(desk: Desk, hold: Hold) -> None:
    review, kit = drafted(desk, hold())
    card = review.questions[0].items[0]
    under = {line.text for lines in card.follow_ups.values() for line in lines}
    assert under
    shown = texts(read(review, kit, held_back=frozenset({card.line.id}))[0])
    assert card.line.text not in shown
    assert under.isdisjoint(shown)
    assert review.questions[0].items[1].line.text in shown


def test_question_without_a_line_is_passed_over(desk: Desk, hold: Hold) -> None:
    review, kit = drafted(desk, hold())
    for line in review.disagreements:
        review = take_out(review, line.id)
    assert [one.section for one in read(review, kit)] == ["q1", "q2", "q3"]


def test_long_line_is_read_in_pieces_that_lose_no_word(desk: Desk, hold: Hold) -> None:
    review, kit = drafted(desk, hold())
    card = review.questions[0].items[0].line
    text = " ".join(f"Sentence {n} says what the commune could do next year." for n in range(40))
    found = read(reword(review, card.id, text), kit)[0]
    mine = [said for said in found.said if said.key == card.id]
    assert len(mine) > 3
    assert " ".join(said.line.text for said in mine) == text
    assert [said.line.rank for said in mine] == [1] + [None] * (len(mine) - 1)


@pytest.mark.parametrize("text", ["", "short", "x" * (2 * PIECE + 5), "a b " * PIECE])
def test_pieces_are_short_and_whole(text: str) -> None:
    made = pieces(text)
    assert all(len(piece) <= PIECE for piece in made)
    assert "".join("".join(made).split()) == "".join(text.split())


# On the screen


def test_reading_begins_at_the_chosen_line_and_one_screen_is_said(page: ReviewPage) -> None:
    begin(page)
    assert output(page).is_open
    assert seen(page).mode is AudienceMode.READ_BACK
    assert page.screen.read_back.said == "Only one screen found"
    row = page.current().data(Qt.ItemDataRole.UserRole)
    assert isinstance(row, LineRow)
    state = seen(page)
    assert state.lines[state.reading].text == row.line.text
    assert not page.screen.foot.isVisible()


def test_line_goes_on_in_review_and_on_the_rooms_screen_together(page: ReviewPage) -> None:
    begin(page)
    before = seen(page)
    QTest.keyClick(page.rows, Qt.Key.Key_PageDown)
    page.settle()
    assert seen(page).reading == before.reading + 1
    row = page.current().data(Qt.ItemDataRole.UserRole)
    assert row.line.text == seen(page).lines[seen(page).reading].text
    QTest.keyClick(page.rows, Qt.Key.Key_PageUp)
    page.settle()
    assert seen(page) == before


def test_line_chosen_in_review_is_the_one_that_is_read(page: ReviewPage) -> None:
    begin(page)
    page.pick(page.rows, lambda row: isinstance(row, LineRow) and row.rank == 3)
    state = seen(page)
    assert state.lines[state.reading].rank == 3
    page.section(1)
    assert seen(page).number == 2
    page.section(8)
    assert page.screen.sections.currentIndex().data(Qt.ItemDataRole.UserRole).key == CHECK
    assert seen(page).number == 2  # what is no line leaves the room where it was


def test_questions_are_gone_through_by_key_to_the_disagreements(page: ReviewPage) -> None:
    begin(page)
    numbers = [seen(page).number]
    for _ in range(4):
        QTest.keyClick(page.rows, Qt.Key.Key_F8)
        page.settle()
        numbers.append(seen(page).number)
    assert numbers == [1, 2, 3, None, None]
    QTest.keyClick(page.rows, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    page.settle()
    assert seen(page).number == 3


def test_marks_are_kept_by_button_and_by_key_while_the_line_is_shown(page: ReviewPage) -> None:
    begin(page)
    first = page.current().data(Qt.ItemDataRole.UserRole).key
    assert page.screen.read_back.marks is not None
    page.screen.read_back.marks.radios()[0].click()
    assert seen(page).reading == 0
    page.press("Next line (PgDown)")
    second = page.current().data(Qt.ItemDataRole.UserRole).key
    QTest.keyClick(page.rows, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    marks = {line.id: line.read_back for line in lines_of(page.stored())}
    assert marks[first] is ReadBack.CONFIRMED
    assert marks[second] is ReadBack.DISPUTED
    assert page.screen.read_back.marks.key() == ReadBack.DISPUTED


def test_marks_by_the_digits_of_an_azerty_keyboard(page: ReviewPage) -> None:
    begin(page)
    key = page.current().data(Qt.ItemDataRole.UserRole).key
    QTest.keyClick(page.rows, Qt.Key.Key_Eacute, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    marks = {line.id: line.read_back for line in lines_of(page.stored())}
    assert marks[key] is ReadBack.CHANGED


def test_words_being_typed_are_kept_before_the_next_line(page: ReviewPage) -> None:
    begin(page)
    key = page.current().data(Qt.ItemDataRole.UserRole).key
    page.type("The contracts are published too late")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    page.settle()
    assert {line.id: line.text for line in lines_of(page.stored())}[key] == (
        "The contracts are published too late"
    )
    assert seen(page).lines[0].text == "The contracts are published too late"


def test_lean_is_read_and_not_marked(page: ReviewPage) -> None:
    begin(page)
    QTest.keyClick(page.rows, Qt.Key.Key_F8)
    page.settle()
    before = page.stored()
    assert page.screen.read_back.marks is not None
    assert not page.screen.read_back.marks.isEnabled()
    QTest.keyClick(page.rows, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.stored() == before


def test_line_with_a_number_is_shown_only_once_it_is_settled(page: ReviewPage) -> None:
    line = page.stored().questions[0].items[0].line
    page.screen.wishes.edit_requested.emit(Edit(change=lambda r: reword(r, line.id, NUMBER)))
    begin(page)
    assert NUMBER not in [one.text for one in seen(page).lines]
    assert "1 line" in page.screen.read_back._held_back.text()
    page.screen.wishes.edit_requested.emit(Edit(change=lambda r: settle_check(r, line.id)))
    assert NUMBER in [one.text for one in seen(page).lines]
    assert not page.screen.read_back._held_back.isVisible()


def test_blank_takes_the_lines_off_and_puts_them_back(page: ReviewPage) -> None:
    begin(page)
    shown = seen(page)
    QTest.keyClick(page.rows, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert seen(page) == replace(AudienceState(), language=shown.language)
    QTest.keyClick(page.rows, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert seen(page) == shown


def test_clicker_that_types_into_the_rooms_window_goes_on(page: ReviewPage) -> None:
    begin(page)
    window = output(page).window
    assert window is not None
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        window.key_pressed.emit(
            QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        )
    assert seen(page).reading == 1


def test_reading_stops_with_the_window_with_the_key_and_on_leaving(page: ReviewPage) -> None:
    begin(page)
    window = output(page).window
    assert window is not None
    window.close()
    page.settle()
    assert not page.screen.read_back.isVisible()
    assert page.screen.foot.isVisible()
    in_front(page)
    QTest.keyClick(page.rows, Qt.Key.Key_F11)
    assert output(page).is_open
    in_front(page)
    QTest.keyClick(page.rows, Qt.Key.Key_F11)
    assert not output(page).is_open
    begin(page)
    page.screen.leave()
    assert not output(page).is_open
    assert page.screen.foot.isVisibleTo(page.screen)


def test_keys_of_reading_are_the_pages_again_once_it_stopped(page: ReviewPage) -> None:
    begin(page)
    page.press("Stop reading (F11)")
    in_front(page)
    before = page.stored()
    QTest.keyClick(page.rows, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.stored() == before


def test_lost_screen_is_said_and_the_line_can_be_shown_again(page: ReviewPage) -> None:
    begin(page)
    page.press("Next line (PgDown)")
    out = output(page)
    out._is_lost = True
    out.close()
    out.lost.emit()
    page.settle()
    assert out.screen_state is ScreenState.LOST
    assert page.screen.read_back.said == "Audience screen lost"
    page.press("Show again")
    assert out.is_open
    assert seen(page).reading == 1


def test_last_line_offers_to_finish(page: ReviewPage) -> None:
    page.section(3)
    begin(page)
    page.press("Finish reading (F11)")
    assert not output(page).is_open


def test_notes_never_reach_the_room(desk: Desk, hold: Hold, open_page: Open) -> None:
    held = hold()
    notes = {note.text for note in reading.notes_of(desk.workplace, conversation_id=held)}
    page = open_page(held)
    lines: set[str] = set()
    begin(page)
    while page.screen.read_back.go.text().startswith("Next"):
        lines |= {one.text for one in seen(page).lines}
        page.screen.read_back.go.click()
    in_draft: list[Line] = list(lines_of(page.stored()))
    assert lines & notes <= {line.text for line in in_draft}
    parked = {n.text for n in reading.notes_of(desk.workplace, conversation_id=held) if n.is_parked}
    assert parked
    assert parked.isdisjoint(lines)


def test_lines_can_be_read_and_marked_while_the_conversation_still_runs(
    desk: Desk, hold: Hold, open_page: Open
) -> None:
    held = hold("close")
    page = open_page(held)
    begin(page)
    line = page.current().data(Qt.ItemDataRole.UserRole).key
    QTest.keyClick(page.rows, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    facts = reviewing.reviewed(desk.workplace, conversation_id=held)
    assert facts.is_preview
    assert {o.id: o.read_back for o in lines_of(facts.review)}[line] is ReadBack.CONFIRMED
    assert page.screen.read_back.marks is not None
    assert page.screen.read_back.marks.key() == ReadBack.CONFIRMED
