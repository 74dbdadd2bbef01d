"""Where a conversation stands: what is left, when it ends, ahead or behind.

One pure function of the agenda, the timing log and now; it never raises on an odd log: an event
that makes no sense is ignored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.agenda import Agenda


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
    """Return where the conversation stands at ``now`` (aware); the agenda has a block at least."""
    raise NotImplementedError
