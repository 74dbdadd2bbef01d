"""Taking back: the words go for good, a mark stays, and only who holds the bytes may ask."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx2
import psycopg
import pytest

from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.withdrawal import withdrawal_proof
from ogp_desktop.domain.withdrawn import SignedWithdrawn, judge_withdrawn, withdrawn_time
from ogp_desktop.endpoint.organising import compact, list_submissions
from ogp_desktop.endpoint.serve import RunningEndpoint, add_token
from tests.support.asking import hand_over, numbered, problem, put
from tests.support.delivering import SEALED
from tests.support.submissions import NOW, sample_submission

pytestmark = pytest.mark.slow

PROOF = withdrawal_proof(SEALED.data)


def _withdraw(
    endpoint: RunningEndpoint,
    submission_id: str = SEALED.submission.id,
    *,
    proof: str | None = PROOF,
    token: str | None = None,
) -> httpx2.Response:
    headers = {"Authorization": f"Bearer {token or endpoint.token}"}
    headers |= {} if proof is None else {"Withdrawal-Proof": proof}
    url = f"{endpoint.url}/feedback/{submission_id}"
    return httpx2.delete(url, headers=headers, trust_env=False)


def test_withdrawn_submission_is_gone_for_organisers_and_never_taken_again(
    endpoint: RunningEndpoint, database_url: str
) -> None:
    put(endpoint)
    assert _withdraw(endpoint).status_code == 200
    assert problem(put(endpoint)) == (410, "withdrawn")
    reader = {"Authorization": f"Bearer {add_token(database_url, 'read')}"}

    def get(path: str) -> httpx2.Response:
        return httpx2.get(endpoint.url + path, headers=reader, trust_env=False)

    assert problem(get(f"/feedback/{SEALED.submission.id}")) == (410, "withdrawn")
    assert get("/feedback").json() == {"feedback": [], "next": None}
    assert get("/export/feedback.jsonl").content == b""
    assert len(get("/export/feedback.csv").text.splitlines()) == 1
    assert list_submissions(database_url) == ()


def test_repeat_of_a_withdrawal_is_told_that_it_is_done(endpoint: RunningEndpoint) -> None:
    put(endpoint)
    first, again = _withdraw(endpoint), _withdraw(endpoint)
    assert problem(again) == (410, "withdrawn")
    # The same proof, signed with the key that signs receipts.
    assert {name: again.json()[name] for name in first.json()} == first.json()
    verify = ed25519_verifier(endpoint.receipt_key)
    for answer in (first, again):
        judged = judge_withdrawn(
            answer.status_code,
            answer.headers["content-type"],
            answer.content,
            submission_id=SEALED.submission.id,
            verify=verify,
        )
        assert isinstance(judged, SignedWithdrawn)
        assert judged.is_verified
        assert withdrawn_time(judged.statement) > NOW


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        (None, (428, "proof_needed")),
        (SEALED.sha256, (403, "wrong_proof")),
        (withdrawal_proof(b"other"), (403, "wrong_proof")),
    ],
)
def test_withdrawal_is_refused_without_the_proof_of_holding_the_bytes(
    endpoint: RunningEndpoint, proof: str | None, expected: tuple[int, str]
) -> None:
    put(endpoint)
    assert problem(_withdraw(endpoint, proof=proof)) == expected
    assert endpoint.store.body(SEALED.submission.id) == SEALED.data


def test_withdrawal_is_refused_to_a_reader(endpoint: RunningEndpoint, database_url: str) -> None:
    put(endpoint)
    reader = add_token(database_url, "read")
    assert problem(_withdraw(endpoint, token=reader)) == (403, "forbidden")


def test_withdrawal_of_what_never_came_is_not_found(endpoint: RunningEndpoint) -> None:
    assert problem(_withdraw(endpoint)) == (404, "not_stored")
    assert put(endpoint).status_code == 201


def test_withdrawal_and_repeats_at_once_leave_it_withdrawn(endpoint: RunningEndpoint) -> None:
    put(endpoint)
    asks = [lambda: put(endpoint), lambda: _withdraw(endpoint)] * 6
    with ThreadPoolExecutor(len(asks)) as crowd:
        answers = list(crowd.map(lambda ask: ask(), asks))
    assert {answer.status_code for answer in answers} <= {200, 410}
    assert sum(answer.status_code == 200 for answer in answers[1::2]) == 1
    assert problem(put(endpoint)) == (410, "withdrawn")


def test_withdrawn_words_are_in_no_file_of_the_database(
    endpoint: RunningEndpoint, database_url: str, database_files: Path
) -> None:
    canary = random.Random(5).randbytes(3000).hex()  # so that nothing can pack it
    told = numbered(1, host=replace(sample_submission().host, organisation=canary))
    others = [numbered(number) for number in range(2, 12)]
    hand_over(endpoint, told, *others)
    assert _files_with(canary[:32], database_files, database_url)
    proof = withdrawal_proof(told.data)
    assert _withdraw(endpoint, told.submission.id, proof=proof).status_code == 200
    if database_url.startswith("sqlite"):  # elsewhere free space is overwritten in time
        assert _files_with(canary[:32], database_files, database_url) == []
    compact(database_url)
    assert _files_with(canary[:32], database_files, database_url) == []
    assert len(list_submissions(database_url)) == len(others)


def _files_with(text: str, folder: Path, database_url: str) -> list[Path]:
    if not database_url.startswith("sqlite"):
        with psycopg.connect(database_url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("CHECKPOINT")  # so that all is in the files
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file for file in files if text.encode() in file.read_bytes()]
