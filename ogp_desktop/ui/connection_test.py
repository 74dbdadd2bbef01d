"""Tests the way to every destination that was set, in the delivery lane, when somebody presses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.words_connection import probed_words, under_way_words, unset_words

if TYPE_CHECKING:
    from ogp_desktop.domain.connection import Probed
    from ogp_desktop.domain.destination import Destination


class ConnectionTest(QObject):
    """Signals: ``told(words, kind)`` with the kind of a notice, first that it is under way;
    ``trouble_met(error)``.
    """

    told = Signal(str, str)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_under_way = False

    @property
    def is_possible(self) -> bool:
        """Tell whether this run of the program opens connections at all."""
        return self._desk.open_gateway is not None

    def run(self) -> None:
        """Test, unless a test is under way."""
        from ogp_desktop.services.probing import probe_destinations

        desk, open_gateway = self._desk, self._desk.open_gateway
        if open_gateway is None or self._is_under_way:
            return
        self._is_under_way = True
        self.told.emit(under_way_words(), "info")
        desk.delivery.run(
            lambda: probe_destinations(desk.workplace, open_gateway), self._tell, self._fail
        )

    def _tell(self, found: "Sequence[tuple[Destination, Probed]]") -> None:
        if not isValid(self):  # an answer may come after the page is gone
            return
        self._is_under_way = False
        now = self._desk.workplace.clock.now()
        words = "\n".join(probed_words(probed, to.url, now) for to, probed in found)
        are_well = bool(found) and all(probed.is_well for _, probed in found)
        self.told.emit(words or unset_words(), "ok" if are_well else "warn")

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self._is_under_way = False
            self.trouble_met.emit(error)
