"""One delivery: claim and commit, send with no transaction open, record the verdict and commit.

The worst outcome is on disk before a socket opens: a program killed while sending leaves an item
that says it may have arrived, and the same bytes go again under the same id. Where one item follows
another, the verdict of the one and the claim of the next are one transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import next_health
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.gateway import Gateway
from ogp_desktop.domain.leave import has_leave
from ogp_desktop.domain.outbox import (
    DEADLINE_S,
    Act,
    Claim,
    Late,
    OutboxItem,
    OutboxState,
    holds_lease,
    next_state,
)
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.services.claiming import (
    Claimed,
    claim_next,
    free_dead,
    give_back_claimed,
    hold_without_leave,
    may_begin,
)
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import DeliveryEvent, KeptReceipt
from ogp_desktop.storage.store import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends and how.

    ``owner`` names this run of the program; ``open_gateway`` makes the gateway for a destination;
    ``jitter`` returns a fresh number in 0..1.
    """

    owner: str
    open_gateway: Callable[[Destination], Gateway]
    jitter: Callable[[], float]
    deadline_s: float = DEADLINE_S

    def claim(self) -> Claim:
        """Return the event by which it takes an item."""
        return Claim(owner=self.owner, deadline_s=self.deadline_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What one attempt came to."""

    item: OutboxItem
    outcome: Outcome


def deliver_next(
    at: Workplace,
    sender: Sender,
    gateways: OpenGateways | None = None,
    *,
    on_begun: Callable[[OutboxItem], None] = lambda _item: None,
) -> Delivered | None:
    """Try the item that is due and least tried, once; ``None`` when none is due.

    With ``gateways`` the connections stay open until none is due, and the item for the next call is
    claimed with the verdict of this one; whoever does not call again owes ``give_back``. Without
    them the attempt stands alone. ``on_begun`` is told, in this thread, when an item is about to be
    sent. Never raises for what the network or the server does; ``Trouble`` when the data file says
    no.
    """
    opened = gateways or OpenGateways(sender.open_gateway)
    delivered = None
    try:
        claimed = _claimed(at, sender, opened)
        if claimed is not None:
            on_begun(claimed.item)
            delivered = _attempted(at, sender, opened, claimed, is_alone=gateways is None)
    finally:
        if delivered is None or gateways is None:
            opened.rest()
    return delivered


def give_back(at: Workplace, gateways: OpenGateways) -> None:
    """Put back as it was what is claimed for a next call that does not come."""
    ahead = gateways.ahead
    if ahead is not None:
        give_back_claimed(at, ahead, is_stopped=gateways.is_stop_asked)
        gateways.go_ahead(None)


def _claimed(at: Workplace, sender: Sender, gateways: OpenGateways) -> Claimed | None:
    """Return what was claimed ahead, if it may go still, or claim what is due now."""
    ahead = gateways.ahead
    if ahead is not None and gateways.may_go_on and may_begin(at, ahead):
        gateways.begin(ahead.item.id)
        return ahead
    give_back(at, gateways)
    if gateways.is_shut:
        return None
    with at.store.writing() as unit:
        free_dead(at, unit, sender.jitter())
        claimed = claim_next(at, unit, sender.claim())
    if claimed is not None:
        gateways.begin(claimed.item.id)
    return claimed


def _attempted(
    at: Workplace, sender: Sender, gateways: OpenGateways, claimed: Claimed, *, is_alone: bool
) -> Delivered:
    outcome = _sent(claimed, gateways, sender.deadline_s)
    ahead = None
    with at.store.writing() as unit:
        item = _record(at, unit, sender, claimed, outcome, is_stopped=gateways.end())
        if not is_alone and not gateways.is_shut:
            ahead = _claimed_ahead(at, unit, sender)
    gateways.go_ahead(ahead)
    return Delivered(item=item, outcome=outcome)


def _claimed_ahead(at: Workplace, unit: UnitOfWork, sender: Sender) -> Claimed | None:
    """Claim the next one; what cannot be read of it must not undo the verdict before it."""
    try:
        return claim_next(at, unit, sender.claim(), is_ahead=True)
    except (LookupError, ValueError):  # told by the next call, in a transaction of its own
        return None


def _sent(claimed: Claimed, gateways: OpenGateways, deadline_s: float) -> Outcome:
    try:
        parcel = claimed.parcel()
    except Trouble:  # the disk changed them: nothing that nobody sealed may leave
        return Outcome(kind=OutcomeKind.DAMAGED, bytes_may_have_left=False)
    return gateways.deliver(claimed.destination, parcel, deadline_s=deadline_s)


def _record(
    at: Workplace,
    unit: UnitOfWork,
    sender: Sender,
    claimed: Claimed,
    outcome: Outcome,
    *,
    is_stopped: bool,
) -> OutboxItem:
    now = at.clock.now()
    before = unit.outbox.item(claimed.item.id)
    is_ours = holds_lease(before, claimed.item)
    event = outcome if is_ours else Late(outcome=outcome)
    item = next_state(before, event, now=now, jitter=sender.jitter())
    if outcome.receipt is not None:
        unit.outbox.add_receipt(item.id, KeptReceipt(signed=outcome.receipt, received_at=now))
    if is_ours or outcome.receipt is not None:
        _tell(unit, claimed, outcome, now)
        before_it = unit.destinations.health(claimed.destination.id)
        health = next_health(before_it, outcome, now=now, jitter=sender.jitter())
        if health != before_it:
            unit.destinations.keep_health(health)
    if is_stopped and is_ours and item.state is OutboxState.WAITING:
        item = next_state(item, Act.HOLD, now=now, jitter=sender.jitter())
        unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="stopped"))
    unit.outbox.keep_item(item)
    if item.state is OutboxState.WAITING and not has_leave(
        item, unit.destinations.one(claimed.destination.id)
    ):  # somebody changed the place meanwhile
        return hold_without_leave(at, unit, item)
    return item


def _tell(unit: UnitOfWork, claimed: Claimed, outcome: Outcome, now: datetime) -> None:
    """Add the outcome to the item's history."""
    unit.outbox.add_event(
        claimed.item.id,
        DeliveryEvent(
            at=now,
            what=outcome.kind.value,
            status=outcome.status,
            detail=outcome.detail or None,
        ),
    )
