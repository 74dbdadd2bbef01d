"""Proof 4, the part for JSON: of all that networks and servers answer beside a receipt
for exactly these bytes, nothing confirms, nothing is followed, and the item is delivered once in
the end.
"""

import ssl
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import Receipt
from ogp_desktop.endpoint.signing import Signer, signer_at
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.outbox_reading import outbox
from tests.support.clock import FixedClock
from tests.support.delivering import SEALED, receipt_body
from tests.support.ledger import STORED_AT, running_ledger
from tests.support.oracle import bytes_of, check_delivered_once, check_nothing_lost
from tests.support.queued import move_to, queue
from tests.support.stub_server import Line, http, stub_server
from tests.support.workplaces import file_in, workplace_at

pytestmark = pytest.mark.slow

PAGE = b"<html><title>Welcome to the hotel</title><form>Room number</form></html>"
LATER = timedelta(days=1)
BROKEN_OFF = {OutcomeKind.UNREACHABLE}
TLS = ssl.create_default_context()
"""Made once: it takes longer than a whole request, and these go by plain HTTP."""
NO_RECEIPT = {OutcomeKind.NOT_A_RECEIPT}


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    """Give the destination's key."""
    return signer_at(tmp_path / "ledger.key")


@pytest.fixture
def other(tmp_path: Path) -> Signer:
    """Give a stranger's key."""
    return signer_at(tmp_path / "other.key")


def _pages(right: bytes) -> dict[str, bytes]:
    """Return what a network answers before anybody logged in, and receipts with a wrong status."""
    return {
        "200 page": http(200, PAGE, "text/html"),
        "201 page": http(201, PAGE, "text/html"),
        "200 page that says it is JSON": http(200, PAGE),
        "201 page with a receipt in it": http(201, b"<pre>" + right + b"</pre>", "text/html"),
        "200 page before a receipt": http(200, PAGE + right),
        "200 empty": http(200),
        "201 empty": http(201),
        "202 with a receipt": http(202, right),
        "202 empty": http(202),
        "203 with a receipt": http(203, right),
        "204": http(204, content_type=""),
        "205": http(205, content_type=""),
        "206 with a receipt": http(206, right),
        "226 with a receipt": http(226, right),
        "300 with a receipt": http(300, right),
        "301 to a portal": http(301, Location="http://127.0.0.1:1/login"),
        "302 to a portal": http(302, Location="http://127.0.0.1:1/login"),
        "302 to itself": http(302, right, Location="?again"),
        "303 with a receipt": http(303, right, Location="http://127.0.0.1:1/"),
        "304": http(304, content_type=""),
        "307 with a receipt": http(307, right, Location="http://127.0.0.1:1/"),
        "308 with a receipt": http(308, right, Location="http://127.0.0.1:1/"),
        "511": http(511, PAGE, "text/html"),
        "511 with a receipt": http(511, right),
    }


def _near_misses(signer: Signer, other: Signer, right: bytes) -> dict[str, bytes]:
    """Return what looks like a receipt for these bytes and is none."""
    unsigned = right.split(b',"sig"')[0]
    digest = SEALED.sha256.encode()
    replayed = receipt_body(signer, submission_id="7f3e92c4-5b1d-4c55-9a5e-0d7c5e1b2a11")
    signature = replayed.split(b'"sig":')[1]
    return {
        "status ok": http(200, b'{"status":"ok"}'),
        "true": http(200, b"true"),
        "null": http(200, b"null"),
        "list": http(200, b"[" + right + b"]"),
        "string": http(200, canonical_json(right.decode())),
        "receipt as text": http(200, right, "text/plain"),
        "receipt as a problem": http(200, right, "application/problem+json"),
        "receipt without type": http(200, right, ""),
        "receipt of another id": http(201, replayed),
        "receipt of this id, signature of another": http(201, unsigned + b',"sig":' + signature),
        "receipt of other bytes": http(201, right.replace(digest, b"0" * 64)),
        "receipt of other bytes, well signed": http(201, _receipt(signer, sha256="0" * 64)),
        "receipt in capitals, well signed": http(
            201, _receipt(signer, sha256=SEALED.sha256.upper())
        ),
        "receipt of another version, well signed": http(201, _receipt(signer, v=2)),
        "receipt without a time, well signed": http(201, _receipt(signer, stored_at="today")),
        "receipt of another key": http(201, receipt_body(other)),
        "receipt without signature": http(201, unsigned + b"}"),
        "receipt with null for a signature": http(201, unsigned + b',"sig":null}'),
        "receipt with an empty signature": http(201, unsigned + b',"sig":""}'),
        "receipt of another endpoint": http(
            201, right.replace(signer.endpoint_id.encode(), other.endpoint_id.encode())
        ),
        "receipt with a word more": http(201, right.replace(b'"v":1', b'"v":1,"w":2')),
        "doubled receipt": http(201, right[:-1] + b"," + right[1:]),
        "two receipts": http(201, right + right),
        "receipt cut, length right": http(201, right[:-1]),
        "receipt with a byte order mark": http(201, b"\xef\xbb\xbf" + right),
        "receipt in UTF-16": http(201, right.decode().encode("utf-16")),
        "packed": http(200, b"\x1f\x8b\x08", Content_Encoding="gzip"),
        "deep": http(200, b"[" * 60_000),
        "10 MB": http(200, right + b" " * 10_000_000),
        "10 MB of digits": http(201, b"9" * 10_000_000),
    }


