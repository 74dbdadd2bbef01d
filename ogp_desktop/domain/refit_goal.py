"""What a host may fit the rest of a conversation to, and the plan that comes of it.

A proposal is an answer in every case: a plan that fits, or what is missing and the nearest goal
that would do.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from ogp_desktop.domain.agenda import Agenda
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.refit import Refit, refit
from ogp_desktop.domain.replanning import brought_back
from ogp_desktop.domain.schedule import schedule_of
from ogp_desktop.domain.timing_log import TimeSpent

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_HALF_A_DAY = timedelta(hours=12)
_TIME_TO_CHOOSE = timedelta(seconds=30)
"""The nearest end that fits leaves this much time to take it."""


class FitTo(StrEnum):
    """What stays fixed: the time on the wall, the length of the talk, or the minutes from now."""

    END_AT = "end_at"
    LENGTH = "length"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What to fit to; ``end_at`` (aware) and ``minutes`` count where they are what stays fixed.

    ``back`` is a question that comes back into the group with it.
    """

    to: FitTo
    end_at: datetime | None = None
    minutes: int = 0
    back: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What fitting to a goal would give.

    ``change`` is ``None`` unless it fits; then nothing is missing. Otherwise ``missing_s`` are the
    seconds by which ``left_s`` falls short of ``enough_s``, and ``nearest`` is a goal that fits.
    """

    goal: Goal
    left_s: int
    change: Refit | None
    missing_s: int
    enough_s: int
    nearest: Goal | None


def ground_of(spent: TimeSpent, goal: Goal, order: Agenda) -> TimeSpent:
    """Return what a proposal is made of: with the question that is to come back, where one is.

    ``order`` is the running order that was prepared; see ``replanning.brought_back``.
    """
    return brought_back(spent, order, goal.back) if goal.back else spent


def proposal(spent: TimeSpent, goal: Goal, now: Moment) -> Proposal:
    """Return the plan for a goal at a moment; raise ``Refusal("not_now")`` after the end."""
    here = schedule_of(spent, now)
    left_s = _left_s(spent, goal, here.elapsed_s, now)
    try:
        change = refit(here, left_s)
        missing_s, enough_s = change.missing_s, change.enough_s
    except Refusal as refusal:
        if refusal.code != "no_time":
            raise
        missing_s, enough_s = refusal.data["missing_s"], refusal.data["enough_s"]
        change = None
    fits = change is not None and not missing_s
    return Proposal(
        goal=goal,
        left_s=left_s,
        change=change if fits else None,
        missing_s=missing_s,
        enough_s=enough_s,
        nearest=None if fits else _nearest(goal, enough_s, now),
    )


def next_time(now: datetime, hour: int, minute: int) -> datetime:
    """Return the moment meant by a time on the wall: today's, or one around midnight."""
    meant = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if now - meant > _HALF_A_DAY:
        return meant + timedelta(days=1)
    if meant - now > _HALF_A_DAY:
        return meant - timedelta(days=1)
    return meant


def _left_s(spent: TimeSpent, goal: Goal, elapsed_s: int, now: Moment) -> int:
    if goal.to is FitTo.END_AT and goal.end_at is not None:
        # Up to the next whole second, so that an end at 17:00 never reads 16:59.
        return -((now.wall.astimezone(UTC) - goal.end_at.astimezone(UTC)) // _SECOND)
    if goal.to is FitTo.LENGTH:
        return spent.agreed_s + spent.plan.end_moved_s - elapsed_s
    return 60 * goal.minutes


def _nearest(goal: Goal, enough_s: int, now: Moment) -> Goal:
    if goal.to is not FitTo.END_AT:
        return Goal(to=FitTo.MINUTES, minutes=max(1, -(-enough_s // 60)), back=goal.back)
    utc = now.wall.astimezone(UTC) + max(enough_s, 1) * _SECOND + _TIME_TO_CHOOSE
    whole = utc.replace(second=0, microsecond=0)
    end_at = whole if whole == utc else whole + _MINUTE
    return Goal(to=FitTo.END_AT, end_at=end_at.astimezone(now.wall.tzinfo), back=goal.back)
