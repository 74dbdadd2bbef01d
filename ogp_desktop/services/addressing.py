"""Setting where submissions go, and giving one submission leave to go there."""

import re
from base64 import b64decode
from binascii import Error as NotBase64Error
from dataclasses import replace
from ipaddress import ip_address
from urllib.parse import urlsplit

from ogp_desktop.domain.age_key import is_recipient
from ogp_desktop.domain.destination import (
    JSON,
    OPENROSA,
    Destination,
    FormThere,
    api_token,
    has_key_place,
    without_key,
)
from ogp_desktop.domain.destination_health import asked_again, reached_again
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import DestinationId, OutboxItemId
from ogp_desktop.domain.leave import asks_for_leave, has_leave, leave_for
from ogp_desktop.domain.outbox import Act, Event, OutboxState, next_state
from ogp_desktop.domain.secrets import Secrets
from ogp_desktop.services import freezing
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
    protocol: str = JSON,
    receipt_key: str | None = None,
    form: FormThere | None = None,
    access_code: str | None = None,
    destination_id: DestinationId | None = None,
    recipient: str | None = None,
) -> Destination:
    """Keep an address, its keys that are no secret and, in the keyring, its access code.

    ``access_code`` replaces the one that is kept: empty forgets it, ``None`` leaves it as it is;
    so does ``recipient``, the key that files for this place are encrypted with.
    ``form`` says how an OpenRosa server calls the form of one kit; those of others stay.
    A key that stands in the address of an OpenRosa server is kept as its access code. What waits
    for another address or code than before is held, and asks. Raises ``Refusal`` naming the field:
    https is required, but for this very computer.
    """
    check_name(name)
    typed, code = checked_destination(
        Destination(
            id=destination_id or DestinationId(at.new_id()),
            name=name,
            url=url,
            protocol=protocol,
            receipt_key=receipt_key,
            recipient=recipient,
            forms=() if form is None else (form,),
        ),
        access_code,
    )
    for one in typed.forms:
        if one.key is not None:
            at.check_form_key(one.key)  # so that no submission meets it at its seal
    is_other = code is not None and destination_id is not None
    is_other = is_other and code != (secrets.code(typed.id) or "")
    with at.store.writing() as unit:
        destination = _with_what_is_known(
            unit, typed, is_other_code=is_other, keeps_recipient=recipient is None
        )
        keep_destination(at, unit, destination)
    if code is not None:
        secrets.keep(destination.id, code or None)
    return destination


def _with_what_is_known(
    unit: UnitOfWork, typed: Destination, *, is_other_code: bool, keeps_recipient: bool
) -> Destination:
    """Keep what nobody types, as long as it is of the same place."""
    before = next((one for one in unit.destinations.all() if one.id == typed.id), None)
    if before is None:
        return typed
    generation = before.code_generation + is_other_code
    if (before.url, before.receipt_key) != (typed.url, typed.receipt_key):
        return replace(typed, code_generation=generation)
    return replace(
        typed,
        forms=before.with_forms(typed.forms).forms,
        recipient=before.recipient if keeps_recipient else typed.recipient,
        closes=before.closes,
        code_generation=generation,
    )


def keep_destination(at: Workplace, unit: UnitOfWork, destination: Destination) -> None:
    """Keep it, and hold what was given leave for another address or access code."""
    now = at.clock.now()
    unit.destinations.keep(destination, now)
    freezing.freeze_anew(at, unit, destination)
    for item in unit.outbox.items(OutboxState.READY, OutboxState.WAITING):
        if item.destination_id == destination.id and not has_leave(item, destination):
            _step(at, unit, item.id, Act.HOLD, "leave_ended")


def check_name(name: str) -> None:
    """Raise ``Refusal`` when a name is empty or too long."""
    if not name.strip() or len(name) > NAME_LIMIT:
        raise Refusal("empty" if not name.strip() else "too_long", field="name", limit=NAME_LIMIT)


