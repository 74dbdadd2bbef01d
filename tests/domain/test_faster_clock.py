"""Both clocks of a rehearsal go as many times faster, from the moment it begins."""

from datetime import timedelta

from ogp_desktop.domain.clock import FasterClock, moment, seconds_between
from tests.support.clock import FixedClock


def test_both_times_pass_sixty_times_as_fast() -> None:
    real = FixedClock()
    fast = FasterClock(real, 60)
    began = moment(fast)
    assert began.wall == real.now()
    real.advance(timedelta(seconds=2))
    assert seconds_between(began, moment(fast)) == 120
    assert fast.now() - began.wall == timedelta(minutes=2)


def test_clock_on_the_wall_that_is_set_moves_nothing() -> None:
    real = FixedClock()
    fast = FasterClock(real, 10)
    before = fast.now()
    real.set_wall(real.now() + timedelta(hours=1))
    assert fast.now() == before


def test_its_seconds_are_not_those_of_the_computer() -> None:
    real = FixedClock()
    assert FasterClock(real, 10).boot not in (real.boot, FasterClock(real, 60).boot)
