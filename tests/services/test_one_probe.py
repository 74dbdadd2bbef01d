"""Research 7.1: one trouble of a destination pauses all that goes there, with a single probe, and
one item's trouble holds no other back.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.queued import numbered_submission, queue
from tests.support.workplaces import workplace_at

ITEMS = 5
LATER = timedelta(hours=6)


class Scripted:
    """A gateway that tells one kind of outcome by the item, and what happens meanwhile."""

    def __init__(self, kind: Callable[[str], OutcomeKind]) -> None:
        self.kind, self.asked = kind, list[str]()
        self.meanwhile: Callable[[], object] = lambda: None

    def open(self, _destination: Destination) -> Gateway:
        return self  # type: ignore[return-value]

    def deliver(self, parcel: Parcel, *, deadline_s: float, **_: object) -> Outcome:
        self.asked.append(parcel.submission_id)
        self.meanwhile()
        return Outcome(kind=self.kind(parcel.submission_id), bytes_may_have_left=True)

    def cancel(self) -> None:
        """Nothing is under way for long."""

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def at(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    """Give an outbox with five items for one destination."""
    with workplace_at(tmp_path, clock) as workplace:
        queue(workplace, "https://example.org", *(numbered_submission(n) for n in range(ITEMS)))
        yield workplace


def _sent(at: Workplace, gateway: Scripted, owner: str = "one") -> int:
    before = len(gateway.asked)
    sender = Sender(owner=owner, open_gateway=gateway.open, jitter=lambda: 1.0)
    while deliver_next(at, sender) is not None:
        pass
    return len(gateway.asked) - before


@pytest.mark.parametrize(
    "kind",
    [
        OutcomeKind.UNREACHABLE,
        OutcomeKind.TIMED_OUT,
        OutcomeKind.NOT_A_RECEIPT,
        OutcomeKind.AUTH,
        OutcomeKind.CLOSED,
        OutcomeKind.TLS,
        OutcomeKind.RATE_LIMITED,
    ],
)
def test_trouble_of_a_destination_is_asked_about_once_and_not_by_each_item(
    at: Workplace, clock: FixedClock, kind: OutcomeKind
) -> None:
    gateway = Scripted(lambda _id: kind)
    assert _sent(at, gateway) == 1
    clock.advance(LATER)
    assert _sent(at, gateway) == 1
    assert len(set(gateway.asked)) == 2  # the least tried one asks


def test_second_program_sends_nothing_while_the_first_one_probes(
    at: Workplace, clock: FixedClock
) -> None:
    gateway = Scripted(lambda _id: OutcomeKind.UNREACHABLE)
    assert _sent(at, gateway) == 1
    clock.advance(LATER)
    beside = Scripted(lambda _id: OutcomeKind.UNREACHABLE)
    gateway.meanwhile = lambda: _sent(at, beside, "two")
    assert _sent(at, gateway) == 1
    assert beside.asked == []


@pytest.mark.parametrize(
    "kind", [OutcomeKind.REFUSED, OutcomeKind.CONFLICT, OutcomeKind.SERVER_ERROR]
)
def test_trouble_of_one_item_holds_no_other_back(at: Workplace, kind: OutcomeKind) -> None:
    bad = numbered_submission(0).submission.id
    gateway = Scripted(lambda one: kind if one == bad else OutcomeKind.REFUSED)
    assert _sent(at, gateway) == ITEMS
    assert gateway.asked[0] == bad
    with at.store.reading() as unit:
        assert len(unit.outbox.items(OutboxState.ATTENTION)) >= ITEMS - 1


def test_item_is_tried_without_limit(at: Workplace, clock: FixedClock) -> None:
    gateway = Scripted(lambda _id: OutcomeKind.TIMED_OUT)
    for _ in range(60):
        assert _sent(at, gateway) == 1
        clock.advance(LATER)
    with at.store.reading() as unit:
        assert {item.state for item in unit.outbox.items()} <= {
            OutboxState.READY,
            OutboxState.WAITING,
        }
        assert sum(item.attempts for item in unit.outbox.items()) == 60


def test_items_that_wait_are_found_by_their_own_time_whatever_its_offset(
    at: Workplace, clock: FixedClock
) -> None:
    gateway = Scripted(lambda _id: OutcomeKind.SERVER_ERROR)
    assert _sent(at, gateway) == ITEMS
    clock.set_wall(clock.now().astimezone())
    clock.advance(timedelta(seconds=29, milliseconds=999))
    assert _sent(at, gateway) == 0
    clock.advance(timedelta(milliseconds=1))
    assert _sent(at, gateway) == ITEMS
