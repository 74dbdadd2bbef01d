"""The endpoint over real HTTP: it stores once and signs; each refusal is a problem."""

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import create_engine, text
from starlette.requests import Request

from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.receipt import SignedReceipt, judge_receipt
from ogp_desktop.domain.sealing import LARGEST_SUBMISSION, SealedSubmission, seal
from ogp_desktop.domain.submission import MEDIA_TYPE
from ogp_desktop.endpoint.app import Busy
from ogp_desktop.endpoint.serve import RunningEndpoint, add_token, running_endpoint
from tests.support.asking import digest, problem, put
from tests.support.delivering import SEALED
from tests.support.submissions import sample_submission

OTHER_BYTES = seal(sample_submission(app_version="0.1.1"))


def _receipt(endpoint: RunningEndpoint, response: httpx2.Response) -> SignedReceipt:
    judged = judge_receipt(
        response.status_code,
        response.headers["content-type"],
        response.content,
        submission_id=SEALED.submission.id,
        sha256=SEALED.sha256,
        verify=ed25519_verifier(endpoint.receipt_key),
    )
    assert isinstance(judged, SignedReceipt)
    return judged


def test_put_stores_the_bytes_and_its_repeat_brings_the_first_receipt(
    endpoint: RunningEndpoint,
) -> None:
    first, again = put(endpoint), put(endpoint)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.content == again.content
    assert _receipt(endpoint, first).receipt.endpoint == endpoint.endpoint_id
    assert endpoint.store.body(SEALED.submission.id) == SEALED.data
    assert len(endpoint.store.listed()) == 1


def test_put_is_a_conflict_when_the_id_holds_other_bytes(endpoint: RunningEndpoint) -> None:
    put(endpoint)
    assert problem(put(endpoint, OTHER_BYTES.data)) == (409, "conflict")
    assert endpoint.store.body(SEALED.submission.id) == SEALED.data


def test_concurrent_twins_leave_one_row_and_get_one_receipt(endpoint: RunningEndpoint) -> None:
    with ThreadPoolExecutor(16) as crowd:
        answers = list(crowd.map(lambda _: put(endpoint), range(48)))
    assert sorted({answer.status_code for answer in answers}) == [200, 201]
    assert [answer.status_code for answer in answers].count(201) == 1
    assert len({answer.content for answer in answers}) == 1
    assert len(endpoint.store.listed()) == 1


def test_concurrent_strangers_under_one_id_leave_the_first(endpoint: RunningEndpoint) -> None:
    both = [SEALED.data, OTHER_BYTES.data] * 12
    with ThreadPoolExecutor(12) as crowd:
        answers = list(crowd.map(lambda data: put(endpoint, data), both))
    (kept,) = endpoint.store.listed()
    for data, answer in zip(both, answers, strict=True):
        expected = {200, 201} if sha256(data).hexdigest() == kept.sha256 else {409}
        assert answer.status_code in expected


def test_crowd_of_submissions_is_stored_whole(endpoint: RunningEndpoint) -> None:
    def other(number: int) -> SealedSubmission:
        name = SubmissionId(f"00000000-0000-4000-8000-{number:012d}")
        return seal(sample_submission(id=name))

    many = [other(number) for number in range(40)]
    with ThreadPoolExecutor(8) as crowd:
        answers = crowd.map(lambda one: put(endpoint, one.data, one.submission.id), many)
    assert {answer.status_code for answer in answers} == {201}
    assert {row.sha256 for row in endpoint.store.listed()} == {one.sha256 for one in many}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"Authorization": None}, (401, "unauthorised")),
        ({"Authorization": "Bearer wrong"}, (401, "unauthorised")),
        ({"Authorization": "Bearer"}, (401, "unauthorised")),
        ({"Authorization": "Basic dXNlcjpwYXNz"}, (401, "unauthorised")),
        ({"Content_Digest": None}, (400, "missing_digest")),
        ({"Content_Digest": "md5=:AAAA:"}, (400, "missing_digest")),
        ({"Content_Digest": "sha-256=:A:"}, (400, "missing_digest")),
        ({"Content_Digest": digest(b"other")}, (400, "bad_digest")),
        ({"Content_Type": None}, (415, "unsupported_type")),
        ({"Content_Type": "application/json"}, (415, "unsupported_type")),
        ({"Content_Type": MEDIA_TYPE.replace("v=1", "v=2")}, (415, "unsupported_type")),
        ({"Content_Encoding": "br"}, (415, "unsupported_type")),
        ({"Content_Encoding": "gzip, gzip"}, (415, "unsupported_type")),
        ({"Content_Encoding": "gzip"}, (400, "bad_encoding")),
    ],
)
def test_put_is_refused_when_a_header_is_wrong(
    endpoint: RunningEndpoint, changes: dict[str, str | None], expected: tuple[int, str]
) -> None:
    assert problem(put(endpoint, **changes)) == expected
    assert endpoint.store.listed() == ()


def test_put_takes_the_media_type_however_it_is_spelt(endpoint: RunningEndpoint) -> None:
    spelt = MEDIA_TYPE.replace("; ", ";").replace("v=1", 'v="1"')
    assert put(endpoint, Content_Type=spelt).status_code == 201


