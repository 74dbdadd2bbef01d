"""What a note-taker can do: each verb is one transaction, on disk when it returns."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from ogp_desktop.domain.conversation import may_record_group
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import (
    Draft,
    Lean,
    Note,
    check_lean,
    clean_text,
    in_order,
    is_quotation,
    living,
    ranked,
    with_dots,
)
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.store import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands in the entry box: the words, and where they belong."""

    question_id: str
    kind_id: str
    text: str
    card_id: NoteId | None = None
    choice_id: str | None = None
    group_id: str | None = None
    is_key: bool = False
    is_parked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A note as it stands on disk, and what to read again."""

    note: Note
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """Notes as they stand on disk now, those taken off the list among them, and what to read."""

    notes: tuple[Note, ...]
    changes: Changes


def record_note(at: Workplace, *, conversation_id: ConversationId, entry: Entry) -> Recorded:
    """Keep a new note and forget its draft, in one transaction.

    Raises ``Refusal`` (``"empty"``, ``"too_long"``, ``"group_too_small"``) or ``Trouble``; the
    draft stays whenever the note was not kept.
    """
    now = at.clock.now()
    note = Note(
        id=NoteId(at.new_id()),
        conversation_id=conversation_id,
        question_id=entry.question_id,
        kind_id=entry.kind_id,
        text=clean_text(entry.text),
        card_id=entry.card_id,
        choice_id=entry.choice_id,
        group_id=entry.group_id,
        is_key=entry.is_key,
        is_parked=entry.is_parked,
        is_quotation=is_quotation(entry.text),
        created_at=now,
        updated_at=now,
    )
    with at.store.writing() as unit:
        _check_group(unit, conversation_id, entry.group_id)
        note = unit.notes.add(note, action_id=note.id)
        unit.notes.drop_draft(conversation_id)
    return Recorded(note=note, changes=changes(Touched.NOTES, of=conversation_id))


def keep_draft(at: Workplace, *, conversation_id: ConversationId, entry: Entry) -> None:
    """Keep the words that are still being typed; empty text forgets them."""
    with at.store.writing() as unit:
        if not entry.text.strip():
            unit.notes.drop_draft(conversation_id)
            return
        unit.notes.keep_draft(
            Draft(
                conversation_id=conversation_id,
                question_id=entry.question_id,
                kind_id=entry.kind_id,
                text=entry.text,
                card_id=entry.card_id,
                choice_id=entry.choice_id,
                group_id=entry.group_id,
                saved_at=at.clock.now(),
            )
        )


def edit_note(at: Workplace, *, note_id: NoteId, text: str) -> Altered:
    """Change a note's words; the earlier words stay in its history."""
    cleaned = clean_text(text)
    return _alter(
        at,
        note_id,
        lambda note: replace(note, text=cleaned, is_quotation=is_quotation(cleaned)),
    )


def reclassify_note(
    at: Workplace,
    *,
    note_id: NoteId,
    kind_id: str,
    card_id: NoteId | None = None,
    choice_id: str | None = None,
) -> Altered:
    """Change a note's kind and what it belongs to; the question it was said under stays."""
    return _alter(
        at,
        note_id,
        lambda note: replace(note, kind_id=kind_id, card_id=card_id, choice_id=choice_id),
    )


def assign_group(at: Workplace, *, note_id: NoteId, group_id: str | None) -> Altered:
    """Say which broad group a note came from, or that this is not recorded."""
    return _alter(at, note_id, lambda note: replace(note, group_id=group_id), group_id=group_id)


def hear_again(at: Workplace, *, note_id: NoteId) -> Altered:
    """Count that the same point was made once more, instead of writing it twice."""
    return _alter(at, note_id, lambda note: replace(note, heard=note.heard + 1))


def count_dots(at: Workplace, *, note_id: NoteId, by: int) -> Altered:
    """Count dots that people put to a card, or take some back."""
    return _alter(at, note_id, lambda note: with_dots(note, by))


def toggle_key(at: Workplace, *, note_id: NoteId) -> Altered:
    """Mark a note as a key point, or no longer."""
    return _alter(at, note_id, lambda note: replace(note, is_key=not note.is_key))


def toggle_contested(at: Workplace, *, note_id: NoteId) -> Altered:
    """Mark that people disagreed about a note, or no longer."""
    return _alter(at, note_id, lambda note: replace(note, is_contested=not note.is_contested))


