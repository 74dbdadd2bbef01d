"""Proof 2: ``outbox send`` is killed (-9) at each point of a delivery, before, inside
and after each commit and at each stage of the exchange; the next run delivers exactly once.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from ogp_desktop import wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services.delivering import Sender, deliver_next
from tests.endurance import sender
from tests.endurance.sender import CLAIM, VERDICT
from tests.endurance.victims import INSIDE_US, KILLED, Victim, run_and_die, sending
from tests.support.clock import FixedClock
from tests.support.oracle import Kept, bytes_of, check_delivered_once, check_nothing_lost
from tests.support.queued import HERE, move_to, queue, small_submission
from tests.support.stub_server import Line, stub_server
from tests.support.workplaces import file_in, workplace_at

pytestmark = pytest.mark.slow
SMALL = small_submission()
SEALED = bytes_of(SMALL)


@contextmanager
def _endpoint(folder: Path) -> Iterator[RunningEndpoint]:
    with running_endpoint(f"sqlite:///{folder}/endpoint.db") as running:
        yield running


def _rows(endpoint: RunningEndpoint) -> dict[str, bytes]:
    return {row.id: endpoint.store.body(row.id) or b"" for row in endpoint.store.listed()}


def _drained(folder: Path, endpoint: RunningEndpoint, sealed: Mapping[str, bytes] = SEALED) -> None:
    """Start again a day later, with nothing in the way, and hold the oracle."""
    secrets = MemorySecrets()
    secrets.keep(HERE, endpoint.token)
    again = Sender(owner="again", open_gateway=wiring.gateways(secrets), jitter=lambda: 0.0)
    clock = FixedClock(datetime.now().astimezone() + timedelta(days=1))
    with workplace_at(folder, clock) as at:
        move_to(at, endpoint.url)
        for _ in range(3):
            while deliver_next(at, again) is not None:
                pass
            clock.advance(timedelta(hours=7))
    check_delivered_once(file_in(folder), sealed, _rows(endpoint))


def _queued(folder: Path, url: str, key: str) -> None:
    with workplace_at(folder, FixedClock(datetime.now().astimezone())) as at:
        queue(at, url, SMALL, key=key)


def _killed_on_the_line(
    context: BaseContext, folder: Path, line: Callable[[int, Victim], Line]
) -> tuple[Kept, int]:
    """Return what stands on disk after the death, and how many rows the endpoint had by then."""
    victim = Victim()
    with _endpoint(folder) as endpoint:
        port = int(endpoint.url.rpartition(":")[2])
        with stub_server(line(port, victim)) as stub:
            _queued(folder / "data", stub.url, endpoint.receipt_key)
            assert run_and_die(context, sending(folder / "data"), endpoint.token, victim) == KILLED
        rows = _rows(endpoint)
        kept = check_nothing_lost(file_in(folder / "data"), SEALED, rows)
        _drained(folder / "data", endpoint)
    return kept[str(SMALL.submission.id)], len(rows)


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (lambda port, victim: Line(read=0, then=victim.kill), 0),
        (lambda port, victim: Line(read=1200, forward_to=port, then=victim.kill), 0),
        (lambda port, victim: Line(then=victim.kill), 0),
        (lambda port, victim: Line(forward_to=port, write=0, then=victim.kill), 1),
        (lambda port, victim: Line(forward_to=port, write=17, then=victim.kill), 1),
        (lambda port, victim: Line(forward_to=port, write=250, then=victim.kill), 1),
    ],
    ids=["connect", "mid-body", "body sent", "stored", "status line", "mid-body of answer"],
)
def test_next_run_delivers_once_when_killed_on_the_line(
    tmp_path: Path, context: BaseContext, line: Callable[[int, Victim], Line], rows: int
) -> None:
    kept, stored = _killed_on_the_line(context, tmp_path, line)
    assert stored == rows
    # The worst was on disk before the socket opened.
    assert (kept.state, kept.attempts, kept.has_receipt) == ("sending", 1, False)


def _killed_at_a_commit(
    context: BaseContext, folder: Path, number: int, moment: str, after_us: int = 0
) -> tuple[Kept, int]:
    with _endpoint(folder) as endpoint:
        _queued(folder / "data", endpoint.url, endpoint.receipt_key)
        prepare = partial(sender.die_at_commit, number, moment, after_us)
        code = run_and_die(context, sending(folder / "data"), endpoint.token, prepare=prepare)
        # A commit may be quicker than the death that is meant for its inside.
        assert code == KILLED or (moment == "inside" and code == 0)
        rows = _rows(endpoint)
        kept = check_nothing_lost(file_in(folder / "data"), SEALED, rows)
        _drained(folder / "data", endpoint)
    return kept[str(SMALL.submission.id)], len(rows)


@pytest.mark.parametrize(
    ("number", "moment", "state", "rows"),
    [
        (CLAIM, "before", "ready", 0),
        (CLAIM, "after", "sending", 0),
        (VERDICT, "before", "sending", 1),
        (VERDICT, "after", "confirmed", 1),
    ],
    ids=["before the lease", "after the lease", "before the receipt", "after the receipt"],
)
def test_next_run_delivers_once_when_killed_beside_a_commit(
    tmp_path: Path, context: BaseContext, number: int, moment: str, state: str, rows: int
) -> None:
    kept, stored = _killed_at_a_commit(context, tmp_path, number, moment)
    assert (kept.state, stored) == (state, rows)


@pytest.mark.parametrize("number", [CLAIM, VERDICT], ids=["lease", "receipt"])
@pytest.mark.parametrize("after_us", INSIDE_US)
def test_next_run_delivers_once_when_killed_inside_a_commit(
    tmp_path: Path, context: BaseContext, number: int, after_us: int
) -> None:
    kept, stored = _killed_at_a_commit(context, tmp_path, number, "inside", after_us)
    if number == VERDICT:
        assert stored == 1
        assert kept.state in {"sending", "confirmed"}
    else:
        assert kept.state in {"ready", "sending", "confirmed"}


@pytest.mark.parametrize(
    ("moment", "states"),
    [("before", ("sending", "ready")), ("after", ("confirmed", "sending"))],
)
def test_verdict_and_the_next_claim_are_there_together_or_not_at_all(
    tmp_path: Path, context: BaseContext, moment: str, states: tuple[str, str]
) -> None:
    both = [small_submission(number) for number in (1, 2)]
    sealed, data = bytes_of(*both), tmp_path / "data"
    with _endpoint(tmp_path) as endpoint:
        with workplace_at(data, FixedClock(datetime.now().astimezone())) as at:
            queue(at, endpoint.url, *both, key=endpoint.receipt_key)
        prepare = partial(sender.die_at_commit, VERDICT, moment)
        assert run_and_die(context, sending(data), endpoint.token, prepare=prepare) == KILLED
        kept = check_nothing_lost(file_in(data), sealed, _rows(endpoint))
        assert tuple(kept[str(one.submission.id)].state for one in both) == states
        assert len(_rows(endpoint)) == 1  # nothing of the second one left
        _drained(data, endpoint, sealed)
