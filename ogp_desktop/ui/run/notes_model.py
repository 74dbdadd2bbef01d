"""Holds what the notes pane shows, and turns what people ask for into service calls.

A line is on disk before its box may clear; when the disk says no, the words stay where they are.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.domain.notes import Lean, Note, living
from ogp_desktop.kits.local_kit import LocalQuestion
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.services import note_taking
from ogp_desktop.services.changes import Changes, Touched
from ogp_desktop.services.reading import Course
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run import notes_view
from ogp_desktop.ui.run.entry_places import EntryPlaces
from ogp_desktop.ui.run.entry_state import Target
from ogp_desktop.ui.run.note_deeds import NoteDeeds
from ogp_desktop.ui.run.notes_reader import NotesReader
from ogp_desktop.ui.run.notes_shelf import Shelf
from ogp_desktop.ui.run.notes_state import Facts, NotesState, NotesView, Row
from ogp_desktop.ui.run.saving import Saving


class NotesModel(QObject):
    """``deeds`` are what can be done to notes that are written; ``saving`` tells what was saved.

    Signals: ``state_changed(NotesState)``; ``entry_kept()`` when the box may clear,
    ``entry_moved()`` when its line belongs elsewhere now, ``note_kept(note_id)``;
    ``counts_changed()``; ``prompt_wanted(prompt_id)``; ``trouble_met(Trouble)`` when notes cannot
    be read.
    """

    state_changed = Signal(object)
    entry_kept = Signal()
    entry_moved = Signal()
    note_kept = Signal(str)
    counts_changed = Signal()
    trouble_met = Signal(object)
    prompt_wanted = Signal(str)

    def __init__(self, desk: Desk, course: Course, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = desk.workplace
        self._id = course.conversation.id
        self._look = notes_view.Look()
        self.saving = Saving(desk, self._id, self)
        self._shelf = Shelf()
        self._reader = NotesReader(desk, course, self)
        self._facts, self.draft = self._reader.first(course), course.draft
        self._places = EntryPlaces(self._facts.kit.questions[0])
        if self.draft is not None and (asked := self._question(self.draft.question_id)):
            self._places.take_up(self.draft, asked)
        self.deeds = NoteDeeds(self._at, self._id, lambda: self._facts, self._places, self._act)
        desk.bus.changed.connect(self._on_changed)
        self._reader.read.connect(self._take)
        self._reader.failed.connect(self.trouble_met)
        self.saving.signs_changed.connect(self._refresh)
        self.saving.written.connect(self._written)
        self._refresh()
        self._reader.ask()

    @property
    def state(self) -> NotesState:
        """Return what is shown now."""
        return self._state

    @property
    def facts(self) -> Facts:
        """Return all that is known of the notes."""
        return self._facts

    # What is on the table.

    def show_question(self, question_id: str, *, is_typing: bool) -> None:
        """Show a question; a line that was begun stays with the question it was begun under."""
        question = self._question(question_id)
        if question is not None and question is not self._places.shown:
            self._places.show(question, is_typing=is_typing)
            self._look = notes_view.Look()
            self._refresh()

    def settle_entry(self) -> None:
        """Let the box, empty again, serve the question that is shown."""
        if self._places.come_back():
            self._refresh()

    def show_view(self, view: NotesView) -> None:
        """Show all notes again, or some of them."""
        self._look = replace(self._look, view=view)
        self._refresh()

    def find(self, query: str) -> None:
        """List the notes of all questions that hold these words."""
        view = NotesView.FOUND if query.strip() else NotesView.ALL
        self._look = notes_view.Look(view, query)
        self._refresh()

    # Where the line goes.

    def choose_kind(self, kind_id: str) -> None:
        """Say what kind of line this is."""
        self._places.change(kind_id=kind_id)
        self._moved()

    def choose_kind_at(self, key: int) -> None:
        """Choose the kind by its key, from 1; a key without a kind does nothing."""
        for kind in self._places.typed.kinds:
            if kind.key == key:
                self.choose_kind(kind.id)

    def choose_target(self, target: Target) -> None:
        """Say what the line belongs to."""
        self._places.put_under(
            card_id=target.card_id, choice_id=target.choice_id, is_for_all=target.number == 0
        )
        self._moved()

    def choose_target_at(self, number: int) -> None:
        """Choose the target by its number, 0 for all; a card also before its follow-up."""
        for target in self._state.entry.targets:
            if target.number == number:
                self.choose_target(target)
                return
        for card, held in notes_view.numbers_of(self._facts, self._places.shown).items():
            if held == number:
                self.activate(card_id=card)

    def activate(self, *, card_id: NoteId | None = None, choice_id: str | None = None) -> None:
        """Make a card or a choice the one that the next lines belong to."""
        if not self._places.is_elsewhere and (card_id or choice_id):
            self._places.put_under(card_id=card_id, choice_id=choice_id)
            self._moved()

    def choose_group(self, group_id: str | None) -> None:
        """Say which broad group speaks, or that this is not recorded; it stays until changed."""
        self._places.group_id = group_id
        self._moved()

    def offer_prompt(self, prompt_id: str) -> None:
        """Choose the kind that answers a prompt; not under a line that is for another question."""
        for kind in self._places.typed.kinds:
            if kind.prompt_id == prompt_id:
                self.choose_kind(kind.id)
                return

    def answer_gap(self, row: Row) -> None:
        """Take up a place where a note is missing: kind, place, and the prompt before the room."""
        if row.local is None:
            return
        if not self._places.is_elsewhere:
            self._places.change(kind_id=row.local.id)
            self._places.put_under(card_id=row.card_id, choice_id=row.choice_id)
            self._moved()
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
            self._facts = replace(self._facts, notes=(*self._facts.notes, recorded.note))
            return recorded.changes

        def again(now: str) -> None:
            self.record(now, is_key=is_key, is_parked=is_parked)

        if not self.saving.do(act, again):
            return False
        note = kept[0]
        if self._places.kind.role is NoteRole.CARD:
            self._places.change(card_id=note.id)
        self._places.come_back()
        self.entry_kept.emit()
        self._refresh()
        self.note_kept.emit(note.id)
        self.counts_changed.emit()
        return True

    def keep_draft(self, text: str) -> None:
        """Keep what is being typed, and what it is for; empty text forgets it."""
        self.saving.keep_line(self._entry(text), self.keep_draft)

    def record_lean(self, lean: Lean) -> None:
        """Keep the host's reading of the room on one choice."""

        def act() -> Changes:
            kept = note_taking.record_lean(self._at, conversation_id=self._id, lean=lean)
            self._facts = replace(self._facts, leans={**self._facts.leans, lean.choice_id: lean})
            return kept

        if self.saving.do(act, lambda _text: self.record_lean(lean)):
            self.activate(choice_id=lean.choice_id)
        self._refresh()

    # Inside.

    def _take(self, facts: Facts) -> None:
        self._facts = facts
        kit, places = facts.kit, self._places
        places.renew(kit.question(places.shown.id), kit.question(places.typed.id))
        self._refresh()

    def _question(self, question_id: str) -> LocalQuestion | None:
        known = (one for one in self._facts.kit.questions if one.id == question_id)
        return next(known, None)

    def _moved(self) -> None:
        self.saving.forgive()
        self._refresh()
        self.entry_moved.emit()

    def _entry(self, text: str) -> note_taking.Entry:
        entry = self._state.entry
        return note_taking.Entry(
            question_id=entry.question.id,
            kind_id=entry.kind.id,
            text=text,
            card_id=entry.target.card_id if entry.target else None,
            choice_id=entry.target.choice_id if entry.target else None,
            group_id=entry.group.id if entry.group else None,
        )

    def _act(self, act: Callable[[], note_taking.Altered], *, is_delete: bool = False) -> bool:
        """Call a service that changes notes, and show them as they stand on disk now.

        After a delete, the offer to undo it stays until something else is done.
        """

        def act_and_take_over() -> Changes:
            done = act()
            now = {note.id: note for note in (*self._facts.notes, *done.notes)}
            self._facts = replace(self._facts, notes=living(now.values()))
            return done.changes

        is_done = self.saving.do(act_and_take_over, lambda _: self._act(act, is_delete=is_delete))
        if is_done:
            self.saving.offer_undo(is_offered=is_delete)
            self._refresh()
            self.counts_changed.emit()
        return is_done

    def _written(self, touched: Changes | None) -> None:
        self._reader.forget_answers()
        if touched is not None:
            self._desk.bus.tell(touched, self)

    def _on_changed(self, told: Changes, initiator: object) -> None:
        is_mine = told.conversation_id in (self._id, None)
        if initiator is self or not is_mine:
            return
        if told.touched & {Touched.NOTES, Touched.PREPARATION}:
            self._reader.ask()

    def _refresh(self) -> None:
        self._state = notes_view.state_of(
            self._facts, self._places, self._look, self.saving.signs, self._shelf
        )
        self.state_changed.emit(self._state)
