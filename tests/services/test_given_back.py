"""The next item is claimed with the verdict of the one before; if its request is never begun, it
is given back as it was, and whatever happens in between is honoured.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.outbox import Act, OutboxItem, OutboxState, next_state
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.services import addressing
from ogp_desktop.services.claiming import FRESH
from ogp_desktop.services.delivering import Sender, deliver_next, give_back
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.workplace import Workplace
from tests.services.test_one_probe import Scripted
from tests.support.clock import FixedClock
from tests.support.queued import HERE, item_id_of, move_to, numbered_submission, queue
from tests.support.workplaces import workplace_at

ITEMS = 3
SECOND = item_id_of(numbered_submission(1))


@pytest.fixture
def at(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    """Give an outbox with three items for one destination."""
    with workplace_at(tmp_path, clock) as workplace:
        queue(workplace, "https://example.org", *(numbered_submission(n) for n in range(ITEMS)))
        yield workplace


class Line:
    """A sender that keeps its gateways from one item to the next."""

    def __init__(self, kind: OutcomeKind = OutcomeKind.REFUSED) -> None:
        self.gateway = Scripted(lambda _id: kind)
        self.by = Sender(owner="one", open_gateway=self.gateway.open, jitter=lambda: 0.0)
        self.gateways = OpenGateways(self.by.open_gateway)

    def send(self, at: Workplace) -> bool:
        """Try once; tell whether something was due."""
        return deliver_next(at, self.by, self.gateways) is not None

    @property
    def asked(self) -> list[int]:
        """Return which items were sent, by their number."""
        return [int(one[-12:], 16) for one in self.gateway.asked]


@pytest.fixture
def line() -> Line:
    return Line()


def item(at: Workplace, item_id: object = SECOND) -> OutboxItem:
    """Return an item as it is on disk."""
    return dispatch(at, item_id=item_id).item  # type: ignore[arg-type]


def whats(at: Workplace) -> list[str]:
    """Return the history of the second item."""
    return [event.what for event in dispatch(at, item_id=SECOND).history]


def test_next_item_is_on_disk_as_being_sent_when_the_verdict_is(at: Workplace, line: Line) -> None:
    assert line.send(at)
    assert (item(at).state, item(at).attempts) == (OutboxState.SENDING, 1)
    assert line.asked == [0]
    line.send(at)
    assert line.asked == [0, 1]


def test_item_is_as_it_was_when_it_is_given_back_at_the_end(at: Workplace, line: Line) -> None:
    before = item(at)
    line.send(at)
    line.gateways.shut()
    give_back(at, line.gateways)
    assert item(at) == before
    assert whats(at)[-2:] == ["attempt", "given_back"]
    assert not line.send(at)
    assert line.asked == [0]


def test_leaving_program_gives_back_when_it_is_asked_for_the_next(
    at: Workplace, line: Line
) -> None:
    before = item(at)
    line.send(at)
    line.gateways.shut()
    assert not line.send(at)
    assert item(at) == before


def test_nothing_is_claimed_ahead_when_the_program_leaves_meanwhile(
    at: Workplace, line: Line
) -> None:
    line.gateway.meanwhile = line.gateways.shut
    line.send(at)
    assert item(at).state is OutboxState.READY
    assert "attempt" not in whats(at)


def test_attempt_without_kept_gateways_claims_nothing_ahead(at: Workplace, line: Line) -> None:
    assert deliver_next(at, line.by) is not None
    assert item(at).state is OutboxState.READY


def test_item_stopped_before_its_request_is_held_and_never_left(at: Workplace, line: Line) -> None:
    line.send(at)
    assert line.gateways.stop(SECOND)
    line.send(at)
    assert line.asked == [0, 2]
    assert (item(at).state, item(at).maybe_stored) == (OutboxState.HELD, False)
    assert whats(at)[-2:] == ["given_back", "stopped"]


def _other_code(at: Workplace) -> None:
    with at.store.writing() as unit:
        to = unit.destinations.one(HERE)
        addressing.keep_destination(at, unit, replace(to, code_generation=5))


def _other_address(at: Workplace) -> None:
    with at.store.writing() as unit:
        to = unit.destinations.one(HERE)
        addressing.keep_destination(at, unit, replace(to, url="https://example.net"))


@pytest.mark.parametrize("change", [_other_code, _other_address])
def test_item_is_held_when_its_leave_ends_before_its_request(
    at: Workplace, line: Line, change: Callable[[Workplace], None]
) -> None:
    line.send(at)
    change(at)
    assert not line.send(at)
    assert line.asked == [0]
    assert (item(at).state, item(at).maybe_stored) == (OutboxState.HELD, False)
    assert whats(at)[-2:] == ["given_back", "leave_ended"]


def test_item_waits_when_its_destination_falls_into_trouble_before_its_request(
    at: Workplace, clock: FixedClock, line: Line
) -> None:
    before = item(at)
    line.send(at)
    with at.store.writing() as unit:
        health = unit.destinations.health(HERE)
        until = clock.now() + timedelta(hours=1)
        unit.destinations.keep_health(replace(health, state=DestinationState.OFFLINE, until=until))
    assert not line.send(at)
    assert (item(at), line.asked) == (before, [0])


def test_nothing_is_claimed_ahead_for_a_destination_in_trouble(at: Workplace) -> None:
    line = Line(OutcomeKind.UNREACHABLE)
    line.send(at)
    assert item(at).state is OutboxState.READY
    assert not line.send(at)


@pytest.mark.parametrize("slept", [FRESH * 2, -FRESH, timedelta(days=1)])
def test_item_is_claimed_anew_when_the_claim_is_not_fresh(
    at: Workplace, clock: FixedClock, line: Line, slept: timedelta
) -> None:
    line.send(at)
    clock.advance(slept)
    line.send(at)
    assert line.asked == [0, 1]
    assert whats(at)[-4:-1] == ["attempt", "given_back", "attempt"]


def test_item_is_left_alone_when_another_program_took_it(
    at: Workplace, clock: FixedClock, line: Line
) -> None:
    line.send(at)
    clock.advance(timedelta(hours=1))
    beside = Sender(owner="two", open_gateway=line.gateway.open, jitter=lambda: 1.0)
    deliver_next(at, beside)  # frees what is dead, and sends the third
    freed = item(at)
    assert (freed.state, freed.maybe_stored) == (OutboxState.WAITING, True)
    give_back(at, line.gateways)
    assert item(at) == freed


def test_verdict_is_kept_when_the_next_item_cannot_be_read(at: Workplace, line: Line) -> None:
    first = item_id_of(numbered_submission(0))
    with at.store.writing() as unit:
        unit.outbox.keep_item(replace(item(at), destination_id=HERE))
        run = unit.outbox._connection.exec_driver_sql
        run("PRAGMA ignore_check_constraints=ON")
        run("UPDATE outbox_item SET reason='nonsense' WHERE id=?", (SECOND,))
    assert line.send(at)
    assert item(at, first).state is OutboxState.ATTENTION


def test_leave_given_while_it_was_claimed_stays_when_it_is_given_back(
    at: Workplace, line: Line
) -> None:
    line.send(at)
    move_to(at, "https://example.net")  # with leave for it
    assert line.send(at)
    assert line.asked == [0, 1]
    assert item(at).leave_url == "https://example.net"


def test_given_back_item_can_be_withdrawn(at: Workplace, line: Line) -> None:
    line.send(at)
    give_back(at, line.gateways)
    addressing.withdraw(at, item_id=SECOND)
    line.send(at)
    assert line.asked == [0, 2]


def test_given_back_item_stands_where_a_held_one_would(at: Workplace, clock: FixedClock) -> None:
    before = item(at)
    line = Line()
    line.send(at)
    give_back(at, line.gateways)
    held = next_state(item(at), Act.HOLD, now=clock.now(), jitter=0.0)
    assert held == next_state(before, Act.HOLD, now=clock.now(), jitter=0.0)
