"""One delivery: claim and commit, send with no transaction open, record the verdict and commit.

The worst outcome is on disk before a socket opens: a program killed while sending leaves an item
that says it may have arrived, and the same bytes go again under the same id.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.destination import JSON, Destination
from ogp_desktop.domain.destination_health import may_try, next_health, probing
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.frozen import Frozen
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.leave import has_leave
from ogp_desktop.domain.outbox import (
    DEADLINE_S,
    Act,
    Claim,
    Late,
    OutboxItem,
    OutboxState,
    holds_lease,
    is_due,
    is_lease_dead,
    next_state,
)
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import DeliveryEvent, KeptReceipt, Sealed
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What one attempt came to."""

    item: OutboxItem
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claimed:
    item: OutboxItem
    sealed: Sealed
    destination: Destination
    frozen: Frozen | None
    """The bytes made for a destination that takes no JSON."""

    def parcel(self) -> Parcel:
        """Return what goes; raise ``Trouble`` when the disk changed it."""
        if self.destination.protocol == JSON:
            return Parcel(
                submission_id=self.sealed.id,
                data=self.sealed.body,
                sha256=self.sealed.sha256,
                attempt=self.item.attempts,
            )
        if self.frozen is None:
            raise Trouble("bytes_damaged", submission_id=self.sealed.id)
        return Parcel(
            submission_id=self.sealed.id,
            data=self.frozen.data,
            sha256=self.frozen.sha256,
            attempt=self.item.attempts,
            media_type=self.frozen.media_type,
        )


def deliver_next(
    at: Workplace,
    sender: Sender,
    gateways: OpenGateways | None = None,
    *,
    on_begun: Callable[[OutboxItem], None] = lambda _item: None,
) -> Delivered | None:
    """Try the item that is due and least tried, once; ``None`` when none is due.

    ``gateways`` stay open for the next item until none is due; without them the attempt has its
    own. ``on_begun`` is told, in this thread, when an item is on disk as being sent. Never raises
    for what the network or the server does; ``Trouble`` when the data file says no.
    """
    opened = gateways or OpenGateways(sender.open_gateway)
    delivered = None
    try:
        delivered = _attempted(at, sender, opened, on_begun)
    finally:
        if delivered is None or gateways is None:
            opened.rest()
    return delivered


def _attempted(
    at: Workplace,
    sender: Sender,
    gateways: OpenGateways,
    on_begun: Callable[[OutboxItem], None],
) -> Delivered | None:
    with at.store.writing() as unit:
        _free_dead(at, unit, sender)
        claimed = _claim(at, unit, sender)
    if claimed is None:
        return None
    gateways.begin(claimed.item.id)
    on_begun(claimed.item)
    outcome = _sent(claimed, gateways, sender.deadline_s)
    with at.store.writing() as unit:
        item = _record(at, unit, sender, claimed, outcome, is_stopped=gateways.end())
    return Delivered(item=item, outcome=outcome)


def _sent(claimed: _Claimed, gateways: OpenGateways, deadline_s: float) -> Outcome:
    try:
        parcel = claimed.parcel()
    except Trouble:  # the disk changed them: nothing that nobody sealed may leave
        return Outcome(kind=OutcomeKind.DAMAGED, bytes_may_have_left=False)
    return gateways.deliver(claimed.destination, parcel, deadline_s=deadline_s)


def _free_dead(at: Workplace, unit: UnitOfWork, sender: Sender) -> None:
    now = at.clock.now()
    for item in unit.outbox.items(OutboxState.SENDING):
        if is_lease_dead(item, now):
            freed = next_state(item, Act.LEASE_DIED, now=now, jitter=sender.jitter())
            if unit.outbox.swap_item(item, freed):
                unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="lease_died"))


def _claim(at: Workplace, unit: UnitOfWork, sender: Sender) -> _Claimed | None:
    now = at.clock.now()
    open_to = {one.destination_id: one for one in unit.destinations.healths() if may_try(one, now)}
    for item in unit.outbox.items_due(open_to, now):
        if item.destination_id is None or not is_due(item, now):
            continue
        if not has_leave(item, unit.destinations.one(item.destination_id)):
            _hold_without_leave(at, unit, item)
            continue
        claim = Claim(owner=sender.owner, deadline_s=sender.deadline_s)
        taken = next_state(item, claim, now=now, jitter=sender.jitter())
        if not unit.outbox.swap_item(item, taken):
            continue
        unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="attempt"))
        health = open_to[item.destination_id]
        probed = probing(health, taken.lease_until or now)
        if probed != health:
            unit.destinations.keep_health(probed)
        return _Claimed(
            item=taken,
            sealed=unit.outbox.submission(item.submission_id),
            destination=unit.destinations.one(item.destination_id),
            frozen=unit.frozen.of(item.submission_id, item.destination_id),
        )
    return None


def _hold_without_leave(at: Workplace, unit: UnitOfWork, item: OutboxItem) -> None:
    """Its address or its access code is another than the one that somebody gave it leave for."""
    now = at.clock.now()
    if unit.outbox.swap_item(item, next_state(item, Act.HOLD, now=now, jitter=0.5)):
        unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="leave_ended"))


def _record(
    at: Workplace,
    unit: UnitOfWork,
    sender: Sender,
    claimed: _Claimed,
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
        _hold_without_leave(at, unit, item)
    return unit.outbox.item(item.id)


def _tell(unit: UnitOfWork, claimed: _Claimed, outcome: Outcome, now: datetime) -> None:
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
