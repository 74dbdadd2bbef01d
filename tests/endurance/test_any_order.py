"""Proof 1: sealing, sending over a bad line, dying, starting again, turning the clock,
carrying by hand, taking back: in whatever order it is done, nothing is lost, nothing is stored
twice, and what was taken back goes nowhere again.

``OGP_STEPS=50000`` asks for so many steps; the usual run takes a few hundred.
"""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ogp_desktop.delivery.answers import Answer, outcome_of
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.withdrawal import WithdrawalAnswer, WithdrawalState
from ogp_desktop.domain.withdrawn import SignedWithdrawn, Withdrawn
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.services import addressing, preparing, receipts
from ogp_desktop.services.delivering import Sender, Watch, deliver_due, deliver_next
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.outbox_reading import outbox
from ogp_desktop.services.withdrawing import Asker, ask_withdrawal, withdraw_next
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.ledger import Ledger, Request
from tests.support.oracle import (
    bytes_of,
    check_delivered_once,
    check_nothing_lost,
    check_same_bytes,
)
from tests.support.queued import HERE, item_id_of, numbered_submission, queue_more
from tests.support.storm import KilledError
from tests.support.workplaces import OGP, file_in, workplace_at

pytestmark = pytest.mark.slow
STEPS = int(os.environ.get("OGP_STEPS", "400"))
STEPS_EACH = 50
MOST_ITEMS = 8
START = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)
SIGNER = Signer(Ed25519PrivateKey.generate())
MEMORY = Path("/dev/shm")
"""A disk that forgets: no plug is pulled here, and FULL costs nothing on it."""
PROBLEM = {"content-type": "application/problem+json"}
ANSWERS = {
    "page": Answer(status=200, headers={"content-type": "text/html"}, body=b"<html>login</html>"),
    "accepted": Answer(status=202, headers={}, body=b""),
    "elsewhere": Answer(status=302, headers={"location": "http://127.0.0.1:1"}, body=b""),
    "conflict": Answer(status=409, headers=PROBLEM, body=b'{"title":"Deleted"}'),
    "refused": Answer(status=422, headers=PROBLEM, body=b'{"title":"No"}'),
    "who": Answer(status=401, headers={}, body=b""),
    "busy": Answer(status=503, headers={"retry-after": "1000000000"}, body=b""),
    "fault": Answer(status=500, headers={}, body=b""),
}
LOST = {"down": False, "cut": True}
"""Ways to lose a request, and whether bytes of it may have left."""
LINES = ["up", "stored and lost", "stored and refused", "killed", "killed after", *LOST, *ANSWERS]
taken = [0]


class _Line:
    """The way to the ledger, as good or bad as the world says; the bytes are judged as always."""

    def __init__(self, world: "World") -> None:
        self._world = world

    def deliver(self, parcel: Parcel, *, deadline_s: float, **_: object) -> Outcome:
        world = self._world
        line = world.lines.pop(0) if world.lines else world.line
        if line == "killed":
            raise KilledError
        if line in LOST:
            return Outcome(kind=OutcomeKind.UNREACHABLE, bytes_may_have_left=LOST[line])
        if line in ANSWERS:
            return outcome_of(ANSWERS[line], parcel, world.verify)
        told = world.stored(parcel)
        if not world.lines:
            world.meanwhile()
        if line == "killed after":
            raise KilledError
        if line == "stored and lost":
            return Outcome(kind=OutcomeKind.TIMED_OUT, bytes_may_have_left=True)
        return outcome_of(told if line == "up" else ANSWERS["conflict"], parcel, world.verify)

    def probe(self, **_: object) -> Any:
        raise NotImplementedError

    def cancel(self) -> None:
        """Nothing is under way for long."""

    def close(self) -> None:
        """Nothing is held."""


class _WayBack:
    """The way to take back from the ledger, as good or bad as the world says."""

    def __init__(self, world: "World") -> None:
        self._world = world

    def withdraw(
        self, submission_id: SubmissionId, _proof: str, *, deadline_s: float
    ) -> WithdrawalAnswer:
        world, line = self._world, self._world.line
        if line == "killed":
            raise KilledError
        if line == "down":
            return _untold(OutcomeKind.UNREACHABLE)
        is_there = world.ledger.rows.pop(submission_id, None) is not None
        if is_there:
            world.gone.add(submission_id)
        if line == "killed after":
            raise KilledError
        if line == "stored and lost":
            return _untold(OutcomeKind.TIMED_OUT)
        if submission_id not in world.gone:
            return _untold(OutcomeKind.NOT_STORED)
        told = Withdrawn(id=submission_id, endpoint="e", withdrawn_at=START.isoformat())
        done = Outcome(kind=OutcomeKind.WITHDRAWN, bytes_may_have_left=True)
        return WithdrawalAnswer(outcome=done, proof=SignedWithdrawn(statement=told))

    def cancel(self) -> None:
        """Nothing is under way for long."""

    def close(self) -> None:
        """Nothing is held."""


