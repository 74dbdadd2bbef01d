"""Walks through the lines and texts of a review, and edits a line wherever it stands by its id."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ogp_desktop.domain.review import CardItem, Line, QuestionReview, Review

Edit = Callable[[Line], Line | None]
Lists = Mapping[str, tuple[Line, ...]]

SUMMARY = "summary"
FOLLOW_UP = "follow_up"


def reason_part(question_id: str) -> str:
    """Return what the reason of a question is called among the parts of a review."""
    return f"reason:{question_id}"


def answer_part(field_id: str) -> str:
    """Return what the answer to a form field is called among the parts of a review."""
    return f"answer:{field_id}"


def texts_of(review: Review) -> Iterator[tuple[str, str]]:
    """Yield every text that may leave beside the lines, by the name of its part."""
    for question in review.questions:
        yield reason_part(question.question_id), question.reason
    yield SUMMARY, review.summary
    yield FOLLOW_UP, review.follow_up
    for field_id, value in review.answers.items():
        if isinstance(value, str):
            yield answer_part(field_id), value


def lines_of(review: Review) -> Iterator[Line]:
    """Yield every line of the review, in the order it is read."""
    for question in review.questions:
        yield from question_lines(question)
    yield from review.disagreements


def question_lines(question: QuestionReview) -> Iterator[Line]:
    """Yield every line of one question, in the order it is read."""
    for item in (*question.items, *question.also_raised):
        yield item.line
        yield from _in(item.follow_ups)
    yield from _in(question.for_all)
    for choice in question.choices:
        yield from _in(choice.reasons)
    yield from _in(question.boxes)
    yield from question.other


def _in(lists: Lists) -> Iterator[Line]:
    for lines in lists.values():
        yield from lines


def edit_lines(review: Review, edit: Edit) -> Review:
    """Return the review with each line replaced by what ``edit`` returns; ``None`` takes it out.

    A card that is taken out takes its follow-ups along: they stand under nothing any more.
    """
    return replace(
        review,
        questions=tuple(_edit_question(question, edit) for question in review.questions),
        disagreements=_edited(review.disagreements, edit),
    )


def edit_question(
    review: Review, question_id: str, edit: Callable[[QuestionReview], QuestionReview]
) -> Review:
    """Return the review with one question edited."""
    return replace(
        review,
        questions=tuple(
            edit(one) if one.question_id == question_id else one for one in review.questions
        ),
    )


def _edited(lines: tuple[Line, ...], edit: Edit) -> tuple[Line, ...]:
    return tuple(done for line in lines if (done := edit(line)) is not None)


def _edit_lists(lists: Lists, edit: Edit) -> Lists:
    edited = {key: _edited(lines, edit) for key, lines in lists.items()}
    return {key: lines for key, lines in edited.items() if lines}


def _edit_cards(items: tuple[CardItem, ...], edit: Edit) -> tuple[CardItem, ...]:
    return tuple(
        replace(item, line=line, follow_ups=_edit_lists(item.follow_ups, edit))
        for item in items
        if (line := edit(item.line)) is not None
    )


def _edit_question(question: QuestionReview, edit: Edit) -> QuestionReview:
    return replace(
        question,
        items=_edit_cards(question.items, edit),
        for_all=_edit_lists(question.for_all, edit),
        also_raised=_edit_cards(question.also_raised, edit),
        choices=tuple(
            replace(item, reasons=_edit_lists(item.reasons, edit)) for item in question.choices
        ),
        boxes=_edit_lists(question.boxes, edit),
        other=_edited(question.other, edit),
    )
