"""Proof 2, for a server like ODK Central: ``outbox send`` is killed (-9) at each stage
of the question and of the post, and before, inside and after each commit; the next run delivers
exactly once, by the very bytes that were frozen.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_due
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.wiring import gateways
from tests.endurance import sender
from tests.endurance.sender import CLAIM, VERDICT
from tests.endurance.victims import INSIDE_US, KILLED, Victim, run_and_die, sending
from tests.support.central import Central, central_server
from tests.support.clock import FixedClock
from tests.support.openrosa import KEY, fill_outbox, frozen_of, keyed_url, set_server, submission_of
from tests.support.stub_server import Line, stub_server
from tests.support.workplaces import begun, workplace_at

pytestmark = pytest.mark.slow
ID = str(submission_of(0).id)
FROZEN = frozen_of(submission_of(0))
MID_BODY = 2_000
"""More than the head of a post, and less than the whole of it."""


def _central(folder: Path) -> Central:
    made = Central(folder / "central.sqlite3")
    made.set(keys=KEY, assigned=KEY, form="ogp-strategy-2022", versions="1.0.0-1", state="open")
    return made


def _queued(folder: Path, port: int) -> None:
    with workplace_at(folder, FixedClock(datetime.now().astimezone())) as at:
        fill_outbox(at, begun(at), set_server(at, MemorySecrets(), keyed_url(port)), 1)


def _kept(folder: Path) -> tuple[OutboxState, int]:
    """Return where the item stands, having held what may never change."""
    clock = FixedClock(datetime.now().astimezone())
    with workplace_at(folder, clock) as at, at.store.reading() as unit:
        (item,) = unit.outbox.items()
        sealed = unit.outbox.submission(item.submission_id)
        assert sha256_hex(sealed.body) == sealed.sha256
        assert item.destination_id is not None
        assert unit.frozen.of(item.submission_id, item.destination_id) == FROZEN
        receipt = unit.outbox.receipt(item.id)
        assert (receipt is not None) is (item.state is OutboxState.CONFIRMED)
    return item.state, item.attempts


def _drained(folder: Path, port: int, central: Central) -> None:
    """Start again a day later, with nothing in the way, and hold the oracle."""
    secrets = MemorySecrets()
    clock = FixedClock(datetime.now().astimezone() + timedelta(days=1))
    again = Sender(owner="again", open_gateway=gateways(secrets), jitter=lambda: 0.0)
    with workplace_at(folder, clock, first_id=500) as at:
        (to,) = addressing.destinations(at)
        set_server(at, secrets, keyed_url(port), destination_id=to.id)
        addressing.send_all_held(at, destination_id=to.id)
        for _ in range(3):
            deliver_due(at, again, OpenGateways(again.open_gateway))
            clock.advance(timedelta(hours=7))
            addressing.send_all_held(at, destination_id=to.id)
    assert _kept(folder)[0] is OutboxState.CONFIRMED
    stored = central.stored()
    assert set(stored) == {ID}
    assert stored[ID].xml in FROZEN.data
    whole = {(one, digest) for one, digest, _ in central.posts() if one}  # half a post has no id
    assert whole == {(ID, FROZEN.sha256)}


@pytest.mark.parametrize(
    ("question", "post", "rows"),
    [
        (Line(read=0), None, 0),
        (Line(), None, 0),
        (Line(write=17), None, 0),
        (Line(), Line(read=0), 0),
        (Line(), Line(read=MID_BODY), 0),
        (Line(), Line(), 0),
        (Line(), Line(write=0), 1),
        (Line(), Line(write=17), 1),
        (Line(), Line(write=200), 1),
    ],
    ids=[
        "connect",
        "question sent",
        "question half answered",
        "connect for the post",
        "mid-body",
        "body sent",
        "stored",
        "status line",
        "mid-body of answer",
    ],
)
def test_next_run_delivers_once_when_killed_on_the_line(
    tmp_path: Path, context: BaseContext, question: Line, post: Line | None, rows: int
) -> None:
    victim, central, data = Victim(), _central(tmp_path), tmp_path / "data"
    with central_server(central) as port:
        with stub_server(*_script(question, post, rows, port, victim.kill)) as stub:
            _queued(data, stub.port)
            assert run_and_die(context, sending(data), KEY, victim) == KILLED
        # The worst was on disk before the socket opened.
        assert _kept(data) == (OutboxState.SENDING, 1)
        assert len(central.stored()) == rows
        _drained(data, port, central)


def _script(
    question: Line, post: Line | None, rows: int, port: int, kill: Callable[[], None]
) -> list[Line]:
    """Return the lines of the two requests: the last one kills."""
    if post is None:
        reaches = question.write is not None
        return [replace(question, forward_to=port if reaches else None, then=kill)]
    reaches = rows > 0 or post.read == MID_BODY
    asked = Line(forward_to=port, says_close=True)
    return [asked, replace(post, forward_to=port if reaches else None, then=kill)]


@pytest.mark.parametrize(
    ("number", "moment", "state", "rows"),
    [
        (CLAIM, "before", OutboxState.READY, 0),
        (CLAIM, "after", OutboxState.SENDING, 0),
        (VERDICT, "before", OutboxState.SENDING, 1),
        (VERDICT, "after", OutboxState.CONFIRMED, 1),
    ],
    ids=["before the lease", "after the lease", "before the receipt", "after the receipt"],
)
def test_next_run_delivers_once_when_killed_beside_a_commit(
    tmp_path: Path, context: BaseContext, number: int, moment: str, state: OutboxState, rows: int
) -> None:
    found, stored = _killed_at_a_commit(context, tmp_path, number, moment)
    assert (found, stored) == (state, rows)


@pytest.mark.parametrize("number", [CLAIM, VERDICT], ids=["lease", "receipt"])
@pytest.mark.parametrize("after_us", INSIDE_US)
def test_next_run_delivers_once_when_killed_inside_a_commit(
    tmp_path: Path, context: BaseContext, number: int, after_us: int
) -> None:
    found, stored = _killed_at_a_commit(context, tmp_path, number, "inside", after_us)
    ends = {OutboxState.SENDING, OutboxState.CONFIRMED}
    assert found in (ends if number == VERDICT else ends | {OutboxState.READY})
    assert stored == 1 or number == CLAIM


def _killed_at_a_commit(
    context: BaseContext, folder: Path, number: int, moment: str, after_us: int = 0
) -> tuple[OutboxState, int]:
    central, data = _central(folder), folder / "data"
    with central_server(central) as port:
        _queued(data, port)
        prepare = partial(sender.die_at_commit, number, moment, after_us)
        code = run_and_die(context, sending(data), KEY, prepare=prepare)
        # A commit may be quicker than the death that is meant for its inside.
        assert code == KILLED or (moment == "inside" and code == 0)
        found, stored = _kept(data)[0], len(central.stored())
        _drained(data, port, central)
    return found, stored
