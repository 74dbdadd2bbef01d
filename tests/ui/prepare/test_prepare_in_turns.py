"""Prepare comes in turns of the window: nothing jumps, and what is typed meanwhile is not lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services.reading import prepared
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.prepare.prepare_opening import open_prepare
from ogp_desktop.ui.screen_in_turns import ScreenInTurns
from tests.support.in_turns import FirstPaints, awaited, look_of, shown
from tests.support.pages_run import new_conversation

pytestmark = pytest.mark.slow

SIZES = [(1280, 752), (1024, 552), (640, 480)]


@pytest.fixture
def made(desk: Desk) -> ConversationId:
    return new_conversation(desk)


@pytest.fixture
def coming(qtbot: QtBot, desk: Desk, made: ConversationId) -> ScreenInTurns:
    """The page with the cursor and without its parts."""
    return shown(qtbot, open_prepare(desk, made, in_turns=True), SIZES[0])


def title_of(desk: Desk, made: ConversationId) -> str:
    return prepared(desk.workplace, conversation_id=made).conversation.preparation.title


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_page_made_in_turns_looks_as_the_page_made_at_once(
    qtbot: QtBot, desk: Desk, qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    desk.theme.apply(qapp, "light", scale)
    made = new_conversation(desk)
    at_once = shown(qtbot, open_prepare(desk, made), size)
    awaited(qtbot, at_once)
    wanted = look_of(at_once)
    at_once.hide()
    in_turns = shown(qtbot, open_prepare(desk, made, in_turns=True), size)
    awaited(qtbot, in_turns)
    assert look_of(in_turns) == wanted


@pytest.mark.parametrize("size", SIZES)
def test_no_part_moves_after_it_was_painted(
    qtbot: QtBot, desk: Desk, made: ConversationId, size: tuple[int, int]
) -> None:
    screen = open_prepare(desk, made, in_turns=True)
    paints = FirstPaints(screen)
    awaited(qtbot, shown(qtbot, screen, size))
    assert paints.moved == []


def test_cursor_goes_to_the_title_and_words_typed_before_are_in_it(
    qtbot: QtBot, desk: Desk, made: ConversationId, coming: ScreenInTurns
) -> None:
    assert coming.hasFocus()
    qtbot.keyClicks(coming, " in town")
    awaited(qtbot, coming)
    coming.leave()
    assert title_of(desk, made) == "Hall in town"


def test_words_typed_are_kept_when_the_page_is_left_before_it_is_whole(
    qtbot: QtBot, desk: Desk, made: ConversationId, coming: ScreenInTurns
) -> None:
    qtbot.keyClicks(coming, " in town")
    coming.leave()
    assert title_of(desk, made) == "Hall in town"


def test_page_that_nobody_sees_rests_and_goes_on_when_it_is_seen_again(
    qtbot: QtBot, coming: ScreenInTurns
) -> None:
    coming.leave()
    coming.hide()
    for _ in range(100):
        QApplication.processEvents()
    assert not coming.is_whole
    coming.show()
    awaited(qtbot, coming)
    assert coming.first_focus() is not coming


def test_page_that_goes_before_it_is_whole_leaves_nothing_behind(
    qtbot: QtBot, desk: Desk, made: ConversationId
) -> None:
    pages = QStackedWidget()
    screen = open_prepare(desk, made, in_turns=True)
    pages.addWidget(screen)
    qtbot.addWidget(pages)
    pages.show()
    for _ in range(5):
        QApplication.processEvents()
    pages.removeWidget(screen)
    screen.deleteLater()
    qtbot.waitUntil(lambda: not isValid(screen))
    for _ in range(5):
        QApplication.processEvents()
    assert title_of(desk, made) == "Hall"


def test_resize_while_it_is_made_ends_in_the_layout_of_the_new_size(
    qtbot: QtBot, desk: Desk, made: ConversationId, coming: ScreenInTurns
) -> None:
    for _ in range(6):
        QApplication.processEvents()
    coming.resize(640, 480)
    awaited(qtbot, coming)
    look = look_of(coming)
    coming.hide()
    at_once = shown(qtbot, open_prepare(desk, made), (640, 480))
    awaited(qtbot, at_once)
    assert look_of(at_once) == look


def test_tab_pressed_before_goes_on_from_the_title(qtbot: QtBot, coming: ScreenInTurns) -> None:
    qtbot.keyClick(coming, Qt.Key.Key_Tab)
    assert coming.hasFocus()
    awaited(qtbot, coming)
    assert not coming.hasFocus()
