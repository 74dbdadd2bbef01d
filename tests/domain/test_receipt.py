"""Only a receipt is a receipt."""

import json
from typing import Any

import pytest

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.receipt import (
    LONGEST_ANSWER,
    Receipt,
    SignedReceipt,
    Verify,
    WhyNot,
    judge_receipt,
    receipt_bytes,
    stored_time,
)

OURS = SubmissionId("7f3e92c4-5b1d-4c55-9a5e-0d7c5e1b2a10")
DIGEST = "ab" * 32
RECEIPT = Receipt(id=OURS, sha256=DIGEST, endpoint="e1", stored_at="2022-07-06T09:00:00Z")


def _signed_right(data: bytes, signature: str) -> bool:
    return data == receipt_bytes(RECEIPT) and signature == "right"


def _body(sig: object = "right", **changes: object) -> bytes:
    receipt = json.loads(receipt_bytes(RECEIPT)) | changes
    return json.dumps({"receipt": receipt, "sig": sig}).encode()


def _judged(
    body: bytes,
    status: int = 201,
    content_type: str = "application/json",
    verify: Verify | None = _signed_right,
) -> Any:
    return judge_receipt(
        status, content_type, body, submission_id=OURS, sha256=DIGEST, verify=verify
    )


@pytest.mark.parametrize("status", [200, 201])
def test_a_receipt_is_believed_when_all_of_it_is_right(status: int) -> None:
    expected = SignedReceipt(receipt=RECEIPT, signature="right", is_verified=True)
    assert _judged(_body(), status) == expected
    assert _judged(_body(), status, "Application/JSON; charset=utf-8") == expected


def test_a_receipt_is_taken_as_unsigned_when_no_key_is_pinned() -> None:
    judged = _judged(_body("anything"), verify=None)
    assert judged == SignedReceipt(receipt=RECEIPT, signature="anything", is_verified=False)


@pytest.mark.parametrize("status", [100, 199, 202, 203, 204, 206, 302, 400, 409, 500, 511])
def test_an_answer_is_no_receipt_when_the_status_is_another(status: int) -> None:
    assert _judged(_body(), status) is WhyNot.STATUS


@pytest.mark.parametrize(
    ("body", "content_type", "why"),
    [
        (_body(), "text/html", WhyNot.TYPE),
        (_body(), "", WhyNot.TYPE),
        (_body() + b" " * LONGEST_ANSWER, "application/json", WhyNot.TOO_LARGE),
        (b"", "application/json", WhyNot.MALFORMED),
        (b"null", "application/json", WhyNot.MALFORMED),
        (b'{"status":"ok"}', "application/json", WhyNot.MALFORMED),
        (_body()[:-1], "application/json", WhyNot.MALFORMED),
        (_body(v=2), "application/json", WhyNot.MALFORMED),
        (_body(v="1"), "application/json", WhyNot.MALFORMED),
        (_body(more=1), "application/json", WhyNot.MALFORMED),
        (_body(stored_at="yesterday"), "application/json", WhyNot.MALFORMED),
        (_body(stored_at="2022-07-06T09:00:00"), "application/json", WhyNot.MALFORMED),
        (_body(sig=7), "application/json", WhyNot.MALFORMED),
        (_body(id=OURS.upper()), "application/json", WhyNot.OTHER_ID),
        (_body(id="another"), "application/json", WhyNot.OTHER_ID),
        (_body(sha256="cd" * 32), "application/json", WhyNot.OTHER_CONTENT),
        (_body(sig=None), "application/json", WhyNot.UNSIGNED),
        (_body(sig="wrong"), "application/json", WhyNot.WRONG_SIGNATURE),
        (_body(endpoint="another"), "application/json", WhyNot.WRONG_SIGNATURE),
    ],
)
def test_an_answer_is_no_receipt_when_one_part_is_wrong(
    body: bytes, content_type: str, why: WhyNot
) -> None:
    assert _judged(body, content_type=content_type) is why


def test_receipt_bytes_keep_the_time_as_the_endpoint_wrote_it() -> None:
    assert b'"stored_at":"2022-07-06T09:00:00Z"' in receipt_bytes(RECEIPT)
    assert stored_time(RECEIPT).isoformat() == "2022-07-06T09:00:00+00:00"


def test_stored_time_is_refused_when_there_is_none() -> None:
    with pytest.raises(Refusal):
        stored_time(Receipt(id=OURS, sha256=DIGEST, endpoint="e", stored_at="now"))
