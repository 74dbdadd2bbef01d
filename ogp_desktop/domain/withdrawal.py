"""Taking a submission back where it may be stored: the life of the request, and its proof.

A request is as durable as a delivery: it is on disk before it is on the wire, it is asked again
without limit until an answer ends it, and a repeat can take nothing away twice.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

from ogp_desktop.domain.destination import JSON, Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import LONGEST_LEASE, Claim
from ogp_desktop.domain.outcome import (
    SHORTEST_WAIT,
    Outcome,
    OutcomeKind,
    back_off,
    has_come,
    retry_floor,
)
from ogp_desktop.domain.withdrawn import SignedWithdrawn

_PURPOSE = b"ogp-desktop withdrawal\n"


def withdrawal_proof(data: bytes) -> str:
    """Return the proof, in hex, that whoever asks holds the frozen bytes of a submission.

    It is a digest of its own, not the one on the receipt: id and SHA-256 stand on receipts and in
    lists of evidence, which pass through other hands, and from them this cannot be computed.
    """
    return sha256(_PURPOSE + data).hexdigest()


def takes_withdrawals(destination: Destination | None) -> bool:
    """Tell whether this program can ask there; elsewhere people ask people, with the number."""
    return destination is not None and destination.protocol == JSON


class WithdrawalState(StrEnum):
    """How far a request to take a submission back is."""

    ASKED = "asked"
    SENDING = "sending"
    HELD = "held"
    """Nobody asks for now: somebody said so, or the address or its access code is another."""
    NOT_THERE = "not_there"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalAnswer:
    """What one request told; the ``proof`` comes with ``WITHDRAWN`` and with nothing else."""

    outcome: Outcome
    proof: SignedWithdrawn | None = None

    def __post_init__(self) -> None:
        if (self.proof is not None) is not (self.outcome.kind is OutcomeKind.WITHDRAWN):
            raise ValueError(self.outcome.kind)


class Withdrawer(Protocol):
    """A way to take back from one destination; ``cancel`` may come from another thread."""

    def withdraw(
        self, submission_id: SubmissionId, proof: str, *, deadline_s: float
    ) -> WithdrawalAnswer:
        """Ask once; never raises for what the network or the server does."""
        ...

    def cancel(self) -> None:
        """End the request that is under way at once, and begin no other."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Somebody asks, by the address and the access code of the moment (``domain.leave``)."""

    url: str
    code_generation: int


class Pause(StrEnum):
    """What lets nobody ask any more."""

    STOPPED = "stopped"
    LEAVE_ENDED = "leave_ended"


class Turn(StrEnum):
    """What the network or the clock does to a request."""

    NETWORK_RETURNED = "network_returned"
    LEASE_DIED = "lease_died"


