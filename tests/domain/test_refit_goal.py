"""A goal always gets an answer: a plan that fits, or what is missing and the nearest that does."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from ogp_desktop.domain.clock import Moment, after
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.refit import events_of_refit
from ogp_desktop.domain.refit_goal import FitTo, Goal, next_time, proposal
from ogp_desktop.domain.schedule import schedule_of
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind, added_up, event_at
from tests.support.clock_tables import BEGIN, agenda_of


def later(minutes: float) -> Moment:
    return after(BEGIN, 60 * minutes)


def started(*more: TimingEvent) -> list[TimingEvent]:
    return [event_at(BEGIN, TimingKind.STARTED), *more]


def test_fixed_end_is_reached_to_the_second_and_is_agreed_to() -> None:
    spent = added_up(agenda_of(90), started())
    now = later(10)
    end_at = now.wall + timedelta(minutes=45)
    change = proposal(spent, Goal(to=FitTo.END_AT, end_at=end_at), now).change
    assert change is not None
    log = [*started(), *events_of_refit(change, now)]
    stood = schedule_of(added_up(agenda_of(90), log), now)
    assert (stood.ends_at, stood.planned_end_at, stood.behind_s) == (end_at, end_at, 0)


def test_kept_length_leaves_pauses_out() -> None:
    pause = (event_at(later(5), TimingKind.PAUSED), event_at(later(15), TimingKind.RESUMED))
    spent = added_up(agenda_of(90), started(*pause))
    assert proposal(spent, Goal(to=FitTo.LENGTH), later(20)).left_s == 60 * 80


def test_before_the_start_a_late_room_still_ends_in_time() -> None:
    spent = added_up(agenda_of(90), ())
    end_at = BEGIN.wall + timedelta(minutes=50)
    change = proposal(spent, Goal(to=FitTo.END_AT, end_at=end_at), BEGIN).change
    assert change is not None
    log = [*events_of_refit(change, BEGIN), event_at(BEGIN, TimingKind.STARTED)]
    assert schedule_of(added_up(agenda_of(90), log), BEGIN).ends_at == end_at


@pytest.mark.parametrize("minutes", [0, -10, 1])
def test_too_few_minutes_name_what_is_missing_and_a_plan_that_fits(minutes: int) -> None:
    spent = added_up(agenda_of(90), started())
    wanted = proposal(spent, Goal(to=FitTo.MINUTES, minutes=minutes), later(3))
    assert wanted.change is None
    assert wanted.missing_s == wanted.enough_s - 60 * minutes > 0
    assert wanted.nearest is not None
    assert proposal(spent, wanted.nearest, later(3)).change is not None


def test_nearest_goal_fits_whatever_was_asked_and_whenever() -> None:
    random = Random(20)
    for _ in range(400):
        agenda = agenda_of(random.choice((30, 45, 60, 90, 120)), random.choice((6, 18, 35)))
        minute = random.uniform(0, 100)
        go = event_at(later(minute / 2), TimingKind.MOVED, block_id=random.choice(agenda.blocks).id)
        spent, now = added_up(agenda, started(go)), later(minute)
        goal = random.choice(
            (
                Goal(to=FitTo.MINUTES, minutes=random.randint(-20, 60)),
                Goal(to=FitTo.END_AT, end_at=later(random.uniform(-30, 150)).wall),
                Goal(to=FitTo.LENGTH),
            )
        )
        wanted = proposal(spent, goal, now)
        assert (wanted.change is None) is (wanted.nearest is not None)
        if wanted.nearest is not None:
            assert proposal(spent, wanted.nearest, after(now, 20)).change is not None


def test_after_the_end_nothing_is_proposed() -> None:
    spent = added_up(agenda_of(90), started(event_at(later(80), TimingKind.ENDED)))
    with pytest.raises(Refusal, match="not_now"):
        proposal(spent, Goal(to=FitTo.MINUTES, minutes=10), later(81))


@pytest.mark.parametrize(
    ("now", "asked", "meant"),
    [
        ("15:28", (17, 0), "17:00"),
        ("15:28", (15, 0), "15:00"),
        ("23:40", (0, 30), "+00:30"),
        ("00:10", (23, 50), "-23:50"),
    ],
)
def test_time_on_the_wall_means_the_one_close_by(
    now: str, asked: tuple[int, int], meant: str
) -> None:
    day = datetime(2022, 8, 1, tzinfo=UTC)
    hour, minute = (int(part) for part in now.split(":"))
    days = {"+": 1, "-": -1}.get(meant[0], 0)
    wanted = datetime.strptime(meant.lstrip("+-"), "%H:%M").time()
    found = next_time(day.replace(hour=hour, minute=minute), *asked)
    assert found == datetime.combine(day.date() + timedelta(days=days), wanted, UTC)
