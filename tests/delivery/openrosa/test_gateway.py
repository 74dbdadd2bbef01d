"""One delivery to an OpenRosa server over a real socket: what is asked, sent and believed."""

import logging
from email.parser import BytesParser

import pytest

from ogp_desktop.delivery.openrosa import OpenRosa
from ogp_desktop.domain.connection import Finding
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from tests.support.central import Central, envelope
from tests.support.openrosa import KEY, parcel_of, submission_of
from tests.support.stub_server import End, Line, Stub, http, stub_server
from tests.support.submissions import NOW

SUBMISSION = submission_of(1)
PARCEL = parcel_of(SUBMISSION)
KEYED = "/v1/key/*/projects/1"
HEAD = http(204, content_type="", X_OpenRosa_Version="1.0")


def posted(status: int, body: bytes = b"", content_type: str = "text/xml", **more: str) -> bytes:
    """Return an answer with the header of OpenRosa."""
    return http(status, body, content_type, X_OpenRosa_Version="1.0", **more)


STORED = posted(201, envelope("stored"))


def metadata(instance_id: str) -> str:
    space = 'xmlns="http://www.opendatakit.org/xforms"'
    return f'<submissionMetadata {space} id="f" instanceID="{instance_id}" version="1"/>'


def send(url: str, code: str | None = KEY, parcel: Parcel = PARCEL) -> Outcome:
    gateway = OpenRosa(url, code=code, now=lambda: NOW)
    try:
        return gateway.deliver(parcel, deadline_s=20)
    finally:
        gateway.close()


def send_to(stub: Stub) -> Outcome:
    return send(stub.url + KEYED)


def head_of(request: bytes) -> tuple[str, dict[str, str]]:
    first, *lines = request.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    return first, {line.partition(": ")[0].lower(): line.partition(": ")[2] for line in lines}


def test_gateway_keeps_the_protocol() -> None:
    gateway: Gateway = OpenRosa("https://example.org")
    gateway.close()


def test_delivery_is_confirmed_and_its_repeat_stores_nothing_more(
    central: Central, central_port: int
) -> None:
    url = f"http://127.0.0.1:{central_port}{KEYED}"
    first, again = send(url), send(url)
    assert (first.status, again.status) == (201, 201)
    assert first.receipt is not None
    told = first.receipt.receipt
    assert (told.id, told.sha256) == (SUBMISSION.id, PARCEL.sha256)
    assert told.endpoint == f"127.0.0.1:{central_port}"
    assert (first.receipt.signature, first.receipt.is_verified) == (None, False)
    assert set(central.stored()) == {SUBMISSION.id}


def test_head_goes_first_and_once_for_a_kept_connection() -> None:
    with stub_server(HEAD, STORED, STORED) as stub:
        gateway = OpenRosa(stub.url + KEYED, code=KEY)
        for _ in range(2):
            assert gateway.deliver(PARCEL, deadline_s=20).kind is OutcomeKind.CONFIRMED
        gateway.close()
    assert [request.split(b" ")[0] for request in stub.requests] == [b"HEAD", b"POST", b"POST"]


def test_post_is_one_part_with_the_headers_of_openrosa_and_no_device() -> None:
    with stub_server(HEAD, STORED) as stub:
        assert send_to(stub).kind is OutcomeKind.CONFIRMED
    for request, method in zip(stub.requests, ("HEAD", "POST"), strict=True):
        first, headers = head_of(request)
        assert first == f"{method} /v1/key/{KEY}/projects/1/submission HTTP/1.1"
        assert headers["x-openrosa-version"] == "1.0"
        assert headers["date"] == "Wed, 06 Jul 2022 09:00:00 GMT"
        assert "deviceid" not in str(headers).lower()
    _, _, body = stub.requests[1].partition(b"\r\n\r\n")
    assert body == PARCEL.data
    head = f"Content-Type: {headers['content-type']}\r\n\r\n".encode()
    parts = BytesParser().parsebytes(head + body).get_payload()
    assert isinstance(parts, list)
    part = parts[0]
    assert len(parts) == 1
    assert part["content-disposition"].startswith('form-data; name="xml_submission_file"; filename')
    assert part.get_content_type() == "text/xml"


NOT_HEADS = {
    "200 page": (http(200, b"<html>", "text/html"), OutcomeKind.NOT_A_RECEIPT),
    "204 without header": (http(204, content_type=""), OutcomeKind.NOT_A_RECEIPT),
    "200 with header": (posted(200), OutcomeKind.NOT_A_RECEIPT),
    "302": (http(302, Location="http://127.0.0.1:1/login"), OutcomeKind.NOT_A_RECEIPT),
    "307 elsewhere": (http(307, Location="http://127.0.0.1:1/x"), OutcomeKind.NOT_A_RECEIPT),
    "511": (http(511, b"<html>", "text/html"), OutcomeKind.NOT_A_RECEIPT),
    "401": (http(401), OutcomeKind.AUTH),
    "403": (http(403), OutcomeKind.AUTH),
    "404": (http(404), OutcomeKind.CLOSED),
    "503": (http(503, Retry_After="7"), OutcomeKind.SERVER_ERROR),
}


