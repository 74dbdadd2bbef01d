"""What can be done to a note that is written: its words, rank, flags, place and order.

Without an id, the note written last under the question shown is meant.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import Note
from ogp_desktop.kits.local_kit import LocalQuestion
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.services import note_taking
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.ui.run import notes_view
from ogp_desktop.ui.run.entry_places import EntryPlaces
from ogp_desktop.ui.run.entry_state import Target
from ogp_desktop.ui.run.notes_dropping import CardOrder, dropped, order_of, shifted
from ogp_desktop.ui.run.notes_panels import table_of
from ogp_desktop.ui.run.notes_state import Facts, Row


class Act(Protocol):
    """Does something to notes and shows what came of it; tells whether it is on disk."""

    def __call__(
        self, act: Callable[[], note_taking.Altered], /, *, is_delete: bool = False
    ) -> bool: ...


class NoteDeeds:
    """The deeds on the notes of one conversation, done and shown through ``act``."""

    def __init__(
        self,
        at: Workplace,
        conversation_id: ConversationId,
        facts: Callable[[], Facts],
        places: EntryPlaces,
        act: Act,
    ) -> None:
        self._at, self._id = at, conversation_id
        self._facts, self._places, self._act = facts, places, act

    def edit(self, note_id: NoteId, text: str) -> bool:
        """Change a note's words; tell whether they are on disk. Unchanged words are."""
        if self._note(note_id).text == text.strip():
            return True
        return self._act(lambda: note_taking.edit_note(self._at, note_id=note_id, text=text))

    def rank(self, note_id: NoteId, rank: int | None) -> None:
        """Choose a card as 1st, 2nd or 3rd, or no longer; other notes have no rank."""
        if self._is_card(note_id):
            self._act(lambda: note_taking.rank_card(self._at, note_id=note_id, rank=rank))

    def delete(self, note_id: NoteId) -> None:
        """Take a note off the list."""
        self._act(lambda: note_taking.delete_note(self._at, note_id=note_id), is_delete=True)

    def undo(self) -> None:
        """Undo the last save, move or delete, if there was one."""
        self._act(lambda: note_taking.undo_last(self._at, conversation_id=self._id))

    def hear_again(self, note_id: NoteId | None) -> None:
        """Count the same point once more."""
        if (note := note_id or self.last_note_id()) is not None:
            self._act(lambda: note_taking.hear_again(self._at, note_id=note))

    def count_dots(self, note_id: NoteId, by: int) -> None:
        """Count dots that people put to a card, or take some back; other notes have none."""
        if self._is_card(note_id):
            self._act(lambda: note_taking.count_dots(self._at, note_id=note_id, by=by))

    def toggle_key(self, note_id: NoteId) -> None:
        """Mark a note as a key point, or no longer."""
        self._act(lambda: note_taking.toggle_key(self._at, note_id=note_id))

    def toggle_contested(self, note_id: NoteId | None) -> None:
        """Mark that people disagreed, or no longer."""
        if (note := note_id or self.last_note_id()) is not None:
            self._act(lambda: note_taking.toggle_contested(self._at, note_id=note))

    def toggle_parked(self, note_id: NoteId) -> None:
        """Put a note aside, or take it back."""
        self._act(lambda: note_taking.toggle_parked(self._at, note_id=note_id))

    def shift(self, note_id: NoteId, by: int, rows: Sequence[Row]) -> None:
        """Move a note up (-1) or down (+1) among its own; cards as they are listed."""
        if note_id in order_of(rows).order:
            self._put(shifted(rows, note_id, by))
        else:
            self._act(lambda: note_taking.shift_note(self._at, note_id=note_id, by=by))

    def drop(self, note_id: NoteId, place: int, rows: Sequence[Row]) -> None:
        """Put a card down before the row at a place of the list."""
        self._put(dropped(rows, note_id, place, self.question_of(note_id).choose))

    def reclassify(self, note_id: NoteId, kind_id: str) -> None:
        """Change a note's kind; a follow-up keeps its card, or gets the active one."""
        note, question = self._note(note_id), self.question_of(note_id)
        place = self._places.of(question)
        is_under = question.note_kind(kind_id).role is NoteRole.FOLLOW_UP
        card = note.card_id or place.card_id if is_under else None
        choice = (note.choice_id or place.choice_id) if question.choices else None
        self._move(note_id, kind_id, None if card == note_id else card, choice)

    def retarget(self, note_id: NoteId, target: Target) -> None:
        """Put a note under another card or choice, or under all."""
        self._move(note_id, self._note(note_id).kind_id, target.card_id, target.choice_id)

    def regroup(self, note_id: NoteId, group_id: str | None) -> None:
        """Say which broad group a note came from."""
        self._act(lambda: note_taking.assign_group(self._at, note_id=note_id, group_id=group_id))

    def last_note_id(self) -> NoteId | None:
        """Return the note written last under the question shown."""
        notes = self._facts().of_question(self._places.shown.id)
        return max(notes, key=lambda note: (note.created_at, note.position)).id if notes else None

    def targets_for(self, note_id: NoteId) -> tuple[Target, ...]:
        """Return what a note could belong to."""
        question = self.question_of(note_id)
        kind = question.note_kind(self._note(note_id).kind_id)
        offered = notes_view.targets(table_of(self._facts(), question), kind)
        return tuple(target for target in offered if target.card_id != note_id)

    def question_of(self, note_id: NoteId) -> LocalQuestion:
        """Return the question a note was written under."""
        return self._facts().kit.question(self._note(note_id).question_id)

    def _put(self, cards: CardOrder | None) -> None:
        if cards is not None:
            self._act(
                lambda: note_taking.order_cards(
                    self._at, conversation_id=self._id, order=cards.order, chosen=cards.chosen
                )
            )

    def _is_card(self, note_id: NoteId) -> bool:
        kind = self.question_of(note_id).note_kind(self._note(note_id).kind_id)
        return kind.role is NoteRole.CARD

    def _note(self, note_id: NoteId) -> Note:
        return next(note for note in self._facts().notes if note.id == note_id)

    def _move(
        self, note_id: NoteId, kind_id: str, card_id: NoteId | None, choice_id: str | None
    ) -> None:
        self._act(
            lambda: note_taking.reclassify_note(
                self._at, note_id=note_id, kind_id=kind_id, card_id=card_id, choice_id=choice_id
            )
        )
