"""Testing the way to a destination, when somebody asks for it: nobody's words are sent."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.conversation import KitPin
from ogp_desktop.domain.destination import JSON, OPENROSA, Destination, FormThere
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Gateway
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.instance import form_name_there
from ogp_desktop.services import addressing
from ogp_desktop.services.workplace import Workplace

DEADLINE_S = 20.0

OpenGateway = Callable[[Destination, str | None], Gateway]
"""Opens a way with an access code, the one that is kept for ``None``."""


def probe_address(
    at: Workplace,
    open_gateway: OpenGateway,
    *,
    url: str,
    protocol: str = JSON,
    receipt_key: str | None = None,
    access_code: str | None = None,
    destination_id: DestinationId | None = None,
    kit: KitPin | None = None,
    form: FormThere | None = None,
) -> Probed:
    """Test an address as it is typed, before it is kept; raise ``Refusal`` naming the field.

    Without an ``access_code`` the one kept for ``destination_id`` is used. A server of forms is
    asked for that of ``kit`` too, which it calls as ``form`` says. Nothing is stored.
    """
    typed = Destination(
        id=destination_id or DestinationId(at.new_id()),
        name="",
        url=url,
        protocol=protocol,
        receipt_key=receipt_key,
        forms=() if form is None else (form,),
    )
    destination, code = addressing.checked_destination(typed, access_code)
    return _probed(at, open_gateway, destination, code, kit)


def probe_destinations(
    at: Workplace, open_gateway: OpenGateway
) -> tuple[tuple[Destination, Probed], ...]:
    """Test every destination that was set, one after the other.

    A server of forms is asked for the form of what was last given leave to go there.
    """
    return tuple(
        (to, _probed(at, open_gateway, to, None, _last_kit(at, to)))
        for to in addressing.destinations(at)
    )


def _last_kit(at: Workplace, to: Destination) -> KitPin | None:
    with at.store.reading() as unit:
        items = [one for one in unit.outbox.items() if one.destination_id == to.id]
        if not items:
            return None
        last = max(items, key=lambda one: one.updated_at)
        sealed = unit.outbox.submission(last.submission_id)
        return unit.conversations.get(sealed.conversation_id).kit


def _probed(
    at: Workplace, open_gateway: OpenGateway, to: Destination, code: str | None, kit: KitPin | None
) -> Probed:
    try:
        gateway = open_gateway(to, code)
    except Refusal as refusal:  # what is kept can be carried by no request
        is_code = refusal.code == "bad_token"
        return Probed(finding=Finding.ACCESS_CODE if is_code else Finding.ADDRESS)
    there = None if kit is None or to.protocol != OPENROSA else to.form_of(kit.id)
    form = None if kit is None or there is None else form_name_there(kit, there)
    with closing(gateway):
        found = gateway.probe(now=at.clock.now, deadline_s=DEADLINE_S, form=form)
    if found.form is None or there is None:
        return found
    return replace(found, form=replace(found.form, key=there.key))
