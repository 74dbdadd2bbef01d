"""The sentences of the clock say what is so, in whole minutes, and in the person's digits."""

from datetime import UTC, datetime, timedelta

import pytest

from ogp_desktop.domain.offers import Offer, OfferKind
from ogp_desktop.domain.schedule import BlockStatus, TimerState
from ogp_desktop.ui import words_offers, words_run
from ogp_desktop.ui.run.run_state import Overtime, PromptMark

END = datetime(2022, 8, 1, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left_s", "shown"), [(504, "08:24"), (0, "00:00"), (-72, "+01:12"), (5400, "90:00")]
)
def test_digits_count_down_and_then_up(left_s: int, shown: str) -> None:
    assert words_run.digits(left_s) == shown


@pytest.mark.parametrize(("left_s", "shown"), [(504, "9 min"), (300, "5 min"), (299, "04:59")])
def test_whole_minutes_stand_until_five_are_left(left_s: int, shown: str) -> None:
    assert words_run.digits(left_s, is_whole=True) == shown


@pytest.mark.parametrize(
    ("state", "left_s", "said"),
    [
        (TimerState.NOT_STARTED, 300, "for Question 1"),
        (TimerState.PAUSED, 35, "left of 5 min"),
        (TimerState.PAUSED, -35, "over on Question 1"),
        (TimerState.OVER, -35, "over on Question 1"),
        (TimerState.ENDED, 0, ""),
    ],
)
def test_digits_are_explained_by_what_they_measure(
    state: TimerState, left_s: int, said: str
) -> None:
    assert words_run.left_of(state, left_s, 5, "Question 1") == said


@pytest.mark.parametrize(
    ("behind_s", "is_on_plan", "said"),
    [
        (30, True, "On plan"),
        (130, False, "2 min behind plan"),
        (-185, False, "3 min ahead of plan"),
    ],
)
def test_pace_is_said_in_words(behind_s: int, *, is_on_plan: bool, said: str) -> None:
    assert words_run.pace(behind_s, is_on_plan=is_on_plan) == said


def test_end_names_the_plan_only_where_it_differs() -> None:
    assert "planned" not in words_run.ends(END, END + timedelta(seconds=20))
    assert "planned" in words_run.ends(END + timedelta(minutes=2), END)


@pytest.mark.parametrize("state", TimerState)
def test_every_state_has_a_word(state: TimerState) -> None:
    assert words_run.state_word(state)


@pytest.mark.parametrize("status", BlockStatus)
def test_every_status_of_an_item_has_a_word(status: BlockStatus) -> None:
    assert words_run.status_word(status)


@pytest.mark.parametrize("mark", PromptMark)
def test_every_mark_has_a_word(mark: PromptMark) -> None:
    assert words_run.mark_word(mark)


@pytest.mark.parametrize("kind", OfferKind)
def test_every_offer_says_what_it_does_and_where_it_leads(kind: OfferKind) -> None:
    offer = Offer(kind=kind, ends_at=END, block_id="q3", seconds=300, questions=("q2", "q3"))
    over = Overtime(item_id="q1", item_number=1, minutes=30, planned_end_at=END, offers=(offer,))
    numbers = {"q1": 1, "q2": 2, "q3": 3}
    assert words_offers.offer_label(offer, numbers)
    assert bool(words_offers.offer_result(offer, over, numbers)) is (
        kind is not OfferKind.KEEP_GOING
    )


def test_ending_much_later_asks_for_the_group_first() -> None:
    offer = Offer(kind=OfferKind.END_LATER, ends_at=END, seconds=300, is_for_group=True)
    over = Overtime(item_id="q1", item_number=1, minutes=30, planned_end_at=END, offers=(offer,))
    assert words_offers.offer_result(offer, over, {}).startswith("Ask the group first.")