def _broken_off(right: bytes) -> dict[str, bytes]:
    """Return what ends before it is whole, by every way HTTP has to tell an end."""
    head = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
    chunk = b"%x\r\n" % len(right)
    return {
        "shorter than it says": http(201, right)[:-1],
        "head alone": head,
        "head that ends and nothing": head + b"Content-Length: 300\r\n\r\n",
        "chunk without an end": head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk + right,
        "chunk that is cut": head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk + right[:-9],
        "going on, for ever": b"HTTP/1.1 100 Continue\r\n\r\n",
        "two lengths": head + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\n" + right,
        "not HTTP": b"220 mail.example.org ESMTP\r\n",
        "nothing": b"",
    }


def _receipt(signer: Signer, **wrong: object) -> bytes:
    told = {
        "id": SubmissionId(SEALED.submission.id),
        "sha256": SEALED.sha256,
        "endpoint": signer.endpoint_id,
        "stored_at": STORED_AT,
    }
    receipt = Receipt(**{**told, **wrong})  # type: ignore[arg-type]
    return canonical_json({"receipt": receipt, "sig": signer.sign(receipt)})


def _delivered_in_the_end(
    folder: Path, signer: Signer, corpus: dict[str, bytes], expected: set[OutcomeKind]
) -> None:
    """Give each answer to the same item, then a receipt; hold the oracle all the while."""
    clock, sealed = FixedClock(), bytes_of(SEALED)
    file = file_in(folder / "data")

    def opened(to: Destination) -> JsonPut:
        return JsonPut(to.url, token="t", verify=ed25519_verifier(signer.public_key), tls=TLS)

    sender = Sender(owner="one", open_gateway=opened, jitter=lambda: 0.0)
    with (
        running_ledger(folder, signer=signer) as ledger,
        stub_server(*corpus.values()) as stub,
        workplace_at(folder / "data", clock) as at,
    ):
        queue(at, stub.url, SEALED, key=signer.public_key)
        for name in corpus:
            delivered = deliver_next(at, sender)
            assert delivered is not None
            assert delivered.outcome.kind in expected, name
            assert delivered.item.state is OutboxState.WAITING, name
            check_nothing_lost(file, sealed, ledger.rows)
            clock.advance(LATER)
        assert len(stub.requests) == len(corpus)  # no redirect was followed
        move_to(at, ledger.url)
        (one,) = outbox(at)
        addressing.send(at, item_id=one.item.id, destination_id=delivered.item.destination_id)
        assert deliver_next(at, sender) is not None
        check_delivered_once(file, sealed, ledger.rows)


def test_page_of_a_network_or_another_status_never_confirms(tmp_path: Path, signer: Signer) -> None:
    _delivered_in_the_end(tmp_path, signer, _pages(receipt_body(signer)), NO_RECEIPT)


def test_receipt_that_is_not_for_these_bytes_never_confirms(
    tmp_path: Path, signer: Signer, other: Signer
) -> None:
    corpus = _near_misses(signer, other, receipt_body(signer))
    _delivered_in_the_end(tmp_path, signer, corpus, NO_RECEIPT)


def test_answer_that_is_broken_off_never_confirms(tmp_path: Path, signer: Signer) -> None:
    corpus = _broken_off(receipt_body(signer))
    _delivered_in_the_end(tmp_path, signer, corpus, BROKEN_OFF | {OutcomeKind.TIMED_OUT})


def test_same_receipt_confirms_when_nothing_is_wrong_with_it(
    tmp_path: Path, signer: Signer
) -> None:
    with stub_server(http(201, receipt_body(signer)), Line(answer=http(200))) as stub:
        gateway = JsonPut(stub.url, token="t", verify=ed25519_verifier(signer.public_key), tls=TLS)
        with workplace_at(tmp_path / "data") as at:
            queue(at, stub.url, SEALED, key=signer.public_key)
            by = Sender(owner="one", open_gateway=lambda _to: gateway, jitter=lambda: 0.0)
            delivered = deliver_next(at, by)
    assert delivered is not None
    assert delivered.item.state is OutboxState.CONFIRMED
