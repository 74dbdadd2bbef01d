"""Everything that is left to settle is named with its place, and only what must be blocks."""

import pytest

from ogp_desktop.domain.completeness import Gap, GapKind, gaps
from ogp_desktop.domain.notes import Lean
from ogp_desktop.domain.observations import draft_review
from ogp_desktop.domain.review import ConsentRecord, Coverage, Publication, Review
from ogp_desktop.domain.review_edits import (
    agree_to_quote,
    answer,
    choose_item,
    cover,
    record_consent,
    set_lean,
    settle_check,
    summarise,
    tell_follow_up,
)
from ogp_desktop.domain.review_lines import answer_part, reason_part
from tests.support.reviews import SHAPES, note

PHONE = "Call +228 90 12 34 56"
DONE = ConsentRecord(participants_told=False, publication=Publication.SUMMARISE_ONLY)


def _gaps(review: Review, *fields: str) -> set[Gap]:
    return set(gaps(review, SHAPES, fields))


def _whole() -> Review:
    written = (note(1, rank=1), note(2, "q2", "first", choice_id="depth"), note(3, "q3", "stop"))
    leans = {one: Lean(choice_id=one, step=0) for one in ("breadth", "depth")}
    return record_consent(draft_review(SHAPES, written, leans), DONE)


def test_nothing_blocks_when_all_is_settled() -> None:
    left = _gaps(_whole())
    assert left == {Gap(kind=GapKind.EMPTY_BOX, question_id="q3", part="start")}
    assert not any(gap.is_blocking for gap in left)


def test_question_that_was_not_reached_needs_a_reason() -> None:
    review = cover(_whole(), "q1", Coverage.NOT_REACHED)
    gap = Gap(kind=GapKind.REASON_MISSING, question_id="q1")
    assert gap in _gaps(review)
    assert gap.is_blocking
    assert gap not in _gaps(cover(review, "q1", Coverage.NOT_REACHED, "no time"))


def test_group_question_without_a_word_blocks_until_it_is_left_to_individuals() -> None:
    review = cover(record_consent(draft_review(SHAPES, (), {}), DONE), "q1", Coverage.GROUP)
    gap = Gap(kind=GapKind.NOTHING_RECORDED, question_id="q1")
    assert gap in _gaps(review)
    assert gap not in _gaps(cover(review, "q1", Coverage.INDIVIDUAL))


def test_too_few_chosen_and_no_lean_do_not_block() -> None:
    review = draft_review(SHAPES, (note(1), note(2, "q2", "first", choice_id="depth")), {})
    left = _gaps(review)
    assert Gap(kind=GapKind.TOP_NOT_CHOSEN, question_id="q1") in left
    assert Gap(kind=GapKind.NO_LEAN, question_id="q2", part="depth") in left
    chosen = set_lean(
        choose_item(review, "q1", "n1"), "q2", Lean(choice_id="depth", depends=True), 18
    )
    assert not {GapKind.TOP_NOT_CHOSEN} & {gap.kind for gap in _gaps(chosen)}
    assert Gap(kind=GapKind.NO_LEAN, question_id="q2", part="depth") not in _gaps(chosen)


def test_quotation_blocks_until_its_speaker_agreed() -> None:
    review = draft_review(SHAPES, (note(1, is_quotation=True),), {})
    gap = Gap(kind=GapKind.QUOTATION_NOT_AGREED, part="n1")
    assert gap in _gaps(review)
    assert gap not in _gaps(agree_to_quote(review, "n1", agreed=True))


def test_personal_data_is_looked_for_in_every_text_that_leaves() -> None:
    review = draft_review(SHAPES, (note(1, text=PHONE),), {})
    review = answer(summarise(review, PHONE), "local_wording", PHONE)
    review = cover(tell_follow_up(review, PHONE), "q2", Coverage.NOT_REACHED, PHONE)
    parts = {"n1", "summary", "follow_up", answer_part("local_wording"), reason_part("q2")}
    found = {gap.part for gap in _gaps(review) if gap.kind is GapKind.PERSONAL_DATA}
    assert found == parts
    for part in parts:
        review = settle_check(review, part)
    assert not any(gap.kind is GapKind.PERSONAL_DATA for gap in _gaps(review))


@pytest.mark.parametrize("field", ["country", "organiser_type"])
def test_required_field_is_missing_until_it_is_answered(field: str) -> None:
    gap = Gap(kind=GapKind.FIELD_MISSING, part=field)
    assert gap in _gaps(_whole(), field)
    assert gap not in _gaps(answer(_whole(), field, "x"), field)


def test_consent_is_missing_until_both_answers_are_given() -> None:
    left = {gap.kind for gap in _gaps(record_consent(_whole(), ConsentRecord()))}
    assert {GapKind.CONSENT_MISSING, GapKind.PUBLICATION_MISSING} <= left
