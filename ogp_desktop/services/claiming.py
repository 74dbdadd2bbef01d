"""An item is claimed on disk before its request, and given back when the request is never begun.

A claim is the worst outcome written first: whoever finds it without its sender must believe that
the bytes may have arrived. Only the sender itself knows better, and only before it began.
"""

from dataclasses import dataclass
from datetime import timedelta

from ogp_desktop.domain.destination import JSON, Destination
from ogp_desktop.domain.destination_health import DestinationState, may_try, probing
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.frozen import Frozen
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.leave import has_leave
from ogp_desktop.domain.outbox import (
    Act,
    Claim,
    GivenBack,
    OutboxItem,
    OutboxState,
    holds_lease,
    is_due,
    is_lease_dead,
    next_state,
)
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import DeliveryEvent, Sealed
from ogp_desktop.storage.store import Sitting, UnitOfWork

FRESH = timedelta(seconds=5)
"""A claim older than this is made anew before its request: its lease must outlast that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An item that is on disk as being sent, and what its request needs.

    ``before`` is the item as it stood; ``frozen`` the bytes made for a destination that takes no
    JSON.
    """

    before: OutboxItem
    item: OutboxItem
    sealed: Sealed
    destination: Destination
    frozen: Frozen | None

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


def free_dead(at: Workplace, unit: UnitOfWork, jitter: float) -> list[OutboxItem]:
    """Let go of every item whose sender has certainly given up, and return them."""
    now = at.clock.now()
    let_go = []
    for item in unit.outbox.items(OutboxState.SENDING):
        if is_lease_dead(item, now):
            freed = next_state(item, Act.LEASE_DIED, now=now, jitter=jitter)
            if unit.outbox.swap_item(item, freed):
                unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="lease_died"))
                let_go.append(freed)
    return let_go


def claim_next(
    at: Workplace, unit: UnitOfWork, claim: Claim, *, is_ahead: bool = False
) -> Claimed | None:
    """Claim the item that is due and least tried; ``None`` when none is due.

    ``is_ahead`` when another request is on the wire: then nothing is claimed for a destination in
    trouble, where one item asks for all, at its own moment.
    """
    now = at.clock.now()
    open_to = {one.destination_id: one for one in unit.destinations.healths() if may_try(one, now)}
    for item in unit.outbox.items_due(open_to, now):
        if item.destination_id is None or not is_due(item, now):
            continue
        destination = unit.destinations.one(item.destination_id)
        if not has_leave(item, destination):
            hold_without_leave(at, unit, item)
            continue
        health = open_to[item.destination_id]
        if is_ahead and health.state is not DestinationState.OK:
            return None
        claimed = Claimed(  # read whole before anything of it is written
            before=item,
            item=next_state(item, claim, now=now, jitter=0.5),
            sealed=unit.outbox.submission(item.submission_id),
            destination=destination,
            frozen=None
            if destination.protocol == JSON
            else unit.frozen.of(item.submission_id, destination.id),
        )
        if not unit.outbox.swap_item(item, claimed.item):
            continue
        unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="attempt"))
        probed = probing(health, claimed.item.lease_until or now)
        if probed != health:
            unit.destinations.keep_health(probed)
        return claimed
    return None


def may_begin(at: Workplace, sitting: Sitting, claimed: Claimed) -> bool:
    """Tell whether what the last transaction of the sitting claimed may go, as everything stands.

    Where nobody else wrote since, everything stands as it was found then.
    """
    now = at.clock.now()
    if not timedelta(0) <= now - claimed.item.updated_at <= FRESH:  # the computer slept, say
        return False
    if sitting.is_as_left():
        return True
    with at.store.reading() as unit:
        item = unit.outbox.item(claimed.item.id)
        to = unit.destinations.one(claimed.destination.id)
        is_ours = holds_lease(item, claimed.item) and to == claimed.destination
        return is_ours and has_leave(item, to) and may_try(unit.destinations.health(to.id), now)


def give_back(at: Workplace, unit: UnitOfWork, claimed: Claimed, *, is_stopped: bool) -> None:
    """Put an item back as it was, for no byte of it left; hold it when a person stopped it."""
    now = at.clock.now()
    item = unit.outbox.item(claimed.item.id)
    if not holds_lease(item, claimed.item):
        return
    given = next_state(item, GivenBack(before=claimed.before), now=now, jitter=0.5)
    unit.outbox.keep_item(given)
    unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="given_back"))
    if is_stopped:
        unit.outbox.keep_item(next_state(given, Act.HOLD, now=now, jitter=0.5))
        unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="stopped"))
    elif not has_leave(given, unit.destinations.one(claimed.destination.id)):
        hold_without_leave(at, unit, given)


def hold_without_leave(at: Workplace, unit: UnitOfWork, item: OutboxItem) -> OutboxItem:
    """Its address or its access code is another than the one that somebody gave it leave for."""
    now = at.clock.now()
    held = next_state(item, Act.HOLD, now=now, jitter=0.5)
    if not unit.outbox.swap_item(item, held):
        return item
    unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="leave_ended"))
    return held
