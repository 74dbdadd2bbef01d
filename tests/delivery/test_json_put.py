"""One request over a real socket: to the real endpoint, and to a server that misbehaves."""

import gzip
import logging
import socket
import threading
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from ogp_desktop.delivery.json_put import JsonPut, checked_base
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.submission import MEDIA_TYPE
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.endpoint.signing import Signer, signer_at
from tests.support.delivering import SEALED, parcel, receipt_body
from tests.support.stub_server import End, Line, Stub, http, stub_server

TOKEN = "canary-token-5f2d"


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[RunningEndpoint]:
    with running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as running:
        yield running


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return signer_at(tmp_path / "stub.key")


def _send(gateway: JsonPut, *, deadline_s: float = 20, attempt: int = 1) -> Outcome:
    try:
        return gateway.deliver(parcel(attempt=attempt), deadline_s=deadline_s)
    finally:
        gateway.close()


def _to(endpoint: RunningEndpoint, url: str | None = None) -> JsonPut:
    verify = ed25519_verifier(endpoint.receipt_key)
    return JsonPut(url or endpoint.url, token=endpoint.token, verify=verify)


def _to_stub(stub: Stub, signer: Signer) -> JsonPut:
    return JsonPut(stub.url, token=TOKEN, verify=ed25519_verifier(signer.public_key))


def test_gateway_keeps_the_protocol() -> None:
    gateway: Gateway = JsonPut("https://example.org")
    gateway.close()


def test_delivery_is_confirmed_and_its_repeat_brings_the_same_receipt(
    endpoint: RunningEndpoint,
) -> None:
    first, again = _send(_to(endpoint)), _send(_to(endpoint), attempt=2)
    assert (first.status, again.status) == (201, 200)
    assert first.receipt is not None
    assert first.receipt.is_verified
    assert first.receipt == again.receipt
    assert endpoint.store.body(SEALED.submission.id) == SEALED.data


def test_parcel_travels_packed_once_the_server_offered_it_and_the_receipt_is_the_same(
    endpoint: RunningEndpoint,
) -> None:
    port = int(endpoint.url.rpartition(":")[2])
    with stub_server(Line(forward_to=port)) as stub:
        gateway = _to(endpoint, stub.url)
        first, packed = (gateway.deliver(parcel(), deadline_s=20) for _ in range(2))
        gateway.close()
    assert (first.status, packed.status) == (201, 200)
    assert first.receipt == packed.receipt
    plain_body, packed_body = (one.partition(b"\r\n\r\n")[2] for one in stub.requests)
    assert plain_body == SEALED.data
    assert gzip.decompress(packed_body) == SEALED.data
    assert len(packed_body) < len(plain_body)
    assert b"content-encoding: gzip" in stub.requests[1].lower()
    digest = b64encode(sha256(packed_body).digest())
    assert b"content-digest: sha-256=:" + digest.lower() in stub.requests[1].lower()


@pytest.mark.parametrize("offer", [None, "identity", "br", "gzip;q=0"])
def test_parcel_travels_plain_when_the_server_did_not_offer_gzip(
    signer: Signer, offer: str | None
) -> None:
    offered = {} if offer is None else {"Accept_Encoding": offer}
    with stub_server(http(503, **offered), http(body=receipt_body(signer))) as stub:
        gateway = _to_stub(stub, signer)
        gateway.deliver(parcel(), deadline_s=20)
        assert gateway.deliver(parcel(), deadline_s=20).kind is OutcomeKind.CONFIRMED
        gateway.close()
    assert all(request.endswith(SEALED.data) for request in stub.requests)


def test_parcel_is_sent_plain_at_once_when_the_server_takes_its_offer_back(
    signer: Signer,
) -> None:
    script = [http(503, Accept_Encoding="gzip"), http(415), http(body=receipt_body(signer))]
    with stub_server(*script) as stub:
        gateway = _to_stub(stub, signer)
        gateway.deliver(parcel(), deadline_s=20)
        assert gateway.deliver(parcel(), deadline_s=20).kind is OutcomeKind.CONFIRMED
        gateway.close()
    assert [request.endswith(SEALED.data) for request in stub.requests] == [True, False, True]


def test_plain_parcel_is_not_sent_again_when_its_type_is_refused(signer: Signer) -> None:
    with stub_server(http(415, Accept_Encoding="gzip")) as stub:
        assert _send(_to_stub(stub, signer)).kind is OutcomeKind.REFUSED
    assert len(stub.requests) == 1


def test_connection_is_kept_between_parcels(endpoint: RunningEndpoint) -> None:
    gateway = _to(endpoint)
    for _ in range(3):
        assert gateway.deliver(parcel(), deadline_s=20).kind is OutcomeKind.CONFIRMED
    gateway.close()


def test_request_says_what_it_carries(signer: Signer) -> None:
    with stub_server(http(201, receipt_body(signer))) as stub:
        assert _send(_to_stub(stub, signer), attempt=3).kind is OutcomeKind.CONFIRMED
    head, _, body = stub.requests[0].partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    assert first == f"PUT /feedback/{SEALED.submission.id} HTTP/1.1"
    assert body == SEALED.data
    assert headers["content-type"] == MEDIA_TYPE
    assert headers["authorization"] == f"bearer {TOKEN}"
    assert headers["content-digest"].startswith("sha-256=:")
    assert headers["idempotency-key"] == f'"{SEALED.submission.id}"'
    assert headers["x-attempt"] == "3"
    assert headers["accept-encoding"] == "identity"


