"""Taken back whatever breaks on the way: no answer, no network, no program, a late receipt."""

from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop import wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outbox import Late, next_state
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.withdrawal import WithdrawalAnswer, WithdrawalState
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import deliver_next
from ogp_desktop.services.withdrawing import (
    Asker,
    network_is_back,
    withdraw_next,
)
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.outcomes import told
from tests.support.sealed import addressed, sealed_sample
from tests.support.storm import KilledError
from tests.support.stub_server import Line, stub_server
from tests.support.withdrawals import LATER, Stored, asker, check_withdrawn, place_of, sender


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
    check_withdrawn(stored)


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
    check_withdrawn(stored)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_program_that_dies_while_asking_leaves_a_request_that_is_asked_again(
    stored: Stored, moment: str
) -> None:
    way = wiring.withdrawers(stored.secrets)(place_of(stored))

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
    check_withdrawn(stored)


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
