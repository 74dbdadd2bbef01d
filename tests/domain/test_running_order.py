"""Items of the running order hold their steps, and one can be set by hand without losing a step."""

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
from ogp_desktop.domain.running_order import running_order, steps_of, with_item_minutes
from tests.support.plan_rules import RULES

agendas = st.builds(
    lambda minutes, people, way: plan(
        PlanRequest(minutes=minutes, people=people, format=way, rules=RULES)
    ),
    st.integers(15, 240),
    st.integers(2, 500),
    st.sampled_from(Format),
)


def _item(agenda: Agenda, item_id: str) -> int:
    return next(block.minutes for block in running_order(agenda).blocks if block.id == item_id)


@given(agendas)
def test_steps_sum_to_their_item_in_every_plan(agenda: Agenda) -> None:
    for item in running_order(agenda).blocks:
        assert sum(step.minutes for step in steps_of(agenda, item.id)) == item.minutes


@given(agendas, st.integers(0, 60), st.data())
def test_setting_an_item_changes_that_item_alone(
    agenda: Agenda, more: int, data: st.DataObject
) -> None:
    items = running_order(agenda).blocks
    item = data.draw(st.sampled_from(items))
    wanted = item.minimum + more
    edited = with_item_minutes(agenda, item.id, wanted)
    after = {block.id: block.minutes for block in running_order(edited).blocks}
    expected = {block.id: block.minutes for block in items} | {item.id: wanted}
    assert after == expected
    assert [step.id for step in steps_of(edited, item.id)] == [
        step.id for step in steps_of(agenda, item.id)
    ]
    inside = {step.id for step in steps_of(edited, item.id)}
    short = [block.id for block in edited.blocks if block.id in inside]
    assert not {block.id for block in edited.short_blocks} & set(short)


def test_item_below_its_minimum_is_refused_with_bounds() -> None:
    agenda = plan(PlanRequest(minutes=90, people=18, format=Format.IN_PERSON, rules=RULES))
    with pytest.raises(AgendaRefused) as refused:
        with_item_minutes(agenda, "individual", 1)
    assert refused.value.data == {"field": "individual", "low": 5, "high": 240}


def test_unknown_item_is_refused() -> None:
    agenda = plan(PlanRequest(minutes=90, people=18, format=Format.IN_PERSON, rules=RULES))
    with pytest.raises(AgendaRefused):
        with_item_minutes(agenda, "q9", 10)


def test_shrinking_takes_from_the_step_that_can_best_spare_it() -> None:
    agenda = plan(PlanRequest(minutes=90, people=18, format=Format.IN_PERSON, rules=RULES))
    before = {step.id: step.minutes for step in steps_of(agenda, "q1")}
    edited = with_item_minutes(agenda, "q1", _item(agenda, "q1") - 1)
    after = {step.id: step.minutes for step in steps_of(edited, "q1")}
    assert {step for step in before if before[step] != after[step]} <= {"q1_small", "q1_followups"}
