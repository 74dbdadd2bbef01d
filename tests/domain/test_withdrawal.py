"""Every move of a request to take a submission back, and what counts as proof that it was done."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.destination import OPENROSA, Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import LONGEST_LEASE, Claim
from ogp_desktop.domain.outcome import SHORTEST_WAIT, Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Receipt, WhyNot, receipt_bytes
from ogp_desktop.domain.withdrawal import (
    Ask,
    Pause,
    Turn,
    Withdrawal,
    WithdrawalAnswer,
    WithdrawalEvent,
    WithdrawalState,
    asked,
    is_asker_dead,
    is_withdrawal_due,
    may_ask,
    next_withdrawal,
    takes_withdrawals,
)
from ogp_desktop.domain.withdrawn import (
    SignedWithdrawn,
    Withdrawn,
    judge_withdrawn,
    withdrawn_bytes,
)
from tests.support.outcomes import NOW, OUTCOMES, SUBMISSION, told

THERE = Destination(id=DestinationId("h"), name="H", url="https://h.org", code_generation=2)
ASK = Ask(url=THERE.url, code_generation=2)
STATEMENT = Withdrawn(id=SUBMISSION, endpoint="e", withdrawn_at=NOW.isoformat())
PROOF = SignedWithdrawn(statement=STATEMENT)
DONE = WithdrawalAnswer(outcome=told(OutcomeKind.WITHDRAWN, status=200), proof=PROOF)
ASKED = asked(OutboxItemId("i"), ASK, NOW)


def _next(
    one: Withdrawal, *events: WithdrawalEvent, now: Any = NOW, jitter: float = 0.5
) -> Withdrawal:
    for event in events:
        one = next_withdrawal(one, event, now=now, jitter=jitter)
    return one


def _answer(kind: OutcomeKind, **more: Any) -> WithdrawalAnswer:
    return WithdrawalAnswer(outcome=told(kind, **more))


SENDING = _next(ASKED, Claim(owner="me"))
HELD = _next(ASKED, Pause.STOPPED)
NOT_THERE = _next(SENDING, _answer(OutcomeKind.NOT_STORED, status=404))
REFUSED = _next(SENDING, _answer(OutcomeKind.REFUSED, status=403))
WITHDRAWN = _next(SENDING, DONE)
EACH = (ASKED, SENDING, HELD, NOT_THERE, REFUSED, WITHDRAWN)


def test_there_is_one_example_of_each_state() -> None:
    assert [one.state for one in EACH] == list(WithdrawalState)


def test_claim_counts_the_attempt_and_takes_a_lease_before_anything_is_asked() -> None:
    assert (SENDING.attempts, SENDING.lease_owner) == (1, "me")
    assert SENDING.lease_until == NOW + timedelta(seconds=150)
    for one in EACH[1:]:
        with pytest.raises(Refusal):
            _next(one, Claim(owner="you"))


@pytest.mark.parametrize("one", EACH)
def test_proof_is_believed_whenever_it_comes(one: Withdrawal) -> None:
    after = _next(one, DONE)
    assert (after.state, after.proof, after.proved_at) == (WithdrawalState.WITHDRAWN, PROOF, NOW)
    assert after.lease_owner is None


@pytest.mark.parametrize("one", [one for one in EACH if one is not SENDING])
@given(outcome=OUTCOMES.filter(lambda one: one.kind is not OutcomeKind.WITHDRAWN))
def test_answer_that_comes_too_late_changes_nothing(one: Withdrawal, outcome: Outcome) -> None:
    assert _next(one, WithdrawalAnswer(outcome=outcome)) == one


@pytest.mark.parametrize("kind", [OutcomeKind.UNREACHABLE, OutcomeKind.TIMED_OUT])
def test_request_without_an_answer_is_asked_again_without_limit(kind: OutcomeKind) -> None:
    one, now = ASKED, NOW
    for attempt in range(1, 200):
        one = _next(one, Claim(owner="me"), _answer(kind), now=now, jitter=1.0)
        assert (one.state, one.attempts) == (WithdrawalState.ASKED, attempt)
        assert one.next_try_at is not None
        assert one.next_try_at - now <= timedelta(hours=6)
        now = one.next_try_at


@pytest.mark.parametrize("kind", [OutcomeKind.AUTH, OutcomeKind.CLOSED, OutcomeKind.TLS])
def test_trouble_of_the_destination_leaves_the_request_due(kind: OutcomeKind) -> None:
    assert is_withdrawal_due(_next(SENDING, _answer(kind)), NOW)


def test_retry_after_is_a_floor() -> None:
    one = _next(SENDING, _answer(OutcomeKind.RATE_LIMITED, retry_after_s=3600))
    assert one.next_try_at == NOW + timedelta(hours=1)


def test_request_whose_asker_died_is_asked_again() -> None:
    assert not is_asker_dead(SENDING, NOW)
    assert is_asker_dead(SENDING, NOW + timedelta(seconds=150))
    assert is_asker_dead(replace(SENDING, lease_until=NOW + 2 * LONGEST_LEASE), NOW)
    freed = _next(SENDING, Turn.LEASE_DIED)
    assert (freed.state, freed.reason) == (WithdrawalState.ASKED, OutcomeKind.INTERRUPTED)


def test_network_that_returns_makes_it_due_once_a_second() -> None:
    one = _next(SENDING, _answer(OutcomeKind.UNREACHABLE))
    assert not is_withdrawal_due(_next(one, Turn.NETWORK_RETURNED), NOW)
    later = NOW + SHORTEST_WAIT
    assert is_withdrawal_due(_next(one, Turn.NETWORK_RETURNED, now=later), later)
    for other in EACH[1:]:
        assert _next(other, Turn.NETWORK_RETURNED, now=later) == other


@pytest.mark.parametrize(
    ("event", "states"),
    [
        (ASK, {"asked", "held", "not_there", "refused"}),
        (Pause.STOPPED, {"asked"}),
        (Pause.LEAVE_ENDED, {"asked"}),
        (Turn.LEASE_DIED, {"sending"}),
    ],
)
def test_event_is_refused_when_the_state_does_not_allow_it(
    event: WithdrawalEvent, states: set[str]
) -> None:
    for one in EACH:
        if one.state.value in states:
            _next(one, event)
        else:
            with pytest.raises(Refusal):
                _next(one, event)


@pytest.mark.parametrize("one", [HELD, NOT_THERE, REFUSED])
def test_asking_again_is_for_the_address_and_the_code_of_that_moment(one: Withdrawal) -> None:
    assert may_ask(one, THERE)
    other = replace(THERE, code_generation=3)
    assert not may_ask(one, other)
    again = _next(one, Ask(url=other.url, code_generation=3))
    assert may_ask(again, other)
    assert is_withdrawal_due(again, NOW)


def test_only_a_place_that_takes_json_can_be_asked() -> None:
    assert takes_withdrawals(THERE)
    assert not takes_withdrawals(None)
    assert not takes_withdrawals(replace(THERE, protocol=OPENROSA))


def test_answer_cannot_be_made_when_proof_and_kind_disagree() -> None:
    with pytest.raises(ValueError, match="withdrawn"):
        _answer(OutcomeKind.WITHDRAWN)
    with pytest.raises(ValueError, match="refused"):
        WithdrawalAnswer(outcome=told(OutcomeKind.REFUSED), proof=PROOF)


def _judged(
    status: int = 200, kind: str = "application/json", *, key: str | None = None, **changes: Any
) -> SignedWithdrawn | WhyNot:
    told = {"withdrawn": STATEMENT, "sig": "good"} | changes
    return judge_withdrawn(
        status,
        kind,
        canonical_json({name: value for name, value in told.items() if value is not None}),
        submission_id=SUBMISSION,
        verify=None
        if key is None
        else lambda data, sig: (data, sig) == (withdrawn_bytes(STATEMENT), key),
    )


def test_only_the_whole_answer_proves_that_it_was_withdrawn() -> None:
    assert _judged(key="good") == SignedWithdrawn(
        statement=STATEMENT, signature="good", is_verified=True
    )
    problem = {"type": "urn:ogp-desktop:problem:withdrawn", "title": "Withdrawn"}
    assert isinstance(_judged(410, "application/problem+json", **problem), SignedWithdrawn)
    unsigned = _judged(sig=None)
    assert unsigned == SignedWithdrawn(statement=STATEMENT)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"status": 204}, WhyNot.STATUS),
        ({"status": 202}, WhyNot.STATUS),
        ({"status": 404}, WhyNot.STATUS),
        ({"kind": "text/html"}, WhyNot.TYPE),
        ({"status": 410}, WhyNot.TYPE),
        ({"withdrawn": None}, WhyNot.MALFORMED),
        ({"withdrawn": "yes"}, WhyNot.MALFORMED),
        ({"withdrawn": replace(STATEMENT, v=2)}, WhyNot.MALFORMED),
        ({"withdrawn": replace(STATEMENT, withdrawn_at="soon")}, WhyNot.MALFORMED),
        ({"withdrawn": replace(STATEMENT, withdrawn_at="2022-08-01T18:00:00")}, WhyNot.MALFORMED),
        ({"withdrawn": replace(STATEMENT, id=SubmissionId("other"))}, WhyNot.OTHER_ID),
        ({"padding": "x" * 70_000}, WhyNot.TOO_LARGE),
        ({"key": "good", "sig": None}, WhyNot.UNSIGNED),
        ({"key": "good", "sig": "bad"}, WhyNot.WRONG_SIGNATURE),
    ],
)
def test_any_other_answer_proves_nothing(answer: dict[str, Any], why: WhyNot) -> None:
    assert _judged(**answer) is why


def test_receipt_passes_for_no_withdrawal() -> None:
    receipt = Receipt(id=SUBMISSION, sha256="0" * 64, endpoint="e", stored_at=NOW.isoformat())
    assert _judged(withdrawn=receipt) is WhyNot.MALFORMED
    assert not receipt_bytes(receipt).startswith(b'{"withdrawn"')


_events = st.one_of(
    st.just(ASK),
    st.builds(Claim, owner=st.sampled_from(["me", "you"])),
    st.sampled_from(Pause),
    st.sampled_from(Turn),
    st.just(DONE),
    OUTCOMES.filter(lambda one: one.kind is not OutcomeKind.WITHDRAWN).map(
        lambda one: WithdrawalAnswer(outcome=one)
    ),
)


@given(st.lists(st.tuples(_events, st.integers(-(10**8), 10**8), st.floats(0, 1)), max_size=60))
def test_no_sequence_undoes_a_withdrawal_or_loses_a_lease(
    steps: list[tuple[WithdrawalEvent, int, float]],
) -> None:
    one = ASKED
    for event, seconds, jitter in steps:
        before = one
        try:
            one = _next(one, event, now=NOW + timedelta(seconds=seconds), jitter=jitter)
        except Refusal:
            continue
        assert before.state is not WithdrawalState.WITHDRAWN or one == before
        assert (one.proof is not None) == (one.state is WithdrawalState.WITHDRAWN)
        assert (one.lease_owner is not None) == (one.state is WithdrawalState.SENDING)
        assert one.attempts >= before.attempts
