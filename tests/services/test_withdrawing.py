"""Taken back where it was stored, whatever breaks on the way, against a real endpoint."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ogp_desktop import wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import OPENROSA, Destination
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import Late, OutboxState, next_state
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.withdrawal import Withdrawal, WithdrawalAnswer, WithdrawalState
from ogp_desktop.endpoint.serve import RunningEndpoint, add_token, running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.outbox_reading import Dispatch, dispatch, waiting_count
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.withdrawing import (
    AskedThere,
    Asker,
    ask_withdrawal,
    network_is_back,
    stop_asking,
    withdraw_next,
)
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.outcomes import told
from tests.support.sealed import addressed, sealed_sample
from tests.support.storm import KilledError
from tests.support.stub_server import Line, http, stub_server
from tests.support.workplaces import workplace_at

LATER = timedelta(hours=7)


@pytest.fixture
def clock() -> FixedClock:
    """Give a clock that stands."""
    return FixedClock()


@pytest.fixture
def at(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    """Give an open data file."""
    with workplace_at(tmp_path / "data", clock) as workplace:
        yield workplace


@dataclass(frozen=True)
class Stored:
    """A confirmed submission, and the endpoint that holds it."""

    at: Workplace
    clock: FixedClock
    made: SealedAndQueued
    endpoint: RunningEndpoint
    secrets: MemorySecrets

    @property
    def item_id(self) -> OutboxItemId:
        return self.made.item.id

    @property
    def port(self) -> int:
        port = urlsplit(self.endpoint.url).port
        assert port is not None
        return port

    def now(self) -> Dispatch:
        """Return it as it stands on the disk."""
        return dispatch(self.at, item_id=self.item_id)

    def withdrawal(self) -> Withdrawal:
        """Return the request as it stands on the disk."""
        found = self.now().withdrawal
        assert found is not None
        return found

    def is_there(self) -> bool:
        """Tell whether the endpoint has the words."""
        return self.endpoint.store.body(self.made.sealed.id) is not None

    def ask(self) -> None:
        ask_withdrawal(self.at, item_id=self.item_id)

    def tried(self) -> AskedThere:
        """Try once what must be due."""
        done = withdraw_next(self.at, asker(self.secrets))
        assert done is not None
        return done

    def move(self, url: str) -> None:
        """Let the destination answer elsewhere, as a bad line does; nothing else of it changes."""
        _move(self.at, self.item_id, url)


def _move(at: Workplace, item_id: OutboxItemId, url: str) -> None:
    with sqlite3.connect(at.store.path) as file:
        file.execute("UPDATE destination SET url = ?", (url,))
        file.execute("UPDATE outbox_item SET leave_url = ? WHERE id = ?", (url, item_id))
        file.execute("UPDATE withdrawal SET leave_url = ?", (url,))


def sender(secrets: MemorySecrets) -> Sender:
    return Sender(owner="one", open_gateway=wiring.gateways(secrets), jitter=lambda: 0.0)


def asker(secrets: MemorySecrets, owner: str = "one") -> Asker:
    return Asker(owner=owner, open_withdrawer=wiring.withdrawers(secrets), jitter=lambda: 0.0)


@contextmanager
def _stored(at: Workplace, clock: FixedClock, folder: Path) -> Iterator[Stored]:
    made, secrets = sealed_sample(at), MemorySecrets()
    with running_endpoint(f"sqlite:///{folder / 'endpoint.sqlite3'}") as endpoint:
        key, token = endpoint.receipt_key, endpoint.token
        addressed(at, made, secrets, endpoint.url, receipt_key=key, access_code=token)
        assert deliver_next(at, sender(secrets)) is not None
        one = Stored(at, clock, made, endpoint, secrets)
        assert one.now().item.state is OutboxState.CONFIRMED
        yield one


@pytest.fixture
def stored(at: Workplace, clock: FixedClock, tmp_path: Path) -> Iterator[Stored]:
    """Give a confirmed submission with its endpoint."""
    with _stored(at, clock, tmp_path) as one:
        yield one


def _check_withdrawn(one: Stored) -> None:
    """Hold that it is gone there, proved, and still here; and that it goes nowhere again."""
    assert not one.is_there()
    kept, withdrawal = one.now(), one.withdrawal()
    assert withdrawal.state is WithdrawalState.WITHDRAWN
    assert withdrawal.proof is not None
    assert withdrawal.proof.is_verified
    assert withdrawal.proof.statement.id == one.made.sealed.id
    assert withdrawal.proved_at == one.clock.now()
    assert (kept.item.state, kept.item.maybe_stored) == (OutboxState.WITHDRAWN, False)
    assert kept.sealed.body == one.made.sealed.body
    assert kept.receipt is not None  # that it had arrived stays true
    assert waiting_count(one.at) == 0
    one.clock.advance(LATER)
    assert withdraw_next(one.at, asker(one.secrets)) is None
    assert deliver_next(one.at, sender(one.secrets)) is None
    with pytest.raises(Refusal):
        one.ask()
    with pytest.raises(Refusal):
        addressing.send(one.at, item_id=one.item_id, destination_id=_to(one).id)


def _to(one: Stored) -> Destination:
    to = one.now().destination
    assert to is not None
    return to


def test_confirmed_submission_is_taken_away_there_and_stays_here(stored: Stored) -> None:
    stored.ask()
    assert stored.now().item.state is OutboxState.WITHDRAWN
    assert waiting_count(stored.at) == 1
    assert stored.is_there()  # asked for is not done
    assert stored.tried().outcome.kind is OutcomeKind.WITHDRAWN
    whats = [event.what for event in stored.now().history]
    assert whats[-3:] == ["withdrawal_asked", "withdrawal_attempt", "withdrawal_withdrawn"]
    _check_withdrawn(stored)


def test_lost_answer_is_asked_again_and_proves_the_same(stored: Stored) -> None:
    with stub_server(Line(forward_to=stored.port, write=0), Line(forward_to=stored.port)) as stub:
        stored.move(stub.url)
        stored.ask()
        lost = stored.tried()
        assert lost.outcome.kind is OutcomeKind.UNREACHABLE
        assert lost.withdrawal.state is WithdrawalState.ASKED
        assert not stored.is_there()  # done, and not known
        assert stored.now().item.maybe_stored
        stored.clock.advance(LATER)
        again = stored.tried()
    assert (again.outcome.kind, again.outcome.status) == (OutcomeKind.WITHDRAWN, 410)
    assert again.withdrawal.attempts == 2
    _check_withdrawn(stored)


def test_request_waits_while_nobody_answers_and_goes_when_the_network_returns(
    stored: Stored,
) -> None:
    url = stored.endpoint.url
    stored.move("http://127.0.0.1:9")
    stored.ask()
    assert stored.tried().outcome.kind is OutcomeKind.UNREACHABLE
    assert withdraw_next(stored.at, asker(stored.secrets)) is None
    health = stored.now().health
    assert health is not None
    assert health.state is DestinationState.OFFLINE
    stored.move(url)
    stored.clock.advance(timedelta(seconds=2))
    addressing.network_returned(stored.at)
    network_is_back(stored.at)
    assert stored.tried().outcome.kind is OutcomeKind.WITHDRAWN
    _check_withdrawn(stored)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_program_that_dies_while_asking_leaves_a_request_that_is_asked_again(
    stored: Stored, moment: str
) -> None:
    way = wiring.withdrawers(stored.secrets)(_to(stored))

    class Dying:
        def withdraw(
            self, submission_id: SubmissionId, proof: str, *, deadline_s: float
        ) -> WithdrawalAnswer:
            if moment == "after":
                way.withdraw(submission_id, proof, deadline_s=deadline_s)
            raise KilledError

        def cancel(self) -> None: ...

        def close(self) -> None:
            way.close()

    stored.ask()
    with pytest.raises(KilledError):
        withdraw_next(
            stored.at, Asker(owner="d", open_withdrawer=lambda _to: Dying(), jitter=lambda: 0.0)
        )
    assert stored.withdrawal().state is WithdrawalState.SENDING
    assert stored.is_there() is (moment == "before")
    assert withdraw_next(stored.at, asker(stored.secrets, "two")) is None  # the lease holds
    stored.clock.advance(timedelta(seconds=151))
    assert withdraw_next(stored.at, asker(stored.secrets, "two")) is None  # freed, to wait
    stored.clock.advance(LATER)
    assert stored.tried().outcome.kind is OutcomeKind.WITHDRAWN
    assert "withdrawal_lease_died" in [event.what for event in stored.now().history]
    _check_withdrawn(stored)


def test_item_to_be_withdrawn_is_not_confirmed_by_a_receipt_that_comes_late(
    stored: Stored,
) -> None:
    stored.ask()
    receipt = stored.now().receipt
    assert receipt is not None
    late = Late(outcome=told(OutcomeKind.CONFIRMED, receipt=receipt.signed))
    item = stored.now().item
    assert next_state(item, late, now=stored.clock.now(), jitter=0.0) == item


def test_submission_that_may_have_arrived_is_withdrawn_there(
    at: Workplace, clock: FixedClock, tmp_path: Path
) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    with running_endpoint(f"sqlite:///{tmp_path / 'e.sqlite3'}") as endpoint:
        one = Stored(at, clock, made, endpoint, secrets)
        with stub_server(Line(forward_to=one.port, write=0)) as stub:
            key, code = endpoint.receipt_key, endpoint.token
            addressed(at, made, secrets, stub.url, receipt_key=key, access_code=code)
            assert deliver_next(at, sender(secrets)) is not None
        assert one.now().item.maybe_stored
        assert one.is_there()
        one.move(endpoint.url)
        one.ask()
        clock.advance(LATER)
        assert deliver_next(at, sender(secrets)) is None
        assert one.tried().outcome.kind is OutcomeKind.WITHDRAWN
        assert not one.is_there()


def test_nothing_under_the_number_is_told_and_can_be_asked_again(stored: Stored) -> None:
    body = stored.made.sealed.body
    with sqlite3.connect(stored.endpoint.store._engine.url.database or "") as file:
        file.execute("DELETE FROM submission")
    stored.ask()
    done = stored.tried()
    assert (done.outcome.kind, done.outcome.status) == (OutcomeKind.NOT_STORED, 404)
    assert done.withdrawal.state is WithdrawalState.NOT_THERE
    assert _to(stored)
    assert body == stored.now().sealed.body
    stored.ask()
    assert stored.withdrawal().state is WithdrawalState.ASKED


def test_request_is_not_made_with_an_access_code_that_came_later(stored: Stored) -> None:
    stored.ask()
    to = _to(stored)
    addressing.set_destination(
        stored.at,
        stored.secrets,
        name=to.name,
        url=to.url,
        receipt_key=to.receipt_key,
        access_code="another",
        destination_id=to.id,
    )
    assert withdraw_next(stored.at, asker(stored.secrets)) is None
    assert stored.withdrawal().state is WithdrawalState.HELD
    assert stored.now().history[-1].what == "withdrawal_leave_ended"
    stored.secrets.keep(to.id, stored.endpoint.token)
    stored.ask()
    assert stored.tried().outcome.kind is OutcomeKind.WITHDRAWN


def test_access_code_that_may_only_read_pauses_the_destination_and_not_the_wish(
    stored: Stored,
) -> None:
    url = stored.endpoint.store._engine.url.render_as_string()
    stored.secrets.keep(_to(stored).id, add_token(url, "read"))
    stored.ask()
    done = stored.tried()
    assert done.outcome.kind is OutcomeKind.AUTH
    assert done.withdrawal.is_pending
    assert withdraw_next(stored.at, asker(stored.secrets)) is None
    health = stored.now().health
    assert health is not None
    assert health.state is DestinationState.AUTH


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (http(204, content_type=""), OutcomeKind.NOT_A_RECEIPT),
        (http(200, b"<html>login</html>", "text/html"), OutcomeKind.NOT_A_RECEIPT),
        (http(200, b'{"status":"ok"}'), OutcomeKind.NOT_A_RECEIPT),
        (
            http(410, b'{"type":"urn:ogp-desktop:problem:withdrawn"}', "application/problem+json"),
            OutcomeKind.NOT_A_RECEIPT,
        ),
        (http(302, location="http://127.0.0.1:9"), OutcomeKind.NOT_A_RECEIPT),
        (http(404, b'{"title":"?"}', "application/problem+json"), OutcomeKind.CLOSED),
        (http(405), OutcomeKind.REFUSED),
        (http(503, Retry_After="9"), OutcomeKind.SERVER_ERROR),
        (http(429), OutcomeKind.RATE_LIMITED),
    ],
)
def test_other_answers_never_say_that_it_was_withdrawn(
    stored: Stored, answer: bytes, kind: OutcomeKind
) -> None:
    with stub_server(answer) as stub:
        stored.move(stub.url)
        stored.ask()
        done = stored.tried()
    assert done.outcome.kind is kind
    assert done.withdrawal.proof is None
    assert done.withdrawal.state is not WithdrawalState.WITHDRAWN
    assert stored.now().item.maybe_stored
    assert b"Withdrawal-Proof: " in stub.requests[0]
    assert stored.made.sealed.body not in stub.requests[0]


def test_asking_can_be_stopped_and_begun_again(stored: Stored) -> None:
    stored.ask()
    stop_asking(stored.at, item_id=stored.item_id)
    assert withdraw_next(stored.at, asker(stored.secrets)) is None
    assert stored.is_there()
    assert stored.now().may_be_withdrawn_there
    stored.ask()
    assert stored.tried().outcome.kind is OutcomeKind.WITHDRAWN


def test_asker_that_was_shut_asks_nothing(stored: Stored) -> None:
    stored.ask()
    by = asker(stored.secrets)
    by.shut()
    assert withdraw_next(stored.at, by) is None
    assert stored.is_there()


def test_nothing_is_asked_of_what_never_left_or_went_to_another_kind_of_place(
    at: Workplace,
) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    with pytest.raises(Refusal, match="no_withdrawal"):
        ask_withdrawal(at, item_id=made.item.id)
    addressed(at, made, secrets, "http://127.0.0.1:9")
    with pytest.raises(Refusal, match="nothing_there"):
        ask_withdrawal(at, item_id=made.item.id)
    other = sealed_sample(at, "Ailleurs")
    addressed(at, other, secrets, "http://127.0.0.1:9/v1/projects/1", protocol=OPENROSA)
    addressing.hand_over(at, item_id=other.item.id, way="file")
    assert not dispatch(at, item_id=other.item.id).may_be_withdrawn_there
    with pytest.raises(Refusal, match="no_withdrawal"):
        ask_withdrawal(at, item_id=other.item.id)


def test_damaged_text_cannot_prove_that_it_is_ours(stored: Stored) -> None:
    with sqlite3.connect(stored.at.store.path) as file:
        file.execute("UPDATE submission SET body = ?", (b"{}",))
    with pytest.raises(Trouble, match="bytes_damaged"):
        stored.ask()
    assert stored.now().item.state is OutboxState.CONFIRMED
