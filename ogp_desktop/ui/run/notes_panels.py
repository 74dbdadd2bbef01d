"""Puts notes into the structure of their question: cards, either/or choices, or boxes.

Pure functions from facts to panels; cards keep their number whatever is written beneath them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.domain.notes import Note
from ogp_desktop.kits.local_kit import LocalGroup, LocalKind, LocalKit, LocalQuestion
from ogp_desktop.kits.model import QuestionKind
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.ui.run.notes_shelf import Shelf
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A question with its notes that were not put aside, and the numbers of its cards."""

    question: LocalQuestion
    notes: tuple[Note, ...]
    numbers: dict[NoteId, int]


def table_of(facts: Facts, question: LocalQuestion) -> Table:
    """Return what is written under a question."""
    notes = facts.of_question(question.id)
    return Table(question=question, notes=notes, numbers=card_numbers(notes, question))


def panels_of(table: Table, active: Active, shelf: Shelf) -> tuple[Panel, ...]:
    """Return the panels of a question in the structure of its kind."""
    match table.question.kind:
        case QuestionKind.CARDS:
            made = _card_panels(table, active, shelf)
        case QuestionKind.CHOICES:
            made = _choice_panels(table, active.choice_id, shelf)
        case QuestionKind.BOXES:
            made = _box_panels(table, shelf)
    return tuple(map(shelf.panel, made))


def candidates(table: Table, shelf: Shelf) -> tuple[Panel, ...]:
    """Return every card on its own, for choosing the first three."""
    notes = {note.id: note for note in table.notes}
    made = (
        Panel(
            key=f"candidate-{note_id}",
            rows=(
                shelf.note_row(table.question, notes[note_id], RowKind.CANDIDATE, number=number),
            ),
            is_half=True,
        )
        for note_id, number in table.numbers.items()
    )
    return tuple(map(shelf.panel, made))


def picked(kit: LocalKit, notes: Iterable[Note], shelf: Shelf) -> tuple[Panel, ...]:
    """Return some notes, of whatever question, each saying where it belongs."""
    panels = []
    wanted = tuple(notes)
    for question in kit.questions:
        rows = tuple(
            shelf.note_row(question, note, RowKind.FOLLOW_UP, place=question.theme)
            for note in wanted
            if note.question_id == question.id
        )
        if rows:
            panels.append(shelf.panel(Panel(key=f"picked-{question.id}", rows=rows)))
    return tuple(panels)


def offered_groups(kit: LocalKit, is_hidden: bool) -> tuple[LocalGroup, ...]:
    """Return the groups to choose from; none where the rule of the talk covers affiliation."""
    return () if is_hidden else kit.groups


def _card_panels(table: Table, active: Active, shelf: Shelf) -> list[Panel]:
    question, notes, numbers = table.question, table.notes, table.numbers
    by_id = {note.id: note for note in notes}
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
        if is_settled and note.rank is None:
            panels.append(_heading("also", Heading.ALSO_RAISED))
            is_settled = False  # the heading stands once, before the first that was not chosen
        is_active = active.is_card_outlined and card == active.card_id
        wants_gaps = note.rank is not None or card == active.card_id
        answered = shared if wants_gaps else None
        follow_ups = under.get(card, [])
        made_of = (note, number, follow_ups, is_active, answered, question.id)
        panel = shelf.card(card, made_of)
        if panel is None:
            head = shelf.note_row(question, note, RowKind.CARD, number=number)
            rows = (head, *_follow_ups(question, follow_ups, card, answered, shelf))
            panel = Panel(key=f"card-{card}", rows=rows, is_active=is_active)
            shelf.keep_card(card, made_of, panel)
        panels.append(panel)
    if None in under:
        heading = Row(key="all-head", kind=RowKind.HEADING, heading=Heading.ALL_CARDS)
        for_all = _follow_ups(question, under[None], None, None, shelf)
        panels.append(Panel(key="all", rows=(heading, *for_all)))
    lost = [note for card, some in under.items() if card and card not in numbers for note in some]
    others = [note for note in notes if note.id not in numbers and note.kind_id not in below]
    return [*panels, *_other_panel(question, [*others, *lost], shelf)]


def _follow_ups(
    question: LocalQuestion,
    notes: Sequence[Note],
    card: NoteId | None,
    answered_for_all: set[str] | None,
    shelf: Shelf,
) -> list[Row]:
    """Return the follow-ups in the kit's order; with gaps unless ``answered_for_all`` is None."""
    rows: list[Row] = []
    for kind in question.kinds_of(NoteRole.FOLLOW_UP):
        mine = [note for note in notes if note.kind_id == kind.id]
        rows += [shelf.note_row(question, note, RowKind.FOLLOW_UP) for note in mine]
        if mine or answered_for_all is None or kind.id in answered_for_all:
            continue
        rows.append(_gap(question, kind, f"gap-{card}-{kind.id}", card_id=card))
    return rows


def _choice_panels(table: Table, active: str | None, shelf: Shelf) -> list[Panel]:
    question, notes = table.question, table.notes
    sides = {NoteRole.FIRST: 0, NoteRole.SECOND: 1}
    panels = []
    for number, choice in enumerate(question.choices, start=1):
        mine = [note for note in notes if note.choice_id == choice.id]
        rows = [Row(key=f"choice-{choice.id}", kind=RowKind.CHOICE, number=number,
                    choice_id=choice.id, text=choice.text)]  # fmt: skip
        for kind in question.kinds:
            column = sides.get(kind.role)
            some = [note for note in mine if note.kind_id == kind.id]
            rows += [shelf.note_row(question, note, RowKind.LINE, column=column) for note in some]
            if column is not None and not some:
                key = f"gap-{choice.id}-{kind.id}"
                rows.append(_gap(question, kind, key, choice_id=choice.id, column=column))
        panels.append(Panel(key=f"choice-{choice.id}", rows=tuple(rows),
                            is_active=choice.id == active))  # fmt: skip
    known = {choice.id for choice in question.choices}
    others = [note for note in notes if note.choice_id not in known]
    return [*panels, *_other_panel(question, others, shelf)]


def _box_panels(table: Table, shelf: Shelf) -> list[Panel]:
    question, notes = table.question, table.notes
    boxes = question.kinds_of(NoteRole.BOX)
    panels = []
    for kind in boxes:
        mine = [note for note in notes if note.kind_id == kind.id]
        head = Row(key=f"box-{kind.id}", kind=RowKind.BOX, local=kind, count=len(mine))
        rows = [shelf.note_row(question, note, RowKind.LINE) for note in mine]
        rows = rows or [_gap(question, kind, f"gap-{kind.id}")]
        panels.append(Panel(key=f"box-{kind.id}", rows=(head, *rows), is_half=True))
    known = {kind.id for kind in boxes}
    others = [note for note in notes if note.kind_id not in known]
    return [*panels, *_other_panel(question, others, shelf)]


def _other_panel(question: LocalQuestion, notes: Sequence[Note], shelf: Shelf) -> tuple[Panel, ...]:
    rows = tuple(shelf.note_row(question, note, RowKind.FOLLOW_UP) for note in notes)
    return (Panel(key="other", rows=rows),) if rows else ()


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
