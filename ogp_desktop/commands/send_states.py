"""Brings a sealed sample into each state of the outbox, through the services, for its picture."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ogp_desktop import wiring
from ogp_desktop.domain.bundle import Contents, KeyPlace
from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.endpoint_file import EndpointCard, endpoint_file, qr_text
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.outbox import OutboxItem
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.secrets import Secrets
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Watch, deliver_due, deliver_next
from ogp_desktop.services.exporting import export_item
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace

NOBODY = "http://127.0.0.1:9"
"""An address on this computer where nobody listens."""
RECIPIENT = "age1aglytxs3g4au0jg5u0ezn34dfcmfdayzt089rj3sf3pjp9zgfp9qpfd0hz"
"""A key for files that nobody has the other half of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendStates:
    """``seal`` makes one more sealed sample; ``show`` opens Send on a conversation."""

    at: Workplace
    secrets: Secrets
    seal: Callable[[], SealedAndQueued]
    show: Callable[[ConversationId, str], None]

    def show_all(self) -> None:
        """Show what a host meets between Send and the receipt."""
        self._show(self._handed_over(), "send-handed-over")
        self._show(self._answered(OutcomeKind.TIMED_OUT), "send-no-answer")
        self._show(self._answered(OutcomeKind.REFUSED, "The date is missing"), "send-refused")
        self._show(self._stopped(), "send-held")
        self._show(self._of_another_code(), "send-leave")
        self._show(self._exported(), "send-exported")

    def _show(self, made: SealedAndQueued, name: str) -> None:
        self.show(made.sealed.conversation_id, name)

    def _handed_over(self) -> SealedAndQueued:
        made = self.seal()
        addressing.hand_over(self.at, item_id=made.item.id, way="file")
        return made

    def _answered(self, kind: OutcomeKind, detail: str = "") -> SealedAndQueued:
        made = self._addressed()
        told = Outcome(kind=kind, bytes_may_have_left=True, detail=detail)
        sender = replace(wiring.sender(self.secrets), open_gateway=lambda _to: _Answering(told))
        deliver_next(self.at, sender)
        return made

    def _stopped(self) -> SealedAndQueued:
        """Stop an attempt under way; that it was under way is shown as well."""
        made = self._addressed()
        sender = wiring.sender(self.secrets)
        gateways = OpenGateways(sender.open_gateway)

        def begun(item: OutboxItem) -> None:
            self._show(made, "send-sending")
            gateways.stop(item.id)

        deliver_due(self.at, sender, gateways, Watch(begun=begun, may_go_on=lambda: False))
        gateways.rest()
        return made

    def _of_another_code(self) -> SealedAndQueued:
        """Queue two, and let the next host set a code."""
        made = self._addressed()
        self._addressed()
        to = next(one for one in addressing.destinations(self.at) if one.url == NOBODY)
        addressing.set_destination(
            self.at, self.secrets, name="OGP", url=NOBODY, access_code="n", destination_id=to.id
        )
        return made

    def _exported(self) -> SealedAndQueued:
        made = self.seal()
        to = addressing.set_destination(
            self.at,
            self.secrets,
            name="OGP",
            url="https://example.org/observations",
            receipt_key=b64encode(bytes(32)).decode(),
            recipient=RECIPIENT,
        )
        export_item(self.at, _OnAStick(), item_id=made.item.id, destination_id=to.id)
        return made

    def _addressed(self) -> SealedAndQueued:
        made = self.seal()
        known = (one for one in addressing.destinations(self.at) if one.url == NOBODY)
        to = next(known, None) or addressing.set_destination(
            self.at, self.secrets, name="OGP", url=NOBODY
        )
        addressing.send(self.at, item_id=made.item.id, destination_id=to.id)
        return made


def sample_endpoint_text() -> str:
    """Return the text of a QR code, signed by a key that nobody keeps."""
    signer = Signer(Ed25519PrivateKey.from_private_bytes(bytes(32)))
    card = EndpointCard(
        name="OGP", url="https://feedback.example.org/2027", receipt_key=signer.public_key
    )
    return qr_text(endpoint_file(card, signer.sign_bytes))


class _OnAStick:
    """Writes nothing, to a place that is the same in every picture."""

    key_place = KeyPlace.KEYRING

    def stage(self, contents: Contents) -> "_OnAStick":  # noqa: ARG002
        """Pretend that it is written."""
        return self

    def place(self) -> str:
        """Return where it would be."""
        return "/media/usb/feedback-3C1E-07AB.age"

    def discard(self) -> None:
        """Nothing is there."""


class _Answering:
    """A way to nobody, with one answer."""

    def __init__(self, told: Outcome) -> None:
        self._told = told

    def deliver(self, parcel: Parcel, *, deadline_s: float, **_: object) -> Outcome:  # noqa: ARG002
        """Give the answer."""
        return self._told

    def probe(self, *, now: Callable[[], datetime], deadline_s: float) -> Probed:  # noqa: ARG002
        """Find nobody."""
        return Probed(finding=Finding.NO_ANSWER)

    def cancel(self) -> None:
        """Nothing is under way."""

    def close(self) -> None:
        """Nothing is held."""
