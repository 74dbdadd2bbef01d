"""The page where a way is chosen: what is typed is tested, or kept and given leave to go."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.connection import Probed
from ogp_desktop.domain.destination import Destination, without_key
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import DestinationId, OutboxItemId
from ogp_desktop.domain.instance import form_name
from ogp_desktop.domain.server_forms import FormCheck, ListedForm
from ogp_desktop.services import addressing
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.probing import probe_address
from ogp_desktop.services.withdrawing import ask_withdrawal, is_to_be_withdrawn
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.choosing_state import AddressForm, Choosing
from ogp_desktop.ui.send.offer_model import OfferModel
from ogp_desktop.ui.send.send_reading import form_of


class ChoosingModel(QObject):
    """Signals: ``changed(Choosing)``; ``sent(Changes)`` when the submission has leave to go;
    ``kept(Changes)`` when an address was set from a file;
    ``refused(Refusal)`` when no field is to blame; ``trouble_met(error)``.
    """

    changed = Signal(object)
    sent = Signal(object)
    kept = Signal(object)
    refused = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item_id: OutboxItemId | None = None
        self._now: Choosing | None = None
        self.offers = OfferModel(desk, self)
        self.offers.changed.connect(self._show_offer)
        self.offers.kept.connect(self._learn_kept)
        self.offers.trouble_met.connect(self.trouble_met)

    def open(self, item_id: OutboxItemId, choosing: Choosing) -> None:
        """Begin with a form for this submission."""
        self._item_id = item_id
        self._show(replace(choosing, may_test=self._desk.open_gateway is not None))
        secrets = self._desk.secrets
        self._desk.workshop.run(lambda: secrets.is_lasting, self._learn_lasting, self._meet)

    def choose_address(self, destination_id: str) -> None:
        """Fill the form with an address of before, or empty it for a new one."""
        if self._now is not None:
            found = next((one for one in self._now.known if one.id == destination_id), None)
            form = form_of(found, self._now.kit) if found else AddressForm()
            self._show(replace(_unmarked(self._now, form), probed=None))

    def choose_protocol(self, form: AddressForm) -> None:
        """Ask for what the other kind of server needs; what was typed stays."""
        if self._now is not None:
            self._show(replace(_unmarked(self._now, form), probed=None))

    def test(self, form: AddressForm) -> None:
        """Ask whether anybody takes observations there, with nobody's words; nothing is kept."""
        desk, open_gateway, choosing = self._desk, self._desk.open_gateway, self._now
        if open_gateway is None or choosing is None or choosing.is_testing:
            return
        self._show(replace(_unmarked(choosing, form), is_testing=True, probed=None))

        def work() -> Probed:
            return probe_address(
                desk.workplace,
                open_gateway,
                url=form.url,
                protocol=form.protocol,
                receipt_key=form.receipt_key or None,
                access_code=form.code,
                destination_id=form.destination_id,
                kit=choosing.kit,
                form=form.form_of(choosing.kit),
            )

        desk.delivery.run(work, lambda probed: self._learn_probed(form, probed), self._refuse)

    def take_form(self, form: AddressForm) -> None:
        """Send as the server says from now on, and ask it again."""
        told = self._told_of_form()
        if told is not None and told.found is not None:
            key = form.form_key if told.read is None else told.read.key or ""
            self.test(replace(self._named(form, told.found), form_key=key))

    def choose_form(self, form: AddressForm, form_id: str) -> None:
        """Send to this one of the server's forms from now on, and look at it."""
        told = self._told_of_form()
        chosen = [one for one in told.listed if one.id == form_id] if told is not None else []
        if chosen:
            self.test(replace(self._named(form, chosen[0]), form_key=""))

    def _told_of_form(self) -> FormCheck | None:
        return None if self._now is None or self._now.probed is None else self._now.probed.form

    def _named(self, form: AddressForm, there: ListedForm) -> AddressForm:
        """Return the address with a form's name there; empty where it is the kit's own."""
        kit = None if self._now is None else self._now.kit
        ours = None if kit is None else form_name(kit.id, kit.version)
        return replace(
            form,
            form_id="" if ours and there.id == ours.id else there.id,
            form_version="" if ours and there.version == ours.version else there.version,
        )

    def _show_offer(self) -> None:
        if self._now is not None:
            offer, refused = self.offers.offer, self.offers.refused
            probed = self._now.probed if offer is None else None
            now = replace(self._now, offer=offer, offer_refused=refused, probed=probed)
            self._show(replace(now, is_reading_offer=self.offers.is_reading))

    def _learn_kept(self, kept: Destination) -> None:
        if self._now is not None:
            known = addressing.destinations(self._desk.workplace)
            form = form_of(kept, self._now.kit)
            self._show(replace(_unmarked(self._now, form), known=known, probed=None, note=""))
            self.kept.emit(changes(Touched.OUTBOX))

    def send_to(self, form: AddressForm) -> None:
        """Keep the address and give the submission leave to go there, or ask for it back there."""
        choosing, item_id, desk = self._now, self._item_id, self._desk
        if choosing is None or item_id is None or choosing.is_busy:
            return
        self._show(replace(_unmarked(choosing, form), is_busy=True))

        def work() -> Changes:
            kept = addressing.set_destination(
                desk.workplace,
                desk.secrets,
                name=form.name,
                url=form.url,
                protocol=form.protocol,
                receipt_key=form.receipt_key or None,
                form=form.form_of(choosing.kit),
                access_code=form.code,
                destination_id=form.destination_id,
                recipient=form.recipient,
            )
            if is_to_be_withdrawn(desk.workplace, item_id=item_id):
                return ask_withdrawal(desk.workplace, item_id=item_id)
            return addressing.send(
                desk.workplace, item_id=item_id, destination_id=DestinationId(kept.id)
            )

        desk.workshop.run(work, self.sent.emit, self._refuse)

    def _refuse(self, error: Exception) -> None:
        choosing = self._now
        if choosing is None or not isValid(self):
            return
        choosing = replace(choosing, is_busy=False, is_testing=False)
        if isinstance(error, Refusal) and "field" in error.data:
            field = str(error.data["field"])
            choosing = replace(choosing, refused_field=field, refused_code=error.code)
        self._show(choosing)
        if not isinstance(error, Refusal):
            self._meet(error)
        elif not choosing.refused_field:
            self.refused.emit(error)

    def _learn_lasting(self, is_lasting: bool) -> None:
        if self._now is not None:
            self._show(replace(self._now, is_code_lasting=is_lasting))

    def _learn_probed(self, form: AddressForm, probed: Probed) -> None:
        if self._now is not None:
            found = replace(
                self._now,
                is_testing=False,
                probed=probed,
                probed_url=without_key(form.url)[0],
                probed_at=self._desk.workplace.clock.now(),
            )
            self._show(found)

    def _meet(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.trouble_met.emit(error)

    def _show(self, choosing: Choosing) -> None:
        if isValid(self):  # an answer may come after the screen is gone
            self._now = choosing
            self.changed.emit(choosing)


def _unmarked(choosing: Choosing, form: AddressForm) -> Choosing:
    return replace(choosing, form=form, refused_field="", refused_code="", offer_refused=None)
