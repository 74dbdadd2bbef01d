"""While one item is on the wire the file writes down the one before it and claims the one after.

What must hold of every delivery is held here against that, over real connections and with a real
file: nothing is sent unclaimed, nothing follows trouble, nothing is lost. Mutants of it are caught.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.services import delivering
from ogp_desktop.services.delivering import Delivered, Sender, Watch, deliver_due
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.store import Sitting
from tests.support.clock import FixedClock
from tests.support.ledger import RESET, Ledger, Request, reply, running_ledger
from tests.support.oracle import (
    Kept,
    bytes_of,
    check_delivered_once,
    check_same_bytes,
    kept_in,
)
from tests.support.queued import HERE, item_id_of, numbered_submission, queue
from tests.support.quick_line import PATIENCE_S, wait_until
from tests.support.storm import TLS
from tests.support.workplaces import file_in, workplace_at

Patch = pytest.MonkeyPatch
ITEMS = 7
TROUBLED = 4
"""By then each request has one unwritten before it and one claimed behind it."""
SEALED = [numbered_submission(number) for number in range(ITEMS)]
LATER = timedelta(hours=7)
PROBLEM = "application/problem+json"
Answer = Callable[[Ledger, Request], "bytes | None"]


@dataclass
class Drain:
    """One outbox and its ledger; ``answers`` are first answers by number, the rules' else.

    ``early`` are requests that were made before their claim was on disk.
    """

    at: Workplace
    clock: FixedClock
    ledger: Ledger
    answers: dict[int, Answer] = field(default_factory=dict)
    early: list[int] = field(default_factory=list)
    watch: Watch = field(default_factory=Watch)

    def answer(self, ledger: Ledger, request: Request) -> bytes | None:
        """Answer a request, having looked at what stands on disk."""
        number = number_of(request)
        kept = self.kept(number)
        if (kept.state, kept.attempts) != ("sending", request.number):
            self.early.append(number)
        answer = self.answers.get(number) if request.number == 1 else None
        return answer(ledger, request) if answer else None

    def go(self) -> None:
        """Deliver what is due, once."""
        verify = ed25519_verifier(self.ledger.signer.public_key)
        sender = Sender(
            owner="one",
            open_gateway=lambda to: JsonPut(to.url, token="t", verify=verify, tls=TLS),
            jitter=lambda: 0.0,
        )
        gateways = OpenGateways(sender.open_gateway)
        try:
            deliver_due(self.at, sender, gateways, self.watch)
        finally:
            gateways.rest()

    def finish(self) -> None:
        """Let the faults be over, and hold the oracle."""
        self.watch = Watch()
        for _ in range(5):
            self.clock.advance(LATER)
            self.go()
        check_delivered_once(file_in(self.at.store.path.parent), bytes_of(*SEALED), self.rows)
        check_same_bytes(self.ledger, bytes_of(*SEALED))
        assert not self.early, "asked before the attempt was on disk"
        assert set(self.ledger.most_open.values()) == {1}

    @property
    def rows(self) -> dict[str, bytes]:
        """Return what is stored."""
        return self.ledger.rows

    @property
    def asked(self) -> list[int]:
        """Return which were sent, in their order."""
        return [number_of(one) for one in self.ledger.seen]

    def kept(self, number: int) -> Kept:
        """Return how one stands on disk."""
        file = file_in(self.at.store.path.parent)
        return kept_in(file)[str(SEALED[number].submission.id)]

    def states(self) -> list[str]:
        """Return how each stands on disk."""
        return [self.kept(number).state for number in range(ITEMS)]


def number_of(request: Request) -> int:
    return int(request.id[-12:], 16)


@contextmanager
def drain_in(folder: Path) -> Iterator[Drain]:
    """Give an outbox with seven items."""
    made: list[Drain] = []
    clock = FixedClock()

    def answer(ledger: Ledger, request: Request) -> bytes | None:
        return made[0].answer(ledger, request)

    with (
        running_ledger(folder, answer) as ledger,
        workplace_at(folder / "data", clock) as at,
    ):
        queue(at, ledger.url, *SEALED, key=ledger.signer.public_key)
        made.append(Drain(at, clock, ledger))
        yield made[0]


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


def _lost(ledger: Ledger, request: Request) -> bytes:
    ledger.stored(request)
    return RESET


def _forged(ledger: Ledger, request: Request) -> bytes:
    return reply(201, ledger.receipt(request.id, "0" * 64))


TROUBLE: dict[str, Answer] = {
    "reset": lambda _ledger, _request: RESET,
    "stored and lost": _lost,
    "who are you": lambda _ledger, _request: reply(401),
    "closed": lambda _ledger, _request: reply(405),
    "login page": lambda _ledger, _request: reply(200, b"<html>", "text/html"),
    "redirect": lambda _ledger, _request: reply(302, Location="http://127.0.0.1:1"),
    "busy": lambda _ledger, _request: reply(503, Retry_After="60"),
    "gateway": lambda _ledger, _request: reply(504),
    "no receipt": _forged,
}


def meet_trouble(drain: Drain, answer: Answer) -> None:
    """Let the destination fall into trouble in the middle of it: nothing comes behind."""
    drain.answers[TROUBLED] = answer
    drain.go()
    assert drain.asked == list(range(TROUBLED + 1)), "something followed trouble"
    behind = drain.states()[TROUBLED + 1 :]
    assert behind == ["ready"] * (ITEMS - TROUBLED - 1), "what was claimed was not given back"
    assert drain.kept(TROUBLED + 1).attempts == 0
    drain.go()
    assert drain.asked == list(range(TROUBLED + 1)), "it was asked again at once"
    drain.finish()
    assert len(drain.ledger.seen) == ITEMS + 1


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


def refuse(patch: Patch, first: int, last: int) -> list[int]:
    """Let the file say no to these transactions; return the numbers of those that were asked."""
    really, asked = Sitting.writing, list[int]()

    @contextmanager
    def writing(self: Sitting) -> Iterator[Any]:
        asked.append(len(asked))
        with really(self) as unit:
            yield unit
            if first <= asked[-1] <= last:
                raise Trouble("disk_full")

    patch.setattr(Sitting, "writing", writing)
    return asked


BESIDE = 4
"""The transaction that writes down item 2 and claims item 4, while item 3 is on the wire."""


def refuse_once(drain: Drain, patch: Patch) -> None:
    """Let the file say no once beside a request: the verdict is written with the next."""
    refuse(patch, BESIDE, BESIDE)
    drain.go()
    assert drain.asked == list(range(ITEMS))
    assert set(drain.states()) == {"confirmed"}, "a verdict was not offered again"
    drain.finish()
    assert len(drain.ledger.seen) == ITEMS


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


def claim_ahead_in_memory_alone(patch: Patch) -> None:
    """What is claimed beside a request is known and not on disk when its own request begins."""
    really = delivering._Run._next_but_one

    def ahead(self: Any, unit: Any) -> Any:
        claimed = really(self, unit)
        if claimed is not None:
            unit.outbox.keep_item(claimed.before)
        return claimed

    patch.setattr(delivering._Run, "_next_but_one", ahead)


def follow_any_answer(patch: Patch) -> None:
    """What is claimed ahead follows whatever came."""
    patch.setattr(delivering._Run, "_may_follow", lambda self: self._ahead is not None)


def forget_what_the_file_refused(patch: Patch) -> None:
    """A verdict that the file would not take beside a request is not offered again."""
    really = delivering._Run._write_beside

    def beside(self: Any, *given: Any) -> None:
        really(self, *given)
        self._unwritten = []

    patch.setattr(delivering._Run, "_write_beside", beside)


def keep_what_does_not_follow(patch: Patch) -> None:
    """What was claimed ahead and does not follow stays claimed until its lease ends."""
    patch.setattr(delivering, "give_back", lambda *_, **__: None)


def _meet_who(drain: Drain, _patch: Patch) -> None:
    meet_trouble(drain, TROUBLE["who are you"])


def _go_well(drain: Drain, _patch: Patch) -> None:
    drain.go()
    drain.finish()


@pytest.mark.parametrize(
    ("mutant", "ordeal", "caught"),
    [
        (claim_ahead_in_memory_alone, _go_well, "before the attempt was on disk"),
        (follow_any_answer, _meet_who, "something followed trouble"),
        (forget_what_the_file_refused, refuse_once, "was not offered again"),
        (keep_what_does_not_follow, _meet_who, "was not given back"),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_mutant_is_caught(
    drain: Drain,
    monkeypatch: Patch,
    mutant: Callable[[Patch], None],
    ordeal: Callable[[Drain, Patch], None],
    caught: str,
) -> None:
    mutant(monkeypatch)
    with pytest.raises(AssertionError, match=caught):
        ordeal(drain, monkeypatch)
