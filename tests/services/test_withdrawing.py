"""Taken back where it was stored: what is asked, what the endpoint answers, and what it means."""

import sqlite3

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import OPENROSA
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.withdrawal import WithdrawalState
from ogp_desktop.endpoint.serve import add_token
from ogp_desktop.services import addressing
from ogp_desktop.services.outbox_reading import dispatch, waiting_count
from ogp_desktop.services.withdrawing import (
    ask_withdrawal,
    stop_asking,
    withdraw_next,
)
from ogp_desktop.services.workplace import Workplace
from tests.support.sealed import addressed, sealed_sample
from tests.support.stub_server import http, stub_server
from tests.support.withdrawals import Stored, asker, check_withdrawn, place_of


def test_confirmed_submission_is_taken_away_there_and_stays_here(stored: Stored) -> None:
    stored.ask()
    assert stored.now().item.state is OutboxState.WITHDRAWN
    assert waiting_count(stored.at) == 1
    assert stored.is_there()  # asked for is not done
    assert stored.tried().outcome.kind is OutcomeKind.WITHDRAWN
    whats = [event.what for event in stored.now().history]
    assert whats[-3:] == ["withdrawal_asked", "withdrawal_attempt", "withdrawal_withdrawn"]
    check_withdrawn(stored)


def test_nothing_under_the_number_is_told_and_can_be_asked_again(stored: Stored) -> None:
    body = stored.made.sealed.body
    with sqlite3.connect(stored.endpoint.store._engine.url.database or "") as file:
        file.execute("DELETE FROM submission")
    stored.ask()
    done = stored.tried()
    assert (done.outcome.kind, done.outcome.status) == (OutcomeKind.NOT_STORED, 404)
    assert done.withdrawal.state is WithdrawalState.NOT_THERE
    assert body == stored.now().sealed.body
    stored.ask()
    assert stored.withdrawal().state is WithdrawalState.ASKED


def test_request_is_not_made_with_an_access_code_that_came_later(stored: Stored) -> None:
    stored.ask()
    to = place_of(stored)
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
    stored.secrets.keep(place_of(stored).id, add_token(url, "read"))
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
