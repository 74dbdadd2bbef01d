"""Where a conversation stands: what is left, when it ends, ahead or behind.

One pure function of the agenda, the timing log and now; it never raises on an odd log: an event
that makes no sense is ignored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from ogp_desktop.domain.agenda import Agenda

WRAP_UP_S = (120, 300)
"""A block wraps up with a fifth of it left, at least and at most these seconds."""
ON_PLAN_S = 60
_OFFERS_OFF_S = 180
_SECOND = timedelta(seconds=1)


class TimingKind(StrEnum):
    """What happened to the clock.

    ``MOVED`` goes to ``block_id``. ``EXTENDED`` gives ``block_id`` that many ``seconds`` more
    (negative: fewer). ``END_MOVED`` shifts the end the room agreed to. ``GAP_WENT_ON`` and
    ``GAP_STOPPED`` answer what happened in the ``seconds`` before ``at`` while the computer slept;
    both leave the clock running. ``KEPT_GOING`` puts the overtime offers off for three minutes.
    """

    STARTED = "started"
    MOVED = "moved"
    PAUSED = "paused"
    RESUMED = "resumed"
    EXTENDED = "extended"
    END_MOVED = "end_moved"
    GAP_WENT_ON = "gap_went_on"
    GAP_STOPPED = "gap_stopped"
    KEPT_GOING = "kept_going"
    ENDED = "ended"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TimingEvent:
    """One entry of the timing log; ``at`` is aware."""

    kind: TimingKind
    at: datetime
    block_id: str | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockProgress:
    """A block's planned seconds (extensions included) and the seconds really used."""

    id: str
    planned_s: int
    used_s: int
    status: BlockStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The answer to "where are we". Seconds are whole; pauses are in no elapsed or used time.

    ``left_s`` is negative when over; ``behind_s`` is ``ends_at - planned_end_at``, positive when
    late. ``block_id`` is the current block (the first before the start, the last one reached after
    the end). Before the start both ends assume starting now.
    """

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


def schedule(agenda: Agenda, log: Sequence[TimingEvent], now: datetime) -> Schedule:
    """Return where the conversation stands at ``now`` (aware); the agenda has a block at least.

    Total on any log: time never goes back, and events that make no sense change nothing.
    """
    run = _Run(
        planned_s={block.id: 60 * block.minutes for block in agenda.blocks},
        used_s={block.id: 0 for block in agenda.blocks},
        block_id=agenda.blocks[0].id,
    )
    for event in log:
        _take(run, event)
    if run.started_at is not None and not run.has_ended:
        run.advance(now)
    return _reading(agenda, run, now)


@dataclass(slots=True, kw_only=True)
class _Run:
    """What adds up while the log is read; ``at_s`` are whole seconds since the start."""

    planned_s: dict[str, int]
    used_s: dict[str, int]
    block_id: str
    started_at: datetime | None = None
    at_s: int = 0
    end_moved_s: int = 0
    offers_from_s: int = 0
    is_running: bool = False
    has_ended: bool = False

    def advance(self, to: datetime) -> int:
        """Go on to a moment, counting the time if the clock runs; return the seconds gone by."""
        if self.started_at is None:
            return 0
        # In UTC, because two times of one zone subtract as if it never changed its clocks.
        since_start = to.astimezone(UTC) - self.started_at
        gone_by = max(0, since_start // _SECOND - self.at_s)
        self.at_s += gone_by
        if self.is_running:
            self.used_s[self.block_id] += gone_by
        return gone_by


def _take(run: _Run, event: TimingEvent) -> None:
    """Add one event of the log to the run."""
    if run.has_ended:
        return
    is_known = event.block_id in run.used_s
    match event.kind:
        case TimingKind.EXTENDED if is_known and event.block_id is not None:
            longer = run.planned_s[event.block_id] + (event.seconds or 0)
            run.planned_s[event.block_id] = max(0, longer)
        case TimingKind.END_MOVED:
            run.end_moved_s += event.seconds or 0
        case TimingKind.STARTED if run.started_at is None:
            run.started_at, run.is_running = event.at.astimezone(UTC), True
    if run.started_at is None:
        return
    was_running = run.is_running
    gone_by = run.advance(event.at)
    match event.kind:
        case TimingKind.MOVED if is_known and event.block_id is not None:
            run.block_id, run.offers_from_s = event.block_id, run.at_s
        case TimingKind.PAUSED:
            run.is_running = False
        case TimingKind.RESUMED:
            run.is_running = True
        case TimingKind.GAP_WENT_ON | TimingKind.GAP_STOPPED:
            run.is_running = True
            went_on = event.kind is TimingKind.GAP_WENT_ON
            if went_on is not was_running:
                asked = gone_by if event.seconds is None else event.seconds
                gap_s = max(0, min(asked, gone_by))
                run.used_s[run.block_id] += gap_s if went_on else -gap_s
        case TimingKind.KEPT_GOING:
            run.offers_from_s = run.at_s + _OFFERS_OFF_S
        case TimingKind.ENDED:
            run.is_running, run.has_ended = False, True


def _reading(agenda: Agenda, run: _Run, now: datetime) -> Schedule:
    """Say what the run means: blocks before the current one are done, used or not."""
    ids = [block.id for block in agenda.blocks]
    here = ids.index(run.block_id)
    ahead_s = [max(0, run.planned_s[ahead] - run.used_s[ahead]) for ahead in ids[here:]]
    session_left_s = 0 if run.has_ended else sum(ahead_s)
    moment = (run.started_at or now.astimezone(UTC)) + run.at_s * _SECOND
    planned_end_at = moment + (60 * agenda.total_minutes + run.end_moved_s - run.at_s) * _SECOND
    ends_at = moment + session_left_s * _SECOND
    planned_s, used_s = run.planned_s[run.block_id], run.used_s[run.block_id]
    state = _state(run, planned_s, planned_s - used_s)
    behind_s = (ends_at - planned_end_at) // _SECOND
    return Schedule(
        state=state,
        block_id=run.block_id,
        started_at=run.started_at and run.started_at.astimezone(now.tzinfo),
        elapsed_s=sum(run.used_s.values()),
        block_elapsed_s=used_s,
        block_planned_s=planned_s,
        left_s=planned_s - used_s,
        session_left_s=session_left_s,
        ends_at=ends_at.astimezone(now.tzinfo),
        planned_end_at=planned_end_at.astimezone(now.tzinfo),
        behind_s=behind_s,
        is_on_plan=abs(behind_s) <= ON_PLAN_S,
        is_offer_due=state is TimerState.OVER and run.at_s >= run.offers_from_s,
        blocks=tuple(
            BlockProgress(
                id=id_, planned_s=run.planned_s[id_], used_s=run.used_s[id_], status=status
            )
            for id_, status in zip(ids, _statuses(here, len(ids)), strict=True)
        ),
    )


def _state(run: _Run, planned_s: int, left_s: int) -> TimerState:
    if run.started_at is None:
        return TimerState.NOT_STARTED
    if run.has_ended:
        return TimerState.ENDED
    if not run.is_running:
        return TimerState.PAUSED
    if left_s < 0:
        return TimerState.OVER
    shortest, longest = WRAP_UP_S
    is_wrapping_up = left_s <= min(longest, max(shortest, planned_s // 5))
    return TimerState.WRAP_UP if is_wrapping_up else TimerState.RUNNING


def _statuses(here: int, count: int) -> list[BlockStatus]:
    done, ahead = [BlockStatus.DONE] * here, [BlockStatus.AHEAD] * (count - here - 1)
    return [*done, BlockStatus.CURRENT, *ahead]
