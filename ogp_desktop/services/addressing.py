"""Setting where submissions go, and giving one submission leave to go there."""

import re
from base64 import b64decode
from binascii import Error as NotBase64Error
from ipaddress import ip_address
from urllib.parse import urlsplit

from ogp_desktop.domain.age_key import is_recipient
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import asked_again
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import DestinationId, OutboxItemId
from ogp_desktop.domain.outbox import Act, Address, Event, next_state
from ogp_desktop.domain.secrets import Secrets
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import DeliveryEvent
from ogp_desktop.storage.store import UnitOfWork

NAME_LIMIT = 80
_CODE = re.compile("[!-~]+")
"""Visible ASCII: what the header of a request can carry."""
_KEY_BYTES = 32
"""An Ed25519 public key (RFC 8032)."""


def set_destination(
    at: Workplace,
    secrets: Secrets,
    *,
    name: str,
    url: str,
    receipt_key: str | None = None,
    access_code: str | None = None,
    destination_id: DestinationId | None = None,
    recipient: str | None = None,
) -> Destination:
    """Keep an address, its receipt key, the key for files and, in the keyring, its access code.

    ``access_code`` replaces the one that is kept: empty forgets it, ``None`` leaves it as it is.
    Raises ``Refusal`` naming the field: https is required, but for this very computer.
    """
    if not name.strip() or len(name) > NAME_LIMIT:
        raise Refusal("empty" if not name.strip() else "too_long", field="name", limit=NAME_LIMIT)
    code = checked_code(access_code)
    destination = checked_destination(
        destination_id or DestinationId(at.new_id()), name, url, receipt_key, recipient
    )
    with at.store.writing() as unit:
        unit.outbox.keep_destination(destination, at.clock.now())
    if code is not None:
        secrets.keep(destination.id, code or None)
    return destination


def checked_destination(
    destination_id: DestinationId,
    name: str,
    url: str,
    receipt_key: str | None,
    recipient: str | None = None,
) -> Destination:
    """Return the destination without stray spaces; raise ``Refusal`` naming the field."""
    cleaned = url.strip().rstrip("/")
    _check_url(cleaned)
    key = (receipt_key or "").strip() or None
    if key is not None:
        _check_key(key)
    files_for = (recipient or "").strip() or None
    if files_for is not None and not is_recipient(files_for):
        raise Refusal("bad_recipient", field="recipient")
    return Destination(
        id=destination_id,
        name=name.strip(),
        url=cleaned,
        receipt_key=key,
        recipient=files_for,
    )


def checked_code(access_code: str | None) -> str | None:
    """Return the access code without stray spaces; raise ``Refusal`` if no header can hold it."""
    code = None if access_code is None else access_code.strip()
    if code and not _CODE.fullmatch(code):
        raise Refusal("bad_code", field="access_code")
    return code


def destinations(at: Workplace) -> tuple[Destination, ...]:
    """Return the destinations that were set, by name."""
    with at.store.reading() as unit:
        return unit.outbox.destinations()


def send(at: Workplace, *, item_id: OutboxItemId, destination_id: DestinationId) -> Changes:
    """Give one sealed submission leave to go to a destination, now or when the network is there."""
    with at.store.writing() as unit:
        _step(at, unit, item_id, Address(destination_id=destination_id), "addressed")
        _step(at, unit, item_id, Act.SEND_NOW, "send_asked")
        health = unit.outbox.health(destination_id)
        unit.outbox.keep_health(asked_again(health, at.clock.now()))
    return changes(Touched.OUTBOX)


def hold(at: Workplace, *, item_id: OutboxItemId) -> Changes:
    """Keep a submission here until it is released."""
    return _act(at, item_id, Act.HOLD)


def release(at: Workplace, *, item_id: OutboxItemId) -> Changes:
    """Let a held submission go on."""
    return _act(at, item_id, Act.RELEASE)


def hand_over(at: Workplace, *, item_id: OutboxItemId, way: str) -> Changes:
    """Note that a submission left by ``way`` ("file", "text", "paper"): no receipt yet."""
    with at.store.writing() as unit:
        _step(at, unit, item_id, Act.HAND_OVER, "handed_over", detail=way)
    return changes(Touched.OUTBOX)


def withdraw(at: Workplace, *, item_id: OutboxItemId) -> Changes:
    """Take a submission back from the outbox; its bytes stay here, and may have arrived."""
    return _act(at, item_id, Act.WITHDRAW)


def network_returned(at: Workplace) -> Changes:
    """Make waiting submissions due and let each destination be asked again."""
    now = at.clock.now()
    with at.store.writing() as unit:
        for item in unit.outbox.items():
            unit.outbox.keep_item(next_state(item, Act.NETWORK_RETURNED, now=now, jitter=0.5))
        for one in unit.outbox.destinations():
            unit.outbox.keep_health(asked_again(unit.outbox.health(one.id), now))
    return changes(Touched.OUTBOX)


def _act(at: Workplace, item_id: OutboxItemId, act: Act) -> Changes:
    with at.store.writing() as unit:
        _step(at, unit, item_id, act, act.value)
    return changes(Touched.OUTBOX)


def _step(
    at: Workplace,
    unit: UnitOfWork,
    item_id: OutboxItemId,
    event: Event,
    what: str,
    detail: str | None = None,
) -> None:
    now = at.clock.now()
    unit.outbox.keep_item(next_state(unit.outbox.item(item_id), event, now=now, jitter=0.5))
    unit.outbox.add_event(item_id, DeliveryEvent(at=now, what=what, detail=detail))


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise Refusal("not_an_address", field="url") from error
    is_plain = url.isprintable() and not set(url) & set(" \\?#") and "@" not in parts.netloc
    if host is None or not is_plain:
        raise Refusal("not_an_address", field="url")
    if parts.scheme == "https" or (parts.scheme == "http" and _is_this_computer(host)):
        return
    raise Refusal("not_https", field="url")


def _check_key(key: str) -> None:
    try:
        length = len(b64decode(key, validate=True))
    except (NotBase64Error, ValueError) as error:
        raise Refusal("bad_key", field="receipt_key") from error
    if length != _KEY_BYTES:
        raise Refusal("bad_key", field="receipt_key")


def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
