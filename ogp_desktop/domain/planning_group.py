"""Moves a question out of the group's time and back, as the host wishes; sums stay exact.

The first question stays in the group: it is kept longest, and gets what the others give. A question
outside the group is on the individual sheet at once.
"""

from dataclasses import replace

from ogp_desktop.domain.agenda import (
    CLOSING,
    INDIVIDUAL,
    MOVES,
    Agenda,
    AgendaRefused,
    Block,
    PlanRequest,
    assessed,
    fit,
    talk_blocks,
)
from ogp_desktop.domain.planning import plan, shortest_blocks


def without_question(agenda: Agenda, question_id: str) -> Agenda:
    """Return the agenda without the question; its minutes go to talk on the first one.

    Where the agenda was too long it is then shorter, and what still is too much stays to be seen.
    Raises ``AgendaRefused``: ``"unknown_block"``, or ``"first_question"``.
    """
    if question_id not in agenda.group_questions:
        raise AgendaRefused("unknown_block", field="question_id")
    if question_id == agenda.group_questions[0]:
        raise AgendaRefused("first_question", field="question_id")
    blocks = tuple(block for block in agenda.blocks if block.question_id != question_id)
    left = assessed(replace(agenda, blocks=blocks))
    return fit(left) if left.surplus_minutes < 0 else left


def with_question(agenda: Agenda, request: PlanRequest, question_id: str) -> Agenda:
    """Return the agenda with the question back in its place, as long as the planner would have it.

    Where the planner has no time for it either it takes the fewest minutes. They come from the
    first question as far as that can spare them; the rest stays to be seen as too long.
    Raises ``AgendaRefused("unknown_block")`` for a question that is there, or that nobody knows.
    """
    order = [question.id for question in request.rules.questions]
    if question_id not in order or question_id in agenda.group_questions:
        raise AgendaRefused("unknown_block", field="question_id")
    planned = tuple(block for block in plan(request).blocks if block.question_id == question_id)
    coming = planned or shortest_blocks(request, question_id)
    later = set(order[order.index(question_id) + 1 :])
    at = next(
        place
        for place, block in enumerate(agenda.blocks)
        if block.question_id in later or block.id in {MOVES, INDIVIDUAL, CLOSING}
    )
    blocks = (*agenda.blocks[:at], *coming, *agenda.blocks[at:])
    missing = sum(block.minutes for block in blocks) - agenda.minutes
    lead = agenda.group_questions[0]
    return assessed(replace(agenda, blocks=_spared(blocks, lead, missing)))


def as_wished(
    fresh: Agenda, request: PlanRequest, *, planned_before: Agenda, wished: Agenda
) -> Agenda:
    """Return a fresh plan with the questions in the group that the host had put there.

    What the host wished is what stood in ``wished`` against what was ``planned_before``.
    """
    for question in request.rules.questions:
        was_planned = question.id in planned_before.group_questions
        is_wished = question.id in wished.group_questions
        is_there = question.id in fresh.group_questions
        if is_wished is was_planned or is_wished is is_there:
            continue
        if is_wished:
            fresh = with_question(fresh, request, question.id)
        elif question.id != fresh.group_questions[0]:
            fresh = without_question(fresh, question.id)
    return fresh


def _spared(blocks: tuple[Block, ...], lead: str, missing: int) -> tuple[Block, ...]:
    """Take missing minutes from the first question, from its longest talk first."""
    of_lead = [block for block in blocks if block.question_id == lead]
    minutes = {block.id: block.minutes for block in of_lead}
    least = {block.id: block.minimum for block in of_lead}
    talk = talk_blocks(of_lead)
    for givers in (talk, list(minutes)):
        while missing > 0:
            able = [block_id for block_id in givers if minutes[block_id] > least[block_id]]
            if not able:
                break
            minutes[max(able, key=minutes.__getitem__)] -= 1
            missing -= 1
    return tuple(replace(block, minutes=minutes.get(block.id, block.minutes)) for block in blocks)
