"""The draft is made once, kept whole, and never made over what the host edited."""

import pytest

from ogp_desktop.domain.completeness import GapKind
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.review import ConsentRecord, Publication, ReadBack
from ogp_desktop.domain.review_edits import answer, record_consent, reword, summarise
from ogp_desktop.domain.review_lines import lines_of
from ogp_desktop.services import note_taking, reviewing, running, sealing
from ogp_desktop.services.changes import Touched
from ogp_desktop.services.workplace import Workplace
from tests.support.workplaces import begun, line


def test_review_is_a_preview_made_afresh_while_the_talk_goes_on(at: Workplace) -> None:
    conversation = begun(at)
    note_taking.record_note(at, conversation_id=conversation, entry=line("une"))
    assert len(reviewing.reviewed(at, conversation_id=conversation).review.questions) == 3
    note_taking.record_note(at, conversation_id=conversation, entry=line("deux"))
    shown = reviewing.reviewed(at, conversation_id=conversation)
    assert shown.is_preview
    assert shown.edited_at is None
    raised = shown.review.questions[0].also_raised
    assert [item.line.text for item in raised] == ["une", "deux"]


def test_keeping_is_refused_before_the_end(at: Workplace) -> None:
    conversation = begun(at)
    review = reviewing.reviewed(at, conversation_id=conversation).review
    with pytest.raises(Refusal) as refused:
        reviewing.keep_review(at, conversation_id=conversation, review=review)
    assert refused.value.code == "not_held_yet"


def test_kept_draft_stays_the_hosts_when_a_note_comes_later(at: Workplace) -> None:
    conversation = begun(at)
    first = note_taking.record_note(at, conversation_id=conversation, entry=line("une")).note
    running.end(at, conversation_id=conversation)
    review = reviewing.reviewed(at, conversation_id=conversation).review
    edited = answer(summarise(reword(review, first.id, "mieux dit"), "court"), "country", "TG")
    told = reviewing.keep_review(at, conversation_id=conversation, review=edited)
    late = note_taking.record_note(at, conversation_id=conversation, entry=line("tard")).note
    shown = reviewing.reviewed(at, conversation_id=conversation)
    assert told.touched == {Touched.REVIEW}
    assert shown.review == edited
    assert shown.edited_at == at.clock.now()
    assert [one.id for one in shown.unused] == [late.id]


def test_gaps_are_those_of_the_kit(at: Workplace) -> None:
    conversation = begun(at)
    running.end(at, conversation_id=conversation)
    shown = reviewing.reviewed(at, conversation_id=conversation)
    missing = {gap.part for gap in shown.gaps if gap.kind is GapKind.FIELD_MISSING}
    assert missing == {"country", "organiser_type"}
    settled = record_consent(
        shown.review,
        ConsentRecord(participants_told=True, publication=Publication.DO_NOT_PUBLISH),
    )
    reviewing.keep_review(at, conversation_id=conversation, review=settled)
    kinds = {gap.kind for gap in reviewing.reviewed(at, conversation_id=conversation).gaps}
    assert not {GapKind.CONSENT_MISSING, GapKind.PUBLICATION_MISSING} & kinds


def test_marks_made_while_the_talk_goes_on_stay_and_the_draft_still_grows(at: Workplace) -> None:
    conversation = begun(at)
    first = note_taking.record_note(at, conversation_id=conversation, entry=line("une")).note
    other = note_taking.record_note(at, conversation_id=conversation, entry=line("deux")).note
    for note in (first, other):
        told = reviewing.mark_line(
            at, conversation_id=conversation, line_id=note.id, mark=ReadBack.CONFIRMED
        )
    assert told.touched == {Touched.REVIEW}
    note_taking.edit_note(at, note_id=other.id, text="deux, mieux dit")
    late = note_taking.record_note(at, conversation_id=conversation, entry=line("tard")).note
    running.end(at, conversation_id=conversation)
    shown = reviewing.reviewed(at, conversation_id=conversation)
    assert {one.id: (one.text, one.read_back) for one in lines_of(shown.review)} == {
        first.id: ("une", ReadBack.CONFIRMED),
        other.id: ("deux, mieux dit", ReadBack.CHANGED),
        late.id: ("tard", ReadBack.NOT_READ),
    }
    assert shown.edited_at is None
    assert not shown.review.is_preview


def test_marks_of_a_preview_are_not_taken_for_a_review_at_the_seal(at: Workplace) -> None:
    conversation = begun(at)
    note = note_taking.record_note(at, conversation_id=conversation, entry=line("une")).note
    reviewing.mark_line(at, conversation_id=conversation, line_id=note.id, mark=ReadBack.DISPUTED)
    running.end(at, conversation_id=conversation)
    with pytest.raises(Refusal) as refused:
        sealing.seal(at, conversation_id=conversation)
    assert refused.value.code == "not_reviewed"


def test_mark_on_the_hosts_own_draft_leaves_it_the_hosts(at: Workplace) -> None:
    conversation = begun(at)
    note = note_taking.record_note(at, conversation_id=conversation, entry=line("une")).note
    running.end(at, conversation_id=conversation)
    draft = reviewing.reviewed(at, conversation_id=conversation).review
    reviewing.keep_review(
        at, conversation_id=conversation, review=reword(draft, note.id, "mieux dit")
    )
    reviewing.mark_line(at, conversation_id=conversation, line_id=note.id, mark=ReadBack.CONFIRMED)
    shown = reviewing.reviewed(at, conversation_id=conversation)
    assert shown.edited_at is not None
    assert [(o.text, o.read_back) for o in lines_of(shown.review)] == [
        ("mieux dit", ReadBack.CONFIRMED)
    ]
