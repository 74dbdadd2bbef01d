"""While one item is on the wire the file writes down the one before it and claims the one after.

What must hold of every delivery is held here against that, over real connections and with a real
file: nothing is sent unclaimed, nothing follows trouble, nothing is lost.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.services.delivering import Delivered, Watch
from tests.support.ledger import RESET, Ledger, Request, reply, running_ledger
from tests.support.oracle import bytes_of
from tests.support.overlapped import (
    BESIDE,
    ITEMS,
    SEALED,
    TROUBLE,
    TROUBLED,
    Answer,
    Drain,
    drain_in,
    meet_trouble,
    number_of,
    refuse,
    refuse_once,
)
from tests.support.queued import HERE, item_id_of
from tests.support.quick_line import PATIENCE_S, wait_until

Patch = pytest.MonkeyPatch
PROBLEM = "application/problem+json"


@pytest.fixture
def drain(tmp_path: Path) -> Iterator[Drain]:
    with drain_in(tmp_path) as made:
        yield made


def test_one_before_is_written_and_one_after_claimed_while_one_is_on_the_wire(drain: Drain) -> None:
    def held(_ledger: Ledger, request: Request) -> None:
        number = number_of(request)
        around = ["confirmed", "sending", "sending"][: ITEMS - number + 1]
        wait_until(lambda: drain.states()[number - 1 : number + 2] == around)
        assert drain.states().count("sending") == len(around) - 1

    drain.answers = dict.fromkeys(range(2, ITEMS), held)
    drain.go()
    assert drain.asked == list(range(ITEMS))
    drain.finish()
    assert len(drain.ledger.seen) == ITEMS


@pytest.mark.parametrize("answer", TROUBLE.values(), ids=TROUBLE)
def test_nothing_comes_behind_when_the_destination_is_in_trouble(
    drain: Drain, answer: Answer
) -> None:
    meet_trouble(drain, answer)


@pytest.mark.parametrize("status", [409, 422, 500])
def test_trouble_of_one_item_keeps_no_other_waiting(drain: Drain, status: int) -> None:
    drain.answers[TROUBLED] = lambda _ledger, _request: reply(status, b"{}", PROBLEM)
    drain.go()
    assert drain.asked == list(range(ITEMS))
    states = drain.states()
    del states[TROUBLED]
    assert set(states) == {"confirmed"}


def test_verdict_is_written_with_the_next_when_the_file_says_no_beside_a_request(
    drain: Drain, monkeypatch: Patch
) -> None:
    refuse_once(drain, monkeypatch)


def test_file_that_says_no_from_then_on_ends_it_and_loses_and_doubles_nothing(
    drain: Drain, monkeypatch: Patch
) -> None:
    with monkeypatch.context() as patch:
        refuse(patch, BESIDE, 99)
        with pytest.raises(Trouble, match="disk_full"):
            drain.go()
    assert drain.asked == [0, 1, 2, 3]
    assert drain.states() == ["confirmed"] * 2 + ["sending"] * 2 + ["ready"] * 3
    drain.clock.advance(timedelta(days=1))  # the leases die
    drain.finish()


def test_what_is_on_the_wire_is_cut_off_and_written_down_when_a_person_interrupts(
    drain: Drain,
) -> None:
    is_over = Event()

    def hang(_ledger: Ledger, _request: Request) -> bytes:
        assert is_over.wait(PATIENCE_S)
        return RESET

    def interrupt(done: Delivered) -> None:
        if done.item.id == item_id_of(SEALED[TROUBLED - 1]):
            raise KeyboardInterrupt

    drain.answers[TROUBLED] = hang
    drain.watch = Watch(delivered=interrupt)
    with pytest.raises(KeyboardInterrupt):
        drain.go()
    assert drain.states() == ["confirmed"] * TROUBLED + ["waiting"] + ["ready"] * 2
    with drain.at.store.reading() as unit:
        (cut,) = unit.outbox.items(OutboxState.WAITING)
    assert cut.maybe_stored
    is_over.set()
    drain.finish()


def test_error_of_whoever_looks_on_leaves_nothing_unwritten(drain: Drain) -> None:
    def fall(done: Delivered) -> None:
        if done.item.id == item_id_of(SEALED[TROUBLED - 1]):
            raise ZeroDivisionError

    drain.watch = Watch(delivered=fall)
    with pytest.raises(ZeroDivisionError):
        drain.go()
    assert drain.states() == ["confirmed"] * (TROUBLED + 1) + ["ready"] * 2
    drain.finish()
    assert len(drain.ledger.seen) == ITEMS


def test_item_that_an_error_came_before_is_given_back(drain: Drain) -> None:
    def fall(item: OutboxItem) -> None:
        if item.id == item_id_of(SEALED[TROUBLED]):
            raise ZeroDivisionError

    drain.watch = Watch(begun=fall)
    with pytest.raises(ZeroDivisionError):
        drain.go()
    assert drain.states() == ["confirmed"] * TROUBLED + ["ready"] * 3
    assert drain.kept(TROUBLED).attempts == 0
    drain.finish()
    assert len(drain.ledger.seen) == ITEMS


def test_other_destination_goes_on_when_one_is_in_trouble(drain: Drain, tmp_path: Path) -> None:
    with running_ledger(tmp_path / "there", signer=drain.ledger.signer) as there:
        with drain.at.store.writing() as unit:
            to = replace(unit.destinations.one(HERE), id=DestinationId("there"), url=there.url)
            unit.destinations.keep(to, drain.clock.now())
            for one in SEALED[1::2]:
                item = unit.outbox.item(item_id_of(one))
                unit.outbox.keep_item(replace(item, destination_id=to.id, leave_url=to.url))
        drain.answers[2] = TROUBLE["who are you"]
        drain.go()
        assert drain.asked == [0, 2]
        assert there.rows == bytes_of(*SEALED[1::2])
