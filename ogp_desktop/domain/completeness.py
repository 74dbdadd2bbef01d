"""What is still to settle before sealing: each gap names where it is and whether it blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.observations import QuestionShape
from ogp_desktop.domain.personal_data import findings
from ogp_desktop.domain.review import Coverage, QuestionReview, Review
from ogp_desktop.domain.review_lines import lines_of, question_lines, texts_of


class GapKind(StrEnum):
    """What is missing or unclear."""

    NOTHING_RECORDED = "nothing_recorded"
    REASON_MISSING = "reason_missing"
    TOP_NOT_CHOSEN = "top_not_chosen"
    NO_LEAN = "no_lean"
    EMPTY_BOX = "empty_box"
    QUOTATION_NOT_AGREED = "quotation_not_agreed"
    PERSONAL_DATA = "personal_data"
    FIELD_MISSING = "field_missing"
    CONSENT_MISSING = "consent_missing"
    PUBLICATION_MISSING = "publication_missing"


BLOCKING = frozenset(
    {
        GapKind.NOTHING_RECORDED,
        GapKind.REASON_MISSING,
        GapKind.QUOTATION_NOT_AGREED,
        GapKind.PERSONAL_DATA,
        GapKind.FIELD_MISSING,
        GapKind.CONSENT_MISSING,
        GapKind.PUBLICATION_MISSING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing to settle; ``part`` is a choice, prompt, line, text or form field in its place."""

    kind: GapKind
    question_id: str | None = None
    part: str | None = None

    @property
    def is_blocking(self) -> bool:
        """Tell whether nothing can be sealed before this is settled."""
        return self.kind in BLOCKING


def gaps(
    review: Review, shapes: Sequence[QuestionShape], required_fields: Iterable[str]
) -> tuple[Gap, ...]:
    """Return what is left to settle, in the order of the screen; empty when all is done."""
    by_id = {shape.id: shape for shape in shapes}
    found: list[Gap] = []
    for question in review.questions:
        found += _question_gaps(question, by_id[question.question_id])
    for line in lines_of(review):
        if line.is_quotation and not line.has_agreement:
            found.append(Gap(kind=GapKind.QUOTATION_NOT_AGREED, part=line.id))
        if findings(line.text) and line.id not in review.settled_checks:
            found.append(Gap(kind=GapKind.PERSONAL_DATA, part=line.id))
    found += [
        Gap(kind=GapKind.PERSONAL_DATA, part=part)
        for part, text in texts_of(review)
        if part not in review.settled_checks and findings(text)
    ]
    found += [
        Gap(kind=GapKind.FIELD_MISSING, part=field)
        for field in required_fields
        if field not in review.answers
    ]
    if review.consent.participants_told is None:
        found.append(Gap(kind=GapKind.CONSENT_MISSING))
    if review.consent.publication is None:
        found.append(Gap(kind=GapKind.PUBLICATION_MISSING))
    return tuple(found)


def _question_gaps(question: QuestionReview, shape: QuestionShape) -> list[Gap]:
    here = question.question_id
    if question.coverage is Coverage.NOT_REACHED:
        missing = not question.reason.strip()
        return [Gap(kind=GapKind.REASON_MISSING, question_id=here)] if missing else []
    if question.coverage is Coverage.INDIVIDUAL:
        return []
    leans = any(item.lean.is_recorded for item in question.choices)
    if not leans and next(question_lines(question), None) is None:
        return [Gap(kind=GapKind.NOTHING_RECORDED, question_id=here)]
    match shape.kind:
        case QuestionKind.CARDS:
            is_short = len(question.items) < shape.choose and bool(question.also_raised)
            return [Gap(kind=GapKind.TOP_NOT_CHOSEN, question_id=here)] if is_short else []
        case QuestionKind.CHOICES:
            return [
                Gap(kind=GapKind.NO_LEAN, question_id=here, part=item.lean.choice_id)
                for item in question.choices
                if not item.lean.is_recorded
            ]
        case QuestionKind.BOXES:
            return [
                Gap(kind=GapKind.EMPTY_BOX, question_id=here, part=prompt)
                for prompt in shape.prompts
                if not question.boxes.get(prompt)
            ]
