"""Holds the draft of the observations: each edit is on disk when the screen shows it.

Earlier drafts are kept in memory so that every edit can be taken back.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.notes import clean_text, is_quotation
from ogp_desktop.domain.observations import line_from, use_note
from ogp_desktop.domain.review import Line, ReadBack, Review
from ogp_desktop.domain.review_adding import join
from ogp_desktop.domain.review_edits import mark_read_back
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services import reviewing, sealing
from ogp_desktop.services.changes import Changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.adding import added
from ogp_desktop.ui.review.edit import Edit
from ogp_desktop.ui.review.places import CHECK, Places
from ogp_desktop.ui.review.review_state import (
    Mode,
    ReviewState,
    Shown,
    mode_of,
    notes_of,
    review_state,
)
from ogp_desktop.ui.review.rows import GapRow, HeadRow, LineRow, SayRow, Spot
from ogp_desktop.ui.stage import Stage

_STEPS_KEPT = 100


class ReviewModel(QObject):
    """Signals: ``state_changed(ReviewState)``; ``reading_ready(Submission)``, exactly what would be
    sealed; ``saved(at)`` when an edit reached the disk; ``stage_requested(Stage)`` after the seal.
    """

    state_changed = Signal(object)
    reading_ready = Signal(object)
    saved = Signal(object)
    stage_requested = Signal(object)

    def __init__(
        self, desk: Desk, conversation_id: ConversationId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = desk.workplace
        self._id = conversation_id
        self._past: list[Review] = []
        self._typed_about = ""
        self._facts = reviewing.reviewed(self._at, conversation_id=self._id)
        self._review = self._facts.review
        preparation = self._facts.conversation.preparation
        kit = self._facts.kit
        self._kit = in_language(kit, kit.best_language(preparation.language))
        self._shown = Shown(section=self._kit.questions[0].id)
        if self._mode is Mode.OPEN and self._facts.edited_at is None:
            self._keep()  # the draft is made once; from now on it is the host's
        self._select_first_line()
        desk.bus.changed.connect(self._on_changed)

    def show(self) -> None:
        """Tell what is shown now."""
        self.state_changed.emit(self._state)

    # Where the person looks

    def choose_section(self, key: str) -> None:
        """Show another section, at its first line."""
        self._look(section=key, row="")
        self._select_first_line()
        self.show()

    def select_row(self, key: str) -> None:
        """Show the notes of another line."""
        if key != self._shown.row:
            self._look(row=key)
            self._tell()

    def go_to(self, row: GapRow) -> None:
        """Go to where something is settled."""
        place = Places(self._review).of(row.gap)
        self.look_at(place.section, place.row)

    def look_at(self, section: str, row: str) -> None:
        """Go to a row of a section."""
        self._look(section=section, row=row)
        self._tell()

    def go_on(self) -> None:
        """Go to the first thing that blocks sealing."""
        if self._state.blocking:
            self.go_to(self._state.blocking[0])

    # Edits

    def edit(self, edit: Edit) -> None:
        """Change the draft and keep it; a refusal is shown beside what it is about."""
        if self._mode is not Mode.OPEN:
            return
        try:
            changed = edit.change(self._review)
        except Refusal as refusal:
            self._refuse(refusal, edit.about)
            return
        if changed == self._review:
            self._look(refusal=None)
            self._tell()
            return
        is_more_of_it = edit.is_typing and edit.about == self._typed_about
        self._typed_about = edit.about if edit.is_typing else ""
        if not is_more_of_it:
            self._past = [*self._past[-_STEPS_KEPT:], self._review]
        self._replace(changed)

    def mark(self, line_id: str, mark: ReadBack) -> None:
        """Note what the group said of a line; of a preview this is all that is kept."""
        if self._mode is not Mode.PREVIEW:
            change = partial(mark_read_back, line_id=line_id, mark=mark)
            self.edit(Edit(change=change, about=line_id))
            return

        def kept() -> None:
            done = reviewing.mark_line(
                self._at, conversation_id=self._id, line_id=line_id, mark=mark
            )
            self._look(trouble=None)
            self._read()
            self._tell()
            self._desk.bus.tell(done, self)
            self.saved.emit(self._at.clock.now())

        self._try(kept)

    def add_line(self, spot: Spot, kind_id: str, text: str) -> None:
        """Add a line that no note says, in the host's words."""
        line_id = self._at.new_id()

        def change(review: Review) -> Review:
            words = clean_text(text)
            line = Line(id=line_id, text=words, is_quotation=is_quotation(words))
            return added(review, spot, kind_id, line)

        self.edit(Edit(change=change, about=spot.part or spot.kind.value))

    def use_note(self, note_id: str) -> None:
        """Put a note that no line came from where its kind belongs."""
        note = notes_of(self._facts.notes, note_id)
        shape = next(
            one for one in reviewing.shapes_of(self._facts.kit) if one.id == note.question_id
        )
        self._look(section=note.question_id, row=note.id)
        self.edit(Edit(change=lambda review: use_note(review, shape, note), about=note.id))

    def merge_note(self, note_id: str) -> None:
        """Join a note that no line came from to the selected line."""
        note = notes_of(self._facts.notes, note_id)
        line_id = self._shown.row
        change = partial(join, line_id=line_id, more=line_from(note))
        self.edit(Edit(change=change, about=line_id))

    def undo(self) -> None:
        """Take the last edit back."""
        if self._past and self._mode is Mode.OPEN:
            self._typed_about = ""
            self._replace(self._past.pop())

    def retry(self) -> None:
        """Try again to keep what could not be kept."""
        self._replace(self._review)

    # Leaving

    def read(self) -> None:
        """Show exactly what would be sealed; after the seal, what was sealed."""
        sealed = self._facts.sealed
        if self._mode is Mode.SEALED:
            self.reading_ready.emit(submission_from_bytes(sealed[0].body))
            return
        self._try(
            lambda: self.reading_ready.emit(sealing.preview(self._at, conversation_id=self._id))
        )

    def seal(self) -> None:
        """Freeze the draft and queue it, then go to Send."""
        self._try(self._seal)

    def correct(self) -> None:
        """Open the sealed draft for a further revision; the sealed one stays as it is."""
        self._look(is_correcting=True)
        self._tell()

    def _seal(self) -> None:
        done = sealing.seal(self._at, conversation_id=self._id)
        self._past = []
        self._look(is_correcting=False, refusal=None)
        self._read()
        self._tell()
        self._desk.bus.tell(done.changes, self)
        self.saved.emit(done.sealed.sealed_at)
        self.stage_requested.emit(Stage.SEND)

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Refusal as refusal:
            self._refuse(refusal, CHECK)
        except Trouble as trouble:
            self._look(trouble=trouble)
            self._tell()

    def _refuse(self, refusal: Refusal, about: str) -> None:
        self._look(refusal=refusal, refused_part=about)
        self._tell()

    # Inside

    @property
    def _mode(self) -> Mode:
        return mode_of(self._facts, is_correcting=self._shown.is_correcting)

    def _replace(self, review: Review) -> None:
        self._review = review
        self._look(refusal=None, can_undo=bool(self._past))
        self._keep()
        self._tell()

    def _keep(self) -> None:
        try:
            kept = reviewing.keep_review(self._at, conversation_id=self._id, review=self._review)
        except Trouble as trouble:
            self._look(trouble=trouble, is_unsaved=True)
            return
        self._look(trouble=None, is_unsaved=False)
        now = self._at.clock.now()
        self._facts = replace(self._facts, edited_at=now)
        self._desk.bus.tell(kept, self)
        self.saved.emit(now)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self or changes.conversation_id not in (None, self._id):
            return
        self._read()
        self._tell()

    def _read(self) -> None:
        self._facts = reviewing.reviewed(self._at, conversation_id=self._id)
        if not self._shown.is_unsaved:
            self._review = self._facts.review

    def _look(self, **changed: Any) -> None:
        self._shown = replace(self._shown, **changed)

    def _make_state(self) -> ReviewState:
        return review_state(self._facts, self._review, self._kit, self._shown)

    def _tell(self) -> None:
        self._state = self._make_state()
        self.show()

    def _select_first_line(self) -> None:
        self._state = self._make_state()
        rows = self._state.rows
        lines = [row for row in rows if isinstance(row, LineRow)]
        others = [row for row in rows if not isinstance(row, HeadRow | SayRow)]
        first = next(iter([*lines, *others]), None)
        if first is not None and not self._shown.row:
            self._look(row=first.key)
            self._state = self._make_state()
