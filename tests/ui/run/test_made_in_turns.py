"""The Run page comes in turns of the window; what is typed meanwhile is lost to nobody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.run_opening import open_run
from ogp_desktop.ui.run.run_screen import RunScreen
from tests.support.workplaces import begun


@pytest.fixture
def coming(qtbot: QtBot, desk: Desk) -> RunScreen:
    """The page of a conversation that is going, with the cursor and without its parts."""
    screen = open_run(desk, begun(desk.workplace), in_turns=True)
    qtbot.addWidget(screen)
    screen.resize(1280, 752)
    screen.show()
    screen.activateWindow()
    focus = screen.first_focus()
    assert focus is screen
    focus.setFocus()
    return screen


def test_typed_words_are_in_the_entry_box_once_it_is_there(qtbot: QtBot, coming: RunScreen) -> None:
    assert not coming.is_whole
    qtbot.keyClicks(coming, "late ")
    composed = QInputMethodEvent()
    composed.setCommitString("été")
    QApplication.sendEvent(coming, composed)
    qtbot.keyClicks(coming, "!")
    qtbot.waitUntil(lambda: coming.is_whole)
    assert coming.notes.entry.text() == "late été!"
    assert coming.focusWidget() is coming.notes.entry.box.edit


def test_held_shortcut_works_when_the_page_is_whole(qtbot: QtBot, coming: RunScreen) -> None:
    pressed: list[str] = []
    coming.key_pressed.connect(pressed.append)
    qtbot.keyClick(coming, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: coming.is_whole)
    assert pressed == ["next_item"]


def test_what_was_typed_is_kept_when_the_page_is_left_before_it_is_whole(
    qtbot: QtBot, coming: RunScreen
) -> None:
    qtbot.keyClicks(coming, "kept")
    coming.leave()
    assert coming.is_whole
    assert coming.notes.entry.text() == "kept"


def test_no_part_changes_its_place_after_it_is_seen(qtbot: QtBot, coming: RunScreen) -> None:
    qtbot.waitUntil(coming.strip.primary.isVisible)
    strip = coming.strip.geometry()
    qtbot.waitUntil(lambda: coming.is_whole)
    assert coming.strip.geometry() == strip
