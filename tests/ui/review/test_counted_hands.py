"""Hands that were counted can be corrected in Review; too many are said, and never a dead key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.notes import Lean
from ogp_desktop.ui.review.lean_card import LeanCard
from ogp_desktop.ui.review.rows import LeanRow
from tests.support.pages_review import ReviewPage

pytestmark = pytest.mark.slow


@pytest.fixture
def page(open_page: Callable[..., ReviewPage], hold: Callable[..., ConversationId]) -> ReviewPage:
    """Give Review at the first choice of question 2."""
    page = open_page(hold())
    page.section(1)
    page.pick(page.rows, lambda row: isinstance(row, LeanRow))
    return page


def card(page: ReviewPage) -> LeanCard:
    found = page.rows.card
    assert isinstance(found, LeanCard)
    return found


def write(page: ReviewPage, *counts: str) -> None:
    for field, count in zip(card(page).hands.fields, counts, strict=False):
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(field, count)
        QTest.keyClick(field, Qt.Key.Key_Return)
    page.settle()


def kept(page: ReviewPage) -> Lean:
    return page.stored().questions[1].choices[0].lean


def said(page: ReviewPage) -> list[str]:
    return [one.text() for one in card(page).findChildren(QLabel) if one.isVisible()]


def test_counts_are_kept_beside_the_lean_and_said_in_the_list(page: ReviewPage) -> None:
    step = kept(page).step
    write(page, "7", "9", "2")
    assert kept(page).hands == (7, 9, 2)
    assert kept(page).step == step
    page.pick(page.rows, lambda row: isinstance(row, LeanRow) and row.number == 2)
    aloud = next(words for words in page.said(page.rows) if "7 to 9" in words)
    assert "Hands: 7 to 9, 2 undecided" in aloud


def test_more_hands_than_people_stay_in_sight_with_a_sentence_and_are_not_kept(
    page: ReviewPage,
) -> None:
    write(page, "25")
    assert card(page).hands.fields[0].count() == 25
    assert kept(page).hands_first is None
    assert "These counts do not fit: 18 people were in the room." in said(page)
    write(page, "5")
    assert kept(page).hands_first == 5
    assert "These counts do not fit: 18 people were in the room." not in said(page)


def test_count_is_taken_back_by_deleting_it(page: ReviewPage) -> None:
    write(page, "7")
    field = card(page).hands.fields[0]
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert kept(page).hands_first is None


def test_count_being_typed_is_kept_when_another_row_is_chosen(page: ReviewPage) -> None:
    field = card(page).hands.fields[1]
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "6")
    assert QApplication.focusWidget() is field
    page.pick(page.rows, lambda row: isinstance(row, LeanRow) and row.number == 2)
    assert kept(page).hands_second == 6


def test_undo_puts_the_counts_back(page: ReviewPage) -> None:
    write(page, "7")
    page.press("Undo")
    assert kept(page).hands_first is None
    assert card(page).hands.fields[0].count() is None