def toggle_parked(at: Workplace, *, note_id: NoteId) -> Altered:
    """Put a note aside for later, or take it back."""
    return _alter(at, note_id, lambda note: replace(note, is_parked=not note.is_parked))


def delete_note(at: Workplace, *, note_id: NoteId) -> Altered:
    """Take a note off the list; its words stay in the file and come back with undo."""
    now = at.clock.now()
    return _alter(at, note_id, lambda note: replace(note, deleted_at=now, rank=None))


def rank_card(at: Workplace, *, note_id: NoteId, rank: int | None) -> Altered:
    """Choose a card as 1st, 2nd or 3rd, or no longer; a rank taken already is swapped."""
    with at.store.writing() as unit:
        note = unit.notes.get(note_id)
        moved = ranked(unit.notes.of(note.conversation_id), note_id, rank)
        return _replace_all(at, unit, note.conversation_id, moved)


def order_cards(
    at: Workplace,
    *,
    conversation_id: ConversationId,
    order: Sequence[NoteId],
    chosen: Collection[NoteId],
) -> Altered:
    """Put cards in an order, the chosen ones ranked by their places; one step to undo."""
    with at.store.writing() as unit:
        moved = in_order(unit.notes.of(conversation_id), order, chosen)
        return _replace_all(at, unit, conversation_id, moved)


def shift_note(at: Workplace, *, note_id: NoteId, by: int) -> Altered:
    """Move a note up (-1) or down (+1) past its neighbour of the same question and card."""
    with at.store.writing() as unit:
        note = unit.notes.get(note_id)
        peers = [
            one
            for one in living(unit.notes.of(note.conversation_id))
            if one.question_id == note.question_id and one.card_id == note.card_id
        ]
        place = next(index for index, one in enumerate(peers) if one.id == note_id)
        other = place + by
        moved: tuple[Note, ...] = ()
        if 0 <= other < len(peers):
            neighbour = peers[other]
            moved = (
                replace(note, position=neighbour.position),
                replace(neighbour, position=note.position),
            )
        return _replace_all(at, unit, note.conversation_id, moved)


def undo_last(at: Workplace, *, conversation_id: ConversationId) -> Altered:
    """Undo the newest save, move or delete; no note comes back when nothing is left to undo."""
    with at.store.writing() as unit:
        notes = unit.notes.undo_last_action(conversation_id, at.clock.now())
    return Altered(notes=notes, changes=changes(Touched.NOTES, of=conversation_id))


def record_lean(at: Workplace, *, conversation_id: ConversationId, lean: Lean) -> Changes:
    """Keep the host's reading of the room on one choice."""
    with at.store.writing() as unit:
        people = unit.conversations.get(conversation_id).preparation.people
        check_lean(lean, people)
        unit.notes.keep_lean(conversation_id, lean)
    return changes(Touched.NOTES, of=conversation_id)


def mark_prompt(
    at: Workplace, *, conversation_id: ConversationId, prompt_id: str, is_being_asked: bool
) -> Changes:
    """Remember that a prompt is before the room now, or that it was asked."""
    with at.store.writing() as unit:
        state = "asking" if is_being_asked else "asked"
        unit.conversations.mark_prompt(conversation_id, prompt_id, state)
    return changes(Touched.TIMING, of=conversation_id)


def _check_group(unit: UnitOfWork, conversation_id: ConversationId, group_id: str | None) -> None:
    if group_id is None:
        return
    preparation = unit.conversations.get(conversation_id).preparation
    if not may_record_group(preparation, group_id):
        raise Refusal("group_too_small", field="group_id")


def _alter(
    at: Workplace,
    note_id: NoteId,
    altered: Callable[[Note], Note],
    group_id: str | None = None,
) -> Altered:
    with at.store.writing() as unit:
        note = unit.notes.get(note_id)
        _check_group(unit, note.conversation_id, group_id)
        return _replace_all(at, unit, note.conversation_id, (altered(note),))


def _replace_all(
    at: Workplace, unit: UnitOfWork, conversation_id: ConversationId, notes: Sequence[Note]
) -> Altered:
    now = at.clock.now()
    action_id = at.new_id()
    kept = tuple(replace(note, updated_at=now) for note in notes)
    for note in kept:
        unit.notes.replace(note, action_id=action_id)
    return Altered(notes=kept, changes=changes(Touched.NOTES, of=conversation_id))
