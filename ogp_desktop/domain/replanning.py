"""Edits of the plan while it runs: split, move, add and skip a block, or bring a question back;
what was used stays used.

Every edit returns a whole plan, to be logged with ``events_of_plan``. Only what lies ahead moves;
reading back and closing stay last.
"""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from ogp_desktop.domain.agenda import BREAK, MINUTES_RANGE, Agenda, Block
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.running_order import CLOSE
from ogp_desktop.domain.schedule import BlockStatus, Schedule, TimerState
from ogp_desktop.domain.timing_log import Plan, TimeSpent

_MINUTE = 60


class AddedKind(StrEnum):
    """What can be put into a plan that runs; the value begins the id of its block."""

    BREAK = BREAK
    ENERGISER = "energiser"
    INTERPRETATION = "interpretation"


def split(now: Schedule, block_id: str) -> Plan:
    """Return the plan with a block in two, the second half right after the first.

    The first half carries what was used, and as much of the minimum as it can. Raises
    ``Refusal("too_short")`` with less than two minutes left, ``"unknown_block"``, and ``"not_now"``
    for what is over and for reading back, which stays one and last.
    """
    blocks, planned_s = _ahead_or_current(now, block_id)
    if block_id == CLOSE:
        raise Refusal("not_now", block_id=block_id)
    block = blocks[block_id]
    used_s = next(one.used_s for one in now.blocks if one.id == block_id)
    left = (planned_s[block_id] - used_s) // _MINUTE
    if left < 2:
        raise Refusal("too_short", block_id=block_id, minutes=left)
    later = left // 2
    planned_s[block_id] -= later * _MINUTE
    least = min(block.minimum, planned_s[block_id] // _MINUTE)
    second = replace(block, id=_fresh(block_id, blocks), minimum=block.minimum - least, spare=0)
    planned_s[second.id] = later * _MINUTE
    parts = [replace(b, minimum=least) if b.id == block_id else b for b in now.agenda.blocks]
    parts.insert(list(planned_s).index(block_id) + 1, second)
    return _plan(now, parts, planned_s)


def moved(now: Schedule, block_id: str, step: int) -> Plan:
    """Return the plan with a block that many places later, or earlier when negative.

    It stays behind the current block and before reading back. Raises ``Refusal("not_now")`` when
    it does not lie ahead, or has nowhere to go.
    """
    blocks = list(now.agenda.blocks)
    ids = [block.id for block in blocks]
    ahead = [one.id for one in now.blocks if one.status is BlockStatus.AHEAD and one.id != CLOSE]
    if block_id not in ahead:
        raise Refusal("not_now", block_id=block_id)
    goal = ahead.index(block_id) + step
    if not step or not 0 <= goal < len(ahead):
        raise Refusal("not_now", block_id=block_id)
    place = ids.index(ahead[goal])
    block = blocks.pop(ids.index(block_id))
    blocks.insert(place, block)
    return _plan(now, blocks, _planned(now))


def added(now: Schedule, kind: AddedKind, minutes: int, *, after: str) -> Plan:
    """Return the plan with a block more, right after another; it gives first when time is short.

    Raises ``Refusal("out_of_range")``, ``"unknown_block"`` or, where ``after`` is over or is the
    end, ``"not_now"``.
    """
    low, high = 1, MINUTES_RANGE[1]
    if not low <= minutes <= high:
        raise Refusal("out_of_range", field="minutes", low=low, high=high)
    blocks, planned_s = _ahead_or_current(now, after)
    if after == CLOSE:
        raise Refusal("not_now", block_id=after)
    block = Block(id=_fresh(kind.value, blocks), minutes=minutes, minimum=0)
    parts = list(now.agenda.blocks)
    parts.insert(parts.index(blocks[after]) + 1, block)
    return _plan(now, parts, planned_s | {block.id: minutes * _MINUTE})


def skipped(now: Schedule) -> tuple[Plan, str]:
    """Return the plan with the current block put off behind the next one, and that next one.

    What is left of it keeps its minutes, so that the host can come back. Raises
    ``Refusal("not_now")`` when nothing but reading back lies ahead.
    """
    ahead = [one.id for one in now.blocks if one.status is BlockStatus.AHEAD and one.id != CLOSE]
    if not ahead or now.state is TimerState.ENDED:
        raise Refusal("not_now", block_id=now.block_id)
    blocks = list(now.agenda.blocks)
    here = next(place for place, block in enumerate(blocks) if block.id == now.block_id)
    blocks[here], blocks[here + 1] = blocks[here + 1], blocks[here]
    return _plan(now, blocks, _planned(now)), ahead[0]


def brought_back(spent: TimeSpent, order: Agenda, question_id: str) -> TimeSpent:
    """Return what a log adds up to with a question that had left the group back in its plan.

    It comes as ``order``, the running order that was prepared, has it: in its place, or next where
    that is over, and as long. The host wants it, so that it gives last. Raises
    ``Refusal("unknown_block")``, and ``"not_now"`` where it is there already or nothing lies ahead.
    """
    ids = [block.id for block in order.blocks]
    if question_id not in ids:
        raise Refusal("unknown_block", field="question_id")
    plan, later = spent.plan, set(ids[ids.index(question_id) + 1 :])
    blocks, here = list(plan.agenda.blocks), list(plan.planned_s).index(spent.block_id)
    ahead = (at for at in range(here + 1, len(blocks)) if blocks[at].id.partition("~")[0] in later)
    place = next(ahead, None)
    if place is None or question_id in plan.planned_s:
        raise Refusal("not_now", block_id=question_id)
    block = replace(order.blocks[ids.index(question_id)], is_protected=True)
    blocks.insert(place, block)
    lengths_s = {
        **plan.planned_s,
        block.id: spent.used_s.get(block.id, 0) + block.minutes * _MINUTE,
    }
    agenda = replace(plan.agenda, blocks=tuple(blocks))
    return replace(
        spent,
        plan=replace(plan, agenda=agenda, planned_s={one.id: lengths_s[one.id] for one in blocks}),
        used_s={block.id: 0, **spent.used_s},
    )


def _ahead_or_current(now: Schedule, block_id: str) -> tuple[dict[str, Block], dict[str, int]]:
    status = {one.id: one.status for one in now.blocks}
    if block_id not in status:
        raise Refusal("unknown_block", field="block_id")
    if status[block_id] is BlockStatus.DONE or now.state is TimerState.ENDED:
        raise Refusal("not_now", block_id=block_id)
    return {block.id: block for block in now.agenda.blocks}, _planned(now)


def _planned(now: Schedule) -> dict[str, int]:
    return {block.id: block.planned_s for block in now.blocks}


def _fresh(block_id: str, taken: Iterable[str]) -> str:
    """Return an id that no block has: ``break``, ``break~2``, ``q1~2``, ``q1~3`` ..."""
    name, known = block_id.partition("~")[0], set(taken)
    numbers = (f"{name}~{number}" for number in range(2, len(known) + 3))
    return name if name not in known else next(one for one in numbers if one not in known)


def _plan(now: Schedule, blocks: Iterable[Block], planned_s: dict[str, int]) -> Plan:
    agenda = replace(
        now.agenda,
        blocks=tuple(replace(b, minutes=planned_s[b.id] // _MINUTE) for b in blocks),
    )
    return Plan(agenda=agenda, planned_s={b.id: planned_s[b.id] for b in agenda.blocks})