@pytest.mark.parametrize("name", NOT_HEADS)
def test_whatever_else_answers_head_gets_no_word(name: str) -> None:
    answer, kind = NOT_HEADS[name]
    with stub_server(answer) as stub:
        outcome = send_to(stub)
    assert (outcome.kind, outcome.bytes_may_have_left) == (kind, False)
    assert [request.split(b" ")[0] for request in stub.requests] == [b"HEAD"]


def test_lost_head_sent_nothing_and_lost_post_may_have() -> None:
    with stub_server(Line(end=End.RESET)) as stub:
        outcome = send_to(stub)
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.UNREACHABLE, False)
    with stub_server(HEAD, Line(end=End.RESET)) as stub:
        outcome = send_to(stub)
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.UNREACHABLE, True)


def _bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    return (
        f'<!DOCTYPE x [<!ENTITY e0 "{"x" * 50}">{entities}]>'
        '<OpenRosaResponse xmlns="http://openrosa.org/http/response">'
        "<message>&e9;</message></OpenRosaResponse>"
    ).encode()


ENVELOPE = envelope("stored")
NON_RECEIPTS = {
    "200 page": http(200, b"<html>", "text/html"),
    "201 page": posted(201, b"<html></html>", "text/html"),
    "201 without header": http(201, ENVELOPE, "text/xml"),
    "201 with an empty header": http(201, ENVELOPE, "text/xml", X_OpenRosa_Version=""),
    "201 and an error": posted(201, envelope("no", "error")),
    "202 and an error": posted(202, envelope("no", "error")),
    "201 empty": posted(201),
    "202 empty": posted(202),
    "200 with an envelope": posted(200, ENVELOPE),
    "203 with an envelope": posted(203, ENVELOPE),
    "204": http(204, content_type="", X_OpenRosa_Version="1.0"),
    "206 with an envelope": posted(206, ENVELOPE),
    "302 to a portal": posted(302, ENVELOPE, Location="http://127.0.0.1:1/login"),
    "303 to itself": posted(303, ENVELOPE, Location="/submission"),
    "307 to elsewhere": posted(307, ENVELOPE, Location="http://127.0.0.1:1/submission"),
    "511": posted(511, ENVELOPE),
    "status ok": posted(200, b'{"status":"ok"}', "application/json"),
    "201 JSON": posted(201, b'{"status":"ok"}', "application/json"),
    "receipt of another id": posted(201, envelope("stored", "", metadata("uuid:other"))),
    "receipt of no id": posted(201, envelope("stored", "", metadata(""))),
    "envelope cut, length right": posted(201, ENVELOPE[:-3]),
    "envelope of another name": posted(201, ENVELOPE.replace(b"Response ", b"Answer ", 1)),
    "envelope of no namespace": posted(201, ENVELOPE.replace(b"http://openrosa.org", b"http://x")),
    "entity bomb": posted(201, _bomb()),
    "external entity": posted(
        201, b'<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + ENVELOPE
    ),
    "10 MB": posted(201, ENVELOPE + b" " * 10_000_000),
    "deep": posted(201, b"<a>" * 20_000),
    "unknown encoding": posted(201, b'<?xml version="1.0" encoding="no-such"?>' + ENVELOPE),
    "packed": posted(201, b"\x1f\x8b\x08", Content_Encoding="gzip"),
}


@pytest.mark.parametrize("name", NON_RECEIPTS)
def test_no_answer_but_a_receipt_confirms(name: str) -> None:
    """Proof 4, for OpenRosa."""
    with stub_server(HEAD, NON_RECEIPTS[name]) as stub:
        outcome = send_to(stub)
    assert (outcome.kind, outcome.receipt) == (OutcomeKind.NOT_A_RECEIPT, None)
    assert len(stub.requests) == 2  # no redirect was followed


def test_whole_receipt_cut_by_the_connection_does_not_confirm() -> None:
    """Proof 4: complete to Content-Length."""
    with stub_server(HEAD, Line(answer=STORED, write=len(STORED) - 1)) as stub:
        outcome = send_to(stub)
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.UNREACHABLE, True)


def test_metadata_of_our_own_id_confirms_and_tells_when_it_was_stored() -> None:
    own = metadata(f"uuid:{SUBMISSION.id}").replace(
        "/>", ' submissionDate="2022-07-06T08:00:00+00:00"/>'
    )
    with stub_server(HEAD, posted(201, envelope("stored", "", own))) as stub:
        outcome = send_to(stub)
    assert outcome.receipt is not None
    assert outcome.receipt.receipt.stored_at == "2022-07-06T08:00:00+00:00"


