"""Holds the draft of the observations: each edit is on disk when the screen shows it.

Earlier drafts are kept in memory so that every edit can be taken back.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.review import ReadBack, Review
from ogp_desktop.domain.review_edits import mark_read_back
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.services import reviewing, sealing
from ogp_desktop.services.changes import Changes
from ogp_desktop.services.reviewing import Reviewed
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.adding import joined_note, new_line, used_note
from ogp_desktop.ui.review.edit import Edit
from ogp_desktop.ui.review.first_look import FirstLook, first_look
from ogp_desktop.ui.review.places import CHECK, Places
from ogp_desktop.ui.review.review_state import (
    Mode,
    ReviewState,
    Shown,
    at_row,
    at_section,
    mode_of,
    notes_of,
    review_state,
)
from ogp_desktop.ui.review.rows import GapRow, Spot
from ogp_desktop.ui.stage import Stage

_STEPS_KEPT = 100


class ReviewModel(QObject):
    """Signals: ``state_changed(ReviewState)``; ``reading_ready(Submission)``, exactly what would be
    sealed; ``saved(at)`` when an edit reached the disk; ``stage_requested(Stage)`` after the seal;
    ``trouble_met(error)`` when nothing could be read.
    """

    state_changed = Signal(object)
    reading_ready = Signal(object)
    saved = Signal(object)
    trouble_met = Signal(object)
    stage_requested = Signal(object)

    def __init__(
        self, desk: Desk, conversation_id: ConversationId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = desk.workplace
        self._id = conversation_id
        self._past: list[Review] = []
        self._state: ReviewState
        self._shown: Shown
        self._typed_about = ""
        self._edition = 0
        self._is_begun, self._is_seen, self._is_stale = False, True, False

    def open(self) -> None:
        """Read the review beside the GUI thread, then tell what is shown."""
        self._desk.bus.changed.connect(self._on_changed)
        self._desk.workshop.run(lambda: first_look(self._at, self._id), self._begin, self._meet)

    def show(self) -> None:
        """Tell what is shown now."""
        self.state_changed.emit(self._state)

    def set_is_seen(self, is_seen: bool) -> None:
        """Read what changed elsewhere only while somebody sees it."""
        self._is_seen = is_seen
        self._read_if_stale()

    # Where the person looks

    def choose_section(self, key: str) -> None:
        """Show another section, at its first line."""
        self._look(section=key, row="")
        self._state = at_section(self._state, self._facts, self._shown, self._rows)
        self._shown = self._state.shown
        self.show()

    def select_row(self, key: str) -> None:
        """Show the notes of another line."""
        if key != self._shown.row:
            self.look_at(self._shown.section, key)

    def go_to(self, row: GapRow) -> None:
        """Go to where something is settled."""
        place = Places(self._review).of(row.gap)
        self.look_at(place.section, place.row)

    def look_at(self, section: str, row: str) -> None:
        """Go to a row of a section."""
        is_here = section == self._shown.section
        self._look(section=section, row=row)
        if is_here:
            self._state = at_row(self._state, self._facts, self._shown)
            self.show()
        else:
            self._tell()

    def go_on(self) -> None:
        """Go to the first thing that blocks sealing."""
        if self._state.blocking:
            self.go_to(self._state.blocking[0])

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
        self._try(lambda: self._mark_preview(line_id, mark))

    def add_line(self, spot: Spot, kind_id: str, text: str) -> None:
        """Add a line that no note says, in the host's words."""
        self.edit(new_line(spot, kind_id, text, self._at.new_id()))

    def use_note(self, note_id: str) -> None:
        """Put a note that no line came from where its kind belongs."""
        note = notes_of(self._facts.notes, note_id)
        self._look(section=note.question_id, row=note.id)
        self.edit(used_note(note, self._facts.kit))

    def merge_note(self, note_id: str) -> None:
        """Join a note that no line came from to the selected line."""
        self.edit(joined_note(notes_of(self._facts.notes, note_id), self._shown.row))

    def undo(self) -> None:
        """Take the last edit back."""
        if self._past and self._mode is Mode.OPEN:
            self._typed_about = ""
            self._replace(self._past.pop())

    def retry(self) -> None:
        """Try again to keep what could not be kept."""
        self._replace(self._review)

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

    def _mark_preview(self, line_id: str, mark: ReadBack) -> None:
        here = self._id
        done = reviewing.mark_line(self._at, conversation_id=here, line_id=line_id, mark=mark)
        self._look(trouble=None)
        self._read()
        self._tell()
        self._desk.bus.tell(done, self)
        self.saved.emit(self._at.clock.now())

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

    @property
    def _mode(self) -> Mode:
        return mode_of(self._facts, is_correcting=self._shown.is_correcting)

    def _begin(self, look: FirstLook) -> None:
        if not isValid(self):
            return  # the page was left before it was read
        self._facts, self._kit, self._rows = look.facts, look.kit, look.rows
        self._state, self._shown = look.state, look.state.shown
        self._review = look.facts.review
        self._is_begun = True
        self.show()
        self._read_if_stale()
        if look.kept is not None:
            self._desk.bus.tell(look.kept, self)
            self.saved.emit(look.kept_at)

    def _meet(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self.trouble_met.emit(error)

    def _replace(self, review: Review) -> None:
        self._edition += 1
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
        self._is_stale = True
        self._read_if_stale()

    def _read_if_stale(self) -> None:
        if self._is_stale and self._is_seen and self._is_begun:
            self._is_stale = False
            self._read_again()

    def _read_again(self) -> None:
        edition = self._edition

        def taken(facts: Reviewed) -> None:
            if not isValid(self):
                return
            if edition != self._edition:
                self._read_again()  # somebody edited meanwhile: what was read is older
                return
            self._take(facts)
            self._tell()

        work = partial(reviewing.reviewed, self._at, conversation_id=self._id)
        self._desk.workshop.run(work, taken, self._meet)

    def _read(self) -> None:
        self._take(reviewing.reviewed(self._at, conversation_id=self._id))

    def _take(self, facts: Reviewed) -> None:
        self._facts = facts
        if not self._shown.is_unsaved:
            self._review = self._facts.review

    def _look(self, **changed: Any) -> None:
        self._shown = replace(self._shown, **changed)

    def _tell(self) -> None:
        self._state = review_state(self._facts, self._review, self._kit, self._shown, self._rows)
        self.show()
