"""The sections of a review, each with how far it is and how much is left to settle in it."""

from collections.abc import Iterator
from typing import Any

from ogp_desktop.domain.review import QuestionReview, Review
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.services.reviewing import Reviewed
from ogp_desktop.ui.review.form_state import FormSection, answered_count
from ogp_desktop.ui.review.places import CHECK, CLOSING, CONSENT, DISAGREEMENTS, FORM, VIEWS, Places
from ogp_desktop.ui.review.rows import GapRow, Section


def sections_of(
    facts: Reviewed,
    review: Review,
    kit: LocalKit,
    gap_rows: tuple[GapRow, ...],
    form: tuple[FormSection, ...],
) -> Iterator[Section]:
    """Yield the sections in the order of the screen, each with what is left to settle in it."""
    places = Places(review)
    blocks: dict[str, int] = {}
    points: dict[str, int] = {}
    for row in gap_rows:
        counts = blocks if row.gap.is_blocking else points
        section = places.of(row.gap).section
        counts[section] = counts.get(section, 0) + 1

    def made(key: str, **more: Any) -> Section:
        more = {"to_settle": blocks.get(key, 0), "open_points": points.get(key, 0), **more}
        return Section(key=key, **more)

    for question in review.questions:
        local = kit.question(question.question_id)
        done, total, also = _progress(question, local.choose, len(local.prompts))
        yield made(
            question.question_id,
            kind=local.kind,
            number=local.number,
            theme=local.theme,
            coverage=question.coverage,
            done=done,
            total=total,
            also=also,
        )
    yield made(DISAGREEMENTS, done=len(review.disagreements))
    yield made(CLOSING)
    received = 0 if facts.views is None else facts.views.total_received
    yield made(VIEWS, done=received, total=facts.conversation.preparation.people)
    done, total = answered_count(form)
    yield made(FORM, done=done, total=total)
    yield made(CONSENT)
    yield made(CHECK, to_settle=sum(blocks.values()), open_points=sum(points.values()))


def _progress(question: QuestionReview, choose: int, boxes: int) -> tuple[int, int, int]:
    if question.choices:
        leans = sum(item.lean.is_recorded for item in question.choices)
        return leans, len(question.choices), 0
    if choose:
        return len(question.items), choose, len(question.also_raised)
    return sum(bool(lines) for lines in question.boxes.values()), boxes, 0
