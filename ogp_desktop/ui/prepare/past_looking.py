"""Reads in the workshop what past conversations took, until the host wants no more."""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.usual_times import PastTime
from ogp_desktop.services.reading import past_times
from ogp_desktop.ui.desk import Desk


class PastLooking(QObject):
    """``changed()`` when ``past`` is there; ``trouble_met(Trouble)``."""

    changed = Signal()
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kit_id = ""
        self.past: tuple[PastTime, ...] = ()

    def look(self, kit_id: str) -> None:
        """Look for conversations on this kit, once for each."""
        if kit_id == self._kit_id:
            return
        self._kit_id, self.past = kit_id, ()
        at = self._desk.workplace
        self._desk.workshop.run(
            lambda: past_times(at, kit_id=kit_id),
            lambda past: self._on_past(kit_id, past),
            self._on_failed,
        )

    def leave(self) -> None:
        """Speak of them no more while this screen is open."""
        self.past = ()
        self.changed.emit()

    def _on_past(self, kit_id: str, past: tuple[PastTime, ...]) -> None:
        if isValid(self) and kit_id == self._kit_id:
            self.past = past
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isValid(self) and isinstance(error, Trouble):
            self.trouble_met.emit(error)
