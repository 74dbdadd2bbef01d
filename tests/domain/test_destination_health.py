"""How a destination fares after each answer, and how long it is left alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.destination_health import (
    DestinationHealth,
    DestinationState,
    asked_again,
    may_try,
    next_health,
    probing,
    reached_again,
)
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.outcome import RETRY_AFTER_CAP, SHORTEST_WAIT, Outcome, OutcomeKind
from tests.support.outcomes import CONFIRMED, NOW, OUTCOMES, told

WELL = DestinationHealth(destination_id=DestinationId("here"), updated_at=NOW)


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (CONFIRMED, DestinationState.OK),
        (told(OutcomeKind.CONFLICT), DestinationState.OK),
        (told(OutcomeKind.REFUSED), DestinationState.OK),
        (told(OutcomeKind.UNREACHABLE), DestinationState.OFFLINE),
        (told(OutcomeKind.TIMED_OUT), DestinationState.OFFLINE),
        (told(OutcomeKind.NOT_A_RECEIPT), DestinationState.PORTAL),
        (told(OutcomeKind.AUTH), DestinationState.AUTH),
        (told(OutcomeKind.CLOSED), DestinationState.CLOSED),
        (told(OutcomeKind.TLS), DestinationState.TLS),
        (told(OutcomeKind.RATE_LIMITED), DestinationState.RATE_LIMITED),
        (told(OutcomeKind.SERVER_ERROR, status=500), DestinationState.OK),
        (told(OutcomeKind.SERVER_ERROR, status=502), DestinationState.OFFLINE),
        (told(OutcomeKind.SERVER_ERROR, retry_after_s=9.0), DestinationState.RATE_LIMITED),
        (told(OutcomeKind.INTERRUPTED), DestinationState.OK),
    ],
)
def test_destination_fares_as_its_answer_tells(outcome: Outcome, state: DestinationState) -> None:
    health = next_health(WELL, outcome, now=NOW, jitter=1)
    assert health.state is state
    assert may_try(health, NOW) is (state is DestinationState.OK)
    assert next_health(health, CONFIRMED, now=NOW, jitter=1) == WELL


def test_destination_that_needs_somebody_is_probed_every_six_hours() -> None:
    health = next_health(WELL, told(OutcomeKind.AUTH), now=NOW, jitter=0)
    assert health.until == NOW + timedelta(hours=6)
    assert may_try(asked_again(health, NOW), NOW)


def test_destination_waits_as_long_as_the_server_asked_whoever_presses() -> None:
    limited = told(OutcomeKind.RATE_LIMITED, retry_after_s=600)
    health = next_health(WELL, limited, now=NOW, jitter=0)
    assert health.until == NOW + timedelta(minutes=10)
    assert asked_again(health, NOW) == health


def test_probe_holds_every_other_back_until_it_has_an_answer() -> None:
    assert probing(WELL, NOW + timedelta(minutes=2)) == WELL
    ill = next_health(WELL, told(OutcomeKind.UNREACHABLE), now=NOW, jitter=0)
    later = NOW + SHORTEST_WAIT
    assert may_try(ill, later)
    asking = probing(ill, later + timedelta(minutes=2))
    assert not may_try(asking, later + timedelta(minutes=1))
    assert may_try(next_health(asking, CONFIRMED, now=later, jitter=0), later)
    untold = next_health(asking, told(OutcomeKind.DAMAGED, left=False), now=later, jitter=0)
    assert (untold.state, may_try(untold, later)) == (DestinationState.OFFLINE, True)


def test_network_that_comes_and_goes_lets_a_destination_be_asked_once_a_second() -> None:
    ill = next_health(WELL, told(OutcomeKind.UNREACHABLE), now=NOW, jitter=1)
    half = NOW + SHORTEST_WAIT / 2
    back = reached_again(ill, half)
    assert not may_try(back, half)
    assert may_try(back, NOW + SHORTEST_WAIT)
    assert may_try(reached_again(ill, NOW + SHORTEST_WAIT), NOW + SHORTEST_WAIT)
    limited = next_health(
        WELL, told(OutcomeKind.RATE_LIMITED, retry_after_s=600), now=NOW, jitter=0
    )
    assert reached_again(limited, half) == limited


@given(st.lists(st.tuples(OUTCOMES, st.floats(0, 1)), max_size=30))
def test_destination_never_waits_longer_than_a_day(answers: list[tuple[Outcome, float]]) -> None:
    health = WELL
    for outcome, jitter in answers:
        health = next_health(health, outcome, now=NOW, jitter=jitter)
        assert may_try(health, NOW + RETRY_AFTER_CAP)
        assert (health.state is DestinationState.OK) is (health.until is None)
