"""Too many, too slow, too large: each is told so, and leaves nothing half."""

import gzip
import socket
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request

from ogp_desktop.domain.sealing import LARGEST_SUBMISSION
from ogp_desktop.endpoint.guard import Patience
from ogp_desktop.endpoint.limits import RateLimits
from ogp_desktop.endpoint.patience import LONGEST_HEAD, PatientProtocol
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from tests.support.asking import digest, problem, put
from tests.support.delivering import SEALED

pytestmark = pytest.mark.slow

PATIENCE_S = 30


class Seconds:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def _request(address: str = "192.0.2.1", token: str = "Bearer one") -> Request:
    headers = [(b"authorization", token.encode())] if token else []
    return Request({"type": "http", "client": (address, 5), "headers": headers})


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def limits(seconds: Seconds) -> RateLimits:
    return RateLimits(address_per_minute=6, token_per_minute=12, seconds=seconds)


def _taken(limits: RateLimits, asks: Iterator[Request]) -> int:
    return sum(limits(request) is None for request in asks)


def test_address_may_ask_a_minutes_worth_at_once_and_then_as_time_brings_it(
    limits: RateLimits, seconds: Seconds
) -> None:
    assert _taken(limits, (_request() for _ in range(10))) == 6
    busy = limits(_request())
    assert busy is not None
    assert (busy.status, busy.retry_after_s) == (429, 10)
    seconds.now += 20
    assert _taken(limits, (_request() for _ in range(10))) == 2


def test_one_address_does_not_use_up_the_requests_of_another(limits: RateLimits) -> None:
    assert _taken(limits, (_request("192.0.2.1") for _ in range(10))) == 6
    assert limits(_request("192.0.2.2")) is None


def test_token_is_limited_over_all_addresses(limits: RateLimits) -> None:
    assert _taken(limits, (_request(f"192.0.2.{n}") for n in range(30))) == 12
    assert limits(_request("192.0.2.99", "Bearer two")) is None


def test_guessing_tokens_is_limited_by_the_address(limits: RateLimits) -> None:
    assert _taken(limits, (_request(token=f"Bearer {n}") for n in range(30))) == 6


def test_addresses_of_one_household_count_as_one(limits: RateLimits) -> None:
    asks = (_request(f"2001:db8:0:1::{n:x}") for n in range(1, 30))
    assert _taken(limits, asks) == 6
    assert limits(_request("2001:db8:0:2::1")) is None


def test_nought_is_no_limit(seconds: Seconds) -> None:
    limits = RateLimits(address_per_minute=0, token_per_minute=0, seconds=seconds)
    assert _taken(limits, (_request() for _ in range(1000))) == 1000


def test_memory_does_not_grow_with_the_addresses(
    limits: RateLimits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ogp_desktop.endpoint.limits._REMEMBERED", 50)
    for number in range(500):
        limits(_request(f"10.0.{number // 250}.{number % 250}", token=""))
    assert len(limits._buckets) == 50


def test_request_too_many_is_told_when_to_come_back(database_url: str, key: Path) -> None:
    limits = RateLimits(address_per_minute=2, token_per_minute=0, seconds=Seconds())
    with running_endpoint(database_url, key=key, busy=limits) as endpoint:
        answers = [put(endpoint) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 200, 429]
    assert problem(answers[-1]) == (429, "busy")
    assert answers[-1].headers["retry-after"] == "30"


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def test_packed_body_is_stored_as_it_was_before_and_gets_the_same_receipt(
    endpoint: RunningEndpoint,
) -> None:
    first = put(endpoint, _packed(SEALED.data), Content_Encoding="gzip")
    again = put(endpoint, SEALED.data)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.content == again.content
    assert first.json()["receipt"]["sha256"] == SEALED.sha256
    assert endpoint.store.body(SEALED.submission.id) == SEALED.data
    assert first.headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (_packed(SEALED.data)[:-1], (400, "bad_encoding")),
        (_packed(SEALED.data) + b"x", (400, "bad_encoding")),
        (_packed(b"") + _packed(SEALED.data), (400, "bad_encoding")),
        (zlib.compress(SEALED.data), (400, "bad_encoding")),
        (SEALED.data, (400, "bad_encoding")),
        (b"", (400, "bad_encoding")),
        (_packed(bytes(LARGEST_SUBMISSION + 1)), (413, "too_large")),
        (_packed(bytes(100_000_000)), (413, "too_large")),
        (_packed(_packed(SEALED.data)), (422, "invalid")),
    ],
)
def test_packed_body_is_refused_when_it_is_not_whole_or_unpacks_too_large(
    endpoint: RunningEndpoint, data: bytes, expected: tuple[int, str]
) -> None:
    assert problem(put(endpoint, data, Content_Encoding="gzip")) == expected
    assert endpoint.store.listed() == ()


