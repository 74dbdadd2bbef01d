"""What an answer means for its item, its history and its destination, in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.destination_health import next_health
from ogp_desktop.domain.leave import has_leave
from ogp_desktop.domain.outbox import Act, Late, OutboxItem, OutboxState, holds_lease, next_state
from ogp_desktop.domain.outcome import Outcome
from ogp_desktop.services.claiming import Claimed, hold_without_leave
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import DeliveryEvent, KeptReceipt
from ogp_desktop.storage.store import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came of a request; ``is_stopped`` when a person ended it."""

    claimed: Claimed
    outcome: Outcome
    is_stopped: bool


def record(at: Workplace, unit: UnitOfWork, answered: Answered, jitter: float) -> OutboxItem:
    """Write down what one attempt came to; return the item as it is now."""
    now, claimed, outcome = at.clock.now(), answered.claimed, answered.outcome
    before = unit.outbox.item(claimed.item.id)
    is_ours = holds_lease(before, claimed.item)
    event = outcome if is_ours else Late(outcome=outcome)
    item = next_state(before, event, now=now, jitter=jitter)
    if outcome.receipt is not None:
        unit.outbox.add_receipt(item.id, KeptReceipt(signed=outcome.receipt, received_at=now))
    if is_ours or outcome.receipt is not None:
        _tell(unit, claimed, outcome, now)
        before_it = unit.destinations.health(claimed.destination.id)
        health = next_health(before_it, outcome, now=now, jitter=jitter)
        if health != before_it:
            unit.destinations.keep_health(health)
    if answered.is_stopped and is_ours and item.state is OutboxState.WAITING:
        item = next_state(item, Act.HOLD, now=now, jitter=jitter)
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
