"""Adds lines to a review, each in its place, and joins one to another without losing a word."""

from dataclasses import replace

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.review import CardItem, Line, Review
from ogp_desktop.domain.review_edits import reworded, take_out, unsettled
from ogp_desktop.domain.review_lines import (
    Lists,
    edit_lines,
    edit_question,
    lines_of,
    question_lines,
)


def add_card(review: Review, question_id: str, line: Line, kind_id: str) -> Review:
    """Return the review with one more card among "also raised"."""
    card = CardItem(line=line, kind_id=kind_id)
    return edit_question(
        review, question_id, lambda one: replace(one, also_raised=(*one.also_raised, card))
    )


def add_follow_up(
    review: Review, question_id: str, card_line_id: str, prompt_id: str, line: Line
) -> Review:
    """Return the review with one more line under a card's prompt."""

    def of(item: CardItem) -> CardItem:
        if item.line.id != card_line_id:
            return item
        return replace(item, follow_ups=_with(item.follow_ups, prompt_id, line))

    return edit_question(
        review,
        question_id,
        lambda one: replace(
            one,
            items=tuple(of(item) for item in one.items),
            also_raised=tuple(of(item) for item in one.also_raised),
        ),
    )


def add_for_all(review: Review, question_id: str, prompt_id: str, line: Line) -> Review:
    """Return the review with one more line under a prompt, for all cards together."""
    return edit_question(
        review,
        question_id,
        lambda one: replace(one, for_all=_with(one.for_all, prompt_id, line)),
    )


def add_to_box(review: Review, question_id: str, prompt_id: str, line: Line) -> Review:
    """Return the review with one more line in a box."""
    return edit_question(
        review, question_id, lambda one: replace(one, boxes=_with(one.boxes, prompt_id, line))
    )


def add_reason(
    review: Review, question_id: str, choice_id: str, kind_id: str, line: Line
) -> Review:
    """Return the review with one more reason on a choice."""
    return edit_question(
        review,
        question_id,
        lambda one: replace(
            one,
            choices=tuple(
                replace(item, reasons=_with(item.reasons, kind_id, line))
                if item.lean.choice_id == choice_id
                else item
                for item in one.choices
            ),
        ),
    )


def add_other(review: Review, question_id: str, line: Line) -> Review:
    """Return the review with one more line beside the structure of a question."""
    return edit_question(review, question_id, lambda one: replace(one, other=(*one.other, line)))


def add_disagreement(review: Review, line: Line) -> Review:
    """Return the review with one more point on which people disagreed."""
    return replace(review, disagreements=(*review.disagreements, line))


def join(review: Review, line_id: str, more: Line) -> Review:
    """Return the review with another line's words, sources and count joined to a line.

    No word is dropped: the host shortens the joined text. A quotation joined to other words is a
    paraphrase from then on.
    """

    def edit(line: Line) -> Line:
        if line.id != line_id:
            return line
        return replace(
            reworded(line, f"{line.text}\n{more.text}"),
            note_ids=_united(line.note_ids, more.note_ids),
            group_ids=_united(line.group_ids, more.group_ids),
            heard=line.heard + more.heard,
            is_quotation=False,
            has_agreement=False,
        )

    return unsettled(edit_lines(review, edit), line_id)


def merge(review: Review, line_id: str, other_id: str) -> Review:
    """Return the review with one line taken into another of the same question.

    What was said under a card comes along. Raises ``Refusal("not_mergeable")`` when the two do not
    stand in one place, or one stands under the other.
    """
    lines = {line.id: line for line in lines_of(review)}
    without = take_out(review, other_id)
    home = _home(without, line_id)
    if other_id not in lines or home is None or home != _home(review, other_id):
        raise Refusal("not_mergeable", field=line_id)
    joined = join(without, line_id, lines[other_id])
    is_card = _card(joined, line_id) is not None
    card = _card(review, other_id)
    for prompt_id, moved in (card.follow_ups if card else {}).items():
        for line in moved:
            if is_card:
                joined = add_follow_up(joined, home, line_id, prompt_id, line)
            else:
                joined = add_other(joined, home, line)
    return joined


def _home(review: Review, line_id: str) -> str | None:
    """Return the question a line stands in, ``""`` for none of them, ``None`` when it is gone."""
    for question in review.questions:
        if any(line.id == line_id for line in question_lines(question)):
            return question.question_id
    return "" if any(line.id == line_id for line in review.disagreements) else None


def _card(review: Review, line_id: str) -> CardItem | None:
    for question in review.questions:
        for item in (*question.items, *question.also_raised):
            if item.line.id == line_id:
                return item
    return None


def _united(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _with(lists: Lists, key: str, line: Line) -> Lists:
    return {**lists, key: (*lists.get(key, ()), line)}