def test_digest_of_a_packed_body_is_over_the_packed_bytes(endpoint: RunningEndpoint) -> None:
    over_plain = digest(SEALED.data)
    answer = put(endpoint, _packed(SEALED.data), Content_Encoding="gzip", Content_Digest=over_plain)
    assert problem(answer) == (400, "bad_digest")


def test_other_encoding_is_told_what_is_taken(endpoint: RunningEndpoint) -> None:
    answer = put(endpoint, Content_Encoding="br")
    assert problem(answer) == (415, "unsupported_type")
    assert answer.headers["accept-encoding"] == "gzip"


def _talk(endpoint: RunningEndpoint, data: bytes) -> bytes:
    """Send bytes, and then nothing more; return all that is answered until the endpoint leaves."""
    port = int(endpoint.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as line:
        line.sendall(data)
        told = b""
        while part := line.recv(65536):
            told += part
        return told


def _head(endpoint: RunningEndpoint, length: int) -> bytes:
    return (
        f"PUT /feedback/{SEALED.submission.id} HTTP/1.1\r\nHost: x\r\n"
        f"Authorization: Bearer {endpoint.token}\r\nContent-Length: {length}\r\n"
        "Content-Type: application/vnd.ogp-desktop.feedback+json; v=1\r\n\r\n"
    ).encode()


@pytest.mark.parametrize("patience", [Patience(quiet_s=0.2), Patience(whole_s=0.2, quiet_s=0.2)])
def test_body_that_stops_coming_is_told_so_and_left(
    database_url: str, key: Path, patience: Patience
) -> None:
    with running_endpoint(database_url, key=key, patience=patience) as endpoint:
        told = _talk(endpoint, _head(endpoint, len(SEALED.data)) + SEALED.data[:100])
        assert endpoint.store.listed() == ()
    head, _, body = told.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert b"application/problem+json" in head
    assert b"too_slow" in body


def test_body_that_trickles_is_left_in_the_end(database_url: str, key: Path) -> None:
    patience = Patience(quiet_s=PATIENCE_S, whole_s=0.5)
    with running_endpoint(database_url, key=key, patience=patience) as endpoint:
        port = int(endpoint.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=0.05) as line:
            line.sendall(_head(endpoint, 10_000))
            told = b""
            for byte in iter(lambda: b"x", b""):
                line.sendall(byte)
                try:
                    told = line.recv(65536)
                    break
                except TimeoutError:
                    continue
    assert told.startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize("start", [b"", b"\r\n", b"PUT /feed", b"GET / HTTP/1.1\r\nHost: x\r\n"])
def test_head_that_stops_coming_is_left(
    endpoint: RunningEndpoint, monkeypatch: pytest.MonkeyPatch, start: bytes
) -> None:
    monkeypatch.setattr(PatientProtocol, "head_s", 0.2)
    assert _talk(endpoint, start) == b""


def test_second_head_that_stops_coming_is_left_too(
    database_url: str, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PatientProtocol, "head_s", 0.2)
    with running_endpoint(database_url, key=key, idle_s=1) as endpoint:
        told = _talk(endpoint, b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHo")
    assert told.count(b"HTTP/1.1 404 ") == 1


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"no http at all\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: a\x00b\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: " + b"a" * (LONGEST_HEAD + 1), 431),
        (b"GET /" + b"a" * (LONGEST_HEAD + 1), 431),
    ],
)
def test_what_is_no_request_is_a_problem_too(
    endpoint: RunningEndpoint, data: bytes, status: int
) -> None:
    head, _, body = _talk(endpoint, data).partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"application/problem+json" in head
    assert b"bad_request" in body
