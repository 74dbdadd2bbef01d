"""Review comes in turns of the window while its draft is read; keys wait until both are there."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.review_opening import open_review
from ogp_desktop.ui.review.review_screen import ReviewScreen
from tests.support.in_turns import FirstPaints, awaited, look_of, shown
from tests.support.on_request import OnRequest

pytestmark = pytest.mark.slow

Hold = Callable[..., ConversationId]
SIZES = [(1280, 752), (1024, 552), (640, 480)]


@pytest.fixture
def lane() -> OnRequest:
    """Give a lane that waits."""
    return OnRequest()


@pytest.fixture
def coming(qtbot: QtBot, desk: Desk, hold: Hold, lane: OnRequest) -> ReviewScreen:
    """The page with the cursor, without its parts, and with a draft that is still to be read."""
    screen = open_review(replace(desk, workshop=lane), hold(), in_turns=True)
    shown(qtbot, screen, SIZES[0])
    return screen


def turns(count: int = 100) -> None:
    for _ in range(count):
        QApplication.processEvents()


def chosen(screen: ReviewScreen) -> str:
    """Return the key of the line that is chosen in the state of the page."""
    assert screen._state is not None
    return screen._state.shown.row


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_page_made_in_turns_looks_as_the_page_made_at_once(
    qtbot: QtBot, desk: Desk, qapp: QApplication, hold: Hold, size: tuple[int, int], scale: float
) -> None:
    desk.theme.apply(qapp, "light", scale)
    made = hold()
    open_review(desk, made).deleteLater()  # from then on the draft is kept
    at_once = open_review(desk, made)
    awaited(qtbot, shown(qtbot, at_once, size))
    wanted = look_of(at_once)
    at_once.hide()
    in_turns = open_review(desk, made, in_turns=True)
    awaited(qtbot, shown(qtbot, in_turns, size))
    assert look_of(in_turns) == wanted


@pytest.mark.parametrize("size", SIZES)
def test_no_part_moves_after_it_was_painted(
    qtbot: QtBot, desk: Desk, hold: Hold, size: tuple[int, int]
) -> None:
    screen = open_review(desk, hold(), in_turns=True)
    paints = FirstPaints(screen)
    awaited(qtbot, shown(qtbot, screen, size))
    assert paints.moved == []


def test_keys_pressed_before_the_draft_is_read_move_through_it_afterwards(
    qtbot: QtBot, coming: ReviewScreen, lane: OnRequest
) -> None:
    qtbot.keyClick(coming, Qt.Key.Key_Down)
    turns()
    assert coming.hasFocus()
    assert not coming.is_whole
    lane.do_next()
    first = chosen(coming)
    awaited(qtbot, coming)
    assert coming.text.rows.hasFocus()
    assert chosen(coming) != first


def test_page_left_before_the_draft_is_read_goes_on_when_it_is_seen_again(
    qtbot: QtBot, coming: ReviewScreen, lane: OnRequest
) -> None:
    turns()
    coming.leave()
    coming.hide()
    lane.do_next()
    turns()
    assert not coming.is_whole
    coming.show()
    awaited(qtbot, coming)
    assert coming.text.rows.model().rowCount() > 0


def test_page_is_whole_and_empty_when_the_draft_could_not_be_read(
    qtbot: QtBot, coming: ReviewScreen, lane: OnRequest
) -> None:
    met: list[object] = []
    coming.trouble_met.connect(met.append)
    turns()
    _work, _done, failed = lane.waiting.pop()
    failed(Trouble("locked"))
    awaited(qtbot, coming)
    assert len(met) == 1
    assert not coming.foot.isVisible()


def test_resize_while_it_is_made_ends_in_the_layout_of_the_new_size(
    qtbot: QtBot, desk: Desk, hold: Hold
) -> None:
    made = hold()
    coming = open_review(desk, made, in_turns=True)
    shown(qtbot, coming, SIZES[0])
    turns(9)
    assert not coming.is_whole
    coming.resize(*SIZES[2])
    awaited(qtbot, coming)
    assert coming.text.isVisible()
    assert not coming.sections.isVisible()
    assert not coming.text.title.isVisible()