def checked_destination(
    typed: Destination, access_code: str | None
) -> tuple[Destination, str | None]:
    """Return the destination without stray spaces or secrets, and its access code.

    Raises ``Refusal`` naming the field.
    """
    is_openrosa = typed.protocol == OPENROSA
    url, key = without_key(typed.url) if is_openrosa else (typed.url.strip().rstrip("/"), None)
    _check_url(url)
    code = checked_code(access_code, typed.protocol)
    if is_openrosa and code and not has_key_place(url) and ":" not in code:
        code = api_token(code)
        if code is None:
            raise Refusal("bad_login", field="access_code")
    kept = replace(
        typed,
        name=typed.name.strip(),
        url=url,
        receipt_key=None if is_openrosa else _filled(typed.receipt_key),
        recipient=_filled(typed.recipient),
        forms=tuple(form.tidied() for form in typed.forms) if is_openrosa else (),
    )
    if kept.receipt_key is not None:
        _check_key(kept.receipt_key)
    if kept.recipient is not None and not is_recipient(kept.recipient):
        raise Refusal("bad_recipient", field="recipient")
    return kept, key or code


def _filled(text: str | None) -> str | None:
    return (text or "").strip() or None


def checked_code(access_code: str | None, protocol: str = JSON) -> str | None:
    """Return the access code without stray spaces; raise ``Refusal`` if no request can hold it.

    An OpenRosa server's is ``name:password``, in whatever letters, the key in its address, or an
    API token.
    """
    code = None if access_code is None else access_code.strip()
    is_fit = code is None or (
        code.isprintable() if protocol == OPENROSA else _CODE.fullmatch(code or "x") is not None
    )
    if not is_fit:
        raise Refusal("bad_code", field="access_code")
    return code


def destinations(at: Workplace) -> tuple[Destination, ...]:
    """Return the destinations that were set, by name."""
    with at.store.reading() as unit:
        return unit.destinations.all()


def send(at: Workplace, *, item_id: OutboxItemId, destination_id: DestinationId) -> Changes:
    """Give one sealed submission leave to go to a destination, now or when the network is there.

    The leave is for the address and the access code of this moment.
    """
    with at.store.writing() as unit:
        _give_leave(at, unit, item_id, unit.destinations.one(destination_id))
    return changes(Touched.OUTBOX)


def send_all_held(at: Workplace, *, destination_id: DestinationId) -> Changes:
    """Give leave to everything that is held because this destination is another than before."""
    with at.store.writing() as unit:
        destination = unit.destinations.one(destination_id)
        for item in unit.outbox.items(OutboxState.HELD):
            if item.destination_id == destination_id and asks_for_leave(item, destination):
                _give_leave(at, unit, item.id, destination)
    return changes(Touched.OUTBOX)


def _give_leave(
    at: Workplace, unit: UnitOfWork, item_id: OutboxItemId, destination: Destination
) -> None:
    item = unit.outbox.item(item_id)
    if not has_leave(item, destination):
        _step(at, unit, item_id, leave_for(destination), "addressed")
    freezing.freeze(at, unit, unit.outbox.submission(item.submission_id), destination)
    _step(at, unit, item_id, Act.SEND_NOW, "send_asked")
    health = unit.destinations.health(destination.id)
    unit.destinations.keep_health(asked_again(health, at.clock.now()))


def hold(at: Workplace, *, item_id: OutboxItemId) -> Changes:
    """Keep a submission here until it is released."""
    return _act(at, item_id, Act.HOLD)


def release(at: Workplace, *, item_id: OutboxItemId) -> Changes:
    """Let a held submission go on; raise ``Refusal("no_leave")`` if its place is another now."""
    with at.store.writing() as unit:
        item = unit.outbox.item(item_id)
        to = item.destination_id
        if to is not None and asks_for_leave(item, unit.destinations.one(to)):
            raise Refusal("no_leave")
        _step(at, unit, item_id, Act.RELEASE, "release")
    return changes(Touched.OUTBOX)


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
        for item in unit.outbox.items(OutboxState.WAITING):
            hastened = next_state(item, Act.NETWORK_RETURNED, now=now, jitter=0.5)
            if hastened != item:
                unit.outbox.keep_item(hastened)
        for health in unit.destinations.healths():
            unit.destinations.keep_health(reached_again(health, now))
    return changes(Touched.OUTBOX)


def ask_again(at: Workplace, *, destination_id: DestinationId) -> None:
    """Let a destination be asked at once: somebody gave another access code, for this run alone."""
    with at.store.writing() as unit:
        health = unit.destinations.health(destination_id)
        unit.destinations.keep_health(asked_again(health, at.clock.now()))


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
