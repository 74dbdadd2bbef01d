"""Pictures of Send with a sealed sample in each state of the outbox, brought there by services."""

from base64 import b64encode
from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ogp_desktop import wiring
from ogp_desktop.commands.pictures.studio import NOBODY, Studio
from ogp_desktop.domain.bundle import Contents, KeyPlace
from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.endpoint_file import EndpointCard, endpoint_file, qr_text
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.outbox import OutboxItem
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.services import addressing, sealing
from ogp_desktop.services.delivering import Watch, deliver_due, deliver_next
from ogp_desktop.services.exporting import export_item
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.withdrawing import ask_withdrawal, withdraw_next
from ogp_desktop.ui.stage import Stage

RECIPIENT = "age1aglytxs3g4au0jg5u0ezn34dfcmfdayzt089rj3sf3pjp9zgfp9qpfd0hz"
"""A key for files that nobody has the other half of."""


def pages(studio: Studio) -> None:
    """What a host meets between Send and the receipt."""
    for name, brought in (
        ("send-handed-over", _handed_over),
        ("send-no-answer", _not_answered),
        ("send-refused", _refused),
        ("send-held", _stopped),
        ("send-leave", _of_another_code),
        ("send-exported", _exported),
        ("send-withdrawal-asked", _to_be_withdrawn),
    ):
        _take(studio, brought(studio), name)


def _take(studio: Studio, made: SealedAndQueued, name: str) -> None:
    studio.take_anew(made.sealed.conversation_id, Stage.SEND, name)


def _sealed(studio: Studio) -> SealedAndQueued:
    return sealing.seal(studio.at, conversation_id=studio.sample(minutes_before=40))


def _addressed(studio: Studio) -> SealedAndQueued:
    made = _sealed(studio)
    known = (one for one in addressing.destinations(studio.at) if one.url == NOBODY)
    to = next(known, None) or addressing.set_destination(
        studio.at, studio.secrets, name="OGP", url=NOBODY
    )
    addressing.send(studio.at, item_id=made.item.id, destination_id=to.id)
    return made


def _handed_over(studio: Studio) -> SealedAndQueued:
    made = _sealed(studio)
    addressing.hand_over(studio.at, item_id=made.item.id, way="file")
    return made


def _not_answered(studio: Studio) -> SealedAndQueued:
    return _answered(studio, OutcomeKind.TIMED_OUT)


def _refused(studio: Studio) -> SealedAndQueued:
    return _answered(studio, OutcomeKind.REFUSED, "The date is missing")


def _answered(studio: Studio, kind: OutcomeKind, detail: str = "") -> SealedAndQueued:
    made = _addressed(studio)
    told = Outcome(kind=kind, bytes_may_have_left=True, detail=detail)
    sender = replace(wiring.sender(studio.secrets), open_gateway=lambda _to: _Answering(told))
    deliver_next(studio.at, sender)
    return made


def _stopped(studio: Studio) -> SealedAndQueued:
    """Stop an attempt under way; that it was under way is shown as well."""
    made = _addressed(studio)
    sender = wiring.sender(studio.secrets)
    gateways = OpenGateways(sender.open_gateway)

    def begun(item: OutboxItem) -> None:
        _take(studio, made, "send-sending")
        gateways.stop(item.id)

    deliver_due(studio.at, sender, gateways, Watch(begun=begun, may_go_on=lambda: False))
    gateways.rest()
    return made


def _of_another_code(studio: Studio) -> SealedAndQueued:
    """Queue two, and let the next host set a code."""
    made = _addressed(studio)
    _addressed(studio)
    to = next(one for one in addressing.destinations(studio.at) if one.url == NOBODY)
    addressing.set_destination(
        studio.at, studio.secrets, name="OGP", url=NOBODY, access_code="n", destination_id=to.id
    )
    return made


def _to_be_withdrawn(studio: Studio) -> SealedAndQueued:
    """Ask for one back that may have arrived, where nobody answers."""
    made = _not_answered(studio)
    ask_withdrawal(studio.at, item_id=made.item.id)
    withdraw_next(studio.at, wiring.asker(studio.secrets))
    return made


def _exported(studio: Studio) -> SealedAndQueued:
    made = _sealed(studio)
    to = addressing.set_destination(
        studio.at,
        studio.secrets,
        name="OGP",
        url="https://example.org/observations",
        receipt_key=b64encode(bytes(32)).decode(),
        recipient=RECIPIENT,
    )
    export_item(studio.at, _OnAStick(), item_id=made.item.id, destination_id=to.id)
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
    digest = "0" * 64

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

    def probe(self, **_: object) -> Probed:
        """Find nobody."""
        return Probed(finding=Finding.NO_ANSWER)

    def cancel(self) -> None:
        """Nothing is under way."""

    def close(self) -> None:
        """Nothing is held."""
