"""Leaving: asked inside the page while a conversation runs, and within two seconds in any case."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import preparing, reading, running
from ogp_desktop.ui.stage import Stage
from tests.support.pages_program import CONTROL, ProgramPage, open_program, prefer

pytestmark = pytest.mark.slow


def _running(page: ProgramPage) -> ConversationId:
    made = preparing.create_conversation(
        page.at, kit_id="ogp-strategy-2022", language="en", title="Town hall"
    )
    page.navigator.open_conversation(made.id, Stage.RUN)
    page.click("Start")
    return made.id


def _state(page: ProgramPage, of: ConversationId) -> ConversationState:
    return reading.prepared(page.at, conversation_id=of).conversation.state


def test_leaving_is_asked_in_the_page_while_a_conversation_runs(
    qtbot: QtBot, data_dir: Path
) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        _running(page)
        page.press(Qt.Key.Key_Q, CONTROL)
        assert page.window.isVisible()
        assert page.notice == "“Town hall” is running. Leave?"
        assert page.choices == ["Stay", "Pause and leave", "Leave"]
        page.press(Qt.Key.Key_Escape)
        assert page.notice == ""
        assert page.window.isVisible()


def test_clock_stops_when_pause_and_leave_is_chosen(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        conversation_id = _running(page)
        page.window.close()
        page.click("Pause and leave")
        assert not page.window.isVisible()
    with open_program(qtbot, data_dir, is_offline=True) as page:
        assert _state(page, conversation_id) is ConversationState.PAUSED
        assert page.notice.startswith("Town hall is paused.")
        page.click("Open it")
        assert _state(page, conversation_id) is ConversationState.PAUSED


def test_clock_goes_on_when_leave_is_chosen(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        conversation_id = _running(page)
        page.window.close()
        page.click("Leave")
        assert not page.window.isVisible()
    with open_program(qtbot, data_dir, is_offline=True) as page:
        assert _state(page, conversation_id) is ConversationState.RUNNING
        assert page.notice.startswith("Town hall: the program stopped at")


def test_nothing_is_asked_when_no_clock_is_going(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        conversation_id = _running(page)
        running.pause(page.at, conversation_id=conversation_id)
        page.window.close()
        assert not page.window.isVisible()
