"""Going through the program faster than its pages are made: every page ends whole, no word lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import note_taking, preparing, running
from ogp_desktop.services.reading import prepared
from ogp_desktop.ui.prepare.prepare_screen import PrepareScreen
from ogp_desktop.ui.stage import Stage, StageScreen
from tests.support.pages_program import ProgramPage, open_program, prefer
from tests.support.workplaces import line

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def program(qtbot: QtBot, data_dir: Path) -> Iterator[ProgramPage]:
    prefer(data_dir)
    with open_program(qtbot, data_dir, is_offline=True) as program:
        yield program


def new_one(program: ProgramPage) -> ConversationId:
    return preparing.create_conversation(program.at, kit_id="ogp-strategy-2022", language="en").id


def held(program: ProgramPage) -> ConversationId:
    made = new_one(program)
    running.start(program.at, conversation_id=made)
    note_taking.record_note(program.at, conversation_id=made, entry=line("Late again"))
    running.end(program.at, conversation_id=made)
    return made


def some_turns(count: int) -> None:
    for _ in range(count):
        QApplication.processEvents()


def in_front(program: ProgramPage) -> StageScreen:
    page = program.window.pages.currentWidget()
    assert isinstance(page, StageScreen)
    return page


@pytest.mark.parametrize("count", [0, 1, 3, 6, 10])
def test_every_page_ends_whole_however_soon_it_was_left(program: ProgramPage, count: int) -> None:
    made = held(program)
    program.navigator.open_conversation(made, Stage.PREPARE)
    for stage in (Stage.RUN, Stage.REVIEW, Stage.PREPARE, Stage.REVIEW, Stage.RUN):
        some_turns(count)
        program.navigator.go(stage)
    some_turns(count)
    program.navigator.open_home()
    some_turns(count)
    for stage in (Stage.PREPARE, Stage.RUN, Stage.REVIEW):
        program.navigator.open_conversation(made, stage)
        program.await_page()
        assert in_front(program).is_whole


@pytest.mark.parametrize("count", [0, 4, 8])
def test_another_conversation_is_opened_before_the_first_is_whole(
    program: ProgramPage, count: int
) -> None:
    first, other = held(program), new_one(program)
    for stage in (Stage.PREPARE, Stage.REVIEW, Stage.RUN):
        program.navigator.open_conversation(first, stage)
        some_turns(count)
        program.navigator.open_conversation(other, Stage.PREPARE)
        some_turns(count)
    program.await_page()
    assert isinstance(in_front(program), PrepareScreen)


def test_title_typed_at_once_is_kept_when_another_stage_is_pressed_before_it_is_seen(
    program: ProgramPage,
) -> None:
    made = new_one(program)
    program.navigator.open_conversation(made, Stage.PREPARE)
    some_turns(2)
    assert not in_front(program).is_whole
    program.qtbot.keyClicks(program.window.focusWidget(), "Open forum")
    program.navigator.go(Stage.RUN)
    found = prepared(program.at, conversation_id=made).conversation
    assert found.preparation.title == "Open forum"


def test_title_typed_at_once_is_kept_when_the_window_is_closed_before_it_is_seen(
    program: ProgramPage,
) -> None:
    made = new_one(program)
    program.navigator.open_conversation(made, Stage.PREPARE)
    program.qtbot.keyClicks(program.window.focusWidget(), "Open forum")
    program.navigator.leave()  # as closing does first
    found = prepared(program.at, conversation_id=made).conversation
    assert found.preparation.title == "Open forum"


@pytest.mark.parametrize("count", [0, 3, 8, 15])
def test_rehearsal_is_left_before_it_is_whole(program: ProgramPage, count: int) -> None:
    made = new_one(program)
    program.navigator.open_conversation(made, Stage.PREPARE)
    program.await_page()
    prepare = in_front(program)
    program.navigator.rehearse(60)
    program.qtbot.waitUntil(lambda: in_front(program) is not prepare)
    some_turns(count)
    program.navigator.back()
    some_turns(30)
    assert in_front(program) is prepare
    assert prepare.is_whole
