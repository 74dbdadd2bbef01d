"""Makes room for consecutive interpretation: talk takes longer, and needs more at the least.

The agenda still sums to its minutes; what gives is decided by the order of cuts.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from ogp_desktop.domain.agenda import INTERPRETATION, Agenda, Block, assessed, fit, talk_blocks


def interpreted(agenda: Agenda) -> Agenda:
    """Return an agenda that was planned without an interpreter, with time for one.

    Where not even the minimums fit in, the first question is short of it, as without interpreter.
    """
    blocks = with_time_to_interpret(agenda.blocks)
    fitted = fit(replace(agenda, blocks=blocks, is_interpreted=True))
    if fitted.surplus_minutes <= 0:
        return fitted
    lead = fitted.group_questions[0]
    minutes = {block.id: block.minutes for block in fitted.blocks if block.question_id == lead}
    for _ in range(fitted.surplus_minutes):
        minutes[max(minutes, key=minutes.__getitem__)] -= 1
    return assessed(
        replace(
            fitted,
            blocks=tuple(replace(b, minutes=minutes.get(b.id, b.minutes)) for b in fitted.blocks),
        )
    )


def with_time_to_interpret(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with everything that people say to each other longer, rounded up."""
    there = tuple(blocks)
    talk: set[str] = set()
    for question in dict.fromkeys(block.question_id for block in there if block.question_id):
        talk.update(talk_blocks(block for block in there if block.question_id == question))
    return tuple(_longer(block) if block.id in talk else block for block in there)


def _longer(block: Block) -> Block:
    return replace(
        block,
        minutes=ceil(block.minutes * INTERPRETATION),
        minimum=ceil(block.minimum * INTERPRETATION),
    )
