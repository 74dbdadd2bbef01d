"""``outbox send`` is killed (-9) while one item is on the wire and the file writes down the one
before it and claims the one after, at each of these commits and at each stage of that request; at
most two items are left as being sent, and the next run delivers each exactly once.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from ogp_desktop import wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.services.delivering import Sender, deliver_due
from ogp_desktop.services.open_gateways import OpenGateways
from tests.endurance import sender
from tests.endurance.victims import INSIDE_US, KILLED, Victim, run_and_die, sending
from tests.support.clock import FixedClock
from tests.support.ledger import Ledger, Request, running_ledger
from tests.support.oracle import (
    bytes_of,
    check_delivered_once,
    check_nothing_lost,
    check_same_bytes,
)
from tests.support.queued import HERE, move_to, queue, small_submission
from tests.support.stub_server import Line, stub_server
from tests.support.workplaces import file_in, workplace_at

pytestmark = pytest.mark.slow
ITEMS = 6
SEALED = [small_submission(number) for number in range(1, ITEMS + 1)]
BYTES = bytes_of(*SEALED)
FIRST_BESIDE = 2
"""This commit claims item 2 while item 1 is on the wire. Each one after it, of number n, writes
down item n - 2 and claims item n while item n - 1 is on the wire.
"""


def _queued(folder: Path, url: str, key: str) -> None:
    with workplace_at(folder, FixedClock(datetime.now().astimezone())) as at:
        queue(at, url, *SEALED, key=key)


def _states(folder: Path, ledger: Ledger) -> list[str]:
    kept = check_nothing_lost(file_in(folder), BYTES, ledger.rows)
    return [kept[str(one.submission.id)].state for one in SEALED]


def _drained(folder: Path, ledger: Ledger) -> None:
    """Start again a day later, with nothing in the way, and hold the oracle."""
    ledger.fault = None
    secrets = MemorySecrets()
    secrets.keep(HERE, "code")
    again = Sender(owner="again", open_gateway=wiring.gateways(secrets), jitter=lambda: 0.0)
    clock = FixedClock(datetime.now().astimezone() + timedelta(days=1))
    with workplace_at(folder, clock) as at:
        move_to(at, ledger.url)
        for _ in range(3):
            deliver_due(at, again, OpenGateways(again.open_gateway))
            clock.advance(timedelta(hours=7))
    check_delivered_once(file_in(folder), BYTES, ledger.rows)
    check_same_bytes(ledger, BYTES)


def _killed_at(
    context: BaseContext, folder: Path, number: int, moment: str, after_us: int = 0
) -> list[str]:
    """Kill it at this commit, when the request that it goes beside has been stored."""
    is_time = context.Event()

    def tell(ledger: Ledger, request: Request) -> None:
        if len(ledger.seen) == number:
            ledger.stored(request)
            is_time.set()

    with running_ledger(folder, tell) as ledger:
        _queued(folder / "data", ledger.url, ledger.signer.public_key)
        prepare = partial(sender.die_at_commit, number, moment, after_us, is_time)
        code = run_and_die(context, sending(folder / "data"), "code", prepare=prepare)
        # A commit may be quicker than the death that is meant for its inside.
        assert code == KILLED or (moment == "inside" and code == 0)
        states = _states(folder / "data", ledger)
        _drained(folder / "data", ledger)
    return states


@pytest.mark.parametrize("number", range(FIRST_BESIDE, ITEMS))
@pytest.mark.parametrize("moment", ["before", "after"])
def test_next_run_delivers_once_when_killed_beside_a_commit_beside_a_request(
    tmp_path: Path, context: BaseContext, number: int, moment: str
) -> None:
    states = _killed_at(context, tmp_path, number, moment)
    written = number - 2 if moment == "before" else number - 1
    claimed = number if moment == "before" else number + 1
    if number == FIRST_BESIDE:  # what came before it is written down already
        written = 1
    expected = ["confirmed"] * written + ["sending"] * (claimed - written)
    assert states == expected + ["ready"] * (ITEMS - claimed)
    assert states.count("sending") <= 2


@pytest.mark.parametrize("number", [FIRST_BESIDE, FIRST_BESIDE + 2])
@pytest.mark.parametrize("after_us", INSIDE_US)
def test_next_run_delivers_once_when_killed_inside_a_commit_beside_a_request(
    tmp_path: Path, context: BaseContext, number: int, after_us: int
) -> None:
    states = _killed_at(context, tmp_path, number, "inside", after_us)
    assert states.count("sending") <= 2


@pytest.mark.parametrize(
    "line",
    [
        lambda port, victim: Line(read=0, then=victim.kill),
        lambda port, victim: Line(read=1200, forward_to=port, then=victim.kill),
        lambda port, victim: Line(then=victim.kill),
        lambda port, victim: Line(forward_to=port, write=0, then=victim.kill),
        lambda port, victim: Line(forward_to=port, write=17, then=victim.kill),
        lambda port, victim: Line(forward_to=port, write=250, then=victim.kill),
    ],
    ids=["connect", "mid-body", "body sent", "stored", "status line", "mid-body of answer"],
)
def test_next_run_delivers_once_when_killed_on_the_line_while_the_file_is_at_work(
    tmp_path: Path, context: BaseContext, line: Callable[[int, Victim], Line]
) -> None:
    victim, data = Victim(), tmp_path / "data"
    with running_ledger(tmp_path) as ledger:
        well = [Line(forward_to=ledger.port, says_close=True)] * 3
        with stub_server(*well, line(ledger.port, victim)) as stub:
            _queued(data, stub.url, ledger.signer.public_key)
            assert run_and_die(context, sending(data), "code", victim) == KILLED
        states = _states(data, ledger)
        assert states[:2] == ["confirmed"] * 2
        assert states[2] in {"confirmed", "sending"}  # its receipt came, and may be unwritten
        assert states[3] == "sending"
        assert states[4] in {"sending", "ready"}
        assert states.count("sending") <= 2
        assert states[5] == "ready"
        _drained(data, ledger)
