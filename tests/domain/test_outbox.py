"""Every move of an item, and what no sequence of moves can do."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import (
    CONFLICT_REPEATS,
    LONGEST_LEASE,
    Act,
    Address,
    Claim,
    Event,
    Late,
    OutboxItem,
    OutboxState,
    is_due,
    is_lease_dead,
    next_state,
)
from ogp_desktop.domain.outcome import (
    RETRY_AFTER_CAP,
    SHORTEST_WAIT,
    Outcome,
    OutcomeKind,
)
from tests.support.outcomes import CONFIRMED, NOW, OUTCOMES, PROOF, SUBMISSION, told

HERE = DestinationId("here")
READY = OutboxItem(
    id=OutboxItemId("i"), submission_id=SUBMISSION, destination_id=HERE, updated_at=NOW
)


def _next(item: OutboxItem, *events: Event, now: datetime = NOW, jitter: float = 0.5) -> OutboxItem:
    for event in events:
        item = next_state(item, event, now=now, jitter=jitter)
    return item


SENDING = _next(READY, Claim(owner="me"))
WAITING = _next(SENDING, told(OutcomeKind.TIMED_OUT))
ATTENTION = _next(SENDING, told(OutcomeKind.REFUSED, status=422))
HELD = _next(READY, Act.HOLD)
HANDED_OVER = _next(READY, Act.HAND_OVER)
WITHDRAWN = _next(READY, Act.WITHDRAW)
DONE = _next(SENDING, CONFIRMED)
EACH = (READY, HELD, SENDING, WAITING, ATTENTION, HANDED_OVER, WITHDRAWN, DONE)


def test_there_is_one_example_of_each_state() -> None:
    assert [item.state for item in (READY, HELD, SENDING, WAITING, ATTENTION)] == [
        OutboxState.READY,
        OutboxState.HELD,
        OutboxState.SENDING,
        OutboxState.WAITING,
        OutboxState.ATTENTION,
    ]
    assert {item.state for item in EACH} == set(OutboxState)


def test_claim_counts_the_attempt_and_takes_a_lease_before_anything_is_sent() -> None:
    item = _next(READY, Claim(owner="me", deadline_s=60))
    assert (item.state, item.attempts, item.lease_owner) == (OutboxState.SENDING, 1, "me")
    assert item.lease_until == NOW + timedelta(seconds=90)


@pytest.mark.parametrize(
    "item",
    [
        *(item for item in EACH if item.state is not OutboxState.READY),
        replace(READY, destination_id=None),
    ],
)
def test_claim_is_refused_when_the_item_is_not_due(item: OutboxItem) -> None:
    with pytest.raises(Refusal) as caught:
        _next(item, Claim(owner="other"))
    assert caught.value.data["state"] == item.state.value


NOT_WITHDRAWN = [item for item in EACH if item is not WITHDRAWN]


def test_receipt_confirms_an_item_whatever_its_state_but_one_that_was_withdrawn() -> None:
    for item in NOT_WITHDRAWN:
        after = _next(item, CONFIRMED)
        assert after.state is OutboxState.CONFIRMED
        assert not after.maybe_stored
        assert after.lease_owner is None


def test_late_outcome_changes_nothing_but_what_may_have_left() -> None:
    for item in EACH:
        after = _next(item, Late(outcome=told(OutcomeKind.REFUSED, left=True, status=422)))
        is_doubtful = item.state is not OutboxState.CONFIRMED
        assert after == replace(item, maybe_stored=is_doubtful, updated_at=after.updated_at)


def test_late_receipt_is_believed() -> None:
    for item in NOT_WITHDRAWN:
        assert _next(item, Late(outcome=CONFIRMED)).state is OutboxState.CONFIRMED


@pytest.mark.parametrize("item", [WITHDRAWN, _next(DONE, Act.WITHDRAW_THERE)])
@pytest.mark.parametrize("event", [CONFIRMED, Late(outcome=CONFIRMED)])
def test_withdrawn_item_is_never_confirmed_again(item: OutboxItem, event: Event) -> None:
    assert _next(item, event) == item


def test_item_to_be_taken_back_there_goes_nowhere_until_it_is_gone_there() -> None:
    for item in (READY, HELD, WAITING, ATTENTION, HANDED_OVER, WITHDRAWN, DONE):
        back = _next(item, Act.WITHDRAW_THERE)
        assert (back.state, back.maybe_stored) == (OutboxState.WITHDRAWN, True)
        assert not is_due(_next(back, Act.NETWORK_RETURNED), NOW)
        assert not _next(back, Act.GONE_THERE).maybe_stored


def test_damaged_bytes_need_a_person() -> None:
    item = _next(SENDING, told(OutcomeKind.DAMAGED, left=False))
    assert (item.state, item.maybe_stored) == (OutboxState.ATTENTION, False)


def test_receipt_of_another_submission_is_a_fault() -> None:
    other = replace(PROOF, receipt=replace(PROOF.receipt, id=SubmissionId("other")))
    with pytest.raises(ValueError, match="i"):
        _next(SENDING, replace(CONFIRMED, receipt=other))


def test_outcome_cannot_be_made_when_receipt_and_kind_disagree() -> None:
    with pytest.raises(ValueError, match="confirmed"):
        told(OutcomeKind.CONFIRMED)
    with pytest.raises(ValueError, match="conflict"):
        told(OutcomeKind.CONFLICT, receipt=PROOF)


@pytest.mark.parametrize(
    "kind",
    [
        OutcomeKind.NOT_A_RECEIPT,
        OutcomeKind.UNREACHABLE,
        OutcomeKind.TIMED_OUT,
        OutcomeKind.INTERRUPTED,
        OutcomeKind.RATE_LIMITED,
        OutcomeKind.SERVER_ERROR,
    ],
)
@pytest.mark.parametrize("left", [True, False])
def test_item_waits_and_remembers_what_may_have_left(kind: OutcomeKind, left: bool) -> None:
    item = _next(SENDING, told(kind, left=left))
    assert (item.state, item.reason, item.maybe_stored) == (OutboxState.WAITING, kind, left)
    assert item.next_try_at == NOW + timedelta(seconds=15)
    assert (item.lease_owner, item.lease_until) == (None, None)


@pytest.mark.parametrize("kind", [OutcomeKind.AUTH, OutcomeKind.CLOSED, OutcomeKind.TLS])
def test_item_leaves_the_waiting_to_the_destination(kind: OutcomeKind) -> None:
    item = _next(SENDING, told(kind))
    assert (item.state, item.reason) == (OutboxState.WAITING, kind)
    assert is_due(item, NOW)


def test_refused_item_needs_the_person() -> None:
    assert ATTENTION.state is OutboxState.ATTENTION
    assert not is_due(ATTENTION, NOW + timedelta(days=400))
    assert _next(ATTENTION, Act.SEND_NOW).state is OutboxState.WAITING


def test_conflict_is_repeated_four_times_over_ten_minutes_and_then_needs_the_person() -> None:
    item, now, sent = READY, NOW, 0
    while item.state is not OutboxState.ATTENTION:
        item = next_state(item, Claim(owner="me"), now=now, jitter=0)
        item = next_state(item, told(OutcomeKind.CONFLICT, status=409), now=now, jitter=0)
        sent += 1
        if item.next_try_at is not None:
            for act in (Act.NETWORK_RETURNED, Act.SEND_NOW):  # nothing shortens the ten minutes
                assert _next(item, act, now=now).next_try_at == item.next_try_at
            now = item.next_try_at
    assert sent == 1 + CONFLICT_REPEATS
    assert now - NOW >= timedelta(minutes=10)
    again = _next(item, Act.SEND_NOW, now=now)
    assert (again.conflicts, again.first_conflict_at) == (0, None)
    assert is_due(again, now)


def test_confirmed_item_ignores_what_comes_late() -> None:
    for kind in set(OutcomeKind) - {OutcomeKind.CONFIRMED}:
        assert _next(DONE, told(kind)) == DONE


def test_late_answer_changes_only_what_may_have_left() -> None:
    late = told(OutcomeKind.REFUSED, status=422)
    assert _next(HELD, late) == replace(HELD, maybe_stored=True)


def test_dead_lease_frees_the_item_as_maybe_stored() -> None:
    assert SENDING.lease_until is not None
    assert not is_lease_dead(SENDING, NOW)
    assert is_lease_dead(SENDING, SENDING.lease_until)
    assert is_lease_dead(SENDING, NOW - LONGEST_LEASE - timedelta(days=3650))
    assert not is_lease_dead(WAITING, NOW)
    freed = _next(SENDING, Act.LEASE_DIED)
    assert (freed.state, freed.maybe_stored) == (OutboxState.WAITING, True)


def test_hold_keeps_an_item_back_until_it_is_released() -> None:
    assert not is_due(HELD, NOW)
    assert _next(HELD, Act.RELEASE).state is OutboxState.READY
    assert _next(WAITING, Act.HOLD, Act.RELEASE).state is OutboxState.WAITING


def test_handed_over_item_may_have_arrived_and_can_still_be_sent() -> None:
    assert HANDED_OVER.maybe_stored
    assert not is_due(HANDED_OVER, NOW)
    assert is_due(_next(HANDED_OVER, Act.SEND_NOW), NOW)


def test_refused_bundle_needs_somebody_only_where_it_was_the_way() -> None:
    refused = _next(HANDED_OVER, Act.BUNDLE_REFUSED)
    assert (refused.state, refused.reason) == (OutboxState.ATTENTION, OutcomeKind.REFUSED)
    assert refused.maybe_stored
    assert is_due(_next(refused, Act.SEND_NOW), NOW)
    for item in EACH:
        if item is not HANDED_OVER:
            assert _next(item, Act.BUNDLE_REFUSED) == item


def test_withdrawn_item_says_that_it_may_have_arrived() -> None:
    assert not WITHDRAWN.maybe_stored
    assert _next(WAITING, Act.WITHDRAW).maybe_stored


def test_address_changes_only_while_nothing_can_be_at_the_old_one() -> None:
    there = Address(destination_id=DestinationId("there"))
    assert _next(READY, there).destination_id == "there"
    assert _next(HELD, there).state is OutboxState.HELD
    unreached = _next(SENDING, told(OutcomeKind.UNREACHABLE, left=False))
    assert is_due(_next(unreached, there), NOW)
    by_file = _next(replace(READY, destination_id=None), Act.HAND_OVER, there)
    assert (by_file.state, by_file.destination_id) == (OutboxState.HANDED_OVER, "there")
    for item in (SENDING, WAITING, DONE, WITHDRAWN, HANDED_OVER):
        with pytest.raises(Refusal):
            _next(item, there)
        assert _next(item, Address(destination_id=HERE)) == item


@pytest.mark.parametrize(
    ("act", "states"),
    [
        (Act.HOLD, {"ready", "waiting"}),
        (Act.RELEASE, {"held"}),
        (Act.SEND_NOW, {"ready", "held", "waiting", "attention", "handed_over"}),
        (Act.HAND_OVER, {"ready", "held", "waiting", "attention", "handed_over"}),
        (Act.WITHDRAW, {"ready", "held", "waiting", "attention", "handed_over"}),
        (
            Act.WITHDRAW_THERE,
            {"ready", "held", "waiting", "attention", "handed_over", "confirmed", "withdrawn"},
        ),
        (Act.GONE_THERE, {"withdrawn"}),
        (Act.BUNDLE_REFUSED, {state.value for state in OutboxState}),
        (Act.LEASE_DIED, {"sending"}),
        (Act.NETWORK_RETURNED, {state.value for state in OutboxState}),
    ],
)
def test_act_is_refused_when_the_state_does_not_allow_it(act: Act, states: set[str]) -> None:
    for item in EACH:
        if item.state.value in states:
            _next(item, act)
        else:
            with pytest.raises(Refusal) as caught:
                _next(item, act)
            assert caught.value.data["event"] == act.value


def test_network_return_makes_waiting_items_due() -> None:
    later = NOW + SHORTEST_WAIT
    assert not is_due(WAITING, later)
    assert is_due(_next(WAITING, Act.NETWORK_RETURNED, now=later), later)


def test_network_that_comes_and_goes_makes_an_item_due_once_a_second() -> None:
    item = WAITING
    for tenth in range(10):
        now = NOW + timedelta(seconds=tenth / 10)
        item = _next(item, Act.NETWORK_RETURNED, now=now)
        assert not is_due(item, now)
    assert is_due(item, NOW + SHORTEST_WAIT)


def test_item_with_an_old_conflict_is_hastened_when_it_waits_for_another_reason() -> None:
    conflict = _next(SENDING, told(OutcomeKind.CONFLICT, status=409))
    later = NOW + timedelta(hours=1)
    item = _next(conflict, Claim(owner="me"), told(OutcomeKind.TIMED_OUT), now=later, jitter=1)
    assert not is_due(item, later)
    assert is_due(_next(item, Act.SEND_NOW, now=later), later)
    assert item.conflicts == 1


def test_stored_wait_is_ignored_when_only_a_wrong_clock_can_have_made_it() -> None:
    absurd = replace(WAITING, next_try_at=NOW + timedelta(days=3650))
    assert is_due(absurd, NOW)
    assert not is_due(replace(WAITING, next_try_at=NOW + timedelta(hours=24)), NOW)


def test_retry_after_is_a_floor() -> None:
    item = _next(SENDING, told(OutcomeKind.RATE_LIMITED, retry_after_s=3600))
    assert item.next_try_at == NOW + timedelta(hours=1)
    item = _next(SENDING, told(OutcomeKind.RATE_LIMITED, retry_after_s=1e9))
    assert item.next_try_at == NOW + timedelta(hours=24)


_events = st.one_of(
    OUTCOMES,
    st.builds(Late, outcome=OUTCOMES),
    st.builds(Claim, owner=st.sampled_from(["me", "you"]), deadline_s=st.floats(0, 1e6)),
    st.builds(Address, destination_id=st.sampled_from([None, HERE, DestinationId("there")])),
    st.sampled_from(Act),
)
_steps = st.lists(st.tuples(_events, st.integers(-(10**8), 10**8), st.floats(0, 1)), max_size=60)


@given(_steps)
def test_no_sequence_of_events_loses_or_doubts_what_is_known(
    steps: list[tuple[Event, int, float]],
) -> None:
    item = READY
    for event, second, jitter in steps:
        now = NOW + timedelta(seconds=second)  # the clock jumps as it likes
        try:
            after = next_state(item, event, now=now, jitter=jitter)
        except Refusal:
            continue
        if item.state is OutboxState.CONFIRMED and event is not Act.WITHDRAW_THERE:
            assert after == item
        if item.state is OutboxState.WITHDRAWN:
            assert after.state is OutboxState.WITHDRAWN
        if after.state is OutboxState.CONFIRMED:
            is_proof = event in (CONFIRMED, Late(outcome=CONFIRMED))
            assert item.state is OutboxState.CONFIRMED or is_proof
        elif item.maybe_stored:
            assert after.maybe_stored or event is Act.GONE_THERE
        assert (after.id, after.submission_id) == (item.id, item.submission_id)
        assert after.attempts == item.attempts + isinstance(event, Claim)
        assert (after.lease_until is not None) is (after.state is OutboxState.SENDING)
        if after.next_try_at is not None and after.next_try_at != item.next_try_at:
            assert SHORTEST_WAIT <= after.next_try_at - now <= RETRY_AFTER_CAP
        item = after


@given(st.lists(st.tuples(OUTCOMES, st.floats(0, 1)), max_size=40))
def test_every_item_is_delivered_once_the_trouble_ends(
    troubles: list[tuple[Outcome, float]],
) -> None:
    item, now = READY, NOW
    for outcome, jitter in troubles:
        if item.state is OutboxState.CONFIRMED:
            break
        if item.state is OutboxState.ATTENTION:
            item = next_state(item, Act.SEND_NOW, now=now, jitter=jitter)
        now = item.next_try_at or now
        item = next_state(item, Claim(owner="me"), now=now, jitter=jitter)
        item = next_state(item, outcome, now=now, jitter=jitter)
    if item.state is OutboxState.ATTENTION:
        item = next_state(item, Act.SEND_NOW, now=now, jitter=0)
    if item.state is not OutboxState.CONFIRMED:
        now = item.next_try_at or now
        item = _next(item, Claim(owner="me"), CONFIRMED, now=now)
    assert item.state is OutboxState.CONFIRMED
