"""Delivery by ``PUT {base}/feedback/{uuid}``: a repeat of the same bytes can store nothing twice.

One request at a time over one kept connection; never a redirect, a cookie, or plain HTTP off this
computer. The token is in no message, log line or representation. Where a server's last answer
offered gzip (RFC 7694) the frozen bytes travel packed: ``Content-Digest`` is then over the packed
bytes, as RFC 9530 has it, and the receipt's SHA-256 over the frozen ones, as ever.
"""

import gzip
import re
import ssl
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from ipaddress import ip_address
from time import monotonic
from urllib.parse import urlsplit

import httpx2

from ogp_desktop.delivery.answers import Answer, discreet, is_gzip_in, outcome_of
from ogp_desktop.delivery.exchange import Asked, Exchange, Lost
from ogp_desktop.delivery.losses import lost_outcome
from ogp_desktop.delivery.probe import probed
from ogp_desktop.domain.connection import Probed
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.instance import FormName
from ogp_desktop.domain.outcome import Outcome
from ogp_desktop.domain.receipt import Verify

CONNECT_S, READ_S, WRITE_S = 5.0, 20.0, 20.0

_TOKEN = re.compile("[!-~]+")
"""Visible ASCII: what a header can carry, so that no library ever has to complain about it."""


def checked_base(url: str) -> str:
    """Return the address without a closing slash.

    Raises ``Refusal("bad_url", field="url")`` unless it is https, or http on this computer, with no
    password, query or fragment in it.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")
        httpx2.URL(url)
    except (ValueError, httpx2.InvalidURL) as error:
        raise Refusal("bad_url", field="url") from error
    is_plain = url.isprintable() and not set(url) & set(" \\?#") and "@" not in parts.netloc
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))
    if not (is_plain and is_safe and host):
        raise Refusal("bad_url", field="url")
    return url.rstrip("/")


def checked_token(token: str | None) -> None:
    """Raise ``Refusal("bad_token", field="token")`` unless a header can carry the access code."""
    if token is not None and not _TOKEN.fullmatch(token):
        raise Refusal("bad_token", field="token")


def is_loopback(host: str) -> bool:
    """Tell whether the host is this computer, without asking a name server."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def exchange_with(base_url: str, tls: ssl.SSLContext | None) -> Exchange:
    """Return what asks one destination; a computer that is this one is asked without a proxy."""
    return Exchange(
        base_url,
        timeout=httpx2.Timeout(connect=CONNECT_S, read=READ_S, write=WRITE_S, pool=CONNECT_S),
        tls=tls,
        asks_proxies=not is_loopback(urlsplit(base_url).hostname or ""),
    )


@dataclass(slots=True, eq=False)
class JsonPut:
    """The gateway for one destination that takes JSON.

    ``token`` goes out as a bearer; ``verify`` checks receipts with the destination's pinned key,
    ``receipt_key``; ``tls`` replaces the system's trust store.
    """

    base_url: str
    token: str | None = field(default=None, repr=False)
    verify: Verify | None = None
    receipt_key: str | None = None
    tls: ssl.SSLContext | None = field(default=None, repr=False)
    _exchange: Exchange = field(init=False, repr=False)
    _is_gzip_offered: bool = field(init=False, repr=False, default=False)

    def __post_init__(self) -> None:
        self.base_url = checked_base(self.base_url)
        checked_token(self.token)
        self._exchange = exchange_with(self.base_url, self.tls)

    def deliver(
        self,
        parcel: Parcel,
        *,
        deadline_s: float,
        on_sent: Callable[[], object] = lambda: None,
    ) -> Outcome:
        """Send the parcel once; whatever the network or the server does becomes an outcome."""
        begun = monotonic()
        packed = gzip.compress(parcel.data, mtime=0) if self._is_gzip_offered else parcel.data
        body = min(parcel.data, packed, key=len)
        answer = self._put(parcel, body, deadline_s, on_sent)
        if isinstance(answer, Answer) and answer.status == 415 and body is not parcel.data:
            # It took back its offer, so nothing is stored yet.
            self._is_gzip_offered = False
            left_s = deadline_s - (monotonic() - begun)
            answer = self._put(parcel, parcel.data, max(left_s, 0.0))
            if isinstance(answer, Lost):
                answer = replace(answer, body_may_have_left=True)
        if isinstance(answer, Lost):
            return lost_outcome(answer)
        return discreet(outcome_of(answer, parcel, self.verify), self.token)

    def _put(
        self,
        parcel: Parcel,
        body: bytes,
        deadline_s: float,
        on_sent: Callable[[], object] = lambda: None,
    ) -> Answer | Lost:
        asked = Asked(
            method="PUT",
            url=f"{self.base_url}/feedback/{parcel.submission_id}",
            headers=self._headers(parcel, body),
            body=body,
            on_sent=on_sent,
        )
        return self._heard(self._exchange.ask(asked, deadline_s=deadline_s))

    def _heard(self, told: Answer | Lost) -> Answer | Lost:
        """Remember whether this answer offers gzip for the next request."""
        if isinstance(told, Answer):
            offer = told.headers.get("accept-encoding")
            self._is_gzip_offered = offer is not None and is_gzip_in(offer)
        return told

    def probe(
        self,
        *,
        now: Callable[[], datetime],
        deadline_s: float,
        form: FormName | None = None,  # noqa: ARG002  an endpoint has none
    ) -> Probed:
        """Ask what is there, with the access code and with nobody's words."""
        headers = {"Accept": "application/json", **self._common()}
        asked = Asked(method="GET", url=f"{self.base_url}/feedback", headers=headers)
        told = self._heard(self._exchange.ask(asked, deadline_s=deadline_s))
        return probed(told, self.receipt_key, now())

    def cancel(self) -> None:
        """End the request that is under way by shutting its connection, and begin no other."""
        self._exchange.cancel()

    def close(self) -> None:
        """Let go of the connection."""
        self._exchange.close()

    def _headers(self, parcel: Parcel, body: bytes) -> dict[str, str]:
        digest = b64encode(sha256(body).digest()).decode()
        headers = {
            "Content-Type": parcel.media_type,
            "Content-Digest": f"sha-256=:{digest}:",
            "Idempotency-Key": f'"{parcel.submission_id}"',
            "X-Attempt": str(parcel.attempt),
            "Accept": "application/json, application/problem+json",
        }
        if body is not parcel.data:
            headers["Content-Encoding"] = "gzip"
        return headers | self._common()

    def _common(self) -> dict[str, str]:
        headers = {"Accept-Encoding": "identity", "User-Agent": "ogp-desktop"}
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        return headers
