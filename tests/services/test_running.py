"""The clock is a log on disk: whoever opens the file later reads where the conversation stood."""

from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.domain.timing_log import TimingKind
from ogp_desktop.services import note_taking, preparing, reading, running
from tests.support.clock import FixedClock
from tests.support.workplaces import OGP, begun, line, workplace_at


def test_interrupted_tells_item_elapsed_time_and_last_saved_moment(tmp_path: Path) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        conversation_id = begun(at)
        clock.advance(timedelta(minutes=16))
        running.move_to(at, conversation_id=conversation_id, item_id="q1")
        clock.advance(timedelta(minutes=5))
        note_taking.record_note(at, conversation_id=conversation_id, entry=line("Un"))
        clock.advance(timedelta(seconds=40))
        note_taking.keep_draft(at, conversation_id=conversation_id, entry=line("en cours"))
        saved_at = clock.now()
    clock.advance(timedelta(hours=3))
    with workplace_at(tmp_path, clock) as at:
        (found,) = running.interrupted(at)
        kept = reading.notes_of(at, conversation_id=conversation_id)
    assert found.conversation.id == conversation_id
    assert found.schedule.block_id == "q1"
    assert found.question_number == 1
    assert found.schedule.elapsed_s == 21 * 60 + 40
    assert found.schedule.block_elapsed_s == 5 * 60 + 40
    assert found.last_saved_at == saved_at
    assert len(kept) == 1
    assert found.draft is not None
    assert found.draft.text == "en cours"


def test_pulse_moves_the_last_saved_moment_when_nothing_is_said(tmp_path: Path) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        conversation_id = begun(at)
        clock.advance(timedelta(minutes=3))
        running.beat(at, conversation_id=conversation_id)
        (found,) = running.interrupted(at)
    assert found.last_saved_at == clock.now()
    assert found.schedule.elapsed_s == 180


def test_paused_conversation_is_found_with_its_clock_standing(tmp_path: Path) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        conversation_id = begun(at)
        clock.advance(timedelta(minutes=2))
        running.pause(at, conversation_id=conversation_id)
        clock.advance(timedelta(minutes=30))
        running.beat(at, conversation_id=conversation_id)
        (found,) = running.interrupted(at)
    assert found.schedule.state is TimerState.PAUSED
    assert found.schedule.elapsed_s == 120


def test_nothing_is_interrupted_when_no_clock_was_going(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        preparing.create_conversation(at, kit_id=OGP, language="fr")
        ended = begun(at)
        running.end(at, conversation_id=ended)
        assert running.interrupted(at) == ()


@pytest.mark.parametrize(("went_on", "elapsed_s"), [(True, 3720), (False, 120)])
def test_answer_to_the_gap_decides_whether_it_counts(
    tmp_path: Path, went_on: bool, elapsed_s: int
) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        conversation_id = begun(at)
        clock.advance(timedelta(minutes=2))
        running.beat(at, conversation_id=conversation_id)
    clock.advance(timedelta(hours=1))
    with workplace_at(tmp_path, clock) as at:
        (found,) = running.interrupted(at)
        gap_s = round((clock.now() - found.last_saved_at).total_seconds())
        running.answer_gap(
            at, conversation_id=conversation_id, gaps=[(None, gap_s)], went_on=went_on
        )
        (found,) = running.interrupted(at)
    assert found.schedule.elapsed_s == elapsed_s


def test_refused_event_leaves_the_log_as_it_was(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        for act in (running.start, running.resume):
            with pytest.raises(Refusal, match="not_now"):
                act(at, conversation_id=conversation_id)
        with pytest.raises(Refusal, match="unknown_block"):
            running.move_to(at, conversation_id=conversation_id, item_id="q9")
        log = reading.timing_log(at, conversation_id=conversation_id)
    assert [event.kind for event in log] == [TimingKind.STARTED]
