"""Holds what the notes pane shows, and turns what people ask for into service calls.

A line is on disk before its box may clear; when the disk says no, the words stay where they are.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from ogp_desktop.domain.conversation import Attribution, may_record_group
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import Draft, Lean, Note
from ogp_desktop.kits.localised import LocalKind, LocalQuestion, in_language
from ogp_desktop.kits.model import NoteRole
from ogp_desktop.services import note_taking, reading
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run import notes_state
from ogp_desktop.ui.run.entry_state import (
    EntryState,
    Place,
    Target,
    first_place,
    target_at,
    targets_of,
)
from ogp_desktop.ui.run.notes_search import matching
from ogp_desktop.ui.run.notes_state import Facts, NotesState, NotesView, Row


class NotesModel(QObject):
    """Signals: ``state_changed(NotesState)``; ``entry_kept()`` when the box may clear,
    ``entry_moved()`` when its line belongs elsewhere now, ``note_kept(note_id)``;
    ``saved(at)``, ``counts_changed()``, ``trouble_met(Trouble)`` and ``prompt_wanted(prompt_id)``.
    """

    state_changed = Signal(object)
    entry_kept = Signal()
    entry_moved = Signal()
    note_kept = Signal(str)
    saved = Signal(object)
    counts_changed = Signal()
    trouble_met = Signal(object)
    prompt_wanted = Signal(str)

    def __init__(
        self, desk: Desk, conversation_id: ConversationId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = desk.workplace
        self._id = conversation_id
        self._saved_at: datetime = self._at.clock.now()
        self._unsaved_since: datetime | None = None
        self._trouble: Trouble | None = None
        self._refusal: Refusal | None = None
        self._view = NotesView.ALL
        self._query = ""
        self._can_undo_delete = False
        self._places: dict[str, Place] = {}
        self._group_id: str | None = None
        self.draft = self._load()
        self._question = self._facts.kit.questions[0]
        self._entry_question = self._question
        if self.draft is not None:
            self._take_up(self.draft)
        desk.bus.changed.connect(self._on_changed)
        self._refresh()

    @property
    def state(self) -> NotesState:
        """Return what is shown now."""
        return self._state

    # What is on the table.

    def show_question(self, question_id: str, *, is_typing: bool) -> None:
        """Show a question; a line that was begun stays with the question it was begun under."""
        question = self._known_question(question_id)
        if question is None or question is self._question:
            return
        self._question = question
        if not is_typing:
            self._entry_question = question
        self._view = NotesView.ALL
        self._refresh()

    def settle_entry(self) -> None:
        """Let the box, empty again, serve the question that is shown."""
        if self._entry_question is not self._question:
            self._entry_question = self._question
            self._refresh()

    def show_view(self, view: NotesView) -> None:
        """Show all notes again, or some of them."""
        self._view = view
        self._refresh()

    def find(self, query: str) -> None:
        """List the notes of all questions that hold these words."""
        self._query = query
        self.show_view(NotesView.FOUND if query.strip() else NotesView.ALL)

    # Where the line goes.

    def choose_kind(self, kind_id: str) -> None:
        """Say what kind of line this is."""
        self._place(kind_id=kind_id)

    def choose_kind_at(self, key: int) -> None:
        """Choose the kind by its key, from 1; a key without a kind does nothing."""
        for kind in self._entry_question.kinds:
            if kind.key == key:
                self.choose_kind(kind.id)

    def choose_target(self, target: Target) -> None:
        """Say what the line belongs to."""
        self._place(
            card_id=target.card_id or self._place_now.card_id,
            choice_id=target.choice_id or self._place_now.choice_id,
            is_for_all=target.number == 0,
        )

    def choose_target_at(self, number: int) -> None:
        """Choose the target by its number, 0 for all; a card also before its follow-up."""
        for target in self._state.entry.targets:
            if target.number == number:
                self.choose_target(target)
                return
        numbers = self._numbers(self._question)
        card = next((card for card, held in numbers.items() if held == number), None)
        if card is not None:
            self.activate(card_id=card)

    def activate(self, *, card_id: NoteId | None = None, choice_id: str | None = None) -> None:
        """Make a card or a choice the one that the next lines belong to."""
        if self._entry_question is self._question and (card_id or choice_id):
            place = self._place_now
            self._place(
                card_id=card_id or place.card_id,
                choice_id=choice_id or place.choice_id,
                is_for_all=False,
            )

    def choose_group(self, group_id: str | None) -> None:
        """Say which broad group speaks, or that this is not recorded; it stays until changed."""
        self._group_id = group_id
        self._refusal = None
        self._refresh()
        self.entry_moved.emit()

    def offer_prompt(self, prompt_id: str) -> None:
        """Choose the kind that answers a prompt, if the question on the table has one."""
        for kind in self._question.kinds:
            if kind.prompt_id == prompt_id:
                self._entry_question = self._question
                self.choose_kind(kind.id)
                return

    def answer_gap(self, row: Row) -> None:
        """Take up a place where a note is missing: kind, place, and the prompt before the room."""
        if row.local is None:
            return
        self._entry_question = self._question
        place = self._place_now
        self._place(
            kind_id=row.local.id,
            card_id=row.card_id or place.card_id,
            choice_id=row.choice_id or place.choice_id,
            is_for_all=False,
        )
        if row.prompt_id is not None:
            self.prompt_wanted.emit(row.prompt_id)

    # Words.

    def record(self, text: str, *, is_key: bool = False, is_parked: bool = False) -> bool:
        """Keep the line as a note; tell whether it is on disk. Empty lines are no notes."""
        if not text.strip():
            return False
        entry = replace(self._entry(text), is_key=is_key, is_parked=is_parked)
        kept: list[Note] = []

        def act() -> Changes:
            recorded = note_taking.record_note(self._at, conversation_id=self._id, entry=entry)
            kept.append(recorded.note)
            return recorded.changes

        if not self._do(act, is_reread=False):
            return False
        note = kept[0]
        self._facts = replace(self._facts, notes=(*self._facts.notes, note))
        if self._kind_now.role is NoteRole.CARD:
            self._places[note.question_id] = replace(self._place_now, card_id=note.id)
        self._entry_question = self._question
        self.entry_kept.emit()
        self._refresh()
        self.note_kept.emit(note.id)
        self.counts_changed.emit()
        return True

    def keep_draft(self, text: str) -> None:
        """Keep what is being typed, and what it is for; empty text forgets it."""
        entry = self._entry(text)

        def act() -> None:
            note_taking.keep_draft(self._at, conversation_id=self._id, entry=entry)

        if self._do(act, is_reread=False) and self._state.unsaved_since is not None:
            self._refresh()

    def edit(self, note_id: NoteId, text: str) -> bool:
        """Change a note's words; tell whether they are on disk. Unchanged words are."""
        if self._note(note_id).text == text.strip():
            return True
        return self._act(lambda: note_taking.edit_note(self._at, note_id=note_id, text=text))

    # Flags, place and order of a note.

    def rank(self, note_id: NoteId, rank: int | None) -> None:
        """Choose a card as 1st, 2nd or 3rd, or no longer; other notes have no rank."""
        kind_id = self._note(note_id).kind_id
        question = self._facts.kit.question(self._note(note_id).question_id)
        if kind_id in {kind.id for kind in question.kinds_of(NoteRole.CARD)}:
            self._act(lambda: note_taking.rank_card(self._at, note_id=note_id, rank=rank))

    def delete(self, note_id: NoteId) -> None:
        """Take a note off the list; the offer to undo stays until something else is done."""
        if self._act(lambda: note_taking.delete_note(self._at, note_id=note_id)):
            self._can_undo_delete = True
            self._refresh()

    def undo(self) -> bool:
        """Undo the last save, move or delete; tell whether there was one."""
        put_back: list[Note] = []

        def act() -> Changes:
            put_back.extend(note_taking.undo_last(self._at, conversation_id=self._id))
            return changes(Touched.NOTES, of=self._id)

        return self._act(act) and bool(put_back)

    def forget_undo(self) -> None:
        """Take the offer to undo a deletion away; the key still works."""
        self._can_undo_delete = False
        self._refresh()

    def hear_again(self, note_id: NoteId | None) -> None:
        """Count the same point once more; without an id, the last one written here."""
        if note_id := note_id or self.last_note_id():
            note = note_id
            self._act(lambda: note_taking.hear_again(self._at, note_id=note))

    def toggle_key(self, note_id: NoteId) -> None:
        """Mark a note as a key point, or no longer."""
        self._act(lambda: note_taking.toggle_key(self._at, note_id=note_id))

    def toggle_contested(self, note_id: NoteId | None) -> None:
        """Mark that people disagreed; without an id, about the last note written here."""
        if note_id := note_id or self.last_note_id():
            note = note_id
            self._act(lambda: note_taking.toggle_contested(self._at, note_id=note))

    def toggle_parked(self, note_id: NoteId) -> None:
        """Put a note aside, or take it back."""
        self._act(lambda: note_taking.toggle_parked(self._at, note_id=note_id))

    def shift(self, note_id: NoteId, by: int) -> None:
        """Move a note up (-1) or down (+1) among its own."""
        self._act(lambda: note_taking.shift_note(self._at, note_id=note_id, by=by))

    def reclassify(self, note_id: NoteId, kind_id: str) -> None:
        """Change a note's kind; a follow-up keeps its card, or gets the active one."""
        note = self._note(note_id)
        question = self._facts.kit.question(note.question_id)
        role = question.note_kind(kind_id).role
        place = self._places.get(question.id, first_place(question))
        card = note.card_id or place.card_id if role is NoteRole.FOLLOW_UP else None
        choice = (note.choice_id or place.choice_id) if question.choices else None
        self._move(note_id, kind_id, None if card == note_id else card, choice)

    def retarget(self, note_id: NoteId, target: Target) -> None:
        """Put a note under another card or choice, or under all."""
        self._move(note_id, self._note(note_id).kind_id, target.card_id, target.choice_id)

    def regroup(self, note_id: NoteId, group_id: str | None) -> None:
        """Say which broad group a note came from."""
        self._act(lambda: note_taking.assign_group(self._at, note_id=note_id, group_id=group_id))

    def record_lean(self, lean: Lean) -> None:
        """Keep the host's reading of the room on one choice."""
        kept = self._act(
            lambda: note_taking.record_lean(self._at, conversation_id=self._id, lean=lean)
        )
        if kept:
            self._facts = replace(self._facts, leans={**self._facts.leans, lean.choice_id: lean})
            self.activate(choice_id=lean.choice_id)

    # What menus and shortcuts need to know.

    def last_note_id(self) -> NoteId | None:
        """Return the note written last under the question shown."""
        notes = self._facts.of_question(self._question.id)
        return max(notes, key=lambda note: note.created_at).id if notes else None

    def targets_for(self, note_id: NoteId) -> tuple[Target, ...]:
        """Return what a note could belong to."""
        note = self._note(note_id)
        question = self._facts.kit.question(note.question_id)
        targets = self._targets(question, question.note_kind(note.kind_id))
        return tuple(target for target in targets if target.card_id != note_id)

    def question_of(self, note_id: NoteId) -> LocalQuestion:
        """Return the question a note was written under."""
        return self._facts.kit.question(self._note(note_id).question_id)

    # Inside.

    def _load(self) -> Draft | None:
        run = reading.run(self._at, conversation_id=self._id)
        self._preparation = run.conversation.preparation
        language = run.kit.best_language(self._preparation.language)
        self._facts = Facts(
            kit=in_language(run.kit, language),
            notes=run.notes,
            leans=run.leans,
            people=self._preparation.people,
        )
        return run.draft

    def _take_up(self, draft: Draft) -> None:
        question = self._known_question(draft.question_id)
        if question is None or draft.kind_id not in {kind.id for kind in question.kinds}:
            return
        is_follow_up = question.note_kind(draft.kind_id).role is NoteRole.FOLLOW_UP
        wants_choice = bool(question.choices)
        self._entry_question = question
        self._group_id = draft.group_id
        self._places[question.id] = Place(
            kind_id=draft.kind_id,
            card_id=draft.card_id,
            choice_id=draft.choice_id,
            is_for_all=(is_follow_up and draft.card_id is None)
            or (wants_choice and draft.choice_id is None),
        )

    def _known_question(self, question_id: str) -> LocalQuestion | None:
        known = (one for one in self._facts.kit.questions if one.id == question_id)
        return next(known, None)

    def _note(self, note_id: NoteId) -> Note:
        return next(note for note in self._facts.notes if note.id == note_id)

    @property
    def _place_now(self) -> Place:
        question = self._entry_question
        return self._places.setdefault(question.id, first_place(question))

    @property
    def _kind_now(self) -> LocalKind:
        return self._entry_question.note_kind(self._place_now.kind_id)

    def _place(self, **changed: object) -> None:
        self._places[self._entry_question.id] = replace(self._place_now, **changed)  # type: ignore[arg-type]  # fields of Place
        self._refusal = None
        self._refresh()
        self.entry_moved.emit()

    def _numbers(self, question: LocalQuestion) -> dict[NoteId, int]:
        return notes_state.card_numbers(self._facts.of_question(question.id), question)

    def _targets(self, question: LocalQuestion, kind: LocalKind) -> tuple[Target, ...]:
        words = {note.id: note.text for note in self._facts.of_question(question.id)}
        return targets_of(question, kind, self._numbers(question), words)

    def _entry(self, text: str) -> note_taking.Entry:
        target = self._state.entry.target
        return note_taking.Entry(
            question_id=self._entry_question.id,
            kind_id=self._kind_now.id,
            text=text,
            card_id=target.card_id if target else None,
            choice_id=target.choice_id if target else None,
            group_id=self._state.entry.group.id if self._state.entry.group else None,
        )

    def _move(
        self, note_id: NoteId, kind_id: str, card_id: NoteId | None, choice_id: str | None
    ) -> None:
        self._act(
            lambda: note_taking.reclassify_note(
                self._at, note_id=note_id, kind_id=kind_id, card_id=card_id, choice_id=choice_id
            )
        )

    def _act(self, act: Callable[[], Changes]) -> bool:
        if not self._do(act, is_reread=True):
            return False
        self._refresh()
        self.counts_changed.emit()
        return True

    def _do(self, act: Callable[[], Changes | None], *, is_reread: bool) -> bool:
        """Call a service; show a refusal or a trouble in place, and tell what was saved when."""
        try:
            touched = act()
            if is_reread:
                notes = reading.notes_of(self._at, conversation_id=self._id)
                self._facts = replace(self._facts, notes=notes)
        except Refusal as refusal:
            self._refusal = refusal
            self._refresh()
            return False
        except Trouble as trouble:
            self._trouble = trouble
            self._unsaved_since = self._unsaved_since or self._saved_at
            self._refresh()
            self.trouble_met.emit(trouble)
            return False
        self._refusal = self._trouble = self._unsaved_since = None
        self._saved_at = self._at.clock.now()
        if touched is not None:
            self._can_undo_delete = False
            self._desk.bus.tell(touched, self)
        self.saved.emit(self._saved_at)
        return True

    def _on_changed(self, told: Changes, initiator: object) -> None:
        if initiator is self or told.conversation_id not in (self._id, None):
            return
        if told.touched & {Touched.NOTES, Touched.PREPARATION}:
            self._load()
            self._question = self._facts.kit.question(self._question.id)
            self._entry_question = self._facts.kit.question(self._entry_question.id)
            self._refresh()

    def _refresh(self) -> None:
        facts, question = self._facts, self._question
        mine = facts.of_question(question.id)
        self._state = NotesState(
            question=question,
            entry=self._entry_state(),
            view=self._view,
            panels=self._panels(),
            note_count=len(mine),
            chosen_count=sum(note.rank is not None for note in mine),
            lean_count=sum(
                choice.id in facts.leans and facts.leans[choice.id].is_recorded
                for choice in question.choices
            ),
            key_count=sum(note.is_key for note in mine),
            parked_count=sum(note.is_parked for note in facts.notes),
            leans=facts.leans,
            people=facts.people,
            can_undo_delete=self._can_undo_delete,
            refusal=self._refusal,
            trouble=self._trouble,
            unsaved_since=self._unsaved_since,
        )
        self.state_changed.emit(self._state)

    def _entry_state(self) -> EntryState:
        question, place, kind = self._entry_question, self._place_now, self._kind_now
        targets = self._targets(question, kind)
        is_hidden = self._preparation.attribution is Attribution.CHATHAM_HOUSE
        groups = notes_state.offered_groups(self._facts.kit, is_hidden)
        barred = frozenset(
            group.id for group in groups if not may_record_group(self._preparation, group.id)
        )
        spoken = (one for one in groups if one.id == self._group_id and one.id not in barred)
        return EntryState(
            question=question,
            kind=kind,
            target=target_at(targets, place),
            targets=targets,
            group=next(spoken, None),
            groups=groups,
            barred_groups=barred,
            is_elsewhere=question is not self._question,
        )

    def _panels(self) -> tuple[notes_state.Panel, ...]:
        facts, question = self._facts, self._question
        match self._view:
            case NotesView.CHOOSING:
                return notes_state.candidates(facts, question)
            case NotesView.PARKED:
                return notes_state.picked(facts, (n for n in facts.notes if n.is_parked))
            case NotesView.KEY_POINTS:
                mine = facts.of_question(question.id)
                return notes_state.picked(facts, (note for note in mine if note.is_key))
            case NotesView.FOUND:
                return notes_state.picked(facts, matching(facts.notes, self._query))
        place = self._places.get(question.id, first_place(question))
        active_card = None if place.is_for_all else self._active_card(question, place)
        return notes_state.panels_of(facts, question, active_card, place.choice_id)

    def _active_card(self, question: LocalQuestion, place: Place) -> NoteId | None:
        numbers = self._numbers(question)
        if place.card_id in numbers:
            return place.card_id
        return list(numbers)[-1] if numbers else None
