"""The life of a sealed submission on its way to one destination; one function knows every move.

Nothing is ever deleted, an item that was confirmed stays so until somebody withdraws it, and one
that was withdrawn stays that for good. ``maybe_stored`` is true from the moment a byte may have
left until a receipt, or the answer to a withdrawal, proves what became of it.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outcome import (
    SHORTEST_WAIT,
    Outcome,
    OutcomeKind,
    back_off,
    has_come,
    retry_floor,
)

DEADLINE_S = 120.0
"""One whole request; a lease lasts this and ``LEASE_MARGIN``."""
LEASE_MARGIN = timedelta(seconds=30)
LONGEST_LEASE = timedelta(hours=1)
CONFLICT_REPEATS = 4
CONFLICT_WAIT = timedelta(seconds=150)
"""Between repeats after a 409: four of them last the ten minutes in which a false one goes away."""


class OutboxState(StrEnum):
    """Where an item stands."""

    READY = "ready"
    HELD = "held"
    SENDING = "sending"
    WAITING = "waiting"
    ATTENTION = "attention"
    HANDED_OVER = "handed_over"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sender takes the item for one request of at most ``deadline_s`` seconds."""

    owner: str
    deadline_s: float = DEADLINE_S

    def lease_until(self, now: datetime) -> datetime:
        """Return when whoever claimed has certainly given up."""
        lease = timedelta(seconds=self.deadline_s) + LEASE_MARGIN
        return now + min(lease, LONGEST_LEASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """The outcome of an attempt whose lease another sender has taken meanwhile, or ended."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """The sender that claimed the item as it stood ``before`` has not begun, and never will."""

    before: "OutboxItem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The person says where the item goes; ``None`` takes the destination away.

    ``url`` and ``code_generation`` say what the leave is for (``domain.leave``).
    """

    destination_id: DestinationId | None
    url: str | None = None
    code_generation: int | None = None


class Act(StrEnum):
    """What a person, the network or the clock does to an item."""

    HOLD = "hold"
    RELEASE = "release"
    SEND_NOW = "send_now"
    NETWORK_RETURNED = "network_returned"
    LEASE_DIED = "lease_died"
    HAND_OVER = "hand_over"
    WITHDRAW = "withdraw"
    WITHDRAW_THERE = "withdraw_there"
    """It is to be taken back where it may be stored, so it never goes there again."""
    BUNDLE_REFUSED = "bundle_refused"
    """The encrypted file that it went into was refused, whole."""
    GONE_THERE = "gone_there"
    """The other side proved that it keeps it no longer."""


Event = Outcome | Late | Claim | GivenBack | Address | Act


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """One submission for one destination.

    ``reason`` is the kind of the last outcome that left the item unconfirmed. ``attempts`` counts
    requests before they are made; ``conflicts`` the 409 answers since ``first_conflict_at``.
    ``leave_url`` and ``leave_code`` are the address and the access code it has leave for.
    """

    id: OutboxItemId
    submission_id: SubmissionId
    destination_id: DestinationId | None = None
    state: OutboxState = OutboxState.READY
    maybe_stored: bool = False
    attempts: int = 0
    conflicts: int = 0
    first_conflict_at: datetime | None = None
    next_try_at: datetime | None = None
    lease_owner: str | None = None
    lease_until: datetime | None = None
    reason: OutcomeKind | None = None
    leave_url: str | None = None
    leave_code: int | None = None
    updated_at: datetime


def is_due(item: OutboxItem, now: datetime) -> bool:
    """Tell whether a sender may take the item now, as far as the item is concerned.

    A stored time further ahead than any wait we give comes from a clock that was wrong: ignored.
    """
    if item.destination_id is None or item.state not in {OutboxState.READY, OutboxState.WAITING}:
        return False
    return has_come(item.next_try_at, now)


def is_lease_dead(item: OutboxItem, now: datetime) -> bool:
    """Tell whether the sender of a sending item has certainly given up."""
    if item.state is not OutboxState.SENDING:
        return False
    until = item.lease_until
    return until is None or until <= now or until - now > LONGEST_LEASE


def goes_by_hand(item: OutboxItem) -> bool:
    """Tell whether a saved file is how the item goes; a queued one goes on by itself."""
    if item.state is OutboxState.READY:
        return item.destination_id is None
    return item.state in {OutboxState.HELD, OutboxState.ATTENTION, OutboxState.HANDED_OVER}


def may_be_there(item: OutboxItem) -> bool:
    """Tell whether there may be something to take back where it goes."""
    return item.state is OutboxState.CONFIRMED or item.maybe_stored


def holds_lease(item: OutboxItem, claimed: OutboxItem) -> bool:
    """Tell whether the attempt that was ``claimed`` is still the one that the item waits for."""
    return item.state is OutboxState.SENDING and (item.lease_owner, item.attempts) == (
        claimed.lease_owner,
        claimed.attempts,
    )


def next_state(item: OutboxItem, event: Event, *, now: datetime, jitter: float) -> OutboxItem:
    """Return the item after the event; ``jitter`` is uniform in 0..1.

    Raises ``Refusal("not_now", state=..., event=...)`` for an act or a claim that this state does
    not allow. An outcome is never refused: a receipt is believed whenever it comes (it proves that
    a withdrawn item arrived before, and sends it nowhere), and any other answer that comes after
    the item moved on changes nothing but ``maybe_stored``.
    """
    match event:
        case Outcome():
            after = _after_outcome(item, event, now, jitter)
        case Late():
            after = _after_late(item, event.outcome)
        case Claim():
            after = _claimed(item, event, now)
        case GivenBack():
            return _given_back(item, event.before)
        case Address():
            after = _addressed(item, event)
        case Act.LEASE_DIED:
            after = _freed(item, now, jitter)
        case Act():
            after = _after_act(item, event, now)
    return item if after == item else replace(after, updated_at=now)


def _refusal(item: OutboxItem, event: str) -> Refusal:
    return Refusal("not_now", state=item.state.value, event=event)


def _claimed(item: OutboxItem, claim: Claim, now: datetime) -> OutboxItem:
    if not is_due(item, now):
        raise _refusal(item, "claim")
    return replace(
        item,
        state=OutboxState.SENDING,
        attempts=item.attempts + 1,
        next_try_at=None,
        lease_owner=claim.owner,
        lease_until=claim.lease_until(now),
    )


def _given_back(item: OutboxItem, before: OutboxItem) -> OutboxItem:
    """Return the item as it was, its place among the others too; a leave given meanwhile stays."""
    if item.state is not OutboxState.SENDING or item.attempts != before.attempts + 1:
        raise _refusal(item, "given_back")
    return replace(
        item,
        state=before.state,
        attempts=before.attempts,
        next_try_at=before.next_try_at,
        lease_owner=None,
        lease_until=None,
        updated_at=before.updated_at,
    )


def _addressed(item: OutboxItem, address: Address) -> OutboxItem:
    if address.destination_id == item.destination_id:
        return item if item.state in _SETTLED else _with_leave(item, address)
    may_be_elsewhere = item.maybe_stored and item.destination_id is not None
    if may_be_elsewhere or item.state in _SETTLED | {OutboxState.SENDING}:
        raise _refusal(item, "address")
    kept = {OutboxState.HELD, OutboxState.HANDED_OVER}
    state = item.state if item.state in kept else OutboxState.READY
    item = replace(item, destination_id=address.destination_id, state=state, next_try_at=None)
    return _with_leave(item, address)


def _with_leave(item: OutboxItem, address: Address) -> OutboxItem:
    return replace(item, leave_url=address.url, leave_code=address.code_generation)


_SETTLED = {OutboxState.CONFIRMED, OutboxState.WITHDRAWN}
_QUEUED = {OutboxState.READY, OutboxState.WAITING}
_ALLOWED = {
    Act.HOLD: _QUEUED,
    Act.RELEASE: {OutboxState.HELD},
    Act.SEND_NOW: _QUEUED | {OutboxState.HELD, OutboxState.ATTENTION, OutboxState.HANDED_OVER},
    Act.HAND_OVER: set(OutboxState) - _SETTLED - {OutboxState.SENDING},
    Act.WITHDRAW: set(OutboxState) - _SETTLED - {OutboxState.SENDING},
    Act.WITHDRAW_THERE: set(OutboxState) - {OutboxState.SENDING},
    Act.GONE_THERE: {OutboxState.WITHDRAWN},
}


def _after_act(item: OutboxItem, act: Act, now: datetime) -> OutboxItem:
    if act is Act.NETWORK_RETURNED:
        return _reached_again(item, now) if item.state is OutboxState.WAITING else item
    if act is Act.BUNDLE_REFUSED:  # whoever goes another way by now, or is there, is not stopped
        is_it_the_way = item.state is OutboxState.HANDED_OVER
        needs_somebody = replace(item, state=OutboxState.ATTENTION, reason=OutcomeKind.REFUSED)
        return needs_somebody if is_it_the_way else item
    if item.state not in _ALLOWED[act]:
        raise _refusal(item, act.value)
    if act is Act.HOLD:
        return replace(item, state=OutboxState.HELD)
    if act is Act.HAND_OVER:  # the file is out of our hands: it may arrive at any time
        return replace(item, state=OutboxState.HANDED_OVER, maybe_stored=True, next_try_at=None)
    if act is Act.WITHDRAW:
        return replace(item, state=OutboxState.WITHDRAWN, next_try_at=None)
    if act is Act.WITHDRAW_THERE:
        return replace(item, state=OutboxState.WITHDRAWN, maybe_stored=True, next_try_at=None)
    if act is Act.GONE_THERE:
        return replace(item, maybe_stored=False)
    if item.state is OutboxState.ATTENTION:
        item = replace(item, conflicts=0, first_conflict_at=None)
    queued = OutboxState.WAITING if item.attempts else OutboxState.READY
    return _hastened(replace(item, state=queued))


def _reached_again(item: OutboxItem, now: datetime) -> OutboxItem:
    """Make the item due, but not within a second of its last try: a network may come and go."""
    hastened = _hastened(item)
    if hastened == item or not timedelta(0) <= now - item.updated_at < SHORTEST_WAIT:
        return hastened
    soon = item.updated_at + SHORTEST_WAIT
    is_sooner = item.next_try_at is not None and soon < item.next_try_at
    return replace(item, next_try_at=soon) if is_sooner else item


def _hastened(item: OutboxItem) -> OutboxItem:
    """Make the item due, but right after a conflict: its repeats need their ten minutes."""
    is_conflict = item.conflicts > 0 and item.reason is OutcomeKind.CONFLICT
    return item if is_conflict else replace(item, next_try_at=None)


def _freed(item: OutboxItem, now: datetime, jitter: float) -> OutboxItem:
    """A sender died with the request open: the bytes may have arrived."""
    if item.state is not OutboxState.SENDING:
        raise _refusal(item, Act.LEASE_DIED.value)
    lost = Outcome(kind=OutcomeKind.INTERRUPTED, bytes_may_have_left=True)
    return _after_outcome(item, lost, now, jitter)


def _after_outcome(item: OutboxItem, outcome: Outcome, now: datetime, jitter: float) -> OutboxItem:
    seen = _after_late(item, outcome)
    if seen.state is not OutboxState.SENDING:
        return seen
    seen = replace(_unleased(seen), state=OutboxState.WAITING, reason=outcome.kind)
    match outcome.kind:
        case OutcomeKind.REFUSED | OutcomeKind.WITHDRAWN | OutcomeKind.DAMAGED:
            return replace(seen, state=OutboxState.ATTENTION)
        case OutcomeKind.CONFLICT:
            return _after_conflict(seen, outcome, now, jitter)
        case OutcomeKind.AUTH | OutcomeKind.CLOSED | OutcomeKind.TLS:
            return seen  # due at once: it is the destination that waits, with one probe for all
        case _:
            wait = max(back_off(item.attempts, jitter), retry_floor(outcome.retry_after_s))
            return replace(seen, next_try_at=now + wait)


def _after_late(item: OutboxItem, outcome: Outcome) -> OutboxItem:
    """Believe a receipt, and remember that bytes may have left; the rest is another's to say."""
    if item.state is OutboxState.CONFIRMED:
        return item
    if outcome.receipt is None:
        return replace(item, maybe_stored=item.maybe_stored or outcome.bytes_may_have_left)
    if outcome.receipt.receipt.id != item.submission_id:
        raise ValueError(item.id)
    if item.state is OutboxState.WITHDRAWN:
        return item
    return replace(_unleased(item), state=OutboxState.CONFIRMED, maybe_stored=False, reason=None)


def _unleased(item: OutboxItem) -> OutboxItem:
    return replace(item, next_try_at=None, lease_owner=None, lease_until=None)


def _after_conflict(item: OutboxItem, outcome: Outcome, now: datetime, jitter: float) -> OutboxItem:
    """Repeat the same bytes: some servers answer 409 to one of two concurrent twins, wrongly."""
    item = replace(
        item, conflicts=item.conflicts + 1, first_conflict_at=item.first_conflict_at or now
    )
    if item.conflicts > CONFLICT_REPEATS:
        return replace(item, state=OutboxState.ATTENTION)
    wait = max(
        CONFLICT_WAIT * (1 + 0.2 * min(max(jitter, 0.0), 1.0)), retry_floor(outcome.retry_after_s)
    )
    return replace(item, next_try_at=now + wait)
