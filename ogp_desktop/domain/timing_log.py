"""What happened to the clock of a conversation, and what it adds up to.

The log keeps what both clocks said, uncorrected; corrections (a start set back, the answer to a
gap) are events of their own. Adding up never raises: an event that makes no sense changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.agenda import Agenda, Block
from ogp_desktop.domain.clock import Moment, seconds_between

OFFERS_OFF_S = 180


class TimingKind(StrEnum):
    """What happened to the clock.

    ``MOVED`` goes to ``block_id``. ``EXTENDED`` gives ``block_id`` that many ``seconds`` more
    (negative: fewer). ``END_MOVED`` shifts the end the room agreed to. ``REPLANNED`` puts
    ``blocks`` in the place of the agenda; what was used stays used. ``START_MOVED`` says that the
    talk began ``seconds`` before the clock was started (negative: after). ``GAP_WENT_ON`` and
    ``GAP_STOPPED`` answer what happened in the ``seconds`` before ``at`` while the computer slept;
    both leave the clock running. With ``block_id`` they speak of ``seconds`` that were counted in
    that block, wherever the talk is by now. ``KEPT_GOING`` puts the overtime offers off for three
    minutes.
    """

    STARTED = "started"
    MOVED = "moved"
    PAUSED = "paused"
    RESUMED = "resumed"
    EXTENDED = "extended"
    END_MOVED = "end_moved"
    REPLANNED = "replanned"
    START_MOVED = "start_moved"
    GAP_WENT_ON = "gap_went_on"
    GAP_STOPPED = "gap_stopped"
    KEPT_GOING = "kept_going"
    ENDED = "ended"


PLAN_CHANGES = (TimingKind.EXTENDED, TimingKind.END_MOVED, TimingKind.REPLANNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimingEvent:
    """One entry of the timing log: what the wall's clock said (``at``, aware) and, where it is
    known, the computer's own seconds of that boot.
    """

    kind: TimingKind
    at: datetime
    block_id: str | None = None
    seconds: int | None = None
    blocks: tuple[Block, ...] | None = None
    steady_s: float = 0.0
    boot: str | None = None

    @property
    def moment(self) -> Moment:
        """Return when it happened, by both clocks."""
        return Moment(wall=self.at, steady_s=self.steady_s, boot=self.boot)


def event_at(
    moment: Moment,
    kind: TimingKind,
    *,
    block_id: str | None = None,
    seconds: int | None = None,
    blocks: tuple[Block, ...] | None = None,
) -> TimingEvent:
    """Return an event that happened at a moment."""
    return TimingEvent(
        kind=kind,
        at=moment.wall,
        block_id=block_id,
        seconds=seconds,
        blocks=blocks,
        steady_s=moment.steady_s,
        boot=moment.boot,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is planned at some point of a conversation: the agenda as edited so far, the seconds of
    each block, and by how many seconds the agreed end has moved.
    """

    agenda: Agenda
    planned_s: Mapping[str, int]
    end_moved_s: int = 0


@dataclass(slots=True, kw_only=True)
class TimeSpent:
    """What a log adds up to, up to its last event; not changed any more once it is added up.

    Seconds are whole. ``agreed_s`` is the length first agreed to; ``passed_s`` counts pauses,
    ``used_s`` by block does not. ``before`` is the plan, and ``start_before_s`` the
    ``start_moved_s``, as they were before the latest change of either.
    """

    plan: Plan
    agreed_s: int
    used_s: dict[str, int]
    block_id: str
    started: Moment | None = None
    start_moved_s: int = 0
    last: Moment | None = None
    passed_s: float = 0.0
    offers_from_s: int = 0
    is_running: bool = False
    has_ended: bool = False
    before: Plan | None = None
    start_before_s: int = 0
    changed: Moment | None = None

    def gone_by(self, now: Moment) -> tuple[float, int]:
        """Return all that will have passed at ``now``, and the whole seconds of it that are new."""
        if self.last is None or self.has_ended:
            return self.passed_s, 0
        passed_s = self.passed_s + seconds_between(self.last, now)
        return passed_s, int(passed_s) - int(self.passed_s)


def added_up(agenda: Agenda, log: Iterable[TimingEvent]) -> TimeSpent:
    """Return what a log adds up to; the agenda has a block at least."""
    planned_s = {block.id: 60 * block.minutes for block in agenda.blocks}
    spent = TimeSpent(
        plan=Plan(agenda=agenda, planned_s=planned_s),
        agreed_s=60 * agenda.total_minutes,
        used_s=dict.fromkeys(planned_s, 0),
        block_id=agenda.blocks[0].id,
    )
    for event in log:
        if not spent.has_ended:
            _take(spent, event)
    return spent


