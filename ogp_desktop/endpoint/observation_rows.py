"""A submission laid flat: one row for each thing that was said, counted or left out."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ogp_desktop.domain.submission import (
    BoxesAnswer,
    CardsAnswer,
    ChoicesAnswer,
    FollowUp,
    Hands,
    Point,
    Submission,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationRow:
    """One observation. ``item_id`` and ``kind_id`` are the kit's own names.

    ``card`` is the place of a chosen card, also on what was said under it; ``value`` is a lean or a
    count, and ``text`` people's words.
    """

    question_id: str = ""
    part: str
    item_id: str = ""
    kind_id: str = ""
    card: int | None = None
    agreement: str = ""
    themes: str = ""
    value: int | str = ""
    text: str = ""


def observation_rows(submission: Submission) -> Iterator[ObservationRow]:
    """Return every observation, in the order of the submission."""
    said = submission.observations
    for cards in said.cards:
        yield from _cards(cards)
    for choices in said.choices:
        yield from _choices(choices)
    for boxes in said.boxes:
        yield from _boxes(boxes)
    yield from (ObservationRow(part="disagreement", text=one) for one in said.disagreements)
    for quotation in said.quotations:
        question_id = quotation.question_id or ""
        yield ObservationRow(question_id=question_id, part="quotation", text=quotation.text)
    for part, text in (("summary", said.summary), ("follow_up", said.follow_up)):
        if text:
            yield ObservationRow(part=part, text=text)
    yield from _beside(submission)


def _cards(answer: CardsAnswer) -> Iterator[ObservationRow]:
    question = answer.question_id
    for place, card in enumerate(answer.chosen, start=1):
        yield ObservationRow(
            question_id=question,
            part="card",
            kind_id=card.kind_id,
            card=place,
            agreement=card.agreement.value if card.agreement else "",
            themes=" ".join(card.theme_ids),
            text=card.text,
        )
        yield from _lines(question, "card_follow_up", card.follow_ups, place)
    yield from _lines(question, "for_all", answer.for_all)
    yield from _points(question, "also_raised", answer.also_raised)
    yield from _points(question, "other", answer.other)


def _choices(answer: ChoicesAnswer) -> Iterator[ObservationRow]:
    question = answer.question_id
    for choice in answer.choices:
        if choice.lean is not None:
            yield ObservationRow(
                question_id=question, part="lean", item_id=choice.choice_id, value=choice.lean
            )
        yield from _points(question, "reason", choice.reasons, choice.choice_id)
        yield from _hands(question, choice.choice_id, choice.hands)
    yield from _points(question, "other", answer.other)


def _boxes(answer: BoxesAnswer) -> Iterator[ObservationRow]:
    yield from _lines(answer.question_id, "box", answer.boxes)
    yield from _points(answer.question_id, "other", answer.other)


def _hands(question: str, choice_id: str, hands: Hands | None) -> Iterator[ObservationRow]:
    counted = (
        {}
        if hands is None
        else {"first": hands.first, "second": hands.second, "undecided": hands.undecided}
    )
    for side, count in counted.items():
        if count is not None:
            yield ObservationRow(
                question_id=question, part="hands", item_id=choice_id, kind_id=side, value=count
            )


def _beside(submission: Submission) -> Iterator[ObservationRow]:
    """Return what stands beside the observations: views, gaps, and the kit's own fields."""
    for covered in submission.coverage:
        if covered.reason:
            yield ObservationRow(
                question_id=covered.question_id, part=covered.coverage.value, text=covered.reason
            )
    if submission.views is not None:
        for tally in submission.views.tallies:
            yield ObservationRow(
                part="views", item_id=tally.item_id, kind_id=tally.answer, value=tally.count
            )
        for free in submission.views.free_texts:
            for text in free.texts:
                yield ObservationRow(part="views_text", item_id=free.item_id, text=text)
    for field in submission.kit_fields:
        yield ObservationRow(part="kit_field", item_id=field.field_id, text=field.value)


def _lines(
    question: str, part: str, answers: tuple[FollowUp, ...], card: int | None = None
) -> Iterator[ObservationRow]:
    for answer in answers:
        for text in answer.texts:
            yield ObservationRow(
                question_id=question, part=part, item_id=answer.prompt_id, card=card, text=text
            )


def _points(
    question: str, part: str, points: tuple[Point, ...], item_id: str = ""
) -> Iterator[ObservationRow]:
    for point in points:
        yield ObservationRow(
            question_id=question,
            part=part,
            item_id=item_id,
            kind_id=point.kind_id,
            text=point.text,
        )


def words_of(submission: Submission) -> str:
    """Return everything that people wrote, folded, to be searched in."""
    texts = [row.text for row in observation_rows(submission)]
    place, host = submission.meeting.place, submission.host.organisation
    return folded("\n".join(text for text in (*texts, place, host) if text))


def folded(text: str) -> str:
    """Return the text without case and accents, so that "publie" finds "Publié"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
