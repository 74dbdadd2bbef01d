"""Where each thing to settle is settled: the section and the row of every line, text and field."""

from dataclasses import dataclass

from ogp_desktop.domain.completeness import Gap, GapKind
from ogp_desktop.domain.review import Review
from ogp_desktop.domain.review_lines import (
    FOLLOW_UP,
    SUMMARY,
    answer_part,
    question_lines,
    reason_part,
)

DISAGREEMENTS, CLOSING, VIEWS, FORM, CONSENT, CHECK = (
    "disagreements", "closing", "views", "form", "consent", "check",
)  # fmt: skip
COVER = "cover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row or field, and the section it stands in."""

    section: str
    row: str


class Places:
    """The places of one review, looked up once for all of its gaps."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._parts = {part: Place(section=CLOSING, row=part) for part in (SUMMARY, FOLLOW_UP)}
        for question in review.questions:
            here = question.question_id
            self._parts[reason_part(here)] = Place(section=here, row=COVER)
            for line in question_lines(question):
                self._parts[line.id] = Place(section=here, row=line.id)
        for field_id in review.answers:
            self._parts[answer_part(field_id)] = Place(section=FORM, row=field_id)

    def of(self, gap: Gap) -> Place:
        """Return where something is settled."""
        part, here = gap.part or "", gap.question_id or ""
        match gap.kind:
            case GapKind.NOTHING_RECORDED | GapKind.REASON_MISSING:
                return Place(section=here, row=COVER)
            case GapKind.TOP_NOT_CHOSEN:
                raised = next(
                    q.also_raised for q in self._review.questions if q.question_id == here
                )
                return Place(section=here, row=raised[0].line.id)
            case GapKind.NO_LEAN:
                return Place(section=here, row=f"lean:{part}")
            case GapKind.EMPTY_BOX:
                return Place(section=here, row=f"add:{part}")
            case GapKind.FIELD_MISSING:
                return Place(section=FORM, row=part)
            case GapKind.CONSENT_MISSING | GapKind.PUBLICATION_MISSING:
                return Place(section=CONSENT, row=gap.kind.value)
            case GapKind.QUOTATION_NOT_AGREED | GapKind.PERSONAL_DATA:
                return self._parts.get(part, Place(section=DISAGREEMENTS, row=part))
