"""Where a conversation stands: what is left, when it ends, ahead or behind.

One pure function of the agenda, the timing log and now; it never raises on an odd log: an event
that makes no sense is ignored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from ogp_desktop.domain.agenda import Agenda
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.timing_log import Plan, TimeSpent, TimingEvent, added_up

WRAP_UP_S = (120, 300)
"""A block wraps up with a fifth of it left, at least and at most these seconds."""
ON_PLAN_S = 60
_SECOND = timedelta(seconds=1)


class TimerState(StrEnum):
    """How the timer of the current block looks (shape, word and colour are the screen's)."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    WRAP_UP = "wrap_up"
    OVER = "over"
    PAUSED = "paused"
    ENDED = "ended"


class BlockStatus(StrEnum):
    """Where a block stands: before the current one, current, or still to come."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


class BlockProgress(NamedTuple):
    """A block's planned seconds (extensions included) and the seconds really used."""

    id: str
    planned_s: int
    used_s: int
    status: BlockStatus


_ROW = partial(tuple.__new__, BlockProgress)
"""Makes a row of its values, as ``BlockProgress._make`` does, in half the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The answer to "where are we". Seconds are whole; pauses are in no elapsed or used time.

    ``agenda`` is the plan as edited so far. ``left_s`` is negative when over; ``behind_s`` is
    ``ends_at - planned_end_at``, positive when late. ``block_id`` is the current block (the first
    before the start, the last one reached after the end). Before the start both ends assume
    starting now.
    """

    agenda: Agenda
    state: TimerState
    block_id: str
    started_at: datetime | None
    elapsed_s: int
    block_elapsed_s: int
    block_planned_s: int
    left_s: int
    session_left_s: int
    ends_at: datetime
    planned_end_at: datetime
    behind_s: int
    is_on_plan: bool
    is_offer_due: bool
    blocks: tuple[BlockProgress, ...]


def schedule(agenda: Agenda, log: Iterable[TimingEvent], now: Moment | datetime) -> Schedule:
    """Return where the conversation stands at ``now`` (aware); the agenda has a block at least.

    Total on any log: time never goes back, and events that make no sense change nothing. Whoever
    asks every second adds the log up once, with ``added_up``, and asks ``schedule_of``.
    """
    return schedule_of(added_up(agenda, log), now)


def schedule_of(spent: TimeSpent, now: Moment | datetime) -> Schedule:
    """Return where a conversation stands whose log adds up to ``spent``."""
    now = now if isinstance(now, Moment) else Moment(wall=now)
    passed_s, gone_by = spent.gone_by(now)
    plan, here = spent.plan, spent.block_id
    used_s = spent.used_s
    if spent.is_running and gone_by:
        used_s = {**used_s, here: used_s[here] + gone_by}
    planned_s = plan.planned_s[here]
    left_s = planned_s - used_s[here]
    blocks, session_left_s = _progress(plan, used_s, here)
    if spent.has_ended:
        session_left_s = 0
    to_agreed_s = spent.agreed_s + plan.end_moved_s - int(passed_s)
    state = _state(spent, planned_s, left_s)
    utc, zone = _wall(spent, now), now.wall.tzinfo
    return Schedule(
        agenda=plan.agenda,
        state=state,
        block_id=here,
        started_at=_started_at(spent, now),
        elapsed_s=sum(used_s.values()),
        block_elapsed_s=used_s[here],
        block_planned_s=planned_s,
        left_s=left_s,
        session_left_s=session_left_s,
        ends_at=(utc + session_left_s * _SECOND).astimezone(zone),
        planned_end_at=(utc + to_agreed_s * _SECOND).astimezone(zone),
        behind_s=session_left_s - to_agreed_s,
        is_on_plan=abs(session_left_s - to_agreed_s) <= ON_PLAN_S,
        is_offer_due=state is TimerState.OVER and passed_s >= spent.offers_from_s,
        blocks=blocks,
    )


def _progress(
    plan: Plan, used_s: Mapping[str, int], here: str
) -> tuple[tuple[BlockProgress, ...], int]:
    """Return every block with its status, and the seconds that are left for all of them."""
    ids, planned = list(plan.planned_s), list(plan.planned_s.values())
    used = [used_s[id_] for id_ in ids]
    place = ids.index(here)
    done, ahead = [BlockStatus.DONE] * place, [BlockStatus.AHEAD] * (len(ids) - place - 1)
    statuses = (*done, BlockStatus.CURRENT, *ahead)
    left_s = sum(p - u for p, u in zip(planned[place:], used[place:], strict=True) if p > u)
    rows = zip(ids, planned, used, statuses, strict=True)
    return tuple(map(_ROW, rows)), left_s


def _wall(spent: TimeSpent, now: Moment) -> datetime:
    """Return the time on the wall now, or when the conversation ended, in UTC: in a zone of its
    own a time is added to as if that zone never changed its clocks.
    """
    moment = spent.last if spent.has_ended and spent.last else now
    return moment.wall.astimezone(UTC)


def _started_at(spent: TimeSpent, now: Moment) -> datetime | None:
    if spent.started is None:
        return None
    earlier = spent.started.wall.astimezone(UTC) - spent.start_moved_s * _SECOND
    return earlier.astimezone(now.wall.tzinfo)


def _state(spent: TimeSpent, planned_s: int, left_s: int) -> TimerState:
    if spent.started is None:
        return TimerState.NOT_STARTED
    if spent.has_ended:
        return TimerState.ENDED
    if not spent.is_running:
        return TimerState.PAUSED
    if left_s < 0:
        return TimerState.OVER
    shortest, longest = WRAP_UP_S
    is_wrapping_up = left_s <= min(longest, max(shortest, planned_s // 5))
    return TimerState.WRAP_UP if is_wrapping_up else TimerState.RUNNING
