"""Setting a destination in one step, from the signed file or the QR code that its people gave out.

Reading changes nothing: what it would set is shown first, and kept only when somebody says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.endpoint_file import EndpointCard, fingerprint, read_endpoint_file
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.receipt import Verify
from ogp_desktop.services.addressing import check_name, checked_destination, keep_destination
from ogp_desktop.services.workplace import Workplace

_PORTS = {"https": 443, "http": 80}


class OfferKind(StrEnum):
    """What keeping a file would do to what is known here."""

    NEW = "new"
    SAME = "same"
    FIRST_KEY = "first_key"
    OTHER_KEY = "other_key"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file that was read and found whole: what it sets, and what stands there now."""

    card: EndpointCard
    kind: OfferKind
    known: Destination | None = None

    @property
    def fingerprint(self) -> str:
        """Return the key of the file as people compare it."""
        return fingerprint(self.card.receipt_key)

    @property
    def old_fingerprint(self) -> str:
        """Return the key that is set now, if there is one."""
        key = self.known.receipt_key if self.known else None
        return fingerprint(key) if key else ""


def read_offer(at: Workplace, verifier: Callable[[str], Verify], data: bytes) -> Offer:
    """Return what a file, or the text of a QR code, would set; nothing is kept.

    Raises ``Refusal``: what ``read_endpoint_file`` says, ``"not_https"`` and ``"not_an_address"``
    for its address, ``"bad_recipient"``, or ``"endpoint_closed"`` with the day ``closed``.
    """
    card = read_endpoint_file(data, verifier)
    check_name(card.name)
    to, _ = checked_destination(
        Destination(
            id=DestinationId(""),
            name=card.name,
            url=card.url,
            protocol=card.protocol,
            receipt_key=card.receipt_key,
            recipient=card.recipient,
        ),
        None,
    )
    today = at.clock.now().astimezone().date()
    if card.last_day is not None and card.last_day < today:
        raise Refusal("endpoint_closed", closed=card.last_day)
    with at.store.reading() as unit:
        return _offer(replace(card, url=to.url), unit.destinations.all())


def keep_offer(at: Workplace, offer: Offer) -> Destination:
    """Keep what a file sets, in the place of what was known of it; its access code stays."""
    card = offer.card
    with at.store.writing() as unit:
        known = _offer(card, unit.destinations.all()).known
        kept = Destination(
            id=known.id if known else DestinationId(at.new_id()),
            name=card.name.strip(),
            url=card.url,
            protocol=card.protocol,
            receipt_key=card.receipt_key,
            recipient=card.recipient,
            closes=card.closes,
            forms=known.forms if known else (),
            code_generation=known.code_generation if known else 0,
        )
        keep_destination(at, unit, kept)
    return kept


def _offer(card: EndpointCard, known: tuple[Destination, ...]) -> Offer:
    """Compare by the address first, then by the key: either tells that it is the same place."""
    for one in known:
        if _place(one.url) == _place(card.url):
            kind = OfferKind.SAME if one.receipt_key == card.receipt_key else OfferKind.OTHER_KEY
            if one.receipt_key is None:
                kind = OfferKind.FIRST_KEY
            return Offer(card=card, kind=kind, known=one)
    for one in known:
        if one.receipt_key == card.receipt_key:
            return Offer(card=card, kind=OfferKind.MOVED, known=one)
    return Offer(card=card, kind=OfferKind.NEW)


def _place(url: str) -> tuple[str, str | None, int | None, str]:
    """Return an address without what makes no difference to where it leads."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme), parts.path
