"""A question moved out of the group and back: sums are exact, the first stays, wishes are kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.agenda import (
    Agenda,
    AgendaRefused,
    PlanRequest,
)
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning import plan
from ogp_desktop.domain.planning_group import as_wished, with_question, without_question
from ogp_desktop.domain.running_order import running_order, with_item_minutes
from tests.support.plan_rules import RULES

requests = st.builds(
    lambda minutes, people, way: PlanRequest(
        minutes=minutes, people=people, format=way, rules=RULES
    ),
    st.integers(15, 240),
    st.integers(2, 500),
    st.sampled_from(Format),
)
others = st.sampled_from(("q2", "q3"))


def asked(minutes: int, people: int = 18) -> PlanRequest:
    return PlanRequest(minutes=minutes, people=people, format=Format.IN_PERSON, rules=RULES)


def item_minutes(agenda: Agenda) -> dict[str, int]:
    return {block.id: block.minutes for block in running_order(agenda).blocks}


def test_moved_question_gives_its_minutes_to_the_first_and_is_on_the_sheet() -> None:
    before = plan(asked(90))
    after = without_question(before, "q2")
    assert after.group_questions == ("q1", "q3")
    assert "q2" in after.individual_questions
    assert after.surplus_minutes == 0
    was, now = item_minutes(before), item_minutes(after)
    assert now["q1"] == was["q1"] + was["q2"]
    assert {item: now[item] for item in now if item != "q1"} == {
        item: was[item] for item in was if item not in {"q1", "q2"}
    }


@given(requests, others)
def test_question_moved_out_leaves_an_exact_sum(request: PlanRequest, question: str) -> None:
    before = plan(request)
    if question not in before.group_questions:
        return
    after = without_question(before, question)
    assert after.total_minutes == request.minutes
    assert question in after.individual_questions
    assert question not in after.group_questions
    assert after.group_questions[0] == "q1"


@given(requests, others)
def test_question_moved_out_and_back_is_as_it_was(request: PlanRequest, question: str) -> None:
    before = plan(request)
    if question not in before.group_questions:
        return
    after = with_question(without_question(before, question), request, question)
    assert item_minutes(after) == item_minutes(before)
    assert after.group_questions == before.group_questions


@given(requests, others)
def test_question_taken_back_stands_in_its_place_and_is_never_below_its_minimum(
    request: PlanRequest, question: str
) -> None:
    before = plan(request)
    if question in before.group_questions:
        return
    after = with_question(before, request, question)
    group = list(after.group_questions)
    assert group == sorted(group)
    assert all(
        block.minutes >= block.minimum for block in after.blocks if block.question_id == question
    )
    assert after.surplus_minutes >= 0
    # Too long only where the first question had nothing left to give.
    spare = [b for b in after.blocks if b.question_id == "q1" and b.minutes > b.minimum]
    assert not (after.surplus_minutes and spare)


def test_first_question_and_an_unknown_one_do_not_move() -> None:
    before = plan(asked(90))
    with pytest.raises(AgendaRefused) as first:
        without_question(before, "q1")
    assert first.value.code == "first_question"
    for refused in ("q9", "break"):
        with pytest.raises(AgendaRefused):
            without_question(before, refused)
    with pytest.raises(AgendaRefused):
        with_question(before, asked(90), "q2")


def test_agenda_that_was_too_long_is_only_shortened() -> None:
    before = with_item_minutes(plan(asked(90)), "q3", 33)
    assert before.surplus_minutes == 20
    after = without_question(before, "q2")
    assert after.surplus_minutes == 20 - item_minutes(before)["q2"]
    assert item_minutes(after)["q1"] == item_minutes(before)["q1"]


def test_wish_of_the_host_outlives_another_plan() -> None:
    planned = plan(asked(90))
    wished = without_question(planned, "q2")
    fresh = as_wished(plan(asked(120)), asked(120), planned_before=planned, wished=wished)
    assert fresh.group_questions == ("q1", "q3")
    assert fresh.surplus_minutes == 0

    short = plan(asked(45))
    back = with_question(short, asked(45), "q3")
    again = as_wished(plan(asked(50)), asked(50), planned_before=short, wished=back)
    assert again.group_questions == ("q1", "q3")


@given(requests, requests)
def test_plan_that_nobody_touched_is_planned_as_ever(old: PlanRequest, new: PlanRequest) -> None:
    before = plan(old)
    untouched = replace(before)
    assert as_wished(plan(new), new, planned_before=before, wished=untouched) == plan(new)
