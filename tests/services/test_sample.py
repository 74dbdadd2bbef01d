"""The sample conversation goes through the same services as a real one, up to the seal."""

from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.paths import data_root
from ogp_desktop.services import reading, running, sample, sealing
from tests.support.clock import FixedClock
from tests.support.workplaces import workplace_at

SAMPLES = sorted((data_root() / "samples").glob("*.toml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_can_be_held_reviewed_and_sealed(tmp_path: Path, path: Path) -> None:
    clock = FixedClock()
    script = sample.read_sample(path)
    with workplace_at(tmp_path, clock) as at:
        conversation_id = sample.prepare_sample(at, script)
        sample.hold_sample(
            at, script, conversation_id, lambda minutes: clock.advance(timedelta(minutes=minutes))
        )
        seen = reading.run(at, conversation_id=conversation_id)
        said = sum(len(item.notes) for item in script.items)
        assert len(seen.notes) == said
        assert seen.conversation.state is ConversationState.HELD
        sample.review_sample(at, script, conversation_id)
        made = sealing.seal(at, conversation_id=conversation_id)
        submission = submission_from_bytes(made.sealed.body)
        after = reading.prepared(at, conversation_id=conversation_id).conversation
    assert submission.id == made.sealed.id
    assert submission.participants.total == script.people
    assert after.state is ConversationState.SEALED


def test_sample_stops_inside_an_item_with_its_clock_running(tmp_path: Path) -> None:
    clock = FixedClock()
    script = sample.read_sample(sample.nearest_sample(data_root() / "samples", "fr"))
    with workplace_at(tmp_path, clock) as at:
        conversation_id = sample.prepare_sample(at, script)
        sample.hold_sample(
            at,
            script,
            conversation_id,
            lambda minutes: clock.advance(timedelta(minutes=minutes)),
            until="q2",
        )
        (found,) = running.interrupted(at)
    assert found.schedule.block_id == "q2"
    assert found.conversation.state is ConversationState.RUNNING
