"""Medians of three conversations at least make a plan that keeps its minutes and its minimums."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.agenda import Agenda, PlanRequest
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning import plan
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.time_taken import ItemTime, TimeTaken
from ogp_desktop.domain.usual_times import PastTime, usual_plan, usual_times
from tests.support.plan_rules import RULES

AT = datetime(2022, 6, 14, 14, 30, tzinfo=UTC)


def agenda_of(minutes: int = 90) -> Agenda:
    return plan(PlanRequest(minutes=minutes, people=18, format=Format.IN_PERSON, rules=RULES))


def lengths(agenda: Agenda) -> dict[str, int]:
    return {item.id: item.minutes for item in running_order(agenda).blocks}


def held(
    *, meeting: Format = Format.IN_PERSON, agenda: Agenda | None = None, **taken: int
) -> PastTime:
    """Return a conversation that went to plan but for the parts named."""
    planned = lengths(agenda or agenda_of())
    items = tuple(
        ItemTime(item_id=item_id, planned=minutes, taken=taken.get(item_id, minutes))
        for item_id, minutes in planned.items()
    )
    return PastTime(format=meeting, time=TimeTaken(items=items, started_at=AT, ended_at=AT))


def test_two_conversations_are_too_few() -> None:
    assert usual_plan(agenda_of(), [held(q1=48)] * 2, Format.IN_PERSON) is None


def test_three_give_their_medians() -> None:
    past = [held(q1=48), held(q1=30), held(q1=46)]
    usual = usual_times(past, Format.IN_PERSON, 90)["q1"]
    assert (usual.taken, usual.planned, usual.times) == (46, lengths(agenda_of())["q1"], 3)
    found = usual_plan(agenda_of(), past, Format.IN_PERSON)
    assert found is not None
    assert [one.item_id for one in found.usual] == ["q1"]
    assert lengths(found.agenda)["q1"] == 46
    assert found.agenda.total_minutes == 90


def test_same_format_is_preferred_once_it_has_three() -> None:
    online = [held(meeting=Format.ONLINE, q1=25)] * 3
    here = [held(q1=50)] * 3
    assert usual_times([*online, *here[:2]], Format.IN_PERSON, 90)["q1"].taken == 25
    assert usual_times([*online, *here], Format.IN_PERSON, 90)["q1"].taken == 50


def test_only_the_latest_are_asked() -> None:
    assert (
        usual_times([*[held(q1=50)] * 5, *[held(q1=20)] * 9], Format.IN_PERSON, 90)["q1"].taken
        == 50
    )


@pytest.mark.parametrize(
    "other",
    [
        held(agenda=agenda_of(30), q1=14),
        held(agenda=agenda_of(240), q1=60),
        held(welcome=1, q1=2, q2=0, q3=0, individual=0, close=0),
    ],
)
def test_other_lengths_and_what_was_broken_off_tell_nothing(other: PastTime) -> None:
    assert usual_times([other] * 5, Format.IN_PERSON, 90) == {}


def test_plan_that_went_as_planned_is_left_alone() -> None:
    assert (
        usual_plan(agenda_of(), [held(q1=lengths(agenda_of())["q1"] + 1)] * 3, Format.IN_PERSON)
        is None
    )


def test_plan_by_usual_lengths_offers_nothing_more() -> None:
    past = [held(q1=46)] * 3
    found = usual_plan(agenda_of(), past, Format.IN_PERSON)
    assert found is not None
    again = usual_plan(found.agenda, past, Format.IN_PERSON)
    assert again is None or lengths(again.agenda) != lengths(found.agenda)


@given(
    st.lists(st.tuples(*[st.integers(0, 120)] * 4), min_size=3, max_size=8),
    st.integers(60, 135),
)
def test_minutes_minimums_and_protected_parts_hold(
    took: list[tuple[int, int, int, int]], minutes: int
) -> None:
    agenda = agenda_of(minutes)
    past = [held(q1=a, q2=b, q3=c, individual=d) for a, b, c, d in took]
    found = usual_plan(agenda, past, Format.IN_PERSON)
    if found is None:
        return
    assert found.agenda.total_minutes == found.agenda.minutes == minutes
    assert not found.agenda.short_blocks
    before = {b.id: b.minutes for b in agenda.blocks if b.is_protected}
    assert {b.id: b.minutes for b in found.agenda.blocks if b.is_protected} == before
