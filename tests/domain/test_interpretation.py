"""Consecutive interpretation makes talk longer; the minutes stay exact and nothing else moves."""

from itertools import product

import pytest

from ogp_desktop.domain.agenda import (
    INTERPRETATION,
    MINUTES_RANGE,
    PROTECTED,
    AgendaFlag,
    PlanRequest,
    least_minutes,
    talk_blocks,
)
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning import plan, shortest
from ogp_desktop.domain.planning_group import with_question
from tests.support.plan_rules import RULES

ROOMS = list(product(Format, (2, 8, 9, 18, 40, 41, 300)))


def _request(minutes: int, room: tuple[Format, int], *, is_interpreted: bool) -> PlanRequest:
    meeting, people = room
    return PlanRequest(
        minutes=minutes,
        people=people,
        format=meeting,
        rules=RULES,
        is_interpreted=is_interpreted,
    )


@pytest.mark.parametrize("room", ROOMS)
def test_interpreted_plan_sums_exactly_and_keeps_the_protected(
    room: tuple[Format, int],
) -> None:
    for minutes in range(MINUTES_RANGE[0], MINUTES_RANGE[1] + 1):
        agenda = plan(_request(minutes, room, is_interpreted=True))
        assert agenda.total_minutes == minutes
        assert agenda.is_interpreted
        for block in agenda.blocks:
            assert block.minutes >= block.minimum or agenda.shortfall_minutes
            assert not block.is_protected or block.minutes >= block.minimum
        assert (AgendaFlag.MINIMUMS_EXCEED_TIME in agenda.flags) is bool(agenda.shortfall_minutes)
        assert {b.id for b in agenda.blocks if b.is_protected} == set(PROTECTED)


@pytest.mark.parametrize("room", ROOMS)
def test_shortest_plan_fits_and_one_minute_less_does_not(room: tuple[Format, int]) -> None:
    for is_interpreted in (False, True):
        nearest = shortest(_request(0, room, is_interpreted=is_interpreted))
        assert not nearest.shortfall_minutes
        assert nearest.total_minutes == nearest.minutes
        less = plan(_request(nearest.minutes - 1, room, is_interpreted=is_interpreted))
        assert less.shortfall_minutes
        assert least_minutes(nearest) == nearest.minutes


def test_talk_on_the_first_question_is_longer_but_each_has_what_the_interpreter_leaves() -> None:
    room = (Format.IN_PERSON, 18)
    plain = plan(_request(120, room, is_interpreted=False))
    twice = plan(_request(120, room, is_interpreted=True))
    lead = [block for block in twice.blocks if block.question_id == "q1"]
    talk = [block for block in lead if block.id in talk_blocks(lead)]
    before = {block.id: block for block in plain.blocks}
    assert all(block.minutes == -(-before[block.id].minutes * 3 // 2) for block in talk)
    assert all(block.minimum > before[block.id].minimum for block in talk)
    own_s = 60 * sum(block.minutes for block in talk) / INTERPRETATION / twice.subgroup
    assert twice.talk_seconds_per_person_q1 == round(own_s)


def test_question_that_comes_back_has_time_for_its_interpreter() -> None:
    request = _request(90, (Format.IN_PERSON, 18), is_interpreted=True)
    agenda = plan(request)
    assert "q2" in agenda.individual_questions
    back = with_question(agenda, request, "q2")
    [block] = [block for block in back.blocks if block.question_id == "q2"]
    assert (block.minutes, block.minimum) == (8, 8)
