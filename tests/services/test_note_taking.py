"""Each verb of the note-taker is on disk when it returns, or nothing changed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.conversation import Attribution
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.notes import TEXT_LIMIT, Lean
from ogp_desktop.services import note_taking, preparing, reading, running
from ogp_desktop.services.changes import Touched
from ogp_desktop.storage.store import Store
from tests.support.clock import FixedClock
from tests.support.workplaces import OGP, begun, file_in, line, workplace_at


def test_note_is_in_the_file_when_recording_returns(tmp_path: Path) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        conversation_id = begun(at)
        recorded = note_taking.record_note(
            at, conversation_id=conversation_id, entry=line("  Le budget est secret ")
        )
        other = Store(file_in(tmp_path))  # as another program would see it now
        with other.reading() as unit:
            assert unit.notes.get(recorded.note.id) == recorded.note
        other.close()
    assert recorded.note.text == "Le budget est secret"
    assert recorded.note.created_at == clock.now()
    assert recorded.changes.touched == {Touched.NOTES}
    assert recorded.changes.conversation_id == conversation_id


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), (" \n\t", "empty"), ("x" * (TEXT_LIMIT + 1), "too_long")]
)
def test_refused_note_leaves_the_draft_and_no_note(tmp_path: Path, text: str, code: str) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        note_taking.keep_draft(at, conversation_id=conversation_id, entry=line("en cours"))
        with pytest.raises(Refusal) as caught:
            note_taking.record_note(at, conversation_id=conversation_id, entry=line(text))
        seen = reading.run(at, conversation_id=conversation_id)
    assert (caught.value.code, caught.value.data["field"]) == (code, "text")
    assert seen.notes == ()
    assert seen.draft is not None
    assert seen.draft.text == "en cours"


def test_draft_goes_when_its_note_is_kept_and_stays_as_typed_before(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        typed = line("  deux espaces, puis \n une ligne ")
        note_taking.keep_draft(at, conversation_id=conversation_id, entry=typed)
        draft = reading.run(at, conversation_id=conversation_id).draft
        assert draft is not None
        assert draft.text == typed.text
        note_taking.record_note(at, conversation_id=conversation_id, entry=typed)
        assert reading.run(at, conversation_id=conversation_id).draft is None
        note_taking.keep_draft(at, conversation_id=conversation_id, entry=typed)
        note_taking.keep_draft(at, conversation_id=conversation_id, entry=line("  "))
        assert reading.run(at, conversation_id=conversation_id).draft is None


@pytest.mark.parametrize(
    ("people", "count", "attribution", "is_kept"),
    [
        (12, None, Attribution.NON_ATTRIBUTION, True),
        (12, 3, Attribution.OPEN, True),
        (12, 2, Attribution.NON_ATTRIBUTION, False),
        (9, None, Attribution.NON_ATTRIBUTION, False),
        (40, 20, Attribution.CHATHAM_HOUSE, False),
    ],
)
def test_group_is_kept_only_where_it_points_at_nobody(
    tmp_path: Path, people: int, count: int | None, attribution: Attribution, is_kept: bool
) -> None:
    with workplace_at(tmp_path) as at:
        made = preparing.create_conversation(at, kit_id=OGP, language="fr")
        preparation = replace(
            made.preparation,
            people=people,
            attribution=attribution,
            group_counts={} if count is None else {"youth": count},
        )
        preparing.change_preparation(at, conversation_id=made.id, preparation=preparation)
        plain = note_taking.record_note(at, conversation_id=made.id, entry=line("Un")).note
        if is_kept:
            entry = replace(line("Deux"), group_id="youth")
            note = note_taking.record_note(at, conversation_id=made.id, entry=entry).note
            note_taking.assign_group(at, note_id=plain.id, group_id="youth")
            assert note.group_id == "youth"
            return
        entry = replace(line("Deux"), group_id="youth")
        with pytest.raises(Refusal, match="group_too_small"):
            note_taking.record_note(at, conversation_id=made.id, entry=entry)
        with pytest.raises(Refusal, match="group_too_small"):
            note_taking.assign_group(at, note_id=plain.id, group_id="youth")
        assert reading.notes_of(at, conversation_id=made.id) == (plain,)


def test_notes_keep_their_question_when_the_conversation_moves_on(tmp_path: Path) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        conversation_id = begun(at)
        note = note_taking.record_note(at, conversation_id=conversation_id, entry=line("Un")).note
        for item_id in ("q3", "q1", "q2"):
            clock.advance(timedelta(minutes=1))
            running.move_to(at, conversation_id=conversation_id, item_id=item_id)
            assert reading.notes_of(at, conversation_id=conversation_id) == (note,)
        note_taking.reclassify_note(at, note_id=note.id, kind_id="opportunity")
        (moved,) = reading.notes_of(at, conversation_id=conversation_id)
    assert (moved.question_id, moved.kind_id) == ("q1", "opportunity")
    assert moved.updated_at == clock.now()


def test_each_mark_is_kept_and_undone_one_by_one(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        note = note_taking.record_note(at, conversation_id=conversation_id, entry=line("Un")).note
        note_taking.hear_again(at, note_id=note.id)
        note_taking.toggle_key(at, note_id=note.id)
        note_taking.toggle_contested(at, note_id=note.id)
        note_taking.toggle_parked(at, note_id=note.id)
        note_taking.rank_card(at, note_id=note.id, rank=1)
        (marked,) = reading.notes_of(at, conversation_id=conversation_id)
        assert marked == replace(
            note, heard=2, is_key=True, is_contested=True, is_parked=True, rank=1
        )
        for _ in range(5):
            assert len(note_taking.undo_last(at, conversation_id=conversation_id).notes) == 1
        assert reading.notes_of(at, conversation_id=conversation_id) == (note,)


def test_shift_swaps_neighbours_and_stops_at_the_edge(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        first, second = (
            note_taking.record_note(at, conversation_id=conversation_id, entry=line(text)).note
            for text in ("Un", "Deux")
        )
        note_taking.shift_note(at, note_id=first.id, by=-1)
        note_taking.shift_note(at, note_id=first.id, by=1)
        note_taking.shift_note(at, note_id=first.id, by=1)
        shown = reading.notes_of(at, conversation_id=conversation_id)
    assert [note.id for note in shown] == [second.id, first.id]


def test_lean_is_refused_when_more_hands_than_people_were_counted(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        kept = Lean(choice_id="a", step=1, hands_first=5, hands_second=7)
        note_taking.record_lean(at, conversation_id=conversation_id, lean=kept)
        with pytest.raises(Refusal, match="counts_exceed_people"):
            note_taking.record_lean(
                at, conversation_id=conversation_id, lean=replace(kept, hands_second=8)
            )
        assert reading.run(at, conversation_id=conversation_id).leans == {"a": kept}
