"""Sending somebody else's bundle from this computer: nothing of it is opened, and nothing kept.

The file stays where it is; the same file again asks again, and can store nothing twice.
"""

from collections.abc import Callable
from contextlib import closing

from ogp_desktop.domain.bundle import LARGEST_BUNDLE
from ogp_desktop.domain.carrying import Carried, CarriedState, Carrier, age_file_in
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.services.workplace import Workplace

DEADLINE_S = 600.0
"""The largest bundle over a line of 150 kbit/s."""


def carry(
    at: Workplace,
    open_carrier: Callable[[Destination], Carrier],
    *,
    data: bytes,
    destination_id: DestinationId,
) -> Carried:
    """Send a bundle once, and tell what became of it.

    Raises ``Refusal``: ``not_a_bundle`` when the file is not encrypted, ``bundle_too_large``.
    """
    if len(data) > LARGEST_BUNDLE:
        raise Refusal("bundle_too_large", limit=LARGEST_BUNDLE)
    if age_file_in(data) is None:
        raise Refusal("not_a_bundle")
    with at.store.reading() as unit:
        to = unit.destinations.one(destination_id)
    try:
        carrier = open_carrier(to)
    except Refusal as refusal:  # what is kept can be carried by no request
        kind = OutcomeKind.AUTH if refusal.code == "bad_token" else OutcomeKind.CLOSED
        return Carried(state=CarriedState.NOT_TAKEN, kind=kind)
    with closing(carrier):
        return carrier.carry(data, deadline_s=DEADLINE_S)
