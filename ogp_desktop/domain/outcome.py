"""What one attempt to deliver told, whatever the protocol, and how long to wait after it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from ogp_desktop.domain.receipt import SignedReceipt

BACK_OFF_BASE = timedelta(seconds=30)
BACK_OFF_CAP = timedelta(hours=6)
RETRY_AFTER_CAP = timedelta(hours=24)
SHORTEST_WAIT = timedelta(seconds=1)
DETAIL_LIMIT = 300


class OutcomeKind(StrEnum):
    """What one attempt told."""

    CONFIRMED = "confirmed"
    NOT_A_RECEIPT = "not_a_receipt"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    INTERRUPTED = "interrupted"
    REFUSED = "refused"
    CONFLICT = "conflict"
    AUTH = "auth"
    CLOSED = "closed"
    TLS = "tls"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    WITHDRAWN = "withdrawn"
    """What stood there under this number was taken back, and is not kept there."""
    NOT_STORED = "not_stored"
    """Nothing stands there under the number that was to be withdrawn."""
    DAMAGED = "damaged"
    """The stored bytes are no longer those that were sealed, so nothing was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One attempt's end.

    ``bytes_may_have_left`` is true unless it is certain that no byte of the body left. ``detail``
    is the server's own title, untrusted, at most 300 characters. ``receipt`` comes with
    ``CONFIRMED`` and with nothing else.
    """

    kind: OutcomeKind
    bytes_may_have_left: bool
    status: int | None = None
    retry_after_s: float | None = None
    receipt: SignedReceipt | None = None
    detail: str = ""

    def __post_init__(self) -> None:
        if (self.receipt is not None) is not (self.kind is OutcomeKind.CONFIRMED):
            raise ValueError(self.kind)


def back_off(tries: int, jitter: float) -> timedelta:
    """Return the wait after ``tries`` fruitless tries: full jitter (0..1), base 30 s, cap 6 h.

    Source: AWS Architecture Blog, "Exponential Backoff and Jitter" (2015).
    """
    ceiling = min(BACK_OFF_CAP, BACK_OFF_BASE * 2.0 ** min(max(tries - 1, 0), 16))
    return max(SHORTEST_WAIT, ceiling * min(max(jitter, 0.0), 1.0))


def retry_floor(retry_after_s: float | None) -> timedelta:
    """Return what the server asked us to wait (RFC 9110, 10.2.3), between 0 and 24 h."""
    if retry_after_s is None or not retry_after_s > 0:  # also not-a-number
        return timedelta(0)
    return timedelta(seconds=min(retry_after_s, RETRY_AFTER_CAP.total_seconds()))


def has_come(time: datetime | None, now: datetime) -> bool:
    """Tell whether a stored time has come, or lies so far ahead that a wrong clock made it."""
    return time is None or time <= now or time - now > RETRY_AFTER_CAP
