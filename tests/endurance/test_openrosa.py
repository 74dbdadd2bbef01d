"""Proof 5: an outbox on its way to a server like Central that does its worst.

A third of the requests are broken off, the server is killed four times, its form is closed and
opened, the key revoked, taken off the form and renewed, a version of the form retired, and one
record deleted. ``OPENROSA_ITEMS=300`` is the number of the test as it is written down.
"""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Delivered, Sender, Watch, deliver_due
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import gateways
from tests.support.central import Central, CentralProcess
from tests.support.clock import FixedClock
from tests.support.openrosa import KEY, fill_outbox, keyed_url, set_server
from tests.support.workplaces import begun, workplace_at

ITEMS = int(os.environ.get("OPENROSA_ITEMS", "60"))
FAULTS = 0.35
RUN = 4
"""Enough for one to be written down while another is on its way."""
KILLS = 4
RENEWED = "renewed" + "r" * 57
pytestmark = pytest.mark.slow


class Ordeal:
    """One outbox, one server, and what is done to them while it drains."""

    def __init__(self, at: Workplace, clock: FixedClock, folder: Path) -> None:
        self.at, self.clock = at, clock
        self.central = Central(folder / "central.sqlite3")
        self.central.set(
            keys=KEY,
            assigned=KEY,
            form="ogp-strategy-2022",
            versions="1.0.0-1",
            state="open",
            faults=str(FAULTS),
        )
        self.process = CentralProcess(self.central.path)
        self.secrets = MemorySecrets()
        self.sender = Sender(
            owner="soak", open_gateway=gateways(self.secrets), jitter=lambda: 0.5, deadline_s=20
        )
        self.gateways = OpenGateways(self.sender.open_gateway)
        self.seen: set[DestinationState] = set()
        self.requests = 0

    def set_key(self, key: str, to: Destination | None = None) -> Destination:
        """Set the address with its key, as the person does who got a new one."""
        known = {} if to is None else {"destination_id": to.id}
        kept = set_server(self.at, self.secrets, keyed_url(self.process.port, key), **known)
        addressing.send_all_held(self.at, destination_id=kept.id)  # with another key one is asked
        return kept

    def step(self) -> None:
        """Try some of what is due; where nothing is, let time pass."""
        before = self.requests
        watch = Watch(delivered=self._look, may_go_on=lambda: self.requests < before + RUN)
        deliver_due(self.at, self.sender, self.gateways, watch)
        if self.requests == before:
            self.clock.advance(timedelta(minutes=20))

    def _look(self, done: Delivered) -> None:
        self.requests += 1
        with self.at.store.reading() as unit:
            assert done.item.destination_id is not None
            self.seen.add(unit.destinations.health(done.item.destination_id).state)

    def until(self, is_reached: Callable[[], bool]) -> None:
        """Go on until this is so; a step at a time, within reason."""
        for _ in range(40 * ITEMS):
            if is_reached():
                return
            self.step()
        raise AssertionError("it never came to that")

    def blocked(self, state: DestinationState) -> Callable[[], bool]:
        """Tell whether the destination came to this since this was asked for."""
        self.seen.discard(state)
        return lambda: state in self.seen

    def states(self) -> dict[str, OutboxState]:
        """Return where every submission stands."""
        with self.at.store.reading() as unit:
            return {item.submission_id: item.state for item in unit.outbox.items()}

    def confirmed(self, share: float) -> Callable[[], bool]:
        """Tell whether this share of all was confirmed."""
        wanted = share * ITEMS

        def is_reached() -> bool:
            return list(self.states().values()).count(OutboxState.CONFIRMED) >= wanted

        return is_reached


@pytest.fixture
def ordeal(tmp_path: Path) -> Iterator[Ordeal]:
    clock = FixedClock()
    with workplace_at(tmp_path / "data", clock) as at:
        made = Ordeal(at, clock, tmp_path)
        made.process.start()
        yield made
        made.gateways.rest()
        made.process.kill()


def test_nothing_is_lost_and_nothing_is_there_twice(ordeal: Ordeal) -> None:
    to = ordeal.set_key(KEY)
    conversation_id = begun(ordeal.at)
    fill_outbox(ordeal.at, conversation_id, to, ITEMS)
    with ordeal.at.store.reading() as unit:
        frozen = {
            item.submission_id: unit.frozen.of(item.submission_id, to.id)
            for item in unit.outbox.items()
        }
    for kill in range(KILLS):
        ordeal.until(ordeal.confirmed(0.05 * (kill + 1)))
        ordeal.process.kill()
        for _ in range(3):
            ordeal.step()
        ordeal.process.start()
    _close_revoke_and_retire(ordeal, to)
    lost = _deleted_behind_our_back(ordeal)
    ordeal.until(lambda: set(ordeal.states().values()) <= _ENDS)

    states = ordeal.states()
    assert {one for one, state in states.items() if state is OutboxState.ATTENTION} == {lost}
    stored = ordeal.central.stored()
    assert set(stored) == set(states) - {lost}
    bodies = {(one, digest) for one, digest, _ in ordeal.central.posts()}
    assert len(bodies) == ITEMS  # one body for each id, over all attempts (test 11)
    for one, made in frozen.items():
        assert made is not None
        assert (one, made.sha256) in bodies
        if one != lost:
            assert stored[one].xml in made.data
    with ordeal.at.store.reading() as unit:
        for item in unit.outbox.items():
            receipt = unit.outbox.receipt(item.id)
            assert (receipt is None) is (item.submission_id == lost)
            sealed = unit.outbox.submission(item.submission_id)
            assert sha256_hex(sealed.body) == sealed.sha256
    assert ordeal.central.lies(), "no twin was told a lie: the soak was too easy"
    assert ordeal.requests > ITEMS * 1.2


_ENDS = {OutboxState.CONFIRMED, OutboxState.ATTENTION}


def _close_revoke_and_retire(ordeal: Ordeal, to: Destination) -> None:
    central = ordeal.central
    ordeal.until(ordeal.confirmed(0.3))
    central.set(state="closed")
    ordeal.until(ordeal.blocked(DestinationState.CLOSED))
    central.set(state="open")
    ordeal.until(ordeal.confirmed(0.45))
    central.set(keys="another")  # revoked: 403, also to HEAD
    ordeal.until(ordeal.blocked(DestinationState.AUTH))
    central.set(keys=RENEWED, assigned=RENEWED)
    ordeal.set_key(RENEWED, to)
    ordeal.until(ordeal.confirmed(0.6))
    central.set(assigned="")  # HEAD still says 204, POST says 401
    ordeal.until(ordeal.blocked(DestinationState.AUTH))
    central.set(assigned=RENEWED)
    ordeal.until(ordeal.confirmed(0.7))
    central.set(versions="2.0.0-1")  # ours was retired
    ordeal.until(ordeal.blocked(DestinationState.CLOSED))
    central.set(versions="1.0.0-1 2.0.0-1")
    ordeal.until(ordeal.confirmed(0.8))


def _deleted_behind_our_back(ordeal: Ordeal) -> str:
    """Let one be stored whose receipt was lost, and then deleted there: that needs a person."""
    waiting = [one for one, state in ordeal.states().items() if state is not OutboxState.CONFIRMED]
    lost = min(waiting, key=UUID)
    with ordeal.central.open() as file:
        file.execute("INSERT OR REPLACE INTO instance VALUES (?, 'gone', NULL, 1, 1)", (lost,))
    return lost
