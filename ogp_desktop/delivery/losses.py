"""What it tells when a request brought no whole answer."""

import httpx2

from ogp_desktop.delivery.exchange import Lost
from ogp_desktop.delivery.tls import distrust
from ogp_desktop.domain.outcome import Outcome, OutcomeKind


def lost_outcome(lost: Lost) -> Outcome:
    """Return the outcome of a request that brought no whole answer."""
    kind, detail, error = OutcomeKind.UNREACHABLE, "", lost.error
    if lost.ended_as is not None:
        kind = lost.ended_as
    elif isinstance(error, httpx2.ReadTimeout | httpx2.WriteTimeout):
        kind = OutcomeKind.TIMED_OUT
    elif isinstance(error, httpx2.ProxyError) and str(error).startswith("407"):
        kind = OutcomeKind.AUTH
    elif (why := distrust(error)) is not None:
        kind, detail = OutcomeKind.TLS, why
    return Outcome(kind=kind, bytes_may_have_left=lost.body_may_have_left, detail=detail)
