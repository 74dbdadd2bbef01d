"""Testing the way to a destination, when somebody asks for it: nobody's words are sent."""

from collections.abc import Callable
from contextlib import closing

from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.destination import JSON, Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Gateway
from ogp_desktop.domain.ids import DestinationId
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
) -> Probed:
    """Test an address as it is typed, before it is kept; raise ``Refusal`` naming the field.

    Without an ``access_code`` the one kept for ``destination_id`` is used. Nothing is stored.
    """
    typed = Destination(
        id=destination_id or DestinationId(at.new_id()),
        name="",
        url=url,
        protocol=protocol,
        receipt_key=receipt_key,
    )
    destination, code = addressing.checked_destination(typed, access_code)
    return _probed(at, open_gateway, destination, code)


def probe_destinations(
    at: Workplace, open_gateway: OpenGateway
) -> tuple[tuple[Destination, Probed], ...]:
    """Test every destination that was set, one after the other."""
    return tuple((to, _probed(at, open_gateway, to, None)) for to in addressing.destinations(at))


def _probed(at: Workplace, open_gateway: OpenGateway, to: Destination, code: str | None) -> Probed:
    try:
        gateway = open_gateway(to, code)
    except Refusal as refusal:  # what is kept can be carried by no request
        is_code = refusal.code == "bad_token"
        return Probed(finding=Finding.ACCESS_CODE if is_code else Finding.ADDRESS)
    with closing(gateway):
        return gateway.probe(now=at.clock.now, deadline_s=DEADLINE_S)