VERDICTS = {
    400: OutcomeKind.REFUSED,
    401: OutcomeKind.AUTH,
    402: OutcomeKind.CLOSED,
    403: OutcomeKind.AUTH,
    404: OutcomeKind.CLOSED,
    405: OutcomeKind.CLOSED,
    407: OutcomeKind.AUTH,
    408: OutcomeKind.SERVER_ERROR,
    409: OutcomeKind.CONFLICT,
    410: OutcomeKind.REFUSED,
    413: OutcomeKind.REFUSED,
    415: OutcomeKind.REFUSED,
    422: OutcomeKind.REFUSED,
    423: OutcomeKind.SERVER_ERROR,
    425: OutcomeKind.SERVER_ERROR,
    429: OutcomeKind.RATE_LIMITED,
    500: OutcomeKind.SERVER_ERROR,
    503: OutcomeKind.SERVER_ERROR,
}


@pytest.mark.parametrize("status", VERDICTS)
def test_every_status_has_its_verdict_and_the_servers_own_words(status: int) -> None:
    with stub_server(
        HEAD, posted(status, envelope("Because\u202e of <b>this</b>", "error"))
    ) as stub:
        outcome = send_to(stub)
    assert (outcome.kind, outcome.status) == (VERDICTS[status], status)
    assert outcome.detail == "Because of this"


def test_conflict_that_says_that_the_form_is_closed_closes_the_destination() -> None:
    words = envelope("This form is Not Currently Accepting submissions.", "error")
    with stub_server(HEAD, posted(409, words)) as stub:
        assert send_to(stub).kind is OutcomeKind.CLOSED


def test_redirect_within_the_server_is_followed_once_with_the_same_body() -> None:
    there = posted(307, Location="/elsewhere/submission")
    with stub_server(HEAD, there, STORED) as stub:
        assert send_to(stub).kind is OutcomeKind.CONFIRMED
    assert stub.requests[2].startswith(b"POST /elsewhere/submission ")
    assert stub.requests[2].endswith(PARCEL.data)
    with stub_server(HEAD, there) as stub:  # and round in circles never
        assert send_to(stub).kind is OutcomeKind.NOT_A_RECEIPT
    assert len(stub.requests) == 3


def test_head_may_move_the_address_on_the_same_server_only() -> None:
    for location, path in (("/new/submission", b"/new/submission"), ("http://127.0.0.1:1/x", b"")):
        head = http(204, content_type="", X_OpenRosa_Version="1.0", Location=location)
        with stub_server(head, STORED) as stub:
            assert send_to(stub).kind is OutcomeKind.CONFIRMED
        assert stub.requests[1].split(b" ")[1].endswith(path or b"/projects/1/submission")


def test_body_larger_than_the_server_takes_stays_here() -> None:
    head = http(
        204, content_type="", X_OpenRosa_Version="1.0", X_OpenRosa_Accept_Content_Length="1000"
    )
    with stub_server(head) as stub:
        outcome = send_to(stub)
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.REFUSED, False)
    assert len(stub.requests) == 1


def test_key_is_in_no_representation_log_or_outcome(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    gateway = OpenRosa("https://example.org" + KEYED, code=KEY)
    gateway.close()
    with stub_server(HEAD, posted(400, envelope(f"No /v1/key/{KEY}/ here", "error"))) as stub:
        outcome = send_to(stub)
    assert KEY.encode() in stub.requests[1]
    assert outcome.detail == "No /v1/key/…/ here"
    assert KEY not in f"{gateway!r}{outcome!r}{caplog.text}"


@pytest.mark.parametrize("code", [None, "", "no\nkey", "clé"])
def test_key_that_no_address_can_hold_is_refused(code: str | None) -> None:
    with pytest.raises(Refusal, match="bad_token"):
        OpenRosa("https://example.org" + KEYED, code=code)


@pytest.mark.parametrize("url", ["http://example.org", "ftp://example.org", "https://a@b.org"])
def test_address_that_anybody_can_read_along_is_refused(url: str) -> None:
    with pytest.raises(Refusal, match="bad_url"):
        OpenRosa(url)


FOUND = {
    "204": (HEAD, Finding.REACHED),
    "204 without header": (http(204, content_type=""), Finding.LOGIN_PAGE),
    "200 page": (http(200, b"<html>", "text/html"), Finding.LOGIN_PAGE),
    "401": (http(401), Finding.ACCESS_CODE),
    "403": (http(403), Finding.ACCESS_CODE),
    "404": (http(404), Finding.ADDRESS),
    "405": (http(405), Finding.ADDRESS),
    "503": (http(503), Finding.BUSY),
}


@pytest.mark.parametrize("name", FOUND)
def test_probe_asks_and_sends_nothing(name: str) -> None:
    answer, finding = FOUND[name]
    with stub_server(answer) as stub:
        gateway = OpenRosa(stub.url + KEYED, code=KEY)
        assert gateway.probe(now=lambda: NOW, deadline_s=20).finding is finding
        gateway.close()
    assert [request.split(b" ")[0] for request in stub.requests] == [b"HEAD"]
