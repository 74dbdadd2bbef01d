"""Review is read beside the GUI thread, and again only while somebody looks at it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.review_edits import summarise
from ogp_desktop.services import note_taking, reviewing
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.edit import Edit
from ogp_desktop.ui.review.review_opening import open_review
from ogp_desktop.ui.review.review_screen import ReviewScreen
from tests.support.on_request import OnRequest
from tests.support.workplaces import line

Hold = Callable[..., ConversationId]


@pytest.fixture
def lane() -> OnRequest:
    """Give a lane that waits."""
    return OnRequest()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, lane: OnRequest) -> Callable[..., ReviewScreen]:
    """Open the screen on that lane."""

    def made(conversation_id: ConversationId) -> ReviewScreen:
        screen = open_review(replace(desk, workshop=lane), conversation_id)
        qtbot.addWidget(screen)
        screen.resize(1280, 752)
        screen.show()
        return screen

    return made


def rows(screen: ReviewScreen) -> int:
    return screen.text.rows.model().rowCount()


def test_page_is_there_before_it_is_read_and_nothing_can_be_pressed(
    opened: Callable[..., ReviewScreen], hold: Hold, lane: OnRequest, desk: Desk
) -> None:
    made = hold()
    screen = opened(made)
    assert rows(screen) == 0
    assert not screen.foot.isVisible()
    screen.keys.pressed.emit("read_screen")
    screen.foot.undo_requested.emit()
    lane.do_next()
    assert rows(screen) > 0
    assert screen.foot.isVisible()
    assert reviewing.reviewed(desk.workplace, conversation_id=made).edited_at is not None


def test_page_that_was_left_before_it_was_read_is_let_go(
    qtbot: QtBot, desk: Desk, hold: Hold, lane: OnRequest
) -> None:
    screen = open_review(replace(desk, workshop=lane), hold())
    screen.deleteLater()
    qtbot.waitUntil(lambda: not isValid(screen))
    lane.do_next()


def test_trouble_in_reading_is_told(
    opened: Callable[..., ReviewScreen], hold: Hold, lane: OnRequest
) -> None:
    screen = opened(hold())
    met: list[object] = []
    screen.trouble_met.connect(met.append)
    _work, _done, failed = lane.waiting.pop()
    failed(Trouble("locked"))
    assert [one.code for one in met if isinstance(one, Trouble)] == ["locked"]


def test_notes_of_the_talk_are_read_once_when_the_page_is_looked_at_again(
    opened: Callable[..., ReviewScreen], hold: Hold, lane: OnRequest, desk: Desk
) -> None:
    made = hold("q1")
    screen = opened(made)
    lane.do_next()
    screen.hide()
    for words in ("one more", "and another"):
        note = note_taking.record_note(desk.workplace, conversation_id=made, entry=line(words))
        desk.bus.tell(note.changes, None)
    assert lane.waiting == []
    screen.show()
    assert len(lane.waiting) == 1
    before = rows(screen)
    lane.do_next()
    assert rows(screen) == before + 2


def test_edit_made_while_the_page_is_read_again_is_not_overwritten(
    opened: Callable[..., ReviewScreen], hold: Hold, lane: OnRequest, desk: Desk
) -> None:
    made = hold()
    screen = opened(made)
    lane.do_next()
    note = note_taking.record_note(desk.workplace, conversation_id=made, entry=line("late"))
    desk.bus.tell(note.changes, None)
    work, done, _failed = lane.waiting.pop()
    read_before = work()
    screen.wishes.edit_requested.emit(Edit(change=lambda one: summarise(one, "In one sentence")))
    done(read_before)
    assert len(lane.waiting) == 1  # it is read once more
    lane.do_next()
    shown = reviewing.reviewed(desk.workplace, conversation_id=made)
    assert shown.review.summary == "In one sentence"
    screen.section_chosen.emit("closing")
    assert "In one sentence" in str(screen.text.rows.model().index(0, 0).data())
