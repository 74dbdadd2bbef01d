"""A rehearsal is the Run screen at speed, with sample notes, and leaves nothing behind."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.paths import data_root
from ogp_desktop.runtime.chime import Chime
from ogp_desktop.services import outbox_reading, reading, rehearsing, running
from ogp_desktop.services.rehearsing import Rehearsal
from ogp_desktop.settings import changed
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.rehearsal.rehearsal_screen import RehearsalScreen, open_rehearsal
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.stage import Stage
from tests.support.clock import FixedClock
from tests.support.desks import desk_at
from tests.support.pages_run import new_conversation

pytestmark = pytest.mark.slow

SAMPLES = data_root() / "samples"


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk with an empty data file."""
    with desk_at(tmp_path, qapp) as made:
        yield made


class Stage60:
    """A rehearsal on its screen, with the clock in the hands of the test."""

    def __init__(self, qtbot: QtBot, desk: Desk, conversation_id: ConversationId) -> None:
        self.desk = desk
        self.made: Rehearsal = rehearsing.rehearse(
            desk.workplace, conversation_id=conversation_id, speed=60, samples=SAMPLES
        )
        self.went_back: list[None] = []
        self.screen: RehearsalScreen = open_rehearsal(
            desk, self.made, lambda: self.went_back.append(None)
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 752)
        with qtbot.waitExposed(self.screen):
            self.screen.show()
        found = self.screen.findChild(RunModel)
        assert found is not None
        self.model: RunModel = found

    def pass_seconds(self, seconds: int) -> None:
        """Let real seconds pass, four ticks in each."""
        clock = self.desk.workplace.clock
        assert isinstance(clock, FixedClock)
        for _ in range(4 * seconds):
            clock.advance(timedelta(seconds=0.25))
            self.model.tick()

    def run_whole(self) -> None:
        """Hold the conversation from its start to its end."""
        self.model.start_or_pause()
        for _ in range(40):
            here = self.model.now()
            self.pass_seconds(max(1, here.left_s // 60))
            before = here.block_id
            self.model.next_item()
            if self.model.now().block_id == before:
                break
        self.model.end()

    @property
    def words(self) -> str:
        """Everything that the band says."""
        return " ".join(one.text() for one in self.screen.band.findChildren(QLabel))


@pytest.fixture
def rehearse(qtbot: QtBot, desk: Desk) -> Iterator[Callable[..., Stage60]]:
    """Open a rehearsal of a conversation, a new one unless it is named."""
    opened: list[Stage60] = []

    def made(conversation_id: ConversationId | None = None) -> Stage60:
        opened.append(Stage60(qtbot, desk, conversation_id or new_conversation(desk)))
        return opened[-1]

    yield made
    for one in opened:
        one.screen.leave()


def _digest(folder: Path) -> dict[str, str]:
    files = (one for one in folder.rglob("*") if one.is_file() and one.suffix != ".sqlite3-shm")
    return {str(one): sha256(one.read_bytes()).hexdigest() for one in files}


def test_real_data_is_the_same_to_the_byte_after_a_whole_rehearsal(
    rehearse: Callable[..., Stage60], desk: Desk, tmp_path: Path
) -> None:
    conversation_id = new_conversation(desk)
    before = _digest(tmp_path)
    stage = rehearse(conversation_id)
    stage.run_whole()
    notes = reading.notes_of(stage.made.at, conversation_id=conversation_id)
    assert len(notes) > 10
    assert stage.model.now().state is TimerState.ENDED
    stage.screen.leave()
    assert _digest(tmp_path) == before
    assert reading.notes_of(desk.workplace, conversation_id=conversation_id) == ()


def test_leaving_takes_its_own_file_away(rehearse: Callable[..., Stage60]) -> None:
    stage = rehearse()
    folder = stage.made.folder.path
    stage.pass_seconds(1)
    assert folder.is_dir()
    stage.screen.leave()
    stage.screen.leave()
    assert not folder.exists()


def test_band_says_in_words_what_this_is_and_leads_back(
    rehearse: Callable[..., Stage60], qtbot: QtBot
) -> None:
    stage = rehearse()
    assert stage.screen.heading() == "Rehearsal, 60x: nothing is kept"
    assert "your conversation stays as it is" in stage.words
    buttons = stage.screen.band.findChildren(QAbstractButton)
    leave = next(one for one in buttons if one.text() == "Leave the rehearsal")
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert stage.went_back == [None]


def test_minute_passes_in_a_second_and_nobody_asks_about_a_sleep(
    rehearse: Callable[..., Stage60],
) -> None:
    stage = rehearse()
    stage.model.start_or_pause()
    stage.pass_seconds(3)
    assert stage.model.now().elapsed_s == 180
    assert stage.model._watch.gap is None


def test_conversation_that_is_over_can_be_rehearsed_from_its_start(
    rehearse: Callable[..., Stage60], desk: Desk
) -> None:
    conversation_id = new_conversation(desk)
    running.start(desk.workplace, conversation_id=conversation_id)
    running.end(desk.workplace, conversation_id=conversation_id)
    stage = rehearse(conversation_id)
    assert stage.model.now().state is TimerState.NOT_STARTED
    real = reading.prepared(desk.workplace, conversation_id=conversation_id).conversation
    assert real.state is ConversationState.HELD


def test_nothing_can_be_delivered_from_it(rehearse: Callable[..., Stage60], desk: Desk) -> None:
    stage = rehearse()
    stage.run_whole()
    asked: list[object] = []
    stage.screen.stage_requested.connect(asked.append)
    for other in (Stage.VIEWS, Stage.REVIEW, Stage.SEND):
        stage.screen._run.stage_requested.emit(other)
    assert asked == []
    assert "nothing of it is kept, reviewed or sent" in stage.words
    assert stage.model._desk.open_gateway is None
    for at in (desk.workplace, stage.made.at):
        assert outbox_reading.waiting_count(at) == 0


def test_it_is_silent_though_the_sound_is_switched_on(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[bool] = []
    monkeypatch.setattr(Chime, "play", lambda self: played.append(self.is_possible))
    loud = replace(desk, chime=Chime(Path("turn.wav"), [("true",)]))
    loud.keep_preferences(changed(loud.preferences(), plays_sound=True))
    stage = Stage60(qtbot, loud, new_conversation(desk))
    stage.run_whole()
    stage.screen.leave()
    assert True not in played


def test_kit_without_a_sample_is_rehearsed_without_notes(
    rehearse: Callable[..., Stage60], desk: Desk
) -> None:
    stage = rehearse(new_conversation(desk, kit="village-priorities"))
    stage.run_whole()
    assert stage.made.sample is None
    assert reading.notes_of(stage.made.at, conversation_id=stage.made.conversation_id) == ()
