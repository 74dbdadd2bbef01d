"""The agenda as a room lives it: one item per question, with welcome before and close after.

The plan has finer blocks (think, tables, choose three); the clock runs by item, so that the host
moves on when the room is ready and not when a sub-step is over. Minutes are kept exactly.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ogp_desktop.domain.agenda import (
    FRAMING,
    INTRODUCTIONS,
    MINUTES_RANGE,
    Agenda,
    AgendaRefused,
    Block,
    with_minutes,
)
from ogp_desktop.domain.planning_stages import FOLLOW_UPS

WELCOME = "welcome"
CLOSE = "close"
MOVES = "moves"
_ITEM_OF = {
    "open_consent": WELCOME,
    "intros": WELCOME,
    "frame": WELCOME,
    "readback_close": CLOSE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One planned stretch inside an item, in minutes."""

    id: str
    minutes: int


def item_of(block: Block) -> str:
    """Return the id of the item that a planned block belongs to."""
    return block.question_id or _ITEM_OF.get(block.id, block.id)


def running_order(agenda: Agenda) -> Agenda:
    """Return the agenda with one block per item, in order, summing to the same minutes.

    Time for moving between groups belongs to the first question of the group, which moves first.
    """
    homes = _homes(agenda)
    items: dict[str, Block] = {}
    for block in agenda.blocks:
        name = homes[block.id]
        before = items.get(name)
        items[name] = Block(
            id=name,
            minutes=block.minutes + (before.minutes if before else 0),
            minimum=block.minimum + (before.minimum if before else 0),
            is_protected=block.is_protected or (before is not None and before.is_protected),
            question_id=before.question_id if before else block.question_id,
            spare=_spare(block) + (before.spare if before else 0),
        )
    return replace(
        agenda,
        blocks=tuple(items.values()),
        cut_order=_cut_order(agenda, items),
    )


def steps_of(agenda: Agenda, item_id: str) -> tuple[Step, ...]:
    """Return the planned stretches inside one item, in order; they sum to the item's minutes."""
    return tuple(Step(id=block.id, minutes=block.minutes) for block in _inside(agenda, item_id))


def with_item_minutes(agenda: Agenda, item_id: str, minutes: int) -> Agenda:
    """Return the agenda with one item set by hand, keeping the shape of its steps.

    What comes goes to the longest step, what goes is taken from the step that can best spare it.
    Raises ``AgendaRefused``: ``"unknown_block"``, or ``"out_of_range"`` below the item's minimum.
    """
    inside = {block.id: block for block in _inside(agenda, item_id)}
    if not inside:
        raise AgendaRefused("unknown_block", field=item_id)
    low = sum(block.minimum for block in inside.values())
    high = MINUTES_RANGE[1]
    if not low <= minutes <= high:
        raise AgendaRefused("out_of_range", field=item_id, low=low, high=high)
    wanted = {block.id: max(block.minutes, block.minimum) for block in inside.values()}
    while (spare := minutes - sum(wanted.values())) != 0:
        if spare > 0:
            longest = max(wanted, key=lambda step: wanted[step])
            wanted[longest] += spare
        else:
            giver = max(wanted, key=lambda step: wanted[step] - inside[step].minimum)
            wanted[giver] -= 1
    for block_id, length in wanted.items():
        if length != inside[block_id].minutes:
            agenda = with_minutes(agenda, block_id, length)
    return agenda


def _spare(block: Block) -> int:
    """Return what follow-ups, introductions and framing can give before anything else does."""
    gives_early = block.id in {INTRODUCTIONS, FRAMING} or block.id.endswith(f"_{FOLLOW_UPS}")
    return max(0, block.minutes - block.minimum) if gives_early else 0


def _inside(agenda: Agenda, item_id: str) -> tuple[Block, ...]:
    homes = _homes(agenda)
    return tuple(block for block in agenda.blocks if homes[block.id] == item_id)


def _homes(agenda: Agenda) -> Mapping[str, str]:
    homes = {block.id: item_of(block) for block in agenda.blocks}
    first_question = next((b.question_id for b in agenda.blocks if b.question_id), None)
    if MOVES in homes and first_question is not None:
        homes[MOVES] = first_question
    return homes


def _cut_order(agenda: Agenda, items: Iterable[str]) -> tuple[str, ...]:
    home = _homes(agenda)
    named = (home.get(block_id, block_id) for block_id in agenda.cut_order)
    known = set(items)
    return tuple(dict.fromkeys(name for name in named if name in known))
