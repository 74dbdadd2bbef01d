"""A thousand notes: read beside the window, measured where they are seen, and never jumping."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import note_taking
from ogp_desktop.ui.desk import Desk
from tests.support.pages_notes import NotesPage, new_conversation

T = TypeVar("T")
MANY = 200
KINDS = ("challenge", "take", "we", "opportunity", "other")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


class Held:
    """A lane that works only when it is told to."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], None]] = []

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do the work now, and keep the answer back."""
        del failed
        answer = work()
        self._jobs.append(lambda: done(answer))

    def answer(self) -> None:
        """Hand over one answer."""
        self._jobs.pop(0)()


@pytest.fixture
def conversation_id(desk: Desk) -> ConversationId:
    """A conversation with many notes of different lengths."""
    made = new_conversation(desk)
    for number in range(MANY):
        entry = note_taking.Entry(
            question_id="q1",
            kind_id=KINDS[number % len(KINDS)],
            text=f"Note {number} " + "and what was said of it " * (number % 7),
        )
        note_taking.record_note(desk.workplace, conversation_id=made, entry=entry)
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, conversation_id: ConversationId) -> NotesPage:
    """Their pane, everything measured."""
    page = NotesPage(qtbot, desk, conversation_id)
    qtbot.waitUntil(lambda: not guessed(page))
    return page


def guessed(page: NotesPage) -> int:
    """Count the rows that stand by a guess."""
    here = page.pane.list._geometry
    return sum(not here.is_measured(place) for place in range(here.placed.count))


def first_seen(page: NotesPage) -> tuple[str, int]:
    """Return the first row that is seen, and how far below the upper edge it begins."""
    notes = page.pane.list
    top = notes.verticalOffset()
    place = next(iter(notes._placed.rows_between(top, top + notes.viewport().height())))
    return page.sentences[place], notes._placed.row(place).top() - top


def test_only_what_is_seen_is_measured_before_the_first_paint(
    qtbot: QtBot, desk: Desk, conversation_id: ConversationId
) -> None:
    page = NotesPage(qtbot, desk, conversation_id)
    notes = page.pane.list
    assert guessed(page) > MANY // 2
    seen = notes._placed.rows_between(0, notes.viewport().height())
    assert all(notes._geometry.is_measured(place) for place in seen)
    qtbot.waitUntil(lambda: not guessed(page))
    before = notes._placed
    notes._geometry.forget()
    notes.relayout()
    assert [notes._placed.row(place) for place in range(before.count)] == [
        before.row(place) for place in range(before.count)
    ]


def test_rows_seen_stay_in_place_while_the_others_are_measured(
    qtbot: QtBot, desk: Desk, conversation_id: ConversationId
) -> None:
    page = NotesPage(qtbot, desk, conversation_id)
    bar = page.pane.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = first_seen(page)
    assert guessed(page)
    qtbot.waitUntil(lambda: not guessed(page))
    assert first_seen(page) == before


def test_end_of_the_list_is_the_end_though_rows_above_were_never_measured(
    qtbot: QtBot, desk: Desk, conversation_id: ConversationId
) -> None:
    page = NotesPage(qtbot, desk, conversation_id)
    bar = page.pane.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() == bar.maximum()
    last = page.pane.list.visualRect(page.pane.list.model().index(len(page.sentences) - 1, 0))
    assert last.bottom() <= page.pane.list.viewport().height()


def test_row_at_the_top_stays_where_it_was_when_the_text_size_changes(
    desk: Desk, page: NotesPage, qapp: QApplication
) -> None:
    page.pane.list.verticalScrollBar().setValue(1500)
    before = first_seen(page)
    desk.theme.apply(qapp, "light", 1.5)
    QApplication.processEvents()
    assert first_seen(page) == before
    desk.theme.apply(qapp, "light", 1.0)
    QApplication.processEvents()
    assert first_seen(page) == before


def test_row_of_the_keyboard_stays_where_it_was_when_the_text_size_changes(
    desk: Desk, page: NotesPage, qapp: QApplication
) -> None:
    page.go_to("Note 90 ")
    notes = page.pane.list
    before = notes.visualRect(notes.currentIndex()).top()
    desk.theme.apply(qapp, "light", 1.25)
    QApplication.processEvents()
    assert notes.visualRect(notes.currentIndex()).top() == before


def test_note_written_by_somebody_else_does_not_move_what_is_read(page: NotesPage) -> None:
    bar = page.pane.list.verticalScrollBar()
    bar.setValue(1500)
    before = first_seen(page)
    first = page.notes[0]
    page.pane.list.text_edited.emit(first.id, "Another text, much longer than before " * 9)
    assert first_seen(page) == before


def test_nothing_is_said_of_the_notes_until_they_are_read(
    qtbot: QtBot, desk: Desk, conversation_id: ConversationId
) -> None:
    lane = Held()
    page = NotesPage(qtbot, replace(desk, workshop=lane), conversation_id)
    assert page.pane.count.text() == ""
    assert not page.pane.empty.isVisible()
    lane.answer()
    assert page.pane.count.text() == f"{MANY} on this question"


def test_line_written_while_the_notes_are_read_is_kept_and_listed_with_them(
    qtbot: QtBot, desk: Desk, conversation_id: ConversationId
) -> None:
    lane = Held()
    page = NotesPage(qtbot, replace(desk, workshop=lane), conversation_id)
    page.write("Said before the list was there")
    assert page.text == ""
    lane.answer()  # was read before the line was written, so it is asked for again
    lane.answer()
    assert page.pane.count.text() == f"{MANY + 1} on this question"
    assert any("Said before the list was there" in said for said in page.sentences)
