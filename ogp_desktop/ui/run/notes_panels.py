"""Puts notes into the structure of their question: cards, either/or choices, or boxes.

Pure functions from facts to panels; cards keep their number whatever is written beneath them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.domain.notes import Note
from ogp_desktop.kits.localised import LocalGroup, LocalKind, LocalKit, LocalQuestion
from ogp_desktop.kits.model import NoteRole, QuestionKind
from ogp_desktop.ui.run.notes_state import Facts, Heading, Panel, Row, RowKind


def card_numbers(notes: Iterable[Note], question: LocalQuestion) -> dict[NoteId, int]:
    """Return the number of each card: its rank, or else the next number that nobody holds.

    The numbers are those of ``Alt+1`` and of the discs, in the order of the list.
    """
    kinds = {kind.id for kind in question.kinds_of(NoteRole.CARD)}
    cards = [note for note in notes if note.kind_id in kinds]
    held = {note.rank for note in cards if note.rank is not None}
    free = (number for number in range(1, len(cards) + len(held) + 1) if number not in held)
    numbers = {note.id: note.rank or next(free) for note in cards}
    return dict(sorted(numbers.items(), key=lambda pair: pair[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Active:
    """What the next lines belong to; a card is outlined only while the line goes under it."""

    card_id: NoteId | None = None
    choice_id: str | None = None
    is_card_outlined: bool = False


def panels_of(facts: Facts, question: LocalQuestion, active: Active) -> tuple[Panel, ...]:
    """Return the panels of a question in the structure of its kind."""
    match question.kind:
        case QuestionKind.CARDS:
            return _card_panels(facts, question, active)
        case QuestionKind.CHOICES:
            return _choice_panels(facts, question, active.choice_id)
        case QuestionKind.BOXES:
            return _box_panels(facts, question)


def candidates(facts: Facts, question: LocalQuestion) -> tuple[Panel, ...]:
    """Return every card on its own, for choosing the first three."""
    notes = {note.id: note for note in facts.of_question(question.id)}
    numbers = card_numbers(notes.values(), question)
    return tuple(
        Panel(
            key=f"candidate-{note_id}",
            rows=(_note_row(facts, question, notes[note_id], RowKind.CANDIDATE, number=number),),
            is_half=True,
        )
        for note_id, number in numbers.items()
    )


def picked(facts: Facts, notes: Iterable[Note]) -> tuple[Panel, ...]:
    """Return some notes, of whatever question, each saying where it belongs."""
    panels = []
    wanted = tuple(notes)
    for question in facts.kit.questions:
        rows = tuple(
            _note_row(facts, question, note, RowKind.FOLLOW_UP, place=question.theme)
            for note in wanted
            if note.question_id == question.id
        )
        if rows:
            panels.append(Panel(key=f"picked-{question.id}", rows=rows))
    return tuple(panels)


def group_label(kit: LocalKit, group_id: str | None) -> str:
    """Return a group's words; nothing for none, or for one the kit does not know."""
    return next((group.label for group in kit.groups if group.id == group_id), "")


def offered_groups(kit: LocalKit, is_hidden: bool) -> tuple[LocalGroup, ...]:
    """Return the groups to choose from; none where the rule of the talk covers affiliation."""
    return () if is_hidden else kit.groups


def _card_panels(facts: Facts, question: LocalQuestion, active: Active) -> tuple[Panel, ...]:
    notes = facts.of_question(question.id)
    by_id = {note.id: note for note in notes}
    numbers = card_numbers(notes, question)
    below = {kind.id: kind for kind in question.kinds_of(NoteRole.FOLLOW_UP)}
    under: dict[NoteId | None, list[Note]] = {}
    for note in notes:
        if note.kind_id in below:
            under.setdefault(note.card_id, []).append(note)
    shared = {note.kind_id for note in under.get(None, ())}
    is_settled = sum(by_id[card].rank is not None for card in numbers) >= question.choose
    panels: list[Panel] = []
    for card, number in numbers.items():
        note = by_id[card]
        if is_settled and note.rank is None and not any(p.key == "also" for p in panels):
            panels.append(_heading("also", Heading.ALSO_RAISED))
        follow_ups = under.get(card, [])
        is_active = active.is_card_outlined and card == active.card_id
        wants_gaps = note.rank is not None or card == active.card_id
        rows = [_note_row(facts, question, note, RowKind.CARD, number=number)]
        rows += _follow_ups(facts, question, follow_ups, card, shared if wants_gaps else None)
        panels.append(Panel(key=f"card-{card}", rows=tuple(rows), is_active=is_active))
    if None in under:
        heading = Row(key="all-head", kind=RowKind.HEADING, heading=Heading.ALL_CARDS)
        rows = [heading, *_follow_ups(facts, question, under[None], None, None)]
        panels.append(Panel(key="all", rows=tuple(rows)))
    lost = [note for card, some in under.items() if card and card not in numbers for note in some]
    others = [note for note in notes if note.id not in numbers and note.kind_id not in below]
    return (*panels, *_other_panel(facts, question, [*others, *lost]))


