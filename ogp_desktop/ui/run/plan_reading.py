"""Makes the preview of a goal out of the facts and the clock; pure functions."""

from datetime import datetime, timedelta

from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.fixed_end import end_near
from ogp_desktop.domain.refit import Refit
from ogp_desktop.domain.refit_goal import FitTo, Goal, ground_of, proposal
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import BlockStatus, Schedule, TimerState, schedule_of
from ogp_desktop.ui.run.plan_state import FitRow, FitState
from ogp_desktop.ui.run.run_facts import RunFacts
from ogp_desktop.ui.run.run_reading import number_of, numbers


def first_goal(facts: RunFacts, now: Moment) -> Goal:
    """Return what is asked for first: the end that is fixed, or the one that was agreed to."""
    here = facts.at(now)
    fixed = end_near(now.wall, facts.ends_by) if facts.ends_by is not None else None
    return Goal(
        to=FitTo.END_AT,
        end_at=_to_the_minute(fixed or here.planned_end_at),
        minutes=max(1, round(here.session_left_s / 60)),
    )


def fit_state(facts: RunFacts, goal: Goal, now: Moment) -> FitState:
    """Return the preview of a goal at a moment; seconds are left out, so that it stands still.

    Raises ``Refusal("not_now")`` when the question of the goal cannot come back any more.
    """
    here = facts.at(now)
    ground = ground_of(facts.spent, goal, running_order(facts.plan))
    wanted = proposal(ground, goal, now)
    change = wanted.change
    number = numbers(facts.kit)
    length_s = facts.spent.agreed_s + facts.spent.plan.end_moved_s
    has_begun = here.state is not TimerState.NOT_STARTED
    passed_s, _ = facts.spent.gone_by(now)
    return FitState(
        goal=goal,
        end_at=goal.end_at or _to_the_minute(here.planned_end_at),
        minutes=goal.minutes,
        length=round(length_s / 60),
        rows=_rows(facts, schedule_of(ground, now), change) if change else (),
        back=number.get(goal.back) if goal.back else None,
        questions=tuple(number[one] for one in change.questions if one in number) if change else (),
        ends_at=_to_the_minute(now.wall + timedelta(seconds=wanted.left_s)) if change else None,
        ended_at=_to_the_minute(here.ends_at),
        missing=-(-wanted.missing_s // 60),
        is_past=wanted.left_s <= 0,
        nearest=wanted.nearest,
        begun=int(passed_s) // 60 if has_begun else None,
    )


def _rows(facts: RunFacts, here: Schedule, change: Refit) -> tuple[FitRow, ...]:
    was, after = facts.spent.plan.planned_s, change.plan.planned_s
    return tuple(
        FitRow(
            item_id=block.id,
            number=number_of(facts.kit, block.id),
            before=round(block.planned_s / 60) if block.id in was else None,
            after=round(after[block.id] / 60) if block.id in after else None,
        )
        for block in here.blocks
        if block.status is not BlockStatus.DONE
    )


def _to_the_minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
