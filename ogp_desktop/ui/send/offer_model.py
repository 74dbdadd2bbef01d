"""Reads the file of an endpoint or its QR code, in the workshop lane; what it sets is kept when a
person says so.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.endpoint_file import LONGEST_PICTURE
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.services.endpoint_files import Offer, keep_offer, read_offer
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.given import Given, is_picture
from ogp_desktop.ui.send.told import Told
from ogp_desktop.ui.words_time import day


class OfferModel(QObject):
    """Signals: ``changed()`` with what is in ``offer``, ``refused`` and ``is_reading``;
    ``kept(Destination)``; ``trouble_met(error)``.
    """

    changed = Signal()
    kept = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.offer: Offer | None = None
        self.refused: Told | None = None
        self.is_reading = False

    def read(self, given: Given) -> None:
        """Read what was given, and show what it would set."""
        desk = self._desk
        self.refused, self.is_reading = None, bool(given.path) or given.picture is not None
        self.changed.emit()

        def work() -> Offer:
            return read_offer(desk.workplace, desk.verifier, _said(given, desk.read_code))

        def failed(error: Exception) -> None:
            if isinstance(error, OSError):
                self._show(None, Told(code="cannot_read", value=Path(given.path).name))
            else:
                self._fail(error)

        desk.workshop.run(work, lambda offer: self._show(offer, None), failed)

    def answer(self, is_wanted: bool) -> None:
        """Keep what was shown, or forget it."""
        desk, offer = self._desk, self.offer
        if offer is None:
            return
        self._show(None, None)
        if is_wanted:
            desk.workshop.run(lambda: keep_offer(desk.workplace, offer), self._keep, self._fail)

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
            self.offer, self.refused, self.is_reading = offer, refused, False
            self.changed.emit()


def _said(given: Given, read_code: Callable[[bytes | QImage], str]) -> bytes:
    """Return the file or the text; a picture says what stands in its code."""
    picture = given.picture
    if given.path:
        with Path(given.path).open("rb") as opened:
            read = opened.read(LONGEST_PICTURE + 1)
        if not is_picture(given.path, read):
            return read
        picture = read
    text = given.text if picture is None else read_code(picture)
    return text.encode(errors="replace")
