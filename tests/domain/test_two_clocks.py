"""Time that passed is time that passed, whatever happens to the clock on the wall."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.agenda import Agenda, Block
from ogp_desktop.domain.clock import Moment, after, moment, seconds_between
from ogp_desktop.domain.schedule import Schedule, schedule
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind, event_at
from tests.support.clock import FixedClock

AGENDA = Agenda(
    minutes=30,
    blocks=(Block(id="q1", minutes=10, minimum=5), Block(id="close", minutes=20, minimum=5)),
)


class Room:
    """A room whose clocks a test owns: what is logged is read from them."""

    def __init__(self, now: datetime = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)) -> None:
        self.clock = FixedClock(now)
        self.log: list[TimingEvent] = []
        self.add(TimingKind.STARTED)

    def add(self, kind: TimingKind, **parts: object) -> None:
        self.log.append(event_at(moment(self.clock), kind, **parts))  # type: ignore[arg-type]

    def pass_minutes(self, minutes: float) -> None:
        self.clock.advance(timedelta(minutes=minutes))

    @property
    def now(self) -> Schedule:
        return schedule(AGENDA, self.log, moment(self.clock))


def test_eight_minutes_of_suspend_in_a_block_of_ten_leave_two() -> None:
    room = Room()
    room.pass_minutes(8)  # the computer's own seconds go on while it sleeps
    assert room.now.left_s == 120


@pytest.mark.parametrize("hours", [-1, 1, 26, -9000])
def test_clock_on_the_wall_that_is_set_leaves_what_is_left(hours: float) -> None:
    room = Room()
    room.pass_minutes(3)
    room.clock.set_wall(room.clock.now() + timedelta(hours=hours))
    assert (room.now.left_s, room.now.elapsed_s, room.now.behind_s) == (420, 180, 0)
    assert room.now.ends_at - room.clock.now() == timedelta(minutes=27)
    room.add(TimingKind.MOVED, block_id="close")
    room.pass_minutes(2)
    assert (room.now.elapsed_s, room.now.left_s) == (300, 1080)


def test_end_is_told_by_the_clock_on_the_wall_as_it_is_now() -> None:
    room = Room()
    room.pass_minutes(5)
    right = room.clock.now() + timedelta(hours=1)
    room.clock.set_wall(right)
    assert room.now.planned_end_at == right + timedelta(minutes=25)


@pytest.mark.parametrize("zone", ["Africa/Lome", "Asia/Kathmandu", "America/St_Johns"])
def test_change_of_time_zone_leaves_what_is_left(zone: str) -> None:
    room = Room()
    room.pass_minutes(4)
    room.clock.set_wall(room.clock.now().astimezone(ZoneInfo(zone)))
    assert room.now.left_s == 360
    assert room.now.ends_at.tzinfo == ZoneInfo(zone)


@pytest.mark.parametrize("start", ["2026-03-29T00:50:00+00:00", "2026-10-25T00:50:00+00:00"])
@pytest.mark.parametrize("has_seconds", [True, False])
def test_summer_time_that_begins_or_ends_changes_nothing(start: str, has_seconds: bool) -> None:
    paris = ZoneInfo("Europe/Paris")
    began = Moment(
        wall=datetime.fromisoformat(start).astimezone(paris),
        steady_s=50.0,
        boot="one" if has_seconds else None,
    )
    log = [event_at(began, TimingKind.STARTED)]
    stood = schedule(AGENDA, log, after(began, 20 * 60))
    assert (stood.elapsed_s, stood.session_left_s) == (1200, 1200)
    planned = stood.planned_end_at.astimezone(UTC) - began.wall.astimezone(UTC)
    assert planned == timedelta(minutes=30)


def test_switching_off_and_on_is_told_by_the_wall() -> None:
    room = Room()
    room.pass_minutes(2)
    room.add(TimingKind.MOVED, block_id="close")
    room.clock.restart(room.clock.now() + timedelta(minutes=6))
    assert room.now.elapsed_s == 8 * 60


def test_computer_that_forgot_the_date_counts_on_from_there() -> None:
    room = Room()
    room.pass_minutes(2)
    room.add(TimingKind.MOVED, block_id="close")
    room.clock.restart(datetime(1970, 1, 1, tzinfo=UTC))  # an empty clock battery
    assert room.now.elapsed_s == 120
    room.add(TimingKind.GAP_WENT_ON, seconds=0)
    room.pass_minutes(3)
    assert room.now.elapsed_s == 300


def test_start_can_be_set_back_and_forth_after_the_fact() -> None:
    room = Room()
    room.pass_minutes(2)
    room.add(TimingKind.START_MOVED, seconds=300)
    assert (room.now.left_s, room.now.elapsed_s, room.now.behind_s) == (180, 420, 0)
    assert room.now.started_at == room.log[0].at - timedelta(minutes=5)
    assert room.now.planned_end_at == room.log[0].at + timedelta(minutes=25)
    assert room.log[0].at == room.clock.now() - timedelta(minutes=2), "the raw time is kept"
    room.add(TimingKind.START_MOVED, seconds=-300)
    assert (room.now.left_s, room.now.elapsed_s) == (480, 120)


def test_start_cannot_be_set_after_now() -> None:
    room = Room()
    room.pass_minutes(2)
    room.add(TimingKind.START_MOVED, seconds=-3600)
    assert (room.now.elapsed_s, room.now.left_s) == (0, 600)


MOMENTS = st.builds(
    Moment,
    wall=st.datetimes(
        min_value=datetime(1970, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
    ),
    steady_s=st.floats(0, 1e9),
    boot=st.sampled_from([None, "one", "two"]),
)


@given(MOMENTS, MOMENTS)
def test_time_never_goes_back(one: Moment, other: Moment) -> None:
    assert seconds_between(one, other) >= 0
    assert min(seconds_between(one, other), seconds_between(other, one)) == 0


@given(MOMENTS, st.integers(0, 10**7))
def test_moment_after_so_many_seconds_is_that_far_away(one: Moment, seconds: int) -> None:
    assert abs(seconds_between(one, after(one, seconds)) - seconds) < 1e-3
