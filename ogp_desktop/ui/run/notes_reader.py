"""Reads the notes of a conversation in the workshop lane: the window never waits for many of them.

An answer that something written meanwhile made old is never taken; it is asked for again.
"""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.conversation import Preparation
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit
from ogp_desktop.services.reading import Course, Run, run
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_state import Facts


class NotesReader(QObject):
    """Signals: ``read(Facts)`` as they stand on disk; ``failed(Trouble)``."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, course: Course, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: ConversationId = course.conversation.id
        self._kit = _kit_for(course.kit, course.conversation.preparation)
        self._written = 0

    def first(self, course: Course) -> Facts:
        """Return what is known before the notes are read."""
        return Facts(
            kit=self._kit,
            notes=(),
            leans=course.leans,
            preparation=course.conversation.preparation,
            is_read=False,
        )

    def forget_answers(self) -> None:
        """Something was written: an answer that is on its way tells what was before."""
        self._written += 1

    def ask(self) -> None:
        """Read everything anew."""
        at, of, written = self._desk.workplace, self._id, self._written
        self._desk.workshop.run(
            lambda: run(at, conversation_id=of),
            lambda found: self._take(found, written),
            self._fail,
        )

    def _take(self, found: Run, written: int) -> None:
        if not isValid(self):
            return
        if written != self._written:
            self.ask()
            return
        preparation = found.conversation.preparation
        if found.kit.best_language(preparation.language) != self._kit.language:
            self._kit = _kit_for(found.kit, preparation)
        self.read.emit(
            Facts(kit=self._kit, notes=found.notes, leans=found.leans, preparation=preparation)
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self.failed.emit(error)


def _kit_for(kit: Kit, preparation: Preparation) -> LocalKit:
    return in_language(kit, kit.best_language(preparation.language))
