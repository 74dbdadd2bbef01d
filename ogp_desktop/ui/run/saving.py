"""Writes for the notes pane and says what came of it: saved when, refused why, or not saved since.

While the disk or another program says no, the line is tried again beside the window every two
seconds until it is kept: typing never waits for that, and nobody has to ask for it.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import note_taking
from ogp_desktop.services.changes import Changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_state import Signs

RETRY_MS = 2_000


class Saving(QObject):
    """``signs`` are what there is to say about the last thing done.

    Signals: ``signs_changed()``; ``written(Changes | None)``; ``saved(at)``; ``unsaved(since)``
    when writing fails after it went well; ``line_wanted()`` asks for the line as it stands.
    """

    signs_changed = Signal()
    written = Signal(object)
    saved = Signal(object)
    unsaved = Signal(object)
    line_wanted = Signal()

    def __init__(self, desk: Desk, conversation_id: ConversationId, parent: QObject) -> None:
        super().__init__(parent)
        self.signs = Signs()
        self._desk = desk
        self._at = desk.workplace
        self._id = conversation_id
        self._saved_at = self._at.clock.now()
        self._again: Callable[[str], object] = lambda _line: None
        self._is_trying = False
        self._next: note_taking.Entry | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.line_wanted)

    def do(self, act: Callable[[], Changes | None], again: Callable[[str], object]) -> bool:
        """Call a service now, and tell whether it was done.

        ``again`` does it once more when the world had said no, given what stands in the box then.
        """
        try:
            touched = act()
        except Refusal as refusal:
            self.signs = replace(self.signs, refusal=refusal)
            self.signs_changed.emit()
            return False
        except Trouble as trouble:
            self._again = again
            self._fail(trouble)
            return False
        self._succeed(touched)
        return True

    def keep_line(self, entry: note_taking.Entry, again: Callable[[str], object]) -> None:
        """Keep the line as a draft: at once, or beside the window after the disk said no."""
        if self.signs.trouble is None:
            at, of = self._at, self._id
            self.do(lambda: note_taking.keep_draft(at, conversation_id=of, entry=entry), again)
        elif self._is_trying:
            self._next = entry
        else:
            self._try_beside(entry)

    def try_again(self, line: str) -> None:
        """Do once more what the disk refused last; ``line`` is what stands in the box now."""
        self._again(line)

    def forgive(self) -> None:
        """Say no more why something was refused: another thing is being done."""
        self.signs = replace(self.signs, refusal=None)

    def offer_undo(self, *, is_offered: bool) -> None:
        """Offer to undo a delete, or no longer."""
        self.signs = replace(self.signs, can_undo_delete=is_offered)

    def tell_copy(self, place: str) -> None:
        """Say where a copy was put while nothing could be saved here."""
        if self.signs.trouble is not None:
            self.signs = replace(self.signs, copied_to=place)
            self.signs_changed.emit()

    def _try_beside(self, entry: note_taking.Entry) -> None:
        self._is_trying, self._next = True, None
        at, of = self._at, self._id
        self._desk.workshop.run(
            lambda: note_taking.keep_draft(at, conversation_id=of, entry=entry),
            lambda _: self._kept(),
            self._not_kept,
        )

    def _kept(self) -> None:
        if not isValid(self):
            return
        self._is_trying = False
        if self.signs.trouble is None:
            self.line_wanted.emit()  # something was saved meanwhile: what was just kept is old
        elif self._next is not None:
            self._try_beside(self._next)
        else:
            self._succeed(None)
            self.signs_changed.emit()

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self._is_trying = False
            if self.signs.trouble is not None:
                self._fail(error)

    def _succeed(self, touched: Changes | None) -> None:
        self._timer.stop()
        self.signs = Signs(can_undo_delete=touched is None and self.signs.can_undo_delete)
        self._saved_at = self._at.clock.now()
        self.written.emit(touched)
        self.saved.emit(self._saved_at)

    def _fail(self, trouble: Trouble) -> None:
        before = self.signs
        since = before.unsaved_since or self._saved_at
        self.signs = Signs(trouble=trouble, unsaved_since=since, copied_to=before.copied_to)
        self._timer.start()
        self.signs_changed.emit()
        if before.trouble is None:
            self.unsaved.emit(since)
