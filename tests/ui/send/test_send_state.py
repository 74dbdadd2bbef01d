"""Where each submission stands, and what can be done with it, as plain values."""

from datetime import UTC, datetime

import pytest

from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.ui.send.send_reading import deeds_of, group_of
from ogp_desktop.ui.send.send_state import Deed, Group, Standing
from ogp_desktop.ui.words_history import outcome_word
from ogp_desktop.ui.words_outbox import (
    destination_state_words,
    explanation,
    headline,
    outbox_state_word,
    state_icon,
)

NOW = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)
REASONS = [None, *(kind for kind in OutcomeKind if kind is not OutcomeKind.CONFIRMED)]
PROOF = ("Confirmed", "receipt for exactly")


def standing(state: OutboxState, **more: object) -> Standing:
    """Return a standing of an item that was given an address."""
    return Standing(**{"state": state, "since": NOW, "is_addressed": True, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("at", "group"),
    [
        (standing(OutboxState.READY, is_addressed=False), Group.NEEDS_YOU),
        (standing(OutboxState.READY), Group.WAITING),
        (standing(OutboxState.HELD), Group.WAITING),
        (standing(OutboxState.SENDING), Group.WAITING),
        (standing(OutboxState.WAITING), Group.WAITING),
        (standing(OutboxState.HANDED_OVER), Group.WAITING),
        (standing(OutboxState.ATTENTION), Group.NEEDS_YOU),
        (standing(OutboxState.CONFIRMED), Group.DONE),
        (standing(OutboxState.WITHDRAWN), Group.DONE),
    ],
)
def test_group_follows_from_who_has_to_act(at: Standing, group: Group) -> None:
    assert group_of(at) is group


@pytest.mark.parametrize(
    ("state", "group"),
    [
        (DestinationState.OK, Group.WAITING),
        (DestinationState.OFFLINE, Group.WAITING),
        (DestinationState.RATE_LIMITED, Group.WAITING),
        (DestinationState.PORTAL, Group.NEEDS_YOU),
        (DestinationState.AUTH, Group.NEEDS_YOU),
        (DestinationState.CLOSED, Group.NEEDS_YOU),
        (DestinationState.TLS, Group.NEEDS_YOU),
    ],
)
def test_address_that_needs_somebody_puts_its_items_first(
    state: DestinationState, group: Group
) -> None:
    assert group_of(standing(OutboxState.WAITING, destination_state=state)) is group


@pytest.mark.parametrize("state", OutboxState)
@pytest.mark.parametrize("is_addressed", [True, False])
def test_likely_step_is_offered_once_and_withdrawal_only_when_allowed(
    state: OutboxState, is_addressed: bool
) -> None:
    primary, others = deeds_of(standing(state, is_addressed=is_addressed))
    assert primary not in others
    assert {Deed.SAVE_FILE, Deed.COPY, Deed.REPORT} <= {primary, *others}
    is_settled = state in {OutboxState.CONFIRMED, OutboxState.WITHDRAWN, OutboxState.SENDING}
    assert (Deed.WITHDRAW in others) is not is_settled


@pytest.mark.parametrize("state", OutboxState)
@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("maybe_stored", [True, False])
def test_words_claim_arrival_only_with_a_receipt(
    state: OutboxState, reason: OutcomeKind | None, maybe_stored: bool
) -> None:
    at = standing(state, reason=reason, maybe_stored=maybe_stored, next_try_at=NOW)
    said = f"{headline(at)} {explanation(at)}"
    assert any(word in said for word in PROOF) is (state is OutboxState.CONFIRMED)
    assert state_icon(at)


@pytest.mark.parametrize("reason", REASONS)
def test_waiting_item_never_says_that_nothing_left_when_it_may_have(
    reason: OutcomeKind | None,
) -> None:
    at = standing(OutboxState.WAITING, reason=reason, maybe_stored=True)
    assert "may have arrived" in explanation(at)
    assert "Nothing was sent" not in explanation(at)


def test_held_item_says_that_it_may_have_arrived_after_it_was_stopped() -> None:
    reason = OutcomeKind.INTERRUPTED
    stopped = standing(OutboxState.HELD, reason=reason, maybe_stored=True)
    assert "may have arrived" in explanation(stopped)
    assert "arrived" not in explanation(standing(OutboxState.HELD, reason=reason))


def test_damaged_text_leads_to_a_corrected_copy_alone() -> None:
    at = standing(OutboxState.ATTENTION, reason=OutcomeKind.DAMAGED)
    assert deeds_of(at) == (Deed.CORRECT, (Deed.WITHDRAW,))
    assert headline(at) == "The stored text is damaged"
    assert "Not accepted" not in explanation(at)


def test_attempt_under_way_can_be_stopped() -> None:
    assert deeds_of(standing(OutboxState.SENDING))[0] is Deed.STOP


def test_every_member_has_words_of_its_own() -> None:
    for members, words in (
        (OutboxState, outbox_state_word),
        (OutcomeKind, outcome_word),
        (DestinationState, destination_state_words),
    ):
        said = [words(member) for member in members]  # type: ignore[operator, attr-defined]
        assert all(said)
        assert len(set(said)) == len(said)