WithdrawalEvent = Ask | Claim | Pause | Turn | WithdrawalAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The request for one item of the outbox.

    ``attempts`` counts requests before they are made; ``reason`` is the kind of the last answer.
    ``proof`` is what the other side said when it was done, ``proved_at`` when that reached us.
    """

    item_id: OutboxItemId
    state: WithdrawalState = WithdrawalState.ASKED
    attempts: int = 0
    next_try_at: datetime | None = None
    lease_owner: str | None = None
    lease_until: datetime | None = None
    reason: OutcomeKind | None = None
    leave_url: str
    leave_code: int
    asked_at: datetime
    updated_at: datetime
    proof: SignedWithdrawn | None = None
    proved_at: datetime | None = None

    @property
    def is_pending(self) -> bool:
        """Tell whether it goes on by itself."""
        return self.state in {WithdrawalState.ASKED, WithdrawalState.SENDING}


def asked(item_id: OutboxItemId, ask: Ask, now: datetime) -> Withdrawal:
    """Return a new request."""
    return Withdrawal(
        item_id=item_id,
        leave_url=ask.url,
        leave_code=ask.code_generation,
        asked_at=now,
        updated_at=now,
    )


def may_ask(one: Withdrawal, destination: Destination) -> bool:
    """Tell whether it was asked for at this address and with this access code."""
    given = (one.leave_url, one.leave_code)
    return given == (destination.url, destination.code_generation)


def is_withdrawal_due(one: Withdrawal, now: datetime) -> bool:
    """Tell whether it may be asked now, as far as the request is concerned."""
    return one.state is WithdrawalState.ASKED and has_come(one.next_try_at, now)


def is_asker_dead(one: Withdrawal, now: datetime) -> bool:
    """Tell whether whoever asks has certainly given up."""
    if one.state is not WithdrawalState.SENDING:
        return False
    until = one.lease_until
    return until is None or until <= now or until - now > LONGEST_LEASE


def is_asking(one: Withdrawal, claimed: Withdrawal) -> bool:
    """Tell whether the attempt that was ``claimed`` is still the one that it waits for."""
    return one.state is WithdrawalState.SENDING and (one.lease_owner, one.attempts) == (
        claimed.lease_owner,
        claimed.attempts,
    )


def next_withdrawal(
    one: Withdrawal, event: WithdrawalEvent, *, now: datetime, jitter: float
) -> Withdrawal:
    """Return the request after the event; ``jitter`` is uniform in 0..1.

    Raises ``Refusal("not_now", state=..., event=...)``. A proof is believed whenever it comes; any
    other answer that comes after the request moved on changes nothing.
    """
    match event:
        case Ask():
            after = _asked_again(one, event)
        case Claim():
            after = _claimed(one, event, now)
        case Pause():
            _allow(one, {WithdrawalState.ASKED}, event.value)
            after = replace(one, state=WithdrawalState.HELD, next_try_at=None)
        case Turn.NETWORK_RETURNED:
            after = _reached_again(one, now)
        case Turn():
            _allow(one, {WithdrawalState.SENDING}, event.value)
            after = _waiting(one, OutcomeKind.INTERRUPTED, 0.0, now, jitter)
        case WithdrawalAnswer():
            after = _answered(one, event, now, jitter)
    return one if after == one else replace(after, updated_at=now)


def _allow(one: Withdrawal, states: set[WithdrawalState], event: str) -> None:
    if one.state not in states:
        raise Refusal("not_now", state=one.state.value, event=event)


def _asked_again(one: Withdrawal, ask: Ask) -> Withdrawal:
    over = {WithdrawalState.SENDING, WithdrawalState.WITHDRAWN}
    _allow(one, set(WithdrawalState) - over, "withdraw_there")
    return replace(
        one,
        state=WithdrawalState.ASKED,
        next_try_at=None,
        leave_url=ask.url,
        leave_code=ask.code_generation,
    )


def _claimed(one: Withdrawal, claim: Claim, now: datetime) -> Withdrawal:
    if not is_withdrawal_due(one, now):
        raise Refusal("not_now", state=one.state.value, event="claim")
    return replace(
        one,
        state=WithdrawalState.SENDING,
        attempts=one.attempts + 1,
        next_try_at=None,
        lease_owner=claim.owner,
        lease_until=claim.lease_until(now),
    )


def _reached_again(one: Withdrawal, now: datetime) -> Withdrawal:
    """Make it due, but not within a second of its last try: a network may come and go."""
    if one.state is not WithdrawalState.ASKED or one.next_try_at is None:
        return one
    soon = max(now, one.updated_at + SHORTEST_WAIT)
    return replace(one, next_try_at=min(one.next_try_at, soon))


def _answered(
    one: Withdrawal, answer: WithdrawalAnswer, now: datetime, jitter: float
) -> Withdrawal:
    if answer.proof is not None:
        return _proved(one, answer.proof, now)
    if one.state is not WithdrawalState.SENDING:
        return one
    kind = answer.outcome.kind
    match kind:
        case OutcomeKind.NOT_STORED:
            return replace(_unleased(one), state=WithdrawalState.NOT_THERE, reason=kind)
        case OutcomeKind.REFUSED | OutcomeKind.DAMAGED:
            return replace(_unleased(one), state=WithdrawalState.REFUSED, reason=kind)
        case OutcomeKind.AUTH | OutcomeKind.CLOSED | OutcomeKind.TLS:
            # Due at once: it is the destination that waits, with one probe for all.
            return replace(_unleased(one), state=WithdrawalState.ASKED, reason=kind)
        case _:
            return _waiting(one, kind, answer.outcome.retry_after_s, now, jitter)


def _proved(one: Withdrawal, proof: SignedWithdrawn, now: datetime) -> Withdrawal:
    if one.state is WithdrawalState.WITHDRAWN:
        return one
    return replace(
        _unleased(one),
        state=WithdrawalState.WITHDRAWN,
        reason=None,
        proof=proof,
        proved_at=now,
    )


def _waiting(
    one: Withdrawal, kind: OutcomeKind, retry_after_s: float | None, now: datetime, jitter: float
) -> Withdrawal:
    wait = max(back_off(one.attempts, jitter), retry_floor(retry_after_s))
    return replace(_unleased(one), state=WithdrawalState.ASKED, reason=kind, next_try_at=now + wait)


def _unleased(one: Withdrawal) -> Withdrawal:
    return replace(one, next_try_at=None, lease_owner=None, lease_until=None)
