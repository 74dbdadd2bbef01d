"""Offers when a block is over: each says its true end, and none touches a protected block."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.agenda import PlanRequest
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.offers import Offer, OfferKind, events_of, overtime_offers, take_offers
from ogp_desktop.domain.planning import plan
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import Schedule, TimerState, schedule
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind
from tests.support.plan_rules import RULES

START = datetime(2022, 6, 14, 15, 0, tzinfo=UTC)
AGENDA = running_order(
    plan(PlanRequest(minutes=90, people=18, format=Format.IN_PERSON, rules=RULES))
)
WELCOME = AGENDA.blocks[0].minutes
Q1 = AGENDA.blocks[1].minutes


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def log_in(block_id: str, minutes: float = WELCOME) -> tuple[TimingEvent, ...]:
    return (
        TimingEvent(kind=TimingKind.STARTED, at=START),
        TimingEvent(kind=TimingKind.MOVED, at=at(minutes), block_id=block_id),
    )


def standing(log: Sequence[TimingEvent], minutes: float) -> Schedule:
    return schedule(AGENDA, log, at(minutes))


def offers_of(now: Schedule) -> dict[OfferKind, Offer]:
    return {offer.kind: offer for offer in overtime_offers(AGENDA, now)}


def test_no_offer_is_made_while_time_is_left() -> None:
    assert overtime_offers(AGENDA, standing(log_in("q1"), WELCOME + Q1)) == ()


def test_four_offers_are_made_when_the_first_question_is_over() -> None:
    offers = offers_of(standing(log_in("q1"), WELCOME + Q1 + 1))

    assert list(offers) == list(OfferKind)
    assert {kind: offer.ends_at for kind, offer in offers.items()} == {
        OfferKind.TAKE_FROM: at(90),
        OfferKind.SKIP_TO_INDIVIDUAL: at(91 - 9 - 13),
        OfferKind.END_LATER: at(95),
        OfferKind.KEEP_GOING: at(91),
    }
    assert offers[OfferKind.SKIP_TO_INDIVIDUAL].questions == ("q2", "q3")


def test_giver_with_five_minutes_comes_before_one_in_the_order_of_cuts_without() -> None:
    now = standing(log_in("q1"), WELCOME + Q1 + 1)

    assert [(o.block_id, o.seconds) for o in take_offers(AGENDA, now)] == [
        ("q3", 300),
        ("q2", 240),
    ]
    assert offers_of(now)[OfferKind.TAKE_FROM].block_id == "q3"


def test_nothing_is_taken_from_protected_blocks() -> None:
    offers = offers_of(standing(log_in("q3", 60), 75))

    assert OfferKind.TAKE_FROM not in offers
    assert OfferKind.SKIP_TO_INDIVIDUAL not in offers
    assert OfferKind.KEEP_GOING in offers


def test_first_question_is_never_skipped_from_the_welcome() -> None:
    assert OfferKind.SKIP_TO_INDIVIDUAL not in offers_of(
        standing(log_in("welcome", 0), WELCOME + 1)
    )


def test_ending_more_than_fifteen_minutes_later_is_for_the_group() -> None:
    log = log_in("q1")
    minutes = WELCOME + Q1 + 1.0
    asked = []
    for _ in range(4):
        now = standing(log, minutes)
        offer = offers_of(now)[OfferKind.END_LATER]
        asked.append(offer.is_for_group)
        log += events_of(offer, now, Moment(wall=at(minutes)))
        minutes += 5

    assert asked == [False, False, False, True]
    assert standing(log, minutes).planned_end_at == at(110)


def test_keeping_going_brings_the_offers_back_after_three_minutes() -> None:
    minutes = WELCOME + Q1 + 1.0
    now = standing(log_in("q1"), minutes)
    log = (
        *log_in("q1"),
        *events_of(offers_of(now)[OfferKind.KEEP_GOING], now, Moment(wall=at(minutes))),
    )

    assert overtime_offers(AGENDA, standing(log, minutes + 2)) == ()
    assert offers_of(standing(log, minutes + 3))


@given(st.sampled_from(["welcome", "q1", "q2", "q3", "individual", "close"]), st.integers(1, 7200))
def test_every_offer_keeps_its_promise_when_taken(block_id: str, over_s: int) -> None:
    planned = next(block.minutes for block in AGENDA.blocks if block.id == block_id)
    log, minutes = log_in(block_id), WELCOME + planned + over_s / 60
    now = standing(log, minutes)

    assert now.state is TimerState.OVER
    for offer in (*overtime_offers(AGENDA, now), *take_offers(AGENDA, now)):
        after = standing((*log, *events_of(offer, now, Moment(wall=at(minutes)))), minutes)
        assert after.ends_at == offer.ends_at
        minimums_s = {block.id: 60 * block.minimum for block in AGENDA.blocks}
        assert all(block.planned_s >= minimums_s[block.id] for block in after.blocks)
