"""What each part of a conversation was planned for, and what it really took.

The plan is the one that stood when the talk began; what was used follows the answers to gaps and a
start that was moved, and counts no pause. The minutes of the parts add up to those of the whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.agenda import Agenda
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import schedule_of
from ogp_desktop.domain.timing_log import (
    PLAN_CHANGES,
    TimeSpent,
    TimingEvent,
    TimingKind,
    added_up,
)

_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTime:
    """One part of the running order in whole minutes; one that was added had none planned."""

    item_id: str
    planned: int
    taken: int

    @property
    def difference(self) -> int:
        """Return how many minutes it took more than planned; negative when it took fewer."""
        return self.taken - self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTaken:
    """A conversation that ended; ``changed_at`` is when its plan was changed while it ran, and
    empty where the plan at the end was that of the start. ``turns`` is how many were counted in
    all, zero where nobody counted.
    """

    items: tuple[ItemTime, ...]
    started_at: datetime
    ended_at: datetime
    changed_at: tuple[datetime, ...] = ()
    turns: int = 0

    @property
    def planned(self) -> int:
        """Return the minutes that were planned."""
        return sum(item.planned for item in self.items)

    @property
    def taken(self) -> int:
        """Return the minutes that it took, without pauses."""
        return sum(item.taken for item in self.items)

    @property
    def difference(self) -> int:
        """Return how many minutes it took more than planned; negative when it took fewer."""
        return self.taken - self.planned


def time_taken(agenda: Agenda, log: Sequence[TimingEvent], turns: int = 0) -> TimeTaken | None:
    """Return what a conversation took that was planned so; nothing until it has ended."""
    order = running_order(agenda)
    spent = added_up(order, log)
    if not spent.has_ended or spent.last is None:
        return None
    began = next(at for at, event in enumerate(log) if event.kind is TimingKind.STARTED)
    planned = added_up(order, log[: began + 1])
    stood = schedule_of(spent, spent.last)
    is_changed = spent.plan != planned.plan
    return TimeTaken(
        items=_items(planned, spent),
        started_at=stood.started_at or spent.last.wall,
        ended_at=spent.last.wall,
        changed_at=_changes(log[began + 1 :]) if is_changed else (),
        turns=turns,
    )


def _items(planned: TimeSpent, spent: TimeSpent) -> tuple[ItemTime, ...]:
    """Return every part that was planned or took time; the halves of one that was split are one."""
    first_s = dict(planned.plan.planned_s)
    used_s: dict[str, int] = {}
    for block_id, seconds in spent.used_s.items():
        whole = block_id if block_id in first_s else block_id.partition("~")[0]
        used_s[whole] = used_s.get(whole, 0) + seconds
    ids = [id_ for id_ in _in_order(first_s, spent) if first_s.get(id_) or used_s.get(id_)]
    lengths = zip(
        ids,
        _whole_minutes([first_s.get(id_, 0) for id_ in ids]),
        _whole_minutes([used_s.get(id_, 0) for id_ in ids]),
        strict=True,
    )
    return tuple(ItemTime(item_id=id_, planned=plan, taken=took) for id_, plan, took in lengths)


def _in_order(first_s: Iterable[str], spent: TimeSpent) -> list[str]:
    """Return what was planned at the start in that order, and what was added in its place."""
    ids = list(first_s)
    before = None
    for block_id in spent.plan.planned_s:
        whole = block_id if block_id in ids else block_id.partition("~")[0]
        if whole not in ids:
            ids.insert(0 if before is None else ids.index(before) + 1, whole)
        before = whole
    gone = (block_id.partition("~")[0] for block_id in spent.used_s)
    return list(dict.fromkeys((*ids, *gone)))


def _whole_minutes(seconds: Sequence[int]) -> list[int]:
    """Return whole minutes that sum to the whole's: the largest rests are rounded up."""
    minutes = [each // _MINUTE for each in seconds]
    missing = round(sum(seconds) / _MINUTE) - sum(minutes)
    by_rest = sorted(range(len(seconds)), key=lambda at: minutes[at] * _MINUTE - seconds[at])
    for at in by_rest[:missing]:
        minutes[at] += 1
    return minutes


def _changes(log: Iterable[TimingEvent]) -> tuple[datetime, ...]:
    moments: dict[Moment, datetime] = {}
    for event in log:
        if event.kind is TimingKind.ENDED:
            break
        if event.kind in PLAN_CHANGES:
            moments.setdefault(event.moment, event.at)
    return tuple(moments.values())
