"""A look is taken at the start, on a new item, by the clock, after sleep, on a new network."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from ogp_desktop.runtime.background import AtOnce
from ogp_desktop.runtime.delivery_loop import METERED_LIMIT, DeliveryLoop
from tests.support.clock import FixedClock

Reachability = QNetworkInformation.Reachability


class Told:
    """A loop, and what it did: "look" for each look, "hasten" when it took the network for back."""

    def __init__(self, qapp: object) -> None:  # a timer needs an application
        self.did: list[str] = []
        self.due = 0
        self.waiting = 0
        self.metered = False
        self.asked: list[int] = []
        self.meanwhile: Callable[[], object] = lambda: None
        self.clock = FixedClock()
        self.loop = DeliveryLoop(
            AtOnce(),
            self.clock,
            deliver_due=self._deliver,
            network_returned=lambda: self.did.append("hasten"),
            waiting_bytes=lambda: self.waiting,
            is_metered=lambda: self.metered,
        )
        self.loop.cost_asked.connect(self.asked.append)

    def _deliver(self) -> None:
        self.did.append("look")
        while self.due:
            self.due -= 1
            self.meanwhile()
            self.did.append("deliver")
            self.loop.tell_moved("delivered")
            if not self.loop.may_go_on():
                return

    def done(self) -> list[str]:
        """Return what was done since the last time."""
        did, self.did = self.did, []
        return did


@pytest.fixture
def told(qapp: object) -> Iterator[Told]:
    made = Told(qapp)
    yield made
    made.loop.stop()


def test_looks_at_the_start_and_the_timer_runs(told: Told) -> None:
    told.loop.start()
    assert told.done() == ["look"]
    assert told.loop._timer.isActive()
    told.loop.stop()


def test_looks_on_a_new_item_until_nothing_is_due(told: Told) -> None:
    told.due = 2
    told.loop.wake()
    assert told.done() == ["look", "deliver", "deliver"]


def test_looks_anew_after_the_item_under_way_when_it_is_woken_meanwhile(told: Told) -> None:
    told.due, told.meanwhile = 3, _once(told.loop.wake)
    told.loop.wake()
    assert told.done() == ["look", "deliver", "look", "deliver", "deliver"]


def test_hastens_before_the_next_item_when_the_network_returns_meanwhile(told: Told) -> None:
    told.due = 2
    told.meanwhile = _once(lambda: told.loop.follow_reachability(Reachability.Online))
    told.loop.wake()
    assert told.done() == ["look", "deliver", "hasten", "look", "deliver"]


def test_asks_before_the_next_item_when_the_link_begins_to_cost(told: Told) -> None:
    told.due, told.waiting = 2, METERED_LIMIT + 1

    def change() -> None:
        told.metered = True
        told.loop.follow_link()

    told.meanwhile = _once(change)
    told.loop.wake()
    assert (told.done(), told.asked) == (["look", "deliver"], [METERED_LIMIT + 1])


def test_begins_no_other_item_when_it_is_stopped_meanwhile(told: Told) -> None:
    told.due, told.meanwhile = 2, _once(told.loop.stop)
    told.loop.wake()
    assert told.done() == ["look", "deliver"]


def test_tells_at_once_and_then_not_more_often_than_anybody_reads(told: Told, qtbot: QtBot) -> None:
    heard: list[int] = []
    told.loop.moved.connect(lambda: heard.append(told.due))
    told.due = 500
    told.loop.wake()
    qtbot.waitUntil(lambda: len(heard) >= 2 and not told.loop._has_moved)
    assert len(heard) < 10
    assert heard[-1] == 0


def _once(act: Callable[[], object]) -> Callable[[], None]:
    """Return what does it the first time."""
    left = [act]
    return lambda: left.pop()() if left else None  # type: ignore[func-returns-value]


def test_looks_by_the_clock(told: Told) -> None:
    told.clock.advance(timedelta(seconds=30))
    told.loop.tick()
    assert told.done() == ["look"]


def test_hastens_what_waits_after_sleep(told: Told) -> None:
    told.clock.advance(timedelta(hours=1))
    told.loop.tick()
    assert told.done() == ["hasten", "look"]
    told.clock.advance(timedelta(seconds=30))
    told.loop.tick()
    assert told.done() == ["look"]


def test_looks_quietly_when_the_clock_was_put_back(told: Told) -> None:
    told.clock.advance(timedelta(days=-3650))
    told.loop.tick()
    assert told.done() == ["look"]


def test_hastens_what_waits_when_the_network_returns_and_not_when_it_goes(told: Told) -> None:
    for lost in (Reachability.Disconnected, Reachability.Unknown, Reachability.Local):
        told.loop.follow_reachability(lost)
    assert told.done() == []
    told.loop.follow_reachability(Reachability.Online)
    assert told.done() == ["hasten", "look"]


def test_little_goes_over_a_metered_link_unasked(told: Told) -> None:
    told.metered, told.waiting = True, METERED_LIMIT
    told.loop.wake()
    assert (told.done(), told.asked) == (["look"], [])


def test_much_waits_on_a_metered_link_and_is_asked_about_once(told: Told) -> None:
    told.metered, told.waiting = True, METERED_LIMIT + 1
    for _ in range(3):
        told.loop.tick()
    assert (told.done(), told.asked) == ([], [METERED_LIMIT + 1])


def test_much_goes_on_when_somebody_presses_send_and_stays_allowed_on_this_link(
    told: Told,
) -> None:
    told.metered, told.waiting, told.due = True, METERED_LIMIT + 1, 2
    told.loop.wake(may_cost=True)
    assert told.done() == ["look", "deliver", "deliver"]
    told.loop.tick()
    assert (told.done(), told.asked) == (["look"], [])


def test_another_link_is_asked_about_anew_and_a_free_one_is_not(told: Told) -> None:
    told.metered, told.waiting = True, METERED_LIMIT + 1
    told.loop.wake(may_cost=True)
    told.done()
    told.loop.follow_link()
    assert (told.done(), told.asked) == ([], [METERED_LIMIT + 1])
    told.metered = False
    told.loop.follow_link()
    assert (told.done(), len(told.asked)) == (["look"], 1)


def test_broken_file_is_told_and_the_next_look_is_made(told: Told) -> None:
    failed: list[object] = []
    told.loop.failed.connect(failed.append)
    told.loop._deliver_due = lambda: 1 // 0
    told.loop.wake()
    told.loop._deliver_due = told._deliver
    told.loop.wake()
    assert (len(failed), told.done()) == (1, ["look"])
