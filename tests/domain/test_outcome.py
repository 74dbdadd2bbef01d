"""How long is waited after an answer."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.outcome import (
    BACK_OFF_CAP,
    RETRY_AFTER_CAP,
    SHORTEST_WAIT,
    back_off,
    retry_floor,
)


@given(tries=st.integers(-5, 10**6), jitter=st.floats(0, 1))
def test_back_off_stays_between_a_second_and_six_hours(tries: int, jitter: float) -> None:
    wait = back_off(tries, jitter)
    assert SHORTEST_WAIT <= wait <= BACK_OFF_CAP
    assert wait <= back_off(tries + 1, jitter)


def test_back_off_doubles_from_thirty_seconds() -> None:
    assert [back_off(n, 1).total_seconds() for n in (1, 2, 3, 99)] == [30, 60, 120, 6 * 3600]


@given(st.none() | st.floats())
def test_retry_floor_is_clamped_to_a_day(asked: float | None) -> None:
    assert timedelta(0) <= retry_floor(asked) <= RETRY_AFTER_CAP
