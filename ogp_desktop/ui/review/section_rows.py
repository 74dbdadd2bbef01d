"""Lays out the rows of one section of a review; those of a question are kept until it changes.

To lay out hundreds takes time, and rows that are the same objects need no comparing afterwards.
"""

from collections.abc import Iterator

from ogp_desktop.domain.review import QuestionReview, Review
from ogp_desktop.domain.review_lines import FOLLOW_UP, SUMMARY
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.ui.review.places import CHECK, CLOSING, DISAGREEMENTS
from ogp_desktop.ui.review.review_rows import disagreement_rows, flagged, question_rows
from ogp_desktop.ui.review.rows import GapRow, Heading, HeadRow, Row, Say, SayRow, TextRow

_TEXT_LIMIT = 2000
_SUMMARY_LIMIT = 300


class SectionRows:
    """``of(review, ...)`` returns the rows of a section."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[QuestionReview, LocalKit, object, tuple[Row, ...]]] = {}

    def of(
        self,
        review: Review,
        kit: LocalKit,
        section: str,
        gap_rows: tuple[GapRow, ...],
        *,
        people: int,
        is_open: bool,
    ) -> tuple[Row, ...]:
        """Return them; where nothing may be edited nothing is offered to add."""
        flags = flagged(row.gap for row in gap_rows)
        if section == DISAGREEMENTS:
            return disagreement_rows(review, kit, flags, is_open=is_open)
        if section == CLOSING:
            return tuple(_closing_rows(review, kit, flags))
        if section == CHECK:
            return tuple(_check_rows(gap_rows))
        for question in review.questions:
            if question.question_id == section:
                return self._of_question(question, kit, flags, people=people, is_open=is_open)
        return ()

    def _of_question(
        self,
        question: QuestionReview,
        kit: LocalKit,
        flags: frozenset[str],
        *,
        people: int,
        is_open: bool,
    ) -> tuple[Row, ...]:
        around = (flags, people, is_open)
        kept = self._kept.get(question.question_id)
        if kept and kept[0] is question and kept[1] is kit and kept[2] == around:
            return kept[3]
        rows = question_rows(question, kit, flags, people=people, is_open=is_open)
        self._kept[question.question_id] = (question, kit, around, rows)
        return rows


def _closing_rows(review: Review, kit: LocalKit, flags: frozenset[str]) -> Iterator[Row]:
    fields = {one.id: one for one in kit.fields}
    for part, text, limit in (
        (SUMMARY, review.summary, _SUMMARY_LIMIT),
        (FOLLOW_UP, review.follow_up, _TEXT_LIMIT),
    ):
        field = fields.get(part)
        yield TextRow(
            key=part,
            text=text,
            label=field.label if field else "",
            help=field.help if field else "",
            limit=(field.max_length if field else None) or limit,
            is_flagged=part in flags,
        )


def _check_rows(gap_rows: tuple[GapRow, ...]) -> Iterator[Row]:
    blocking = [row for row in gap_rows if row.gap.is_blocking]
    others = [row for row in gap_rows if not row.gap.is_blocking]
    if blocking:
        yield HeadRow(key="head:settle", heading=Heading.TO_SETTLE, count=len(blocking))
        yield from blocking
    else:
        yield SayRow(key="say:settled", say=Say.NOTHING_TO_SETTLE)
    if others:
        yield HeadRow(key="head:good", heading=Heading.GOOD_TO_HAVE, count=len(others))
        yield from others
    yield SayRow(key="say:miss", say=Say.CHECK_MAY_MISS)
