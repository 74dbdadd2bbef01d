"""Several workers on one PostgreSQL: each submission is stored once, whoever comes first."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.sealing import SealedSubmission, seal
from ogp_desktop.endpoint.organising import export_submissions, list_submissions
from ogp_desktop.endpoint.serve import add_token
from ogp_desktop.endpoint.signing import signer_at
from ogp_desktop.endpoint.store import Store
from tests.support.delivering import SEALED, parcel
from tests.support.endpoint_process import PATIENCE_S, served
from tests.support.submissions import sample_submission

pytestmark = pytest.mark.slow


def sealed(number: int) -> SealedSubmission:
    """Return one more submission."""
    new_id = SubmissionId(f"7f3e92c4-5b1d-4c55-9a5e-{number:012d}")
    return seal(sample_submission(id=new_id))


def test_one_row_is_stored_when_two_workers_receive_it_at_once(
    postgres_url: str, key: Path
) -> None:
    token, verify = add_token(postgres_url, "submit"), ed25519_verifier(signer_at(key).public_key)
    rounds, twins = 20, 4
    with served(postgres_url, key) as one, served(postgres_url, key) as two:
        gateways = [JsonPut((one, two)[n % 2], token=token, verify=verify) for n in range(twins)]
        both = threading.Barrier(twins)

        def send(gateway: JsonPut, what: SealedSubmission) -> Outcome:
            both.wait(PATIENCE_S)
            return gateway.deliver(parcel(what), deadline_s=PATIENCE_S)

        with ThreadPoolExecutor(twins) as pool:
            for number in range(rounds):
                what = sealed(number)
                told = list(pool.map(send, gateways, [what] * twins))
                assert sorted(one.status or 0 for one in told) == [200] * (twins - 1) + [201]
                assert len({one.receipt for one in told}) == 1
        for gateway in gateways:
            gateway.close()
    assert len(list_submissions(postgres_url)) == rounds


def test_first_bytes_stay_when_two_workers_receive_others_under_one_id(
    postgres_url: str, key: Path, tmp_path: Path
) -> None:
    token = add_token(postgres_url, "submit")
    other = seal(sample_submission(app_version="0.1.1"))
    with served(postgres_url, key) as one, served(postgres_url, key) as two:
        gateways = JsonPut(one, token=token), JsonPut(two, token=token)
        with ThreadPoolExecutor(2) as pool:
            told = list(
                pool.map(
                    lambda gateway, what: gateway.deliver(parcel(what), deadline_s=PATIENCE_S),
                    gateways,
                    (SEALED, other),
                )
            )
        for gateway in gateways:
            gateway.close()
    assert {one.kind for one in told} == {OutcomeKind.CONFIRMED, OutcomeKind.CONFLICT}
    assert export_submissions(postgres_url, tmp_path / "out") == 1
    first = SEALED if told[0].kind is OutcomeKind.CONFIRMED else other
    assert (tmp_path / "out" / f"{SEALED.submission.id}.json").read_bytes() == first.data


def test_workers_that_start_at_once_share_the_tables(postgres_url: str) -> None:
    count = 8
    together = threading.Barrier(count)

    def open_store(_number: int) -> None:
        together.wait(PATIENCE_S)
        Store(postgres_url).close()

    with ThreadPoolExecutor(count) as pool:
        list(pool.map(open_store, range(count)))
    assert list_submissions(postgres_url) == ()


def test_worker_goes_on_when_the_server_dropped_its_connections(
    postgres_url: str, key: Path
) -> None:
    import psycopg

    token = add_token(postgres_url, "submit")
    with served(postgres_url, key) as url:
        gateway = JsonPut(url, token=token)
        assert gateway.deliver(parcel(SEALED), deadline_s=PATIENCE_S).status == 201
        address = postgres_url.replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        assert gateway.deliver(parcel(SEALED), deadline_s=PATIENCE_S).status == 200
        gateway.close()
