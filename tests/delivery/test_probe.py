"""A test of a connection tells what is wrong, sends nobody's words, and believes no page."""

import errno
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.endpoint.app import Busy
from ogp_desktop.endpoint.serve import RunningEndpoint, add_token, running_endpoint
from tests.support.delivering import SEALED
from tests.support.stub_server import End, Line, Stub, http, stub_server

TOKEN = "canary-token-5f2d"
PAGE = b"<html><title>Welcome to the hotel</title></html>"


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[RunningEndpoint]:
    with running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as running:
        yield running


def _now() -> datetime:
    return datetime.now(UTC)


def probed(
    url: str, *, token: str | None = TOKEN, key: str | None = None, deadline_s: float = 10
) -> Probed:
    """Ask once, and let go."""
    gateway = JsonPut(url, token=token, receipt_key=key)
    try:
        return gateway.probe(now=_now, deadline_s=deadline_s)
    finally:
        gateway.close()


def test_endpoint_is_found_and_nothing_is_stored(endpoint: RunningEndpoint) -> None:
    found = probed(endpoint.url, token=endpoint.token, key=endpoint.receipt_key)
    assert found.finding is Finding.OK
    assert not found.is_clock_wrong
    assert endpoint.store.listed() == ()


def test_other_receipt_key_is_told_before_a_receipt_is_not_believed(
    endpoint: RunningEndpoint,
) -> None:
    found = probed(endpoint.url, token=endpoint.token, key="A" * 43 + "=")
    assert found.finding is Finding.RECEIPT_KEY


def test_code_that_may_not_hand_over_is_refused(endpoint: RunningEndpoint, tmp_path: Path) -> None:
    reading = add_token(f"sqlite:///{tmp_path}/endpoint.db", "read")
    for token in (None, "wrong", reading):
        assert probed(endpoint.url, token=token).finding is Finding.ACCESS_CODE


@pytest.mark.parametrize(
    "busy", [Busy(status=429, retry_after_s=9), Busy(status=503, retry_after_s=9)]
)
def test_busy_endpoint_says_so(tmp_path: Path, busy: Busy) -> None:
    with running_endpoint(f"sqlite:///{tmp_path}/e.db", busy=lambda _: busy) as endpoint:
        assert probed(endpoint.url, token=endpoint.token).finding is Finding.BUSY


def test_request_carries_nobodys_words(endpoint: RunningEndpoint) -> None:
    with stub_server(http(200, PAGE, "text/html")) as stub:
        probed(stub.url)
    (request,) = stub.requests
    head, _, body = request.partition(b"\r\n\r\n")
    assert head.startswith(b"GET /feedback HTTP/1.1")
    assert body == b""
    assert SEALED.submission.id.encode() not in request


SERVICE = canonical_json({"service": {"v": 1, "endpoint": "e", "receipt_key": "k"}})


@pytest.mark.parametrize(
    ("answer", "finding"),
    [
        (http(200, SERVICE), Finding.OK),
        (http(200, SERVICE[:-1]), Finding.ADDRESS),
        (http(200, canonical_json({"service": {"v": 2}})), Finding.ADDRESS),
        (http(200, b'{"status":"ok"}'), Finding.ADDRESS),
        (http(200, b"[" * 60_000), Finding.ADDRESS),
        (http(200, SERVICE, "text/html"), Finding.LOGIN_PAGE),
        (http(200, PAGE, "text/html"), Finding.LOGIN_PAGE),
        (http(302, Location="http://127.0.0.1:1/login"), Finding.LOGIN_PAGE),
        (http(511, PAGE, "text/html"), Finding.LOGIN_PAGE),
        (http(401), Finding.ACCESS_CODE),
        (http(402), Finding.CLOSED),
        (http(403), Finding.ACCESS_CODE),
        (http(404), Finding.ADDRESS),
        (http(405), Finding.UNTOLD),
        (http(410), Finding.CLOSED),
        (http(418), Finding.UNTOLD),
        (http(429), Finding.BUSY),
        (http(500), Finding.FAULT),
        (http(503), Finding.BUSY),
        (b"220 mail.example.org ESMTP\r\n", Finding.NO_ANSWER),
        (Line(end=End.RESET), Finding.NO_ANSWER),
    ],
)
def test_each_answer_is_told_apart(answer: bytes | Line, finding: Finding) -> None:
    with stub_server(answer) as stub:
        assert probed(stub.url).finding is finding
        assert len(stub.requests) == 1  # no redirect was followed


def test_silence_ends_at_the_deadline() -> None:
    with stub_server(Line(end=End.STALL)) as stub:
        assert probed(stub.url, deadline_s=0.3).finding is Finding.NO_ANSWER


def test_clock_of_a_login_page_is_not_compared_with_ours() -> None:
    answer = http(511, PAGE, "text/html", Date="Mon, 01 Aug 2016 00:00:00 GMT")
    with stub_server(answer) as stub:
        found = probed(stub.url)
    assert (found.finding, found.clock_off) == (Finding.LOGIN_PAGE, None)


def test_nobody_listens() -> None:
    with stub_server(b"") as stub:
        url = stub.url
    assert probed(url).finding is Finding.NO_ANSWER


@pytest.mark.parametrize(
    ("error", "finding"),
    [
        (socket.gaierror(socket.EAI_AGAIN, "later"), Finding.NO_NETWORK),
        (socket.gaierror(socket.EAI_NONAME, "never"), Finding.NO_SUCH_NAME),
        (OSError(errno.ENETUNREACH, "no way"), Finding.NO_NETWORK),
        (OSError(errno.EHOSTUNREACH, "not that one"), Finding.NO_ANSWER),
    ],
)
def test_missing_network_is_told_from_a_missing_name(
    monkeypatch: pytest.MonkeyPatch, error: OSError, finding: Finding
) -> None:
    def look_up(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert probed("https://ogp.example.org").finding is finding


def _dated(stub: Stub, by: timedelta) -> Probed:
    gateway = JsonPut(stub.url)
    try:
        return gateway.probe(now=lambda: _now() + by, deadline_s=10)
    finally:
        gateway.close()


def test_clock_that_differs_is_told_beside_the_finding() -> None:
    date = _now().strftime("%a, %d %b %Y %H:%M:%S GMT")
    with stub_server(http(200, SERVICE, Date=date)) as stub:
        right, wrong = _dated(stub, timedelta()), _dated(stub, timedelta(days=-400))
    assert (right.finding, right.is_clock_wrong) == (Finding.OK, False)
    assert (wrong.finding, wrong.is_clock_wrong) == (Finding.OK, True)
