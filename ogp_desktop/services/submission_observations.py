"""Turns a review into the observations that are sealed: every line of it, where it was said."""

from collections.abc import Mapping

from ogp_desktop.domain.notes import Lean
from ogp_desktop.domain.review import CardItem, Line, QuestionReview, Review
from ogp_desktop.domain.review_lines import question_lines
from ogp_desktop.domain.submission import (
    BoxesAnswer,
    Card,
    CardsAnswer,
    ChoiceAnswer,
    ChoicesAnswer,
    FollowUp,
    Hands,
    NoPosition,
    Observations,
    Point,
    Quotation,
)
from ogp_desktop.kits.model import Kit, QuestionKind


def observations_of(review: Review, kit: Kit) -> Observations:
    """Return what the group hands over, question by question."""
    kinds = {question.id: question.kind for question in kit.questions}
    of = {
        kind: [one for one in review.questions if kinds[one.question_id] is kind]
        for kind in QuestionKind
    }
    return Observations(
        cards=tuple(map(_cards, of[QuestionKind.CARDS])),
        choices=tuple(map(_choices, of[QuestionKind.CHOICES])),
        boxes=tuple(map(_boxes, of[QuestionKind.BOXES])),
        disagreements=tuple(line.text for line in review.disagreements),
        summary=review.summary,
        quotations=tuple(
            Quotation(text=line.text, question_id=one.question_id)
            for one in review.questions
            for line in question_lines(one)
            if line.is_quotation and line.has_agreement
        ),
        follow_up=review.follow_up,
    )


def _cards(one: QuestionReview) -> CardsAnswer:
    return CardsAnswer(
        question_id=one.question_id,
        chosen=tuple(map(_card, one.items)),
        for_all=_follow_ups(one.for_all),
        also_raised=tuple(
            Point(kind_id=item.kind_id, text=_with_follow_ups(item)) for item in one.also_raised
        ),
        other=_others(one),
    )


def _with_follow_ups(item: CardItem) -> str:
    """Return an idea that was not chosen with what was said under it, so that no word is lost."""
    under = [line.text for lines in item.follow_ups.values() for line in lines]
    return "\n".join([item.line.text, *(f"- {text}" for text in under)])


def _card(item: CardItem) -> Card:
    return Card(
        kind_id=item.kind_id,
        text=item.line.text,
        follow_ups=_follow_ups(item.follow_ups),
        agreement=item.agreement,
    )


def _choices(one: QuestionReview) -> ChoicesAnswer:
    return ChoicesAnswer(
        question_id=one.question_id,
        choices=tuple(
            ChoiceAnswer(
                choice_id=item.lean.choice_id,
                lean=NoPosition.DEPENDS if item.lean.depends else item.lean.step,
                reasons=tuple(
                    Point(kind_id=kind_id, text=line.text)
                    for kind_id, lines in item.reasons.items()
                    for line in lines
                ),
                hands=_hands(item.lean),
            )
            for item in one.choices
        ),
        other=_others(one),
    )


def _hands(lean: Lean) -> Hands | None:
    if not lean.has_hands:
        return None
    first, second, undecided = lean.hands
    return Hands(first=first, second=second, undecided=undecided)


def _boxes(one: QuestionReview) -> BoxesAnswer:
    return BoxesAnswer(
        question_id=one.question_id, boxes=_follow_ups(one.boxes), other=_others(one)
    )


def _follow_ups(lists: Mapping[str, tuple[Line, ...]]) -> tuple[FollowUp, ...]:
    return tuple(
        FollowUp(prompt_id=prompt_id, texts=tuple(line.text for line in lines))
        for prompt_id, lines in lists.items()
    )


def _others(one: QuestionReview) -> tuple[Point, ...]:
    return tuple(Point(kind_id="other", text=line.text) for line in one.other)