def _untold(kind: OutcomeKind) -> WithdrawalAnswer:
    return WithdrawalAnswer(outcome=Outcome(kind=kind, bytes_may_have_left=True))


class World(RuleBasedStateMachine):
    """One data file, one receiving side, and everything that may happen between them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory(
            prefix="ogp-desktop-tests-", dir=MEMORY if MEMORY.is_dir() else None
        )
        self.data = Path(self.folder.name) / "data"
        self.clock = FixedClock(START)
        self.ledger = Ledger(SIGNER, None)
        self.verify = ed25519_verifier(SIGNER.public_key)
        self.line, self.meanwhile = "up", _nothing
        self.lines: list[str] = []
        self.sealed: dict[str, bytes] = {}
        self.withdrawn: set[str] = set()
        self.gone: set[str] = set()
        self.carried: list[bytes] = []
        self.next_id = 1

    @initialize()
    def begin(self) -> None:
        """Make the data file, with one conversation and one destination."""
        self.open()
        to = Destination(id=HERE, name="H", url="https://h.org", receipt_key=SIGNER.public_key)
        with self.at.store.writing() as unit:
            unit.destinations.keep(to, self.clock.now())
        self.conversation_id = preparing.create_conversation(
            self.at, kit_id=OGP, language="fr", title="Kpalimé"
        ).id

    def open(self) -> None:
        """Start the program."""
        self.running = workplace_at(self.data, self.clock, first_id=self.next_id)
        self.next_id += 100_000
        self.at: Workplace = self.running.__enter__()

    def stored(self, parcel: Parcel) -> Answer:
        """Let the ledger answer, and write down what was asked."""
        assert parcel.submission_id not in self.gone, "sent again after it was taken back"
        request = Request(parcel.submission_id, parcel.attempt, parcel.data, {}, 0.0)
        self.ledger.seen.append(request)
        head, _, body = self.ledger.stored(request).partition(b"\r\n\r\n")
        first, *headers = head.decode().lower().split("\r\n")
        return Answer(
            status=int(first.split()[1]),
            headers=dict(line.split(": ", 1) for line in headers),
            body=body,
        )

    def sender(self, owner: str, jitter: float) -> Sender:
        return Sender(owner=owner, open_gateway=lambda _to: _Line(self), jitter=lambda: jitter)

    def pick(self, place: int) -> Any:
        """Return one of the sealed submissions, if there is one."""
        return numbered_submission(place % len(self.sealed)) if self.sealed else None

    @rule()
    def seal(self) -> None:
        number = len(self.sealed)
        if number < MOST_ITEMS:
            one = numbered_submission(number)
            queue_more(self.at, self.conversation_id, one, first=number + 1)
            self.sealed |= bytes_of(one)

    @rule(line=st.sampled_from(LINES), jitter=st.floats(0, 1), well=st.integers(0, 4))
    def send(self, line: str, jitter: float, well: int) -> None:
        """Send one after the other, some of them well and the next one over this line; whoever is
        killed leaves what it had claimed and not written down.
        """
        self.line = line
        with suppress(KilledError):
            self._run(jitter, well)
            return
        self.restart()

    def _run(self, jitter: float, well: int) -> None:
        self.lines, sender = ["up"] * well, self.sender("one", jitter)
        watch = Watch(may_go_on=lambda: bool(self.lines))
        try:
            deliver_due(self.at, sender, OpenGateways(sender.open_gateway), watch)
        finally:
            self.lines = []

    @rule(
        line=st.sampled_from(["up", "stored and lost", "stored and refused"]),
        well=st.integers(0, 3),
    )
    def be_overtaken(self, line: str, well: int) -> None:
        """Sleep with a request open: another program takes the item over, and then we wake."""

        def meanwhile() -> None:
            self.meanwhile, mine = _nothing, self.line
            self.clock.advance(timedelta(hours=2))
            self.line = "up"
            deliver_next(self.at, self.sender("freeing", 0.0))
            self.clock.advance(timedelta(hours=7))
            deliver_next(self.at, self.sender("two", 0.0))
            self.line = mine

        self.line, self.meanwhile = line, meanwhile
        self._run(0.0, well)
        self.meanwhile = _nothing

    @rule()
    def restart(self) -> None:
        self.running.__exit__(None, None, None)
        self.open()

    @rule(
        by=st.one_of(
            st.integers(0, 100_000),
            st.sampled_from([-10, 10]).map(lambda years: years * 365 * 86_400),
            st.sampled_from([-3600, 3600]),
        )
    )
    def turn_the_clock(self, by: int) -> None:
        now = self.clock.now() + timedelta(seconds=by)
        if abs(now - START) < timedelta(days=365 * 100):
            self.clock.set_wall(now)

    @rule()
    def network_returns(self) -> None:
        addressing.network_returned(self.at)

    @rule(place=st.integers(0, MOST_ITEMS), act=st.sampled_from(["hold", "release", "send"]))
    def press(self, place: int, act: str) -> None:
        one = self.pick(place)
        if one is None:
            return
        named = {"destination_id": HERE} if act == "send" else {}
        with suppress(Refusal):
            getattr(addressing, act)(self.at, item_id=item_id_of(one), **named)

    @rule(place=st.integers(0, MOST_ITEMS))
    def carry_by_hand(self, place: int) -> None:
        """Take a file of the bytes to the other side, which gives a receipt for them."""
        one = self.pick(place)
        if one is None:
            return
        with suppress(Refusal):
            addressing.hand_over(self.at, item_id=item_id_of(one), way="file")
            if one.submission.id not in self.gone:
                self.ledger.rows.setdefault(str(one.submission.id), one.data)
            self.carried.append(self.ledger.receipt(str(one.submission.id), one.sha256))

    @rule(place=st.integers(0, 20))
    def bring_the_receipt(self, place: int) -> None:
        if self.carried:
            body = self.carried[place % len(self.carried)]
            receipts.import_receipts(self.at, ed25519_verifier, body=body)

    @rule(place=st.integers(0, MOST_ITEMS))
    def withdraw(self, place: int) -> None:
        if place % 4 == 0 and (one := self.pick(place)) is not None:
            with suppress(Refusal):
                addressing.withdraw(self.at, item_id=item_id_of(one))
                self.withdrawn.add(str(one.submission.id))

    @rule(place=st.integers(0, MOST_ITEMS))
    def want_it_back(self, place: int) -> None:
        if place % 4 == 1 and (one := self.pick(place)) is not None:
            with suppress(Refusal):
                ask_withdrawal(self.at, item_id=item_id_of(one))
                self.withdrawn.add(str(one.submission.id))

    @rule(line=st.sampled_from(["up", "stored and lost", "killed", "killed after", "down"]))
    def ask_there(self, line: str) -> None:
        self.line = line
        try:
            withdraw_next(self.at, self.asker())
        except KilledError:
            self.restart()

    def asker(self) -> Asker:
        return Asker(owner="one", open_withdrawer=lambda _to: _WayBack(self), jitter=lambda: 0.0)

    @invariant()
    def nothing_is_lost(self) -> None:
        taken[0] += 1
        if self.sealed:
            check_nothing_lost(file_in(self.data), self.sealed, self.ledger.rows)

    def teardown(self) -> None:
        """Let the faults stop: everything that nobody withdrew is delivered, once."""
        try:
            self._calm()
        finally:
            self.running.__exit__(None, None, None)
            self.folder.cleanup()

    def _calm(self) -> None:
        self.line, self.meanwhile = "up", _nothing
        for _ in range(4):
            self.clock.advance(timedelta(days=2))
            while deliver_next(self.at, self.sender("calm", 0.0)) is not None:
                pass
            while withdraw_next(self.at, self.asker()) is not None:
                pass
            for number in range(len(self.sealed)):
                with suppress(Refusal):
                    item_id = item_id_of(numbered_submission(number))
                    addressing.send(self.at, item_id=item_id, destination_id=HERE)
        check_same_bytes(self.ledger, self.sealed)
        kept = check_nothing_lost(file_in(self.data), self.sealed, self.ledger.rows)
        left = {one for one, now in kept.items() if now.state != "confirmed"}
        assert left <= self.withdrawn, "not delivered, and nobody took it back"
        self._check_taken_back()
        if not self.withdrawn and self.sealed:
            check_delivered_once(file_in(self.data), self.sealed, self.ledger.rows)

    def _check_taken_back(self) -> None:
        """Hold that every wish was answered, truly, and that nothing of it is there."""
        for one in outbox(self.at):
            if one.withdrawal is not None:
                assert not one.withdrawal.is_pending
                is_gone = one.withdrawal.state is WithdrawalState.WITHDRAWN
                assert is_gone == (one.sealed.id in self.gone)
                assert one.sealed.id not in self.ledger.rows


def _nothing() -> None:
    """Happen while a request is open."""


def test_no_order_of_events_loses_or_doubles_anything() -> None:
    taken[0] = 0
    while taken[0] < STEPS:
        examples = max(1, (STEPS - taken[0]) // STEPS_EACH)
        run_state_machine_as_test(
            World,
            settings=settings(
                max_examples=min(examples, 200),
                stateful_step_count=STEPS_EACH,
                deadline=None,
                database=None,
                derandomize=STEPS < 1000,
                phases=[Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck),
            ),
        )
    assert taken[0] >= STEPS
