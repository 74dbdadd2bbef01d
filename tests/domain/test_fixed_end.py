"""A time of day is the moment a host means by it, across midnight too."""

from datetime import datetime, time, timedelta, timezone

import pytest

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.fixed_end import end_near, minutes_until

ZONE = timezone(timedelta(hours=-3))


def _at(hour: int, minute: int) -> datetime:
    return datetime(2026, 3, 10, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("now", "end", "minutes"),
    [
        (_at(16, 10), time(17), 50),
        (_at(23, 50), time(0, 30), 40),
        (_at(7, 0), time(22), 15 * 60),
        (_at(18, 0), time(9), 15 * 60),
    ],
)
def test_end_to_come_has_minutes_left(now: datetime, end: time, minutes: int) -> None:
    assert minutes_until(now, end) == minutes
    assert end_near(now, end) - now == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("now", "end", "ago"),
    [(_at(17, 10), time(17), 10), (_at(0, 20), time(23, 50), 30), (_at(17, 0), time(17), 0)],
)
def test_past_end_is_refused_with_how_long_ago(now: datetime, end: time, ago: int) -> None:
    with pytest.raises(Refusal, match="end_is_past") as refused:
        minutes_until(now, end)
    assert refused.value.data["past_s"] == ago * 60
