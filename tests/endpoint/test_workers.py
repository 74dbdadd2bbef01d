"""Several workers on one port and one PostgreSQL: stateless, replaced when they die."""

import time
from pathlib import Path

import psutil
import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.endpoint.organising import list_submissions
from ogp_desktop.endpoint.serve import add_token, serve
from tests.endurance.endpoint_soak import soak
from tests.support.delivering import parcel
from tests.support.endpoint_process import PATIENCE_S, served
from tests.support.postgres import why_not


def test_sqlite_has_one_worker(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        serve(f"sqlite:///{tmp_path}/endpoint.db", workers=2)
    assert caught.value.code == "one_worker_only"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_delivery_goes_on_when_workers_are_killed(postgres_url: str, key: Path) -> None:
    token = add_token(postgres_url, "submit")
    with served(postgres_url, key, "--workers", "2") as url:
        assert _sent(url, token).kind is OutcomeKind.CONFIRMED
        killed = _workers()
        assert len(killed) == 2
        for one in killed:
            one.kill()
        until = time.monotonic() + PATIENCE_S
        while (outcome := _sent(url, token)).kind is not OutcomeKind.CONFIRMED:
            assert time.monotonic() < until, outcome
        assert outcome.status == 200
        assert not {one.pid for one in _workers()} & {one.pid for one in killed}
    psutil.wait_procs(left := _workers(), PATIENCE_S)
    assert not any(one.is_running() for one in left)
    assert len(list_submissions(postgres_url)) == 1


def _sent(url: str, token: str) -> Outcome:
    gateway = JsonPut(url, token=token)
    try:
        return gateway.deliver(parcel(), deadline_s=PATIENCE_S)
    finally:
        gateway.close()


def _workers() -> list[psutil.Process]:
    """Return the running workers, which are the processes that a process of ours has made."""
    serving = (one for one in psutil.Process().children() if "serve" in one.cmdline())
    made = (one for parent in serving for one in parent.children())
    return [one for one in made if any("spawn_main" in part for part in one.cmdline())]


@pytest.mark.slow
def test_soak_of_concurrent_twins_leaves_one_row_each() -> None:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    soaked = soak(300, workers=2, twins=3, lanes=4, is_durable=False)
    assert soaked.is_clean, soaked
    assert (soaked.rows, soaked.mismatches) == (300, 0)
    assert soaked.statuses == {"200": 600, "201": 300}
