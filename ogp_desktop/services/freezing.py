"""Making the final bytes for destinations that take no JSON, once, inside the caller's transaction.

They are made when a submission is sealed, for every such destination that is set by then, else when
it gets leave to go there. After a first attempt they never change, whatever is set.
"""

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.destination import JSON, Destination
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import Sealed
from ogp_desktop.storage.store import UnitOfWork

_OVER = {OutboxState.CONFIRMED, OutboxState.WITHDRAWN}


def freeze(at: Workplace, unit: UnitOfWork, sealed: Sealed, to: Destination) -> None:
    """Keep the final bytes of a submission for a destination, unless it has them or takes JSON."""
    if to.protocol == JSON or unit.frozen.of(sealed.id, to.id) is not None:
        return
    if sha256_hex(sealed.body) != sealed.sha256:
        return  # the disk changed it: the attempt will say so
    made = at.freeze(submission_from_bytes(sealed.body), to)
    unit.frozen.keep(sealed.id, to.id, made, at.clock.now())


def freeze_anew(at: Workplace, unit: UnitOfWork, to: Destination) -> None:
    """Make the bytes as a changed destination wants them, of whatever was never sent."""
    for item in unit.outbox.items():
        if item.state in _OVER:
            continue
        if not item.attempts:
            unit.frozen.drop(item.submission_id, to.id)
        if item.destination_id == to.id:
            freeze(at, unit, unit.outbox.submission(item.submission_id), to)
