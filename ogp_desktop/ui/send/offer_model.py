"""Reads the file of an endpoint, or the text of its QR code; what it sets is kept when a person
says so.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.endpoint_file import LONGEST_FILE
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.services.endpoint_files import Offer, keep_offer, read_offer
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.told import Told
from ogp_desktop.ui.words_time import day


class OfferModel(QObject):
    """Signals: ``changed()`` with what is in ``offer`` and ``refused``; ``kept(Destination)``;
    ``trouble_met(error)``.
    """

    changed = Signal()
    kept = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.offer: Offer | None = None
        self.refused: Told | None = None

    def read_file(self, path: str) -> None:
        """Read a file, and show what it would set."""
        file = Path(path)

        def work() -> bytes:
            with file.open("rb") as opened:
                return opened.read(LONGEST_FILE + 1)

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                raise error
            self._show(None, Told(code="cannot_read", value=file.name))

        self._desk.workshop.run(work, self._read, failed)

    def read_text(self, text: str) -> None:
        """Read the text of a QR code, and show what it would set."""
        self._read(text.encode(errors="replace"))

    def answer(self, is_wanted: bool) -> None:
        """Keep what was shown, or forget it."""
        desk, offer = self._desk, self.offer
        if offer is None:
            return
        self._show(None, None)
        if is_wanted:
            desk.workshop.run(lambda: keep_offer(desk.workplace, offer), self._keep, self._fail)

    def _read(self, data: bytes) -> None:
        desk = self._desk
        desk.workshop.run(
            lambda: read_offer(desk.workplace, desk.verifier, data),
            lambda offer: self._show(offer, None),
            self._fail,
        )

    def _keep(self, kept: Destination) -> None:
        if isValid(self):  # an answer may come after the screen is gone
            self.kept.emit(kept)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            closed = error.data.get("closed")
            self._show(None, Told(code=error.code, value=day(closed) if closed else ""))
        elif isinstance(error, Trouble):
            self.trouble_met.emit(error)
        else:
            raise error

    def _show(self, offer: Offer | None, refused: Told | None) -> None:
        if isValid(self):
            self.offer, self.refused = offer, refused
            self.changed.emit()
