"""Delivery by ``PUT {base}/feedback/{uuid}``: a repeat of the same bytes can store nothing twice.

One request at a time over one kept connection; never a redirect, a cookie, or plain HTTP off this
computer. The token is in no message, log line or representation.
"""

import re
import ssl
import threading
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ipaddress import ip_address
from socket import SHUT_RDWR, socket
from typing import Any, cast
from urllib.parse import urlsplit

import httpx2

from ogp_desktop.delivery.answers import Answer, outcome_of
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import LONGEST_ANSWER, Verify

CONNECT_S, READ_S, WRITE_S = 5.0, 20.0, 20.0

_TOKEN = re.compile("[!-~]+")
"""Visible ASCII: what a header can carry, so that no library ever has to complain about it."""

_CONNECTED = ("connect_tcp.complete", "start_tls.complete")
_BODY = "send_request_body.started"
_SENDING = ("send_request_headers.started", _BODY)


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


def is_loopback(host: str) -> bool:
    """Tell whether the host is this computer, without asking a name server."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(slots=True)
class _Attempt:
    """What is known of the request under way, from whichever thread looks."""

    body_started: bool = False
    ended_as: OutcomeKind | None = None
    """Why we ended it ourselves: cancelled, or out of time."""


class _EndedError(Exception):
    """We ended the request before a connection stood."""


@dataclass(slots=True, eq=False)
class JsonPut:
    """The gateway for one destination that takes JSON.

    ``token`` goes out as a bearer; ``verify`` checks receipts with the destination's pinned key;
    ``tls`` replaces the system's trust store.
    """

    base_url: str
    token: str | None = field(default=None, repr=False)
    verify: Verify | None = None
    tls: ssl.SSLContext | None = field(default=None, repr=False)
    _client: httpx2.Client = field(init=False, repr=False)
    _socket: socket | None = field(default=None, init=False, repr=False)
    _attempt: _Attempt | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self.base_url = checked_base(self.base_url)
        if self.token is not None and not _TOKEN.fullmatch(self.token):
            raise Refusal("bad_token", field="token")
        host = urlsplit(self.base_url).hostname or ""
        self._client = httpx2.Client(
            verify=self.tls or True,
            trust_env=not is_loopback(host),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx2.Timeout(connect=CONNECT_S, read=READ_S, write=WRITE_S, pool=CONNECT_S),
            limits=httpx2.Limits(max_connections=1, keepalive_expiry=30),
        )

    def deliver(self, parcel: Parcel, *, deadline_s: float) -> Outcome:
        """Send the parcel once; whatever the network or the server does becomes an outcome."""
        attempt = _Attempt()
        self._attempt = attempt
        clock = threading.Timer(deadline_s, self._end, (attempt, OutcomeKind.TIMED_OUT))
        clock.daemon = True
        clock.start()
        try:
            answer = self._put(parcel, attempt)
        except (httpx2.TransportError, _EndedError) as error:
            return _lost(error, attempt)
        finally:
            clock.cancel()
            self._attempt = None
        return outcome_of(answer, parcel, self.verify)

    def cancel(self) -> None:
        """End the request that is under way, if any, by shutting its connection."""
        attempt = self._attempt
        if attempt is not None:
            self._end(attempt, OutcomeKind.INTERRUPTED)

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def _end(self, attempt: _Attempt, reason: OutcomeKind) -> None:
        attempt.ended_as = attempt.ended_as or reason
        if self._socket is not None:
            # Not SSLSocket.shutdown: that one takes the TLS state away from under the reader.
            with suppress(OSError):
                socket.shutdown(self._socket, SHUT_RDWR)

    def _put(self, parcel: Parcel, attempt: _Attempt) -> Answer:
        def watch(event: str, info: Mapping[str, Any]) -> None:
            if event.endswith(_CONNECTED):
                self._socket = cast("socket", info["return_value"].get_extra_info("socket"))
            elif not event.endswith(_SENDING):
                return
            if attempt.ended_as is not None:
                if event.endswith(_CONNECTED) and self._socket is not None:
                    self._socket.close()
                raise _EndedError
            if (
                event.endswith(_BODY) and info["request"].method == b"PUT"
            ):  # a proxy's CONNECT is not
                attempt.body_started = True

        with self._client.stream(
            "PUT",
            f"{self.base_url}/feedback/{parcel.submission_id}",
            content=parcel.data,
            headers=self._headers(parcel),
            extensions={"trace": watch},
        ) as response:
            return Answer(
                status=response.status_code,
                headers={name.lower(): value for name, value in response.headers.items()},
                body=_body(response),
            )

    def _headers(self, parcel: Parcel) -> dict[str, str]:
        digest = b64encode(bytes.fromhex(parcel.sha256)).decode()
        headers = {
            "Content-Type": parcel.media_type,
            "Content-Digest": f"sha-256=:{digest}:",
            "Idempotency-Key": f'"{parcel.submission_id}"',
            "X-Attempt": str(parcel.attempt),
            "Accept": "application/json, application/problem+json",
            "Accept-Encoding": "identity",
            "User-Agent": "ogp-desktop",
        }
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        return headers


def _body(response: httpx2.Response) -> bytes:
    """Read at most one byte more than the longest answer that can be a receipt."""
    body = bytearray()
    for part in response.iter_raw():
        body += part
        if len(body) > LONGEST_ANSWER:
            break
    return bytes(body[: LONGEST_ANSWER + 1])


def _lost(error: Exception, attempt: _Attempt) -> Outcome:
    """Return the outcome of a request that brought no whole answer."""
    kind, detail = OutcomeKind.UNREACHABLE, ""
    if attempt.ended_as is not None:
        kind = attempt.ended_as
    elif isinstance(error, httpx2.ReadTimeout | httpx2.WriteTimeout):
        kind = OutcomeKind.TIMED_OUT
    elif isinstance(error, httpx2.ProxyError) and str(error).startswith("407"):
        kind = OutcomeKind.AUTH
    elif (distrust := _distrust(error)) is not None:
        kind, detail = OutcomeKind.TLS, distrust
    return Outcome(kind=kind, bytes_may_have_left=attempt.body_started, detail=detail)


def _distrust(error: BaseException | None) -> str | None:
    """Return why TLS said no, ``None`` when it did not (a connection that merely broke, say)."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message
        if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return None
        if isinstance(error, ssl.SSLError):
            return error.reason or "TLS"
        error = error.__cause__ or error.__context__
    return None
