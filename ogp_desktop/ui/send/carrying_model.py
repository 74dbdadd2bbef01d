"""The page where somebody else's encrypted file is sent; nothing of it is opened here."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.bundle import LARGEST_BUNDLE
from ogp_desktop.domain.carrying import Carried
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import DomainError, Refusal
from ogp_desktop.paths import write_whole
from ogp_desktop.services import addressing
from ogp_desktop.services.carrying import carry
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.carrying_state import Carrying
from ogp_desktop.ui.send.choosing_state import AddressForm
from ogp_desktop.ui.send.send_reading import form_of


class CarryingModel(QObject):
    """Signals: ``changed(Carrying)``; ``trouble_met(error)``."""

    changed = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now = Carrying(form=AddressForm())

    def open(self) -> None:
        """Begin, with the first address of before if there is one."""
        known = addressing.destinations(self._desk.workplace)
        form = form_of(known[0]) if known else AddressForm()
        self._show(Carrying(form=form, known=known))

    def choose_address(self, destination_id: str) -> None:
        """Send to an address of before, or to a new one."""
        found = next((one for one in self._now.known if one.id == destination_id), None)
        self._show(replace(self._unmarked(), form=form_of(found) if found else AddressForm()))

    def choose_file(self, path: str) -> None:
        """Take this file."""
        self._show(replace(self._unmarked(), path=path))

    def send(self, form: AddressForm) -> None:
        """Send the file, and keep a new address."""
        desk, open_carrier, now = self._desk, self._desk.open_carrier, self._now
        if open_carrier is None or now.is_busy or not now.path:
            return
        self._show(replace(self._unmarked(), form=form, is_busy=True))

        def work() -> tuple[Destination, Carried]:
            with Path(now.path).open("rb") as file:
                data = file.read(LARGEST_BUNDLE + 1)
            to = self._kept(form)
            return to, carry(desk.workplace, open_carrier, data=data, destination_id=to.id)

        desk.delivery.run(work, self._learn, self._fail)

    def save_receipts(self, path: str) -> None:
        """Write what came back, as it came."""
        carried, target = self._now.carried, Path(path)
        if carried is None:
            return
        self._desk.workshop.run(
            lambda: write_whole(target, carried.receipts),
            lambda _nothing: self._show(
                replace(self._now, saved_as=path, refused_field="", refused_code="")
            ),
            self._fail,
        )

    def _kept(self, form: AddressForm) -> Destination:
        desk = self._desk
        known = (one for one in self._now.known if one.id == form.destination_id)
        return next(known, None) or addressing.set_destination(
            desk.workplace,
            desk.secrets,
            name=form.name or urlsplit(form.url.strip()).hostname or form.url[:80] or "?",
            url=form.url,
            receipt_key=form.receipt_key or None,
            access_code=form.access_code or None,
        )

    def _learn(self, done: tuple[Destination, Carried]) -> None:
        if not isValid(self):  # an answer may come after the screen is gone
            return
        to, carried = done
        known = addressing.destinations(self._desk.workplace)
        self._show(
            replace(self._now, form=form_of(to), known=known, carried=carried, is_busy=False)
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, OSError | DomainError):
            raise error
        if not isValid(self):
            return
        now = replace(self._now, is_busy=False)
        if isinstance(error, OSError):
            code = "cannot_write" if now.carried is not None else "cannot_read"
            now = replace(now, refused_field="file", refused_code=code)
        elif isinstance(error, Refusal):
            field = str(error.data.get("field", "file"))
            now = replace(now, refused_field=field, refused_code=error.code)
        else:
            self.trouble_met.emit(error)
        self._show(now)

    def _unmarked(self) -> Carrying:
        return replace(self._now, carried=None, saved_as="", refused_field="", refused_code="")

    def _show(self, carrying: Carrying) -> None:
        if isValid(self):
            self._now = carrying
            self.changed.emit(carrying)