def test_whole_receipt_cut_by_the_connection_does_not_confirm(signer: Signer) -> None:
    answer = http(201, receipt_body(signer))
    with stub_server(Line(answer=answer, write=len(answer) - 1)) as stub:
        outcome = _send(_to_stub(stub, signer))
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.UNREACHABLE, True)


def test_not_http_at_all_does_not_confirm(signer: Signer) -> None:
    with stub_server(b"220 mail.example.org ESMTP\r\n") as stub:
        assert _send(_to_stub(stub, signer)).kind is OutcomeKind.UNREACHABLE


def test_nothing_left_when_nobody_listens(signer: Signer) -> None:
    with stub_server(b"") as stub:
        url = stub.url
    outcome = _send(JsonPut(url))
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.UNREACHABLE, False)


def test_lost_reply_is_found_again_by_the_same_bytes(endpoint: RunningEndpoint) -> None:
    port = int(endpoint.url.rpartition(":")[2])
    with stub_server(Line(forward_to=port, write=0, end=End.RESET)) as lossy:
        lost = _send(_to(endpoint, lossy.url))
    assert (lost.kind, lost.bytes_may_have_left) == (OutcomeKind.UNREACHABLE, True)
    assert len(endpoint.store.listed()) == 1
    found = _send(_to(endpoint), attempt=2)
    assert (found.kind, found.status) == (OutcomeKind.CONFIRMED, 200)
    assert len(endpoint.store.listed()) == 1


@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
def test_break_anywhere_in_the_request_stores_nothing_half(
    endpoint: RunningEndpoint, end: End
) -> None:
    port = int(endpoint.url.rpartition(":")[2])
    whole = 500 + len(SEALED.data)
    offsets = [0, 1, 2, 100, 300, 400, 500, 600, 1500, whole - 300, whole - 100]
    with stub_server(*(Line(forward_to=port, read=n, end=end) for n in offsets)) as lossy:
        told = [_send(_to(endpoint, lossy.url), deadline_s=5) for _ in offsets]
    assert {outcome.kind for outcome in told} == {OutcomeKind.UNREACHABLE}
    assert endpoint.store.listed() == ()
    assert _send(_to(endpoint)).status == 201


@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
def test_break_anywhere_in_the_reply_leaves_one_row_and_no_doubt(
    endpoint: RunningEndpoint, end: End
) -> None:
    port = int(endpoint.url.rpartition(":")[2])
    offsets = [0, 1, 8, 12, 15, 60, 100, 130, 150, 200, 300, 400]
    with stub_server(*(Line(forward_to=port, write=n, end=end) for n in offsets)) as lossy:
        told = [_send(_to(endpoint, lossy.url), deadline_s=5) for _ in offsets]
    assert OutcomeKind.CONFIRMED not in {outcome.kind for outcome in told}
    assert all(outcome.bytes_may_have_left for outcome in told)
    assert len(endpoint.store.listed()) == 1
    assert _send(_to(endpoint)).kind is OutcomeKind.CONFIRMED


@pytest.mark.parametrize(
    "line",
    [
        Line(end=End.STALL),
        Line(read=100, end=End.STALL),
        Line(answer=http(200, b"x" * 99), write=40, end=End.STALL),
        Line(answer=http(200, b"x" * 99), write=150, end=End.STALL),
    ],
    ids=["silent", "deaf", "cut in the head", "cut in the body"],
)
def test_stalled_request_ends_at_the_deadline(signer: Signer, line: Line) -> None:
    with stub_server(line) as stub:
        outcome = _send(_to_stub(stub, signer), deadline_s=0.3)
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.TIMED_OUT, True)


def test_request_ends_when_it_has_no_time_at_all(signer: Signer) -> None:
    with stub_server(Line(end=End.STALL)) as stub:
        assert _send(_to_stub(stub, signer), deadline_s=0).kind is OutcomeKind.TIMED_OUT


def test_silence_ends_the_request_before_its_deadline(
    signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ogp_desktop.delivery.json_put.READ_S", 0.2)
    with stub_server(Line(end=End.STALL)) as stub:
        outcome = _send(_to_stub(stub, signer))
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.TIMED_OUT, True)


def test_cancel_from_another_thread_ends_the_request(signer: Signer) -> None:
    with stub_server(Line(end=End.STALL)) as stub:
        gateway = _to_stub(stub, signer)
        told: list[Outcome] = []
        lane = threading.Thread(target=lambda: told.append(_send(gateway)))
        lane.start()
        assert stub.was_asked.wait(10)
        gateway.cancel()
        lane.join(2)
        assert not lane.is_alive()
    assert (told[0].kind, told[0].bytes_may_have_left) == (OutcomeKind.INTERRUPTED, True)