def _take(spent: TimeSpent, event: TimingEvent) -> None:
    """Add one event."""
    when = event.moment
    if event.kind in PLAN_CHANGES:
        _change_plan(spent, event, when)
    elif event.kind is TimingKind.STARTED and spent.started is None:
        spent.started = spent.last = when
        spent.is_running = True
    if spent.last is None:
        return
    was_running = spent.is_running
    gone_by = _advance(spent, when)
    match event.kind:
        case TimingKind.MOVED if event.block_id and event.block_id in spent.plan.planned_s:
            spent.block_id, spent.offers_from_s = event.block_id, int(spent.passed_s)
        case TimingKind.PAUSED:
            spent.is_running = False
        case TimingKind.RESUMED:
            spent.is_running = True
        case TimingKind.GAP_STOPPED if event.block_id in spent.used_s:
            counted_s = spent.used_s[event.block_id]
            spent.used_s[event.block_id] -= max(0, min(event.seconds or 0, counted_s))
        case TimingKind.GAP_WENT_ON if event.block_id in spent.used_s:
            pass  # it was counted as it went
        case TimingKind.GAP_WENT_ON | TimingKind.GAP_STOPPED:
            spent.is_running = True
            went_on = event.kind is TimingKind.GAP_WENT_ON
            if went_on is not was_running:
                asked = gone_by if event.seconds is None else event.seconds
                gap_s = max(0, min(asked, gone_by))
                spent.used_s[spent.block_id] += gap_s if went_on else -gap_s
        case TimingKind.START_MOVED:
            _remember(spent, when)
            _move_start(spent, event.seconds or 0)
        case TimingKind.KEPT_GOING:
            spent.offers_from_s = int(spent.passed_s) + OFFERS_OFF_S
        case TimingKind.ENDED:
            spent.is_running, spent.has_ended = False, True


def _advance(spent: TimeSpent, to: Moment) -> int:
    """Go on to a moment, counting the time if the clock runs; return the seconds gone by."""
    passed_s, gone_by = spent.gone_by(to)
    spent.passed_s = passed_s
    if spent.is_running:
        spent.used_s[spent.block_id] += gone_by
    spent.last = _later(spent.last, to)
    return gone_by


def _later(last: Moment | None, to: Moment) -> Moment:
    """Return the moment to count on from.

    Where only the wall's clock is known and it was set back, what it goes through a second time
    is not counted twice.
    """
    if last is None or to.boot is not None or to.wall >= last.wall:
        return to
    return last


def _change_plan(spent: TimeSpent, event: TimingEvent, when: Moment) -> None:
    """Change what is planned."""
    plan = spent.plan
    match event.kind:
        case TimingKind.EXTENDED if event.block_id and event.block_id in plan.planned_s:
            longer = max(0, plan.planned_s[event.block_id] + (event.seconds or 0))
            changed = replace(plan, planned_s={**plan.planned_s, event.block_id: longer})
        case TimingKind.END_MOVED:
            changed = replace(plan, end_moved_s=plan.end_moved_s + (event.seconds or 0))
        case TimingKind.REPLANNED if spent.block_id in {b.id for b in event.blocks or ()}:
            blocks = event.blocks or ()
            changed = Plan(
                agenda=replace(plan.agenda, blocks=blocks),
                planned_s={block.id: 60 * block.minutes for block in blocks},
                end_moved_s=plan.end_moved_s,
            )
            for block in blocks:
                spent.used_s.setdefault(block.id, 0)
        case _:
            return
    _remember(spent, when)
    spent.plan = changed


def _remember(spent: TimeSpent, when: Moment) -> None:
    """Keep what stood before a change; all events of one moment are one change."""
    if spent.changed != when:
        spent.before, spent.start_before_s = spent.plan, spent.start_moved_s
        spent.changed = when


def _move_start(spent: TimeSpent, earlier_s: int) -> None:
    """Count the talk before the clock was started, or not the silence after it.

    It belongs to the first block that was planned.
    """
    first = next(iter(spent.used_s))
    moved_s = max(earlier_s, -spent.used_s[first])
    spent.used_s[first] += moved_s
    spent.passed_s = max(0.0, spent.passed_s + moved_s)
    spent.start_moved_s += moved_s