def _follow_ups(
    facts: Facts,
    question: LocalQuestion,
    notes: Sequence[Note],
    card: NoteId | None,
    answered_for_all: set[str] | None,
) -> list[Row]:
    """Return the follow-ups in the kit's order; with gaps unless ``answered_for_all`` is None."""
    rows: list[Row] = []
    for kind in question.kinds_of(NoteRole.FOLLOW_UP):
        mine = [note for note in notes if note.kind_id == kind.id]
        rows += [_note_row(facts, question, note, RowKind.FOLLOW_UP) for note in mine]
        if mine or answered_for_all is None or kind.id in answered_for_all:
            continue
        rows.append(_gap(question, kind, f"gap-{card}-{kind.id}", card_id=card))
    return rows


def _choice_panels(facts: Facts, question: LocalQuestion, active: str | None) -> tuple[Panel, ...]:
    notes = facts.of_question(question.id)
    sides = {NoteRole.FIRST: 0, NoteRole.SECOND: 1}
    panels = []
    for number, choice in enumerate(question.choices, start=1):
        mine = [note for note in notes if note.choice_id == choice.id]
        rows = [Row(key=f"choice-{choice.id}", kind=RowKind.CHOICE, number=number,
                    choice_id=choice.id, text=choice.text)]  # fmt: skip
        for kind in question.kinds:
            column = sides.get(kind.role)
            some = [note for note in mine if note.kind_id == kind.id]
            rows += [_note_row(facts, question, note, RowKind.LINE, column=column) for note in some]
            if column is not None and not some:
                key = f"gap-{choice.id}-{kind.id}"
                rows.append(_gap(question, kind, key, choice_id=choice.id, column=column))
        panels.append(Panel(key=f"choice-{choice.id}", rows=tuple(rows),
                            is_active=choice.id == active))  # fmt: skip
    known = {choice.id for choice in question.choices}
    others = [note for note in notes if note.choice_id not in known]
    return (*panels, *_other_panel(facts, question, others))


def _box_panels(facts: Facts, question: LocalQuestion) -> tuple[Panel, ...]:
    notes = facts.of_question(question.id)
    boxes = question.kinds_of(NoteRole.BOX)
    panels = []
    for kind in boxes:
        mine = [note for note in notes if note.kind_id == kind.id]
        head = Row(key=f"box-{kind.id}", kind=RowKind.BOX, local=kind, count=len(mine))
        rows = [_note_row(facts, question, note, RowKind.LINE) for note in mine]
        rows = rows or [_gap(question, kind, f"gap-{kind.id}")]
        panels.append(Panel(key=f"box-{kind.id}", rows=(head, *rows), is_half=True))
    known = {kind.id for kind in boxes}
    others = [note for note in notes if note.kind_id not in known]
    return (*panels, *_other_panel(facts, question, others))


def _other_panel(facts: Facts, question: LocalQuestion, notes: Sequence[Note]) -> tuple[Panel, ...]:
    rows = tuple(_note_row(facts, question, note, RowKind.FOLLOW_UP) for note in notes)
    return (Panel(key="other", rows=rows),) if rows else ()


def _note_row(
    facts: Facts,
    question: LocalQuestion,
    note: Note,
    kind: RowKind,
    *,
    number: int | None = None,
    column: int | None = None,
    place: str = "",
) -> Row:
    local = next((one for one in question.kinds if one.id == note.kind_id), question.kinds[-1])
    return Row(
        key=note.id,
        kind=kind,
        note=note,
        local=local,
        group=group_label(facts.kit, note.group_id),
        text=note.text,
        number=number,
        column=column,
        card_id=note.id if kind in (RowKind.CARD, RowKind.CANDIDATE) else note.card_id,
        choice_id=note.choice_id,
        place=place,
    )


def _gap(
    question: LocalQuestion,
    kind: LocalKind,
    key: str,
    *,
    card_id: NoteId | None = None,
    choice_id: str | None = None,
    column: int | None = None,
) -> Row:
    prompt = next((one for one in question.prompts if one.id == kind.prompt_id), None)
    return Row(
        key=key,
        kind=RowKind.GAP,
        local=kind,
        text=prompt.not_asked if prompt else "",
        prompt_id=kind.prompt_id,
        card_id=card_id,
        choice_id=choice_id,
        column=column,
    )


def _heading(key: str, heading: Heading) -> Panel:
    row = Row(key=f"{key}-head", kind=RowKind.HEADING, heading=heading)
    return Panel(key=key, rows=(row,), has_frame=False)
