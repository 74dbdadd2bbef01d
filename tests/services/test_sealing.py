"""A seal is whole or not at all; after it nothing changes, and a correction names the old one."""

from dataclasses import replace
from hashlib import sha256

import pytest

from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.notes import Lean
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.review import Review
from ogp_desktop.domain.review_edits import answer, summarise
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.domain.submission import Hands
from ogp_desktop.paths import data_root
from ogp_desktop.services import reviewing, running, sample, sealing
from ogp_desktop.services.submission_observations import _hands
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.sealed import SAMPLE, held_sample, sealed_sample
from tests.support.workplaces import begun


def _review(at: Workplace, conversation: ConversationId) -> Review:
    return reviewing.reviewed(at, conversation_id=conversation).review


def _held(at: Workplace) -> tuple[sample.Sample, ConversationId]:
    script = sample.read_sample(data_root() / "samples" / SAMPLE)
    return script, held_sample(at)


def test_seal_freezes_the_bytes_and_queues_them_at_once(at: Workplace) -> None:
    made = sealed_sample(at)
    shown = reviewing.reviewed(at, conversation_id=made.sealed.conversation_id)
    assert shown.sealed == (made.sealed,)
    assert made.sealed.sha256 == sha256(made.sealed.body).hexdigest()
    assert made.item.state is OutboxState.READY
    assert shown.conversation.state is ConversationState.SEALED


def test_preview_is_what_the_seal_freezes(at: Workplace) -> None:
    script, conversation = _held(at)
    sample.review_sample(at, script, conversation)
    seen = sealing.preview(at, conversation_id=conversation)
    made = sealing.seal(at, conversation_id=conversation)
    frozen = submission_from_bytes(made.sealed.body)
    assert replace(seen, id=frozen.id) == frozen


def test_correction_is_a_new_revision_that_names_the_old_one(at: Workplace) -> None:
    first = sealed_sample(at).sealed
    review = summarise(_review(at, first.conversation_id), "plus clair")
    reviewing.keep_review(at, conversation_id=first.conversation_id, review=review)
    second = sealing.seal(at, conversation_id=first.conversation_id).sealed
    assert (second.revision, second.replaces_id) == (2, first.id)
    newest = reviewing.reviewed(at, conversation_id=first.conversation_id).sealed
    assert newest == (second, first)
    assert submission_from_bytes(second.body).observations.summary == "plus clair"
    assert submission_from_bytes(first.body).observations.summary != "plus clair"


def test_seal_is_refused_before_the_end_and_before_the_review(at: Workplace) -> None:
    conversation = begun(at)
    for code in ("not_held_yet", "not_reviewed"):
        with pytest.raises(Refusal) as refused:
            sealing.seal(at, conversation_id=conversation)
        assert refused.value.code == code
        if code == "not_held_yet":
            running.end(at, conversation_id=conversation)


def test_seal_is_refused_and_nothing_kept_when_something_is_to_settle(at: Workplace) -> None:
    _, conversation = _held(at)
    reviewing.keep_review(at, conversation_id=conversation, review=_review(at, conversation))
    with pytest.raises(Refusal) as refused:
        sealing.seal(at, conversation_id=conversation)
    assert refused.value.code == "not_complete"
    shown = reviewing.reviewed(at, conversation_id=conversation)
    assert shown.sealed == ()
    assert shown.conversation.state is ConversationState.HELD


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("gender", {"women": 18, "men": 18}, "counts_exceed_people"),
        ("country", "Togo", "not_a_country"),
    ],
)
def test_seal_is_refused_when_an_answer_cannot_be(
    at: Workplace, field: str, value: object, code: str
) -> None:
    script, conversation = _held(at)
    sample.review_sample(at, script, conversation)
    review = answer(_review(at, conversation), field, value)
    reviewing.keep_review(at, conversation_id=conversation, review=review)
    with pytest.raises(Refusal) as refused:
        sealing.seal(at, conversation_id=conversation)
    assert refused.value.code == code


def test_times_in_the_seal_are_those_of_the_clock(at: Workplace) -> None:
    made = sealed_sample(at)
    assert isinstance(at.clock, FixedClock)
    assert submission_from_bytes(made.sealed.body).sealed_at == at.clock.now()


def test_hands_that_were_not_counted_are_no_nought() -> None:
    counted = Lean(choice_id="breadth", step=1, hands_first=7)
    assert _hands(counted) == Hands(first=7)
    assert _hands(replace(counted, hands_first=None)) is None
