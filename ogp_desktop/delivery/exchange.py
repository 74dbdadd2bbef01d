"""One HTTP request that can be ended at any moment, from whatever thread, without a wait.

Requests run in a thread of their own: looking up a name cannot be broken off, so a request that is
ended before a connection stands is left behind with its thread, and sends nothing when it gets one.
"""

import logging
import ssl
import threading
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from queue import SimpleQueue
from socket import SHUT_RDWR, socket
from typing import Any, cast

import httpx2

from ogp_desktop.delivery.answers import Answer
from ogp_desktop.delivery.tls import distrust, read_trust_anew, trust_for
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import LONGEST_ANSWER

# It would write every address to the log, and an address may hold a key.
logging.getLogger("httpx2").setLevel(logging.WARNING)

_LEAVE_S = 2.0
"""A connection that was shut is noticed in milliseconds; nobody waits longer for it."""

_CONNECTING = "connect_tcp.started"
_CONNECTED = ("connect_tcp.complete", "start_tls.complete")
_BODY = "send_request_body.started"
_SENT = "send_request_body.complete"
_SENDING = ("send_request_headers.started", _BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to ask: the address is whole, and the body is sent as it is.

    An address may hold a key, so it is in no representation. ``auth`` answers challenges. Of the
    answer no more than one byte above ``longest`` is read. ``on_sent`` is told in the
    thread of the request, each time that all of it is out.
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(default=b"", repr=False)
    auth: httpx2.Auth | None = field(default=None, repr=False)
    longest: int = LONGEST_ANSWER
    on_sent: Callable[[], object] = field(default=lambda: None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """No whole answer came; ``ended_as`` when we ended it ourselves, else the error tells why."""

    body_may_have_left: bool
    ended_as: OutcomeKind | None = None
    error: Exception | None = field(default=None, repr=False)


@dataclass(slots=True, eq=False)
class _Attempt:
    """What is known of the request under way, from whichever thread looks."""

    body_started: bool = False
    ended_as: OutcomeKind | None = None
    answer: Answer | None = None
    error: Exception | None = None
    is_settled: threading.Event = field(default_factory=threading.Event)

    @property
    def is_left_behind(self) -> bool:
        """Tell whether its thread still hangs somewhere, in the look-up of a name, say."""
        return self.answer is None and self.error is None


class _EndedError(Exception):
    """We ended the request before it was under way."""


class _Lane:
    """A thread that makes one request after the other; it ends with its exchange."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        threading.Thread(target=_work, args=(self._jobs,), name="exchange", daemon=True).start()

    def run(self, job: Callable[[], None]) -> None:
        self._jobs.put(job)

    def end(self) -> None:
        """End after what is under way."""
        self._jobs.put(None)


def _work(jobs: "SimpleQueue[Callable[[], None] | None]") -> None:
    while (job := jobs.get()) is not None:
        job()
        del job  # it holds the exchange


class Exchange:
    """One kept connection, one request at a time; no redirects and no cookies."""

    def __init__(
        self,
        base_url: str,
        *,
        timeout: httpx2.Timeout,
        tls: ssl.SSLContext | None,
        asks_proxies: bool,
    ) -> None:
        self._guard = threading.Lock()
        self._socket: socket | None = None
        self._attempt: _Attempt | None = None
        self._is_cancelled = False
        self._lane = self._fresh_lane()
        self._client = httpx2.Client(
            verify=tls or trust_for(base_url, asks_environment=asks_proxies),
            trust_env=asks_proxies,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=timeout,
            limits=httpx2.Limits(max_connections=1, keepalive_expiry=30),
        )

    def ask(self, asked: Asked, *, deadline_s: float) -> Answer | Lost:
        """Return the answer, or why there is none, after ``deadline_s`` seconds at most."""
        attempt = _Attempt()
        with self._guard:
            if self._is_cancelled:
                return Lost(body_may_have_left=False, ended_as=OutcomeKind.INTERRUPTED)
            self._attempt = attempt
        self._lane.run(partial(self._run, asked, attempt))
        if not attempt.is_settled.wait(deadline_s):
            self._end(attempt, OutcomeKind.TIMED_OUT)
        # Settled already, but for a connection that was shut a moment ago.
        attempt.is_settled.wait(_LEAVE_S)
        with self._guard:
            self._attempt = None
            told = _told(attempt)
            if attempt.is_left_behind:
                self._lane.end()
                self._lane = self._fresh_lane()
        return told

    def _fresh_lane(self) -> _Lane:
        lane = _Lane()
        weakref.finalize(self, lane.end)
        return lane

    def cancel(self) -> None:
        """End the request that is under way, and begin no other."""
        with self._guard:
            self._is_cancelled = True
            attempt = self._attempt
        if attempt is not None:
            self._end(attempt, OutcomeKind.INTERRUPTED)

    def close(self) -> None:
        """Let go of the connection and of the thread."""
        self._client.close()
        self._lane.end()

    def _end(self, attempt: _Attempt, reason: OutcomeKind) -> None:
        with self._guard:
            attempt.ended_as = attempt.ended_as or reason
            if self._socket is None:
                attempt.is_settled.set()
                return
            # Not SSLSocket.shutdown: that one takes the TLS state away from under the reader.
            with suppress(OSError):
                socket.shutdown(self._socket, SHUT_RDWR)

    def _run(self, asked: Asked, attempt: _Attempt) -> None:
        answer: Answer | None = None
        error: Exception | None = None
        try:
            answer = self._answer(asked, attempt)
        except Exception as caught:  # noqa: BLE001  whoever asked sorts them
            error = caught
            if distrust(error) is not None:
                read_trust_anew()
        with self._guard:
            attempt.answer, attempt.error = answer, error
            attempt.is_settled.set()

    def _answer(self, asked: Asked, attempt: _Attempt) -> Answer:
        def watch(event: str, info: Mapping[str, Any]) -> None:
            if event.endswith(_SENT):
                asked.on_sent()
            with self._guard:
                self._watch(event, info, attempt)

        with self._client.stream(
            asked.method,
            asked.url,
            content=asked.body or None,
            headers=dict(asked.headers),
            auth=asked.auth,
            extensions={"trace": watch},
        ) as response:
            return Answer(
                status=response.status_code,
                headers={name.lower(): value for name, value in response.headers.items()},
                body=_body(response, asked.longest),
            )

    def _watch(self, event: str, info: Mapping[str, Any], attempt: _Attempt) -> None:
        if event.endswith(_CONNECTING):
            self._socket = None
        elif event.endswith(_CONNECTED):
            self._socket = cast("socket", info["return_value"].get_extra_info("socket"))
        elif not event.endswith(_SENDING):
            return
        if attempt.ended_as is not None:
            if event.endswith(_CONNECTED) and self._socket is not None:
                self._socket.close()
            raise _EndedError
        if event.endswith(_BODY) and info["request"].method != b"CONNECT":  # a proxy's own
            attempt.body_started = True


def _told(attempt: _Attempt) -> Answer | Lost:
    if attempt.answer is not None:
        return attempt.answer
    is_expected = attempt.error is None or isinstance(
        attempt.error, httpx2.TransportError | _EndedError
    )
    if attempt.error is not None and not is_expected and attempt.ended_as is None:
        raise attempt.error
    return Lost(
        body_may_have_left=attempt.body_started, ended_as=attempt.ended_as, error=attempt.error
    )


def _body(response: httpx2.Response, longest: int) -> bytes:
    """Read at most one byte more than the longest answer that is looked at."""
    body = bytearray()
    for part in response.iter_raw():
        body += part
        if len(body) > longest:
            break
    return bytes(body[: longest + 1])
