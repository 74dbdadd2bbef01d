"""Every edit of the observations' draft as a pure function from one review to the next.

A line is found by its id wherever it stands, so no edit needs to know the shape of a question.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.notes import TOP, Lean, clean_text
from ogp_desktop.domain.review import (
    Agreement,
    CardItem,
    ConsentRecord,
    Coverage,
    Line,
    QuestionReview,
    ReadBack,
    Review,
)

Edit = Callable[[Line], Line | None]
Lists = Mapping[str, tuple[Line, ...]]


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


def reword(review: Review, line_id: str, text: str) -> Review:
    """Return the review with one line's words changed; one confirmed before counts as changed."""
    cleaned = clean_text(text)

    def edit(line: Line) -> Line:
        if line.id != line_id or line.text == cleaned:
            return line
        read_back = ReadBack.NOT_READ if line.read_back is ReadBack.NOT_READ else ReadBack.CHANGED
        return replace(line, text=cleaned, read_back=read_back)

    return edit_lines(review, edit)


def take_out(review: Review, line_id: str) -> Review:
    """Return the review without one line; its notes are listed as not used from then on."""
    return edit_lines(review, lambda line: None if line.id == line_id else line)


def mark_read_back(review: Review, line_id: str, mark: ReadBack) -> Review:
    """Return the review with what the group said of a line when it was read back."""
    return edit_lines(
        review, lambda line: replace(line, read_back=mark) if line.id == line_id else line
    )


def agree_to_quote(review: Review, line_id: str, *, agreed: bool) -> Review:
    """Return the review with the speaker's agreement to be quoted, without a name, noted."""
    return edit_lines(
        review, lambda line: replace(line, has_agreement=agreed) if line.id == line_id else line
    )


def as_paraphrase(review: Review, line_id: str) -> Review:
    """Return the review with a quotation turned into an ordinary line."""
    return edit_lines(
        review, lambda line: replace(line, is_quotation=False) if line.id == line_id else line
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


def cover(review: Review, question_id: str, coverage: Coverage, reason: str = "") -> Review:
    """Return the review with what became of a question, and why when it was not reached."""
    return edit_question(
        review, question_id, lambda one: replace(one, coverage=coverage, reason=reason.strip())
    )


def choose_item(review: Review, question_id: str, line_id: str, most: int = TOP) -> Review:
    """Return the review with a card moved from "also raised" to the end of the chosen ones.

    Raises ``Refusal("top_is_full")`` when ``most`` are chosen already.
    """

    def edit(question: QuestionReview) -> QuestionReview:
        card = next((item for item in question.also_raised if item.line.id == line_id), None)
        if card is None:
            return question
        if len(question.items) >= most:
            raise Refusal("top_is_full", field=question_id, limit=most)
        return replace(
            question,
            items=(*question.items, card),
            also_raised=tuple(one for one in question.also_raised if one is not card),
        )

    return edit_question(review, question_id, edit)


def unchoose_item(review: Review, question_id: str, line_id: str) -> Review:
    """Return the review with a chosen card moved to the front of "also raised"."""

    def edit(question: QuestionReview) -> QuestionReview:
        card = next((item for item in question.items if item.line.id == line_id), None)
        if card is None:
            return question
        return replace(
            question,
            items=tuple(one for one in question.items if one is not card),
            also_raised=(card, *question.also_raised),
        )

    return edit_question(review, question_id, edit)


def shift_item(review: Review, question_id: str, line_id: str, by: int) -> Review:
    """Return the review with a chosen card one place up (-1) or down (+1)."""

    def edit(question: QuestionReview) -> QuestionReview:
        items = list(question.items)
        place = next((i for i, item in enumerate(items) if item.line.id == line_id), None)
        if place is None or not 0 <= place + by < len(items):
            return question
        items.insert(place + by, items.pop(place))
        return replace(question, items=tuple(items))

    return edit_question(review, question_id, edit)


def set_agreement(
    review: Review, question_id: str, line_id: str, agreement: Agreement | None
) -> Review:
    """Return the review with how strongly the room stood behind a card."""

    def edit(question: QuestionReview) -> QuestionReview:
        def of(items: tuple[CardItem, ...]) -> tuple[CardItem, ...]:
            return tuple(
                replace(item, agreement=agreement) if item.line.id == line_id else item
                for item in items
            )

        return replace(question, items=of(question.items), also_raised=of(question.also_raised))

    return edit_question(review, question_id, edit)


def set_lean(review: Review, question_id: str, lean: Lean) -> Review:
    """Return the review with the room's lean on one choice."""

    def edit(question: QuestionReview) -> QuestionReview:
        return replace(
            question,
            choices=tuple(
                replace(item, lean=lean) if item.lean.choice_id == lean.choice_id else item
                for item in question.choices
            ),
        )

    return edit_question(review, question_id, edit)


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


def settle_check(review: Review, line_id: str) -> Review:
    """Return the review with the host's word that a line is agreed to stay as it is."""
    return replace(review, settled_checks=review.settled_checks | {line_id})


def answer(review: Review, field_id: str, value: Any) -> Review:
    """Return the review with a form field answered; ``None`` and ``""`` take the answer back."""
    answers = {name: kept for name, kept in review.answers.items() if name != field_id}
    if value not in (None, "", (), []):
        answers[field_id] = value
    return replace(review, answers=answers)


def record_consent(review: Review, consent: ConsentRecord) -> Review:
    """Return the review with what people were told and agreed to."""
    return replace(review, consent=consent)


def _with(lists: Lists, key: str, line: Line) -> Lists:
    return {**lists, key: (*lists.get(key, ()), line)}


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
