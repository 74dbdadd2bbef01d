"""How a destination fares: one trouble there pauses all items that go to it, with a single probe,
and one item's trouble pauses no other.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.outcome import (
    SHORTEST_WAIT,
    Outcome,
    OutcomeKind,
    back_off,
    has_come,
    retry_floor,
)


class DestinationState(StrEnum):
    """How a destination fares."""

    OK = "ok"
    OFFLINE = "offline"
    PORTAL = "portal"
    AUTH = "auth"
    CLOSED = "closed"
    TLS = "tls"
    RATE_LIMITED = "rate_limited"


@dataclass(frozen=True, slots=True, kw_only=True)
class DestinationHealth:
    """No item goes there before ``until``; after it, one item asks for all (a probe).

    ``failures`` counts the answers since it was last well.
    """

    destination_id: DestinationId
    state: DestinationState = DestinationState.OK
    until: datetime | None = None
    failures: int = 0
    updated_at: datetime


_GATEWAY_TROUBLE = {502, 503, 504}
_PROBE_WAIT = timedelta(hours=6)
_NEXT_HEALTH = {
    OutcomeKind.CONFIRMED: DestinationState.OK,
    OutcomeKind.CONFLICT: DestinationState.OK,
    OutcomeKind.REFUSED: DestinationState.OK,
    OutcomeKind.WITHDRAWN: DestinationState.OK,
    OutcomeKind.NOT_STORED: DestinationState.OK,
    OutcomeKind.UNREACHABLE: DestinationState.OFFLINE,
    OutcomeKind.TIMED_OUT: DestinationState.OFFLINE,
    OutcomeKind.NOT_A_RECEIPT: DestinationState.PORTAL,
    OutcomeKind.AUTH: DestinationState.AUTH,
    OutcomeKind.CLOSED: DestinationState.CLOSED,
    OutcomeKind.TLS: DestinationState.TLS,
    OutcomeKind.RATE_LIMITED: DestinationState.RATE_LIMITED,
}
_NEEDS_SOMEBODY = {DestinationState.AUTH, DestinationState.CLOSED, DestinationState.TLS}


def may_try(health: DestinationHealth, now: datetime) -> bool:
    """Tell whether an item, one at a time unless all is well, may go there now."""
    return has_come(health.until, now)


def probing(health: DestinationHealth, until: datetime) -> DestinationHealth:
    """Return the health while one item asks for all: no other program lets a second one go."""
    return health if health.state is DestinationState.OK else replace(health, until=until)


def next_health(
    health: DestinationHealth, outcome: Outcome, *, now: datetime, jitter: float
) -> DestinationHealth:
    """Return how the destination fares after one answer; ``jitter`` is uniform in 0..1.

    What tells nothing of the destination leaves the asking to the next item.
    """
    state = _state_told(outcome)
    if state is None:
        is_paused = health.until is not None and health.until > now
        return replace(health, until=now) if is_paused else health
    if state is DestinationState.OK:
        if (health.state, health.until, health.failures) == (state, None, 0):
            return health  # nothing new, hence nothing to be written
        return replace(health, state=state, until=None, failures=0, updated_at=now)
    failures = health.failures + 1
    wait = max(back_off(failures, jitter), retry_floor(outcome.retry_after_s))
    if state in _NEEDS_SOMEBODY:
        wait = _PROBE_WAIT
    return replace(health, state=state, until=now + wait, failures=failures, updated_at=now)


def _state_told(outcome: Outcome) -> DestinationState | None:
    """Return what the answer says of the destination; ``None`` when it says nothing of it."""
    if outcome.kind is OutcomeKind.SERVER_ERROR:
        if outcome.retry_after_s is not None:
            return DestinationState.RATE_LIMITED
        return DestinationState.OFFLINE if outcome.status in _GATEWAY_TROUBLE else None
    return _NEXT_HEALTH.get(outcome.kind)


def asked_again(health: DestinationHealth, now: datetime) -> DestinationHealth:
    """Return the health after Send now or a changed setting: probe at once.

    Only the server's own request to wait stands.
    """
    if health.until is None or health.state is DestinationState.RATE_LIMITED:
        return health
    return replace(health, until=None, updated_at=now)


def reached_again(health: DestinationHealth, now: datetime) -> DestinationHealth:
    """Return the health after the network's return: probe at once, but not more than once a second.

    A network that comes and goes all the time must not become a stream of requests.
    """
    is_fresh = timedelta(0) <= now - health.updated_at < SHORTEST_WAIT
    if not is_fresh or health.until is None:
        return asked_again(health, now)
    soon = health.updated_at + SHORTEST_WAIT
    is_sooner = soon < health.until and health.state is not DestinationState.RATE_LIMITED
    return replace(health, until=soon) if is_sooner else health
