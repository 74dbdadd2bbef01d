"""Lets the notes of a sample come in during a rehearsal, spread over the time of each question."""

from PySide6.QtCore import QObject

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.services.sample import Sample, take_note
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.run_state import StripState

_GOING = (TimerState.RUNNING, TimerState.WRAP_UP, TimerState.OVER)


class SampleNotes(QObject):
    """Writes whatever is due at each moment of the clock, and tells the bus of the rehearsal."""

    def __init__(
        self, desk: Desk, conversation_id: ConversationId, sample: Sample, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = conversation_id
        self._items = {item.id: item for item in sample.items}
        self._taken: dict[str, int] = {}
        self._ids: dict[str, NoteId] = {}

    def follow(self, strip: StripState) -> None:
        """Write the notes that are due by now in the current item, one at each tick."""
        item = self._items.get(strip.item_id)
        taken = self._taken.get(strip.item_id, 0)
        if item is None or strip.state not in _GOING or taken >= len(item.notes):
            return
        planned_s = max(60, 60 * strip.planned_minutes)
        if (planned_s - strip.left_s) * (len(item.notes) + 1) < planned_s * (taken + 1):
            return
        self._taken[strip.item_id] = taken + 1
        at, note = self._desk.workplace, item.notes[taken]
        try:
            take_note(at, self._id, item.id, note, self._ids)
        except (Refusal, KeyError):  # another edition of the kit has no place for it
            return
        self._desk.bus.tell(changes(Touched.NOTES, of=self._id), self)
