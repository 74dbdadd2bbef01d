"""What the group hands over, drafted from its notes: each line linked to them, none unseen.

The draft is made once; from then on it is the host's text. What no line uses is listed, because
what is left out looks as if nobody had said it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.notes import Lean, Note, living
from ogp_desktop.domain.review import (
    CardItem,
    ChoiceItem,
    Coverage,
    Line,
    QuestionReview,
    Review,
)
from ogp_desktop.domain.review_adding import (
    add_card,
    add_follow_up,
    add_for_all,
    add_other,
    add_reason,
    add_to_box,
)
from ogp_desktop.domain.review_lines import lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionShape:
    """What a draft must know of a kit's question.

    ``card_kinds`` open a card; ``prompt_of`` gives the prompt a follow-up or box kind answers;
    ``reason_kinds`` are the reasons on an either/or choice.
    """

    id: str
    kind: QuestionKind
    choose: int = 3
    prompts: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    card_kinds: frozenset[str] = frozenset()
    prompt_of: Mapping[str, str] = field(default_factory=dict)
    reason_kinds: frozenset[str] = frozenset()


def draft_review(
    shapes: Sequence[QuestionShape],
    notes: Iterable[Note],
    leans: Mapping[str, Lean],
    *,
    individual_questions: Iterable[str] = (),
) -> Review:
    """Return the first draft: top three with follow-ups, also raised, leans, boxes, disagreements.

    A question without a note counts as left to individuals when the agenda said so, else as not
    reached, which then asks for a reason.
    """
    kept = [note for note in living(notes) if not note.is_parked]
    left = set(individual_questions)
    questions = tuple(
        _question(shape, [n for n in kept if n.question_id == shape.id], leans, left)
        for shape in shapes
    )
    contested = tuple(line_from(note, prefix="d-") for note in kept if note.is_contested)
    return Review(questions=questions, disagreements=contested)


def line_from(note: Note, *, prefix: str = "") -> Line:
    """Return the line that a note makes, in the note-taker's words."""
    return Line(
        id=f"{prefix}{note.id}",
        text=note.text,
        note_ids=(note.id,),
        group_ids=() if note.group_id is None else (note.group_id,),
        heard=note.heard,
        is_quotation=note.is_quotation,
    )


def unused(review: Review, notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the living notes that no line of the review came from, the parked ones among them."""
    used = {note_id for line in lines_of(review) for note_id in line.note_ids}
    return tuple(note for note in living(notes) if note.id not in used)


def use_note(review: Review, shape: QuestionShape, note: Note) -> Review:
    """Return the review with a note put as a line of its own where its kind belongs.

    A follow-up whose card is not in the review stands under its prompt for all cards.
    """
    line, here = line_from(note), shape.id
    prompt_id = shape.prompt_of.get(note.kind_id)
    if shape.kind is QuestionKind.CARDS and note.kind_id in shape.card_kinds:
        return add_card(review, here, line, note.kind_id)
    if shape.kind is QuestionKind.CARDS and prompt_id is not None:
        card_line = _card_line(review, here, note)
        if card_line is None:
            return add_for_all(review, here, prompt_id, line)
        return add_follow_up(review, here, card_line, prompt_id, line)
    if shape.kind is QuestionKind.BOXES and prompt_id is not None:
        return add_to_box(review, here, prompt_id, line)
    if note.choice_id in shape.choices and note.kind_id in shape.reason_kinds:
        return add_reason(review, here, note.choice_id or "", note.kind_id, line)
    return add_other(review, here, line)


def _card_line(review: Review, question_id: str, note: Note) -> str | None:
    for question in review.questions:
        if question.question_id == question_id:
            for item in (*question.items, *question.also_raised):
                if note.card_id is not None and note.card_id in item.line.note_ids:
                    return item.line.id
    return None


def _question(
    shape: QuestionShape, notes: Sequence[Note], leans: Mapping[str, Lean], left: set[str]
) -> QuestionReview:
    was_asked = bool(notes) or any(leans[c].is_recorded for c in shape.choices if c in leans)
    coverage = Coverage.GROUP
    if not was_asked:
        coverage = Coverage.INDIVIDUAL if shape.id in left else Coverage.NOT_REACHED
    match shape.kind:
        case QuestionKind.CARDS:
            return _cards(shape, notes, coverage)
        case QuestionKind.CHOICES:
            return _choices(shape, notes, leans, coverage)
        case QuestionKind.BOXES:
            boxes = _by_prompt(shape, notes)
            other = tuple(line_from(n) for n in notes if n.kind_id not in shape.prompt_of)
            return QuestionReview(question_id=shape.id, coverage=coverage, boxes=boxes, other=other)


def _cards(shape: QuestionShape, notes: Sequence[Note], coverage: Coverage) -> QuestionReview:
    cards = [note for note in notes if note.kind_id in shape.card_kinds]
    chosen = sorted(
        (card for card in cards if card.rank is not None), key=lambda card: card.rank or 0
    )
    others = [card for card in cards if card.rank is None]
    ids = {card.id for card in cards}
    under: dict[str, list[Note]] = {}
    for note in notes:
        if note.card_id is not None:
            under.setdefault(note.card_id, []).append(note)
    loose = [note for note in notes if note.card_id is None or note.card_id not in ids]
    plain = [
        n for n in notes if n.kind_id not in shape.card_kinds and n.kind_id not in shape.prompt_of
    ]

    def item(card: Note) -> CardItem:
        said = _by_prompt(shape, under.get(card.id, []))
        return CardItem(line=line_from(card), kind_id=card.kind_id, follow_ups=said)

    return QuestionReview(
        question_id=shape.id,
        coverage=coverage,
        items=tuple(item(card) for card in chosen),
        for_all=_by_prompt(shape, loose),
        also_raised=tuple(item(card) for card in others),
        other=tuple(line_from(note) for note in plain),
    )


def _choices(
    shape: QuestionShape, notes: Sequence[Note], leans: Mapping[str, Lean], coverage: Coverage
) -> QuestionReview:
    def item(choice_id: str) -> ChoiceItem:
        mine = [n for n in notes if n.choice_id == choice_id and n.kind_id in shape.reason_kinds]
        reasons = {
            kind_id: tuple(line_from(note) for note in mine if note.kind_id == kind_id)
            for kind_id in dict.fromkeys(note.kind_id for note in mine)
        }
        return ChoiceItem(lean=leans.get(choice_id, Lean(choice_id=choice_id)), reasons=reasons)

    known = set(shape.choices)
    other = [n for n in notes if n.choice_id not in known or n.kind_id not in shape.reason_kinds]
    return QuestionReview(
        question_id=shape.id,
        coverage=coverage,
        choices=tuple(item(choice_id) for choice_id in shape.choices),
        other=tuple(line_from(note) for note in other),
    )


def _by_prompt(shape: QuestionShape, notes: Sequence[Note]) -> dict[str, tuple[Line, ...]]:
    lines: dict[str, list[Line]] = {}
    for note in notes:
        prompt_id = shape.prompt_of.get(note.kind_id)
        if prompt_id is not None:
            lines.setdefault(prompt_id, []).append(line_from(note))
    return {prompt: tuple(lines[prompt]) for prompt in shape.prompts if prompt in lines}
