"""While one item is on the wire the next one is claimed; if its request is never begun, it is given
back as it was, and whatever happens in between is honoured.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.services import addressing
from ogp_desktop.services.claiming import FRESH
from ogp_desktop.services.delivering import QUICK_S, Sender, deliver_next
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.queued import HERE, item_id_of, move_to, numbered_submission, queue
from tests.support.quick_line import OVERLAPPED, QuickLine
from tests.support.workplaces import workplace_at

ITEMS = 4
AHEAD = item_id_of(numbered_submission(OVERLAPPED + 1))
TROUBLE = [
    OutcomeKind.UNREACHABLE,
    OutcomeKind.TIMED_OUT,
    OutcomeKind.NOT_A_RECEIPT,
    OutcomeKind.AUTH,
    OutcomeKind.CLOSED,
    OutcomeKind.TLS,
    OutcomeKind.RATE_LIMITED,
]


@pytest.fixture
def at(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    """Give an outbox with four items for one destination."""
    with workplace_at(tmp_path, clock) as workplace:
        queue(workplace, "https://example.org", *(numbered_submission(n) for n in range(ITEMS)))
        yield workplace


@pytest.fixture
def line(at: Workplace) -> QuickLine:
    return QuickLine(at)


def item(at: Workplace, number: int = OVERLAPPED + 1) -> OutboxItem:
    """Return an item as it is on disk."""
    return dispatch(at, item_id=item_id_of(numbered_submission(number))).item


def whats(at: Workplace) -> list[str]:
    """Return the history of the item that was claimed ahead."""
    return [event.what for event in dispatch(at, item_id=AHEAD).history]


def test_next_item_is_on_disk_as_being_sent_while_one_is_on_the_wire(
    at: Workplace, line: QuickLine
) -> None:
    seen: list[tuple[OutboxState, int]] = []
    line.meanwhile = lambda: seen.append((item(at).state, item(at).attempts))
    line.send()
    assert seen == [(OutboxState.SENDING, 1)]
    assert line.asked == list(range(ITEMS))
    assert {item(at, number).state for number in range(ITEMS)} == {OutboxState.CONFIRMED}


def test_nothing_is_claimed_ahead_before_the_destination_has_answered_well(
    at: Workplace, line: QuickLine
) -> None:
    line.moment = 9
    seen: list[OutboxState] = []
    line.may_go_on = lambda: not seen.append(item(at, 1).state)  # type: ignore[func-returns-value]
    line.send()
    assert seen[0] is OutboxState.READY


def test_nothing_is_claimed_ahead_on_a_slow_line(
    at: Workplace, clock: FixedClock, line: QuickLine
) -> None:
    line.moment = 9
    seen: list[set[OutboxState]] = []

    def look() -> bool:
        clock.advance(timedelta(seconds=2 * QUICK_S))  # so long each of them took
        seen.append({item(at, number).state for number in range(len(seen) + 1, ITEMS)})
        return True

    line.may_go_on = look
    line.send()
    assert line.asked == list(range(ITEMS))
    assert OutboxState.SENDING not in seen[0] | seen[2]


@pytest.mark.parametrize("kind", TROUBLE)
def test_nothing_follows_when_the_destination_falls_into_trouble(
    at: Workplace, line: QuickLine, kind: OutcomeKind
) -> None:
    before = item(at)
    line.kinds[OVERLAPPED] = kind
    line.send()
    assert line.asked == [0, OVERLAPPED]
    assert item(at) == before
    assert whats(at)[-2:] == ["attempt", "given_back"]
    assert item(at, OVERLAPPED).reason is kind
    line.send()
    assert line.asked == [0, OVERLAPPED]  # it asks again at its own moment, with one item


@pytest.mark.parametrize(
    "kind", [OutcomeKind.REFUSED, OutcomeKind.CONFLICT, OutcomeKind.SERVER_ERROR]
)
def test_trouble_of_an_item_keeps_none_behind_it_waiting(
    at: Workplace, line: QuickLine, kind: OutcomeKind
) -> None:
    line.kinds[OVERLAPPED] = kind
    line.send()
    assert line.asked == list(range(ITEMS))
    assert item(at, OVERLAPPED).reason is kind


def test_item_is_as_it_was_when_the_program_leaves(at: Workplace, line: QuickLine) -> None:
    before = item(at)
    line.meanwhile = line.gateways.shut
    line.send()
    assert item(at) == before
    assert item(at, OVERLAPPED).state is OutboxState.CONFIRMED
    assert whats(at)[-2:] == ["attempt", "given_back"]
    line.send()
    assert line.asked == [0, OVERLAPPED]


def test_item_is_as_it_was_when_somebody_wants_a_new_look(at: Workplace, line: QuickLine) -> None:
    before = item(at)
    wanted: list[bool] = []
    line.meanwhile = lambda: wanted.append(True)
    line.may_go_on = lambda: not wanted
    line.send()
    assert (item(at), line.asked) == (before, [0, OVERLAPPED])


def test_attempt_that_stands_alone_claims_nothing_ahead(at: Workplace, line: QuickLine) -> None:
    line.moment = 9
    assert deliver_next(at, line.by) is not None
    assert line.asked == [0]
    assert item(at, 1).state is OutboxState.READY


def test_item_stopped_before_its_request_is_held_and_never_left(
    at: Workplace, line: QuickLine
) -> None:
    stopped: list[bool] = []
    line.meanwhile = lambda: stopped.append(line.gateways.stop(AHEAD))
    line.send()
    assert stopped == [True]
    assert line.asked == [0, 1, 3]
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
    at: Workplace, line: QuickLine, change: Callable[[Workplace], None]
) -> None:
    line.meanwhile = lambda: change(at)
    line.send()
    assert line.asked == [0, OVERLAPPED]
    assert (item(at).state, item(at).maybe_stored) == (OutboxState.HELD, False)
    assert whats(at)[-2:] == ["given_back", "leave_ended"]


def test_item_waits_when_another_program_met_trouble_before_its_request(
    at: Workplace, clock: FixedClock, line: QuickLine
) -> None:
    def meet_trouble() -> None:
        with at.store.writing() as unit:
            health = unit.destinations.health(HERE)
            until = clock.now() + timedelta(hours=1)
            unit.destinations.keep_health(
                replace(health, state=DestinationState.OFFLINE, until=until)
            )

    line.meanwhile = meet_trouble
    line.send()
    # What was on the wire was answered well after that, and so it goes on.
    assert whats(at)[-4:-1] == ["attempt", "given_back", "attempt"]
    assert line.asked == list(range(ITEMS))


@pytest.mark.parametrize("slept", [FRESH * 2, -FRESH, timedelta(days=1)])
def test_item_is_claimed_anew_when_the_claim_is_not_fresh(
    at: Workplace, clock: FixedClock, line: QuickLine, slept: timedelta
) -> None:
    line.meanwhile = lambda: clock.advance(slept)
    line.send()
    assert line.asked == list(range(ITEMS))
    assert whats(at)[-4:-1] == ["attempt", "given_back", "attempt"]


def test_item_is_left_alone_when_another_program_took_it(
    at: Workplace, clock: FixedClock, line: QuickLine
) -> None:
    beside = QuickLine(at, moment=9)
    freed: list[OutboxItem] = []

    def overtake() -> None:
        clock.advance(timedelta(hours=1))
        by = Sender(owner="two", open_gateway=beside.open, jitter=lambda: 1.0)
        deliver_next(at, by)  # frees what is dead, and sends the last one
        freed.append(item(at))

    line.meanwhile = overtake
    line.send()
    assert (freed[0].state, freed[0].maybe_stored) == (OutboxState.WAITING, True)
    assert (item(at), beside.asked) == (freed[0], [3])
    assert line.asked == [0, OVERLAPPED]
    assert item(at, OVERLAPPED).state is OutboxState.CONFIRMED  # a receipt is always believed


def test_verdict_is_kept_when_the_next_item_cannot_be_read(at: Workplace, line: QuickLine) -> None:
    line.moment = 9
    with at.store.writing() as unit:
        run = unit.outbox._connection.exec_driver_sql
        run("PRAGMA ignore_check_constraints=ON")
        run("UPDATE outbox_item SET reason='nonsense' WHERE id=?", (AHEAD,))
    with pytest.raises(ValueError, match="nonsense"):
        line.send()
    assert line.asked == [0, OVERLAPPED]
    assert item(at, OVERLAPPED).state is OutboxState.CONFIRMED


def test_leave_given_while_it_was_claimed_stays_when_it_is_given_back(
    at: Workplace, line: QuickLine
) -> None:
    line.meanwhile = lambda: move_to(at, "https://example.net")  # with leave for it
    line.send()
    assert line.asked == list(range(ITEMS))
    assert item(at).leave_url == "https://example.net"


def test_given_back_item_can_be_withdrawn(at: Workplace, line: QuickLine) -> None:
    line.kinds[OVERLAPPED] = OutcomeKind.UNREACHABLE
    line.send()
    addressing.withdraw(at, item_id=AHEAD)
    assert (item(at).state, item(at).maybe_stored) == (OutboxState.WITHDRAWN, False)
