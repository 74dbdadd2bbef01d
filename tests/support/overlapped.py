"""Seven items drained over real connections, so that each but the first is overlapped, and what can
come between: trouble of the destination, and a file that says no.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.services.delivering import Sender, Watch, deliver_due
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.store import Sitting
from tests.support.clock import FixedClock
from tests.support.ledger import RESET, Ledger, Request, reply, running_ledger
from tests.support.oracle import Kept, bytes_of, check_delivered_once, check_same_bytes, kept_in
from tests.support.queued import numbered_submission, queue
from tests.support.storm import TLS
from tests.support.workplaces import file_in, workplace_at

Patch = pytest.MonkeyPatch
ITEMS = 7
TROUBLED = 4
"""By then each request has one unwritten before it and one claimed behind it."""
SEALED = [numbered_submission(number) for number in range(ITEMS)]
LATER = timedelta(hours=7)
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
