"""The agenda as a room lives it: one item per question, with welcome before and close after.

The plan has finer blocks (think, tables, choose three); the clock runs by item, so that the host
moves on when the room is ready and not when a sub-step is over. Minutes are kept exactly.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ogp_desktop.domain.agenda import Agenda, Block

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
    home_of_moves = next((b.question_id for b in agenda.blocks if b.question_id), None)
    items: dict[str, Block] = {}
    for block in agenda.blocks:
        name = item_of(block)
        if block.id == MOVES and home_of_moves is not None:
            name = home_of_moves
        before = items.get(name)
        items[name] = Block(
            id=name,
            minutes=block.minutes + (before.minutes if before else 0),
            minimum=block.minimum + (before.minimum if before else 0),
            is_protected=block.is_protected or (before is not None and before.is_protected),
            question_id=before.question_id if before else block.question_id,
        )
    return replace(
        agenda,
        blocks=tuple(items.values()),
        cut_order=_cut_order(agenda, items),
    )


def steps_of(agenda: Agenda, item_id: str) -> tuple[Step, ...]:
    """Return the planned stretches inside one item, in order."""
    return tuple(
        Step(id=block.id, minutes=block.minutes)
        for block in agenda.blocks
        if item_of(block) == item_id
    )


def _cut_order(agenda: Agenda, items: Iterable[str]) -> tuple[str, ...]:
    home = {block.id: item_of(block) for block in agenda.blocks}
    named = (home.get(block_id, block_id) for block_id in agenda.cut_order)
    known = set(items)
    return tuple(dict.fromkeys(name for name in named if name in known))
