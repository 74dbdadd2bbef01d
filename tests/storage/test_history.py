"""Undo restores exactly what stood before, step by step, and no word ever leaves the file."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import Note
from ogp_desktop.services import note_taking
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.workplaces import begun, file_in, line, workplace_at

ACTS = ("record", "edit", "hear", "key", "contested", "park", "delete", "rank", "shift", "kind")


def all_notes(at: Workplace, conversation_id: ConversationId) -> tuple[Note, ...]:
    with at.store.reading() as unit:
        return unit.notes.of(conversation_id)


def act(at: Workplace, conversation_id: ConversationId, what: str, pick: int, text: str) -> None:
    notes = [one for one in all_notes(at, conversation_id) if one.deleted_at is None]
    if what == "record" or not notes:
        note_taking.record_note(at, conversation_id=conversation_id, entry=line(text))
        return
    note_id = notes[pick % len(notes)].id
    match what:
        case "edit":
            note_taking.edit_note(at, note_id=note_id, text=text)
        case "hear":
            note_taking.hear_again(at, note_id=note_id)
        case "key":
            note_taking.toggle_key(at, note_id=note_id)
        case "contested":
            note_taking.toggle_contested(at, note_id=note_id)
        case "park":
            note_taking.toggle_parked(at, note_id=note_id)
        case "delete":
            note_taking.delete_note(at, note_id=note_id)
        case "rank":
            note_taking.rank_card(at, note_id=note_id, rank=pick % 3 + 1)
        case "shift":
            note_taking.shift_note(at, note_id=note_id, by=1 if pick % 2 else -1)
        case "kind":
            note_taking.reclassify_note(at, note_id=note_id, kind_id="opportunity")


def without_deleted_at(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """A first save that was undone stays in the file, marked deleted."""
    return tuple(note for note in notes if note.deleted_at is None)


@pytest.mark.slow
@settings(max_examples=25)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(ACTS),
            st.integers(0, 20),
            st.text(alphabet='aé عنб"«', min_size=1).filter(str.strip),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_undo_walks_back_through_every_state(
    tmp_path_factory: object, steps: list[tuple[str, int, str]]
) -> None:
    folder = Path(tmp_path_factory.mktemp("undo"))  # type: ignore[attr-defined]
    clock = FixedClock()
    with workplace_at(folder, clock) as at:
        conversation_id = begun(at)
        states = [()]
        for what, pick, text in steps:
            clock.advance(timedelta(seconds=7))
            act(at, conversation_id, what, pick, text)
            now = without_deleted_at(all_notes(at, conversation_id))
            if now != states[-1]:
                states.append(now)
        while states:
            assert without_deleted_at(all_notes(at, conversation_id)) == states.pop()
            if states:
                assert note_taking.undo_last(at, conversation_id=conversation_id).notes
        assert note_taking.undo_last(at, conversation_id=conversation_id).notes == ()


def test_undo_of_a_swap_of_ranks_puts_both_cards_back(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        first, second = (
            note_taking.record_note(at, conversation_id=conversation_id, entry=line(text)).note.id
            for text in ("Un", "Deux")
        )
        note_taking.rank_card(at, note_id=first, rank=1)
        note_taking.rank_card(at, note_id=second, rank=2)
        before = all_notes(at, conversation_id)
        note_taking.rank_card(at, note_id=second, rank=1)
        assert {note.id: note.rank for note in all_notes(at, conversation_id)} == {
            first: 2,
            second: 1,
        }
        note_taking.undo_last(at, conversation_id=conversation_id)
        assert all_notes(at, conversation_id) == before


def test_words_stay_in_the_file_when_they_are_edited_deleted_and_undone(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        taken = note_taking.record_note(
            at, conversation_id=conversation_id, entry=line("le premier mot")
        )
        note_taking.edit_note(at, note_id=taken.note.id, text="le second mot")
        note_taking.delete_note(at, note_id=taken.note.id)
        for _ in range(3):
            note_taking.undo_last(at, conversation_id=conversation_id)
        with at.store.reading() as unit:
            kept = unit.notes.get(taken.note.id)
    assert kept == replace(taken.note, deleted_at=kept.deleted_at)
    with closing(sqlite3.connect(file_in(tmp_path))) as file:
        changes = file.execute("SELECT before, undone_at FROM note_change ORDER BY seq").fetchall()
    assert [before is not None for before, _ in changes] == [False, True, True]
    assert "le premier mot" in changes[1][0]
    assert "le second mot" in changes[2][0]
    assert all(undone_at for _, undone_at in changes)


def test_undo_leaves_the_notes_of_another_conversation_alone(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        here, there = begun(at), begun(at)
        note_taking.record_note(at, conversation_id=here, entry=line("ici"))
        other = note_taking.record_note(at, conversation_id=there, entry=line("là")).note
        undone = note_taking.undo_last(at, conversation_id=here).notes
        assert [note.text for note in undone] == ["ici"]
        assert note_taking.undo_last(at, conversation_id=here).notes == ()
        with at.store.reading() as unit:
            assert unit.notes.get(NoteId(other.id)) == other
