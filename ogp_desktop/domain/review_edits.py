"""The host's edits of the observations' draft, each a pure function from one review to the next.

A line is found by its id wherever it stands, so no edit needs to know the shape of a question.
"""

from dataclasses import replace
from typing import Any

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.notes import TOP, Lean, check_lean, clean_text
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
from ogp_desktop.domain.review_lines import (
    FOLLOW_UP,
    SUMMARY,
    answer_part,
    edit_lines,
    edit_question,
    lines_of,
    reason_part,
)


def reword(review: Review, line_id: str, text: str) -> Review:
    """Return the review with one line's words changed; what was settled about the old ones is open.

    A line that was read back counts as changed. Raises ``Refusal`` for nothing, or too much.
    """
    cleaned = clean_text(text)

    def edit(line: Line) -> Line:
        return line if line.id != line_id or line.text == cleaned else reworded(line, cleaned)

    edited = edit_lines(review, edit)
    return review if edited == review else unsettled(edited, line_id)


def reworded(line: Line, text: str) -> Line:
    """Return a line with other words; one that was read back counts as changed."""
    read_back = ReadBack.NOT_READ if line.read_back is ReadBack.NOT_READ else ReadBack.CHANGED
    return replace(line, text=text, read_back=read_back)


def unsettled(review: Review, part: str) -> Review:
    """Return the review with nothing settled about a line or text, because its words changed."""
    if part not in review.settled_checks:
        return review
    return replace(review, settled_checks=review.settled_checks - {part})


def take_out(review: Review, line_id: str) -> Review:
    """Return the review without one line; its notes are listed as not used from then on."""
    return edit_lines(review, lambda line: None if line.id == line_id else line)


def mark_read_back(review: Review, line_id: str, mark: ReadBack) -> Review:
    """Return the review with what the group said of a line when it was read back."""
    return edit_lines(
        review, lambda line: replace(line, read_back=mark) if line.id == line_id else line
    )


def with_marks(draft: Review, earlier: Review) -> Review:
    """Return a draft with what the group said of its lines when an earlier one was read back.

    A line whose words are others since then counts as changed.
    """
    marked = {
        line.id: line for line in lines_of(earlier) if line.read_back is not ReadBack.NOT_READ
    }

    def edit(line: Line) -> Line:
        was = marked.get(line.id)
        if was is None:
            return line
        mark = was.read_back if was.text == line.text else ReadBack.CHANGED
        return replace(line, read_back=mark)

    return edit_lines(draft, edit) if marked else draft


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


def cover(review: Review, question_id: str, coverage: Coverage, reason: str = "") -> Review:
    """Return the review with what became of a question, and why when it was not reached."""
    covered = edit_question(
        review, question_id, lambda one: replace(one, coverage=coverage, reason=reason.strip())
    )
    return unsettled(covered, reason_part(question_id))


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


def set_lean(review: Review, question_id: str, lean: Lean, people: int) -> Review:
    """Return the review with the room's lean on one choice, and the hands that were counted.

    Raises ``Refusal("counts_exceed_people")`` for more hands than people in the room.
    """
    check_lean(lean, people)

    def edit(question: QuestionReview) -> QuestionReview:
        return replace(
            question,
            choices=tuple(
                replace(item, lean=lean) if item.lean.choice_id == lean.choice_id else item
                for item in question.choices
            ),
        )

    return edit_question(review, question_id, edit)


def settle_check(review: Review, part: str) -> Review:
    """Return the review with the host's word that a line or text is agreed to stay as it is."""
    return replace(review, settled_checks=review.settled_checks | {part})


def summarise(review: Review, text: str) -> Review:
    """Return the review with its one sentence."""
    return unsettled(replace(review, summary=text.strip()), SUMMARY)


def tell_follow_up(review: Review, text: str) -> Review:
    """Return the review with what happens next."""
    return unsettled(replace(review, follow_up=text.strip()), FOLLOW_UP)


def answer(review: Review, field_id: str, value: Any) -> Review:
    """Return the review with a form field answered; nothing, or no count, takes the answer back."""
    answers = {name: kept for name, kept in review.answers.items() if name != field_id}
    if value not in (None, "", (), [], {}):
        answers[field_id] = value
    return unsettled(replace(review, answers=answers), answer_part(field_id))


def record_consent(review: Review, consent: ConsentRecord) -> Review:
    """Return the review with what people were told and agreed to."""
    return replace(review, consent=consent)