def test_cancelled_gateway_begins_no_other_request(endpoint: RunningEndpoint) -> None:
    gateway = _to(endpoint)
    gateway.cancel()
    outcome = _send(gateway)
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.INTERRUPTED, False)
    assert endpoint.store.listed() == ()


def test_cancel_does_not_wait_for_a_name_that_nobody_knows(
    signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_asked, is_over = threading.Event(), threading.Event()

    def look_up(*_: object, **__: object) -> None:
        is_asked.set()
        is_over.wait(30)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    gateway = JsonPut("https://ogp.example.org")
    told: list[Outcome] = []
    lane = threading.Thread(target=lambda: told.append(_send(gateway)))
    lane.start()
    assert is_asked.wait(10)
    gateway.cancel()
    lane.join(5)
    is_still_looking = not is_over.is_set()
    is_over.set()
    assert is_still_looking
    assert not lane.is_alive()
    assert (told[0].kind, told[0].bytes_may_have_left) == (OutcomeKind.INTERRUPTED, False)


def test_cookies_are_not_kept(signer: Signer) -> None:
    with stub_server(http(503, Set_Cookie="seen=1; Path=/")) as stub:
        gateway = _to_stub(stub, signer)
        for _ in range(2):
            assert gateway.deliver(parcel(), deadline_s=5).kind is OutcomeKind.SERVER_ERROR
        gateway.close()
    assert len(stub.requests) == 2
    assert not any(b"cookie" in request.lower() for request in stub.requests)


def test_proxies_are_not_asked_for_this_computer(
    endpoint: RunningEndpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "ALL_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert _send(_to(endpoint)).kind is OutcomeKind.CONFIRMED


def test_nothing_leaves_when_the_proxy_wants_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with stub_server(http(407)) as proxy:
        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(name, proxy.url)
        outcome = _send(JsonPut("https://ogp.example.org", token=TOKEN))
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.AUTH, False)
    assert TOKEN.encode() not in b"".join(proxy.requests)


def test_wait_and_words_of_the_server_come_through(signer: Signer) -> None:
    problem = b'{"title":"Come back tomorrow"}'
    with stub_server(http(429, problem, "application/problem+json", Retry_After="90")) as stub:
        outcome = _send(_to_stub(stub, signer))
    assert outcome.kind is OutcomeKind.RATE_LIMITED
    assert (outcome.retry_after_s, outcome.detail) == (90, "Come back tomorrow")


def test_early_refusal_is_heard_while_the_body_is_still_leaving(signer: Signer) -> None:
    with stub_server(Line(answer=http(413), read=200)) as stub:
        outcome = _send(_to_stub(stub, signer))
    assert outcome.kind in {OutcomeKind.REFUSED, OutcomeKind.UNREACHABLE}


def test_token_is_nowhere_to_be_read(signer: Signer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with stub_server(http(401), Line(end=End.RESET), http(200)) as stub:
        gateway = _to_stub(stub, signer)
        told = [gateway.deliver(parcel(), deadline_s=5) for _ in range(3)]
        gateway.close()
    assert all(TOKEN.encode() in request for request in stub.requests)
    assert caplog.records
    assert TOKEN not in f"{gateway!r} {told!r} {caplog.text}"
    assert SEALED.submission.observations.summary not in caplog.text


def test_token_is_refused_without_being_shown_when_no_header_can_hold_it() -> None:
    for bad in (f"{TOKEN}\r\nX-More: 1", f"{TOKEN} ", f"{TOKEN}é", ""):
        with pytest.raises(Refusal) as caught:
            JsonPut("https://example.org", token=bad)
        assert TOKEN not in repr(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://example.org:8443/ogp/",
        "http://localhost:80",
        "http://127.0.0.1:1",
        "http://[::1]:8080",
    ],
)
def test_base_is_taken_when_it_is_safe(url: str) -> None:
    assert checked_base(url) == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "http://example.org",
        "http://127.0.0.1.example.org",
        "http://10.0.0.1",
        "ftp://example.org",
        "file:///etc/hosts",
        "https://",
        "https://user:secret@example.org",
        "https://example.org/?key=1",
        "https://example.org/#top",
        "https://a..b",
        f"https://{'a' * 64}.org",
        "https://example.org:99999",
        "https://exa mple.org",
    ],
)
def test_base_is_refused_when_it_is_not(url: str) -> None:
    with pytest.raises(Refusal) as caught:
        checked_base(url)
    assert caught.value.data["field"] == "url"


def test_parcel_is_trouble_when_its_bytes_were_damaged() -> None:
    with pytest.raises(Trouble) as caught:
        Parcel(submission_id=SEALED.submission.id, data=SEALED.data[:-1], sha256=SEALED.sha256)
    assert caught.value.code == "bytes_damaged"


def test_verifier_is_refused_when_the_key_is_none() -> None:
    for key in ("", "not base64", "AAAA"):
        with pytest.raises(Refusal):
            ed25519_verifier(key)


def test_verifier_believes_one_key_only(signer: Signer, tmp_path: Path) -> None:
    verify = ed25519_verifier(signer.public_key)
    for signature in ("", "not base64!", "AAAA", "é"):
        assert not verify(b"data", signature)
