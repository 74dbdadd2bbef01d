"""How much one address and one token may ask: 429 with ``Retry-After`` beyond that.

Counted in memory by each worker for itself, because a count in the database would cost a write for
each request: with several workers up to so many times the limit passes, and a restart forgets. It
holds back a program gone wild; it is no protection against a crowd, which is the work of whatever
stands in front. Behind a proxy on this computer the address is the one that it forwards.
"""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address, ip_network

from starlette.requests import Request

from ogp_desktop.endpoint.guard import Busy

ADDRESS_PER_MINUTE, TOKEN_PER_MINUTE = 300, 3000
_REMEMBERED = 20_000
"""So many addresses and tokens at most; whoever was not heard of the longest is forgotten."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class RateLimits:
    """Gives each address and each token one minute's requests at once, then as time brings them.

    Asked before a request is looked at, so that guessing tokens is slow too. Nought is no limit.
    """

    def __init__(
        self,
        *,
        address_per_minute: int = ADDRESS_PER_MINUTE,
        token_per_minute: int = TOKEN_PER_MINUTE,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rates = {"address": address_per_minute, "token": token_per_minute}
        self._seconds = seconds
        self._guard = threading.Lock()
        self._buckets: OrderedDict[tuple[str, str], _Bucket] = OrderedDict()

    def __call__(self, request: Request) -> Busy | None:
        """Count the request; return how long to wait where it is one too many."""
        authorization = request.headers.get("authorization", "")
        asked = {
            "address": _network(request.client.host if request.client else ""),
            "token": sha256(authorization.encode()).hexdigest() if authorization else "",
        }
        with self._guard:
            for kind, name in asked.items():
                wait = self._wait((kind, name)) if name and self._rates[kind] else 0.0
                if wait > 0:
                    return Busy(status=429, retry_after_s=math.ceil(wait))
        return None

    def _wait(self, key: tuple[str, str]) -> float:
        """Take one from the bucket; return the seconds until there is one when it is empty."""
        full, now = float(self._rates[key[0]]), self._seconds()
        bucket = self._buckets.pop(key, None) or _Bucket(left=full, at=now)
        bucket.left = min(full, bucket.left + (now - bucket.at) * full / 60)
        bucket.at = now
        self._buckets[key] = bucket
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        if bucket.left < 1:
            return (1 - bucket.left) * 60 / full
        bucket.left -= 1
        return 0.0


def _network(host: str) -> str:
    """Return whom an address stands for: itself, or with IPv6 the /64 that one household has."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host[:64]
    prefix = 64 if address.version == 6 else 32
    return str(ip_network((address, prefix), strict=False))
