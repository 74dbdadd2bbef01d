"""Edits by hand and fitting again: sums are exact, minimums hold, cuts come in their order."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogp_desktop.domain.agenda import (
    Agenda,
    AgendaFlag,
    AgendaRefused,
    PlanRequest,
    fit,
    with_minutes,
)
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning import plan
from tests.support.plan_rules import RULES


def planned(minutes: int, people: int = 18, meeting: Format = Format.IN_PERSON) -> Agenda:
    return plan(PlanRequest(minutes=minutes, people=people, format=meeting, rules=RULES))


def shortened(agenda: Agenda, minutes: int) -> Agenda:
    return fit(replace(agenda, minutes=minutes))


def minutes_of(agenda: Agenda) -> dict[str, int]:
    return {block.id: block.minutes for block in agenda.blocks}


def changed(before: Agenda, after: Agenda) -> dict[str, int]:
    """Return by how much each block changed."""
    old, new = minutes_of(before), minutes_of(after)
    return {i: new.get(i, 0) - old[i] for i in old if new.get(i, 0) != old[i]}


def test_edit_leaves_the_other_blocks_and_says_the_surplus() -> None:
    before = planned(90)
    after = with_minutes(before, "q3", 21)

    assert changed(before, after) == {"q3": 8}
    assert after.surplus_minutes == 8
    assert after.minutes == 90


def test_edit_to_zero_moves_the_question_to_the_individual_sheet() -> None:
    after = with_minutes(planned(90), "q2", 0)

    assert "q2" not in minutes_of(after)
    assert after.group_questions == ("q1", "q3")
    assert after.individual_questions == ("q2", "q1")
    assert after.surplus_minutes == -9


def test_edit_of_talk_changes_the_talk_each_person_has() -> None:
    after = with_minutes(planned(30), "q1_small", 1)

    assert after.talk_seconds_per_person_q1 == 75
    assert AgendaFlag.TOO_TIGHT in with_minutes(after, "q1_followups", 3).flags


@pytest.mark.parametrize(
    ("block_id", "minutes", "code"),
    [
        ("individual", 4, "out_of_range"),
        ("open_consent", 0, "out_of_range"),
        ("q2", -1, "out_of_range"),
        ("q2", 241, "out_of_range"),
        ("nothing", 5, "unknown_block"),
    ],
)
def test_edit_is_refused_outside_its_bounds(block_id: str, minutes: int, code: str) -> None:
    with pytest.raises(AgendaRefused) as refusal:
        with_minutes(planned(90), block_id, minutes)

    assert refusal.value.code == code


def test_cuts_are_named_in_their_order() -> None:
    assert planned(90, meeting=Format.ONLINE).cut_order == (
        "q2",
        "q3",
        "break",
        "q1_followups",
        "intros",
        "frame",
    )


def test_fit_takes_from_the_second_question_first() -> None:
    before = planned(90)

    assert changed(before, shortened(before, 87)) == {"q2": -3}


def test_fit_shrinks_every_other_question_before_one_leaves_the_group() -> None:
    before = planned(90)

    assert changed(before, shortened(before, 80)) == {"q2": -4, "q3": -6}
    shorter = shortened(before, 73)
    assert shorter.group_questions == ("q1", "q3")
    assert shorter.individual_questions == ("q2", "q1")


def test_fit_cuts_the_break_after_the_questions_and_before_the_follow_ups() -> None:
    before = planned(90, meeting=Format.ONLINE)
    after = shortened(before, 66)

    assert changed(before, after) == {"q2": -8, "q3": -12, "break": -3, "q1_followups": -1}


def test_fit_keeps_the_break_of_a_long_meeting() -> None:
    before = planned(240)
    after = shortened(before, 150)

    assert minutes_of(after)["break"] == 20
    assert after.total_minutes == 150


def test_fit_takes_from_protected_blocks_last() -> None:
    before = planned(45)
    after = shortened(before, 24)

    assert {b.id: b.minutes for b in after.blocks if b.is_protected} == {
        "open_consent": 3,
        "individual": 7,
        "readback_close": 3,
    }
    assert all(b.minutes == b.minimum for b in after.blocks if not b.is_protected)


def test_fit_gives_time_left_over_to_talk_on_the_first_question() -> None:
    before = planned(60)
    after = shortened(before, 65)

    assert changed(before, after) == {"q1_small": 3, "q1_followups": 2}


def test_fit_says_what_is_missing_when_minimums_exceed_the_time() -> None:
    after = shortened(planned(90), 16)

    assert AgendaFlag.MINIMUMS_EXCEED_TIME in after.flags
    assert after.surplus_minutes == after.shortfall_minutes > 0
    assert all(block.minutes == block.minimum for block in after.blocks)


edits = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 240)), max_size=4)


@pytest.mark.slow
@settings(max_examples=500)
@given(
    st.integers(15, 240),
    st.integers(2, 500),
    st.sampled_from(Format),
    edits,
    st.integers(15, 240),
)
def test_fit_sums_exactly_or_stands_at_its_minimums(
    minutes: int, people: int, meeting: Format, by_hand: list[tuple[int, int]], available: int
) -> None:
    agenda = planned(minutes, people, meeting)
    for place, wanted in by_hand:
        block = agenda.blocks[place % len(agenda.blocks)]
        low = block.minimum if block.is_protected else 0
        agenda = with_minutes(agenda, block.id, max(low, wanted))
    fitted = shortened(agenda, available)

    assert not fitted.short_blocks
    if fitted.surplus_minutes:
        assert fitted.surplus_minutes == fitted.shortfall_minutes
        assert AgendaFlag.MINIMUMS_EXCEED_TIME in fitted.flags
    else:
        assert fitted.total_minutes == available
    assert fit(fitted) == fitted
    assert set(fitted.group_questions) | set(fitted.individual_questions) == {"q1", "q2", "q3"}
    assert {"open_consent", "individual", "readback_close"} <= set(minutes_of(fitted))