def test_put_finds_its_digest_among_others(endpoint: RunningEndpoint) -> None:
    both = f"sha-512=:AAAA:, {digest(SEALED.data)}"
    assert put(endpoint, Content_Digest=both).status_code == 201


def _changed(**changes: object) -> bytes:
    return canonical_json(json.loads(SEALED.data) | changes)


@pytest.mark.parametrize(
    ("data", "reason", "field"),
    [
        (b"", "not_json", ""),
        (b"{}", "missing_field", "schema_version"),
        (SEALED.data + b" ", "not_canonical", ""),
        (_changed(schema_version=2), "newer_schema", "schema_version"),
        (_changed(host={"name": "x"}), "unknown_field", "host.name"),
        (_changed(participants={"total": 3}), "missing_field", "participants.total_up_to"),
        (_changed(id="11111111-5b1d-4c55-9a5e-0d7c5e1b2a10"), "other_id", "id"),
        (b"[" * 100_000, "not_json", ""),
    ],
)
def test_put_is_refused_when_the_body_is_no_submission(
    endpoint: RunningEndpoint, data: bytes, reason: str, field: str
) -> None:
    answer = put(endpoint, data)
    assert problem(answer) == (422, "invalid")
    assert (answer.json()["reason"], answer.json()["field"]) == (reason, field)
    assert endpoint.store.listed() == ()


def test_put_is_refused_when_the_body_is_too_large(endpoint: RunningEndpoint) -> None:
    answer = put(endpoint, b" " * (LARGEST_SUBMISSION + 1))
    assert problem(answer) == (413, "too_large")
    assert answer.json()["limit"] == LARGEST_SUBMISSION


def test_put_is_refused_when_a_body_without_length_grows_too_large(
    endpoint: RunningEndpoint,
) -> None:
    parts = (b" " * 65536 for _ in range(20))
    answer = httpx2.put(
        f"{endpoint.url}/feedback/{SEALED.submission.id}",
        content=parts,
        headers={"Authorization": f"Bearer {endpoint.token}", "Content-Type": MEDIA_TYPE},
        trust_env=False,
    )
    assert problem(answer) == (413, "too_large")


def test_put_is_refused_when_the_id_is_no_uuid(endpoint: RunningEndpoint) -> None:
    upper = SEALED.submission.id.upper()
    assert problem(put(endpoint, submission_id=upper)) == (400, "bad_id")


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("POST", "/feedback/x", (405, "method_not_allowed")),
        ("PATCH", "/feedback/x", (405, "method_not_allowed")),
        ("GET", "/", (404, "not_found")),
        ("PUT", "/feedback/a/b", (404, "not_found")),
    ],
)
def test_other_requests_are_problems_too(
    endpoint: RunningEndpoint, method: str, path: str, expected: tuple[int, str]
) -> None:
    answer = httpx2.request(method, endpoint.url + path, trust_env=False)
    assert problem(answer) == expected


def test_reading_needs_a_token_for_reading(endpoint: RunningEndpoint, database_url: str) -> None:
    put(endpoint)
    url = f"{endpoint.url}/feedback/{SEALED.submission.id}"

    def get(token: str, url: str = url) -> httpx2.Response:
        return httpx2.get(url, headers={"Authorization": f"Bearer {token}"}, trust_env=False)

    reader = add_token(database_url, "read")
    assert get(reader).content == SEALED.data
    assert problem(get(endpoint.token)) == (403, "forbidden")
    assert problem(put(endpoint, Authorization=f"Bearer {reader}")) == (403, "forbidden")
    assert problem(get(reader, f"{endpoint.url}/feedback/none")) == (404, "not_found")


@pytest.mark.parametrize("status", [429, 503])
def test_busy_endpoint_says_when_to_come_back(database_url: str, key: Path, status: int) -> None:
    def busy(_request: Request) -> Busy:
        return Busy(status=429 if status == 429 else 503, retry_after_s=90)

    with running_endpoint(database_url, key=key, busy=busy) as endpoint:
        answer = put(endpoint)
    assert problem(answer) == (status, "busy")
    assert answer.headers["retry-after"] == "90"


def test_endpoint_knows_its_key_its_tokens_and_its_rows_after_a_restart(
    database_url: str, key: Path
) -> None:
    with running_endpoint(database_url, key=key) as first:
        answer = put(first)
    with running_endpoint(database_url, key=key) as second:
        assert second.receipt_key == first.receipt_key
        again = put(replace(second, token=first.token))
    assert (again.status_code, again.content) == (200, answer.content)


def test_broken_database_is_busy_and_says_nothing_of_the_content(
    endpoint: RunningEndpoint, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE submission RENAME TO elsewhere"))
    engine.dispose()
    answer = put(endpoint)
    assert problem(answer) == (503, "busy")
    assert answer.headers["retry-after"] == "60"
    summary = SEALED.submission.observations.summary
    assert summary.encode() in SEALED.data
    assert summary not in caplog.text
    assert endpoint.token not in caplog.text
