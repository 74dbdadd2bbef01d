"""What stands before every request: is the endpoint too busy, and may whoever asks do this."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from ogp_desktop.endpoint.bundles import Opener
from ogp_desktop.endpoint.problems import ProblemError
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.endpoint.store import Store
from ogp_desktop.endpoint.tokens import Scope, check_token


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """The endpoint takes nothing for ``retry_after_s`` seconds: 429 (too many) or 503 (closed)."""

    status: Literal[429, 503]
    retry_after_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a body may come in: without a byte, and from its first to its last.

    Our own client gives a whole request 120 seconds, for lines that are that slow.
    """

    quiet_s: float = 20
    whole_s: float = 150


USUAL = Patience()


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """What the endpoint works with; ``busy`` is asked before each request is looked at.

    Without an ``opener`` bundles are kept as they come, to be opened where the key is.
    """

    store: Store
    signer: Signer
    now: Callable[[], datetime]
    busy: Callable[[Request], Busy | None] = lambda _request: None
    patience: Patience = USUAL
    opener: Opener | None = None


async def admit(endpoint: Endpoint, request: Request, *scopes: Scope) -> Scope:
    """Return which of the scopes the request's token has; raise a problem if it has none."""
    busy = endpoint.busy(request)
    if busy is not None:
        raise ProblemError(busy.status, "busy", {"Retry-After": str(busy.retry_after_s)})
    authorization = request.headers.get("authorization", "")
    return await run_in_threadpool(check_token, endpoint.store, authorization, *scopes)
