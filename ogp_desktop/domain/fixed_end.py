"""An end that is fixed by the clock on the wall: how much time a conversation has until then."""

from datetime import UTC, datetime, time, timedelta

from ogp_desktop.domain.refit import seconds_until

_LONG_PAST = timedelta(hours=8)
_DAY = timedelta(days=1)


def end_near(now: datetime, end: time) -> datetime:
    """Return the moment that a host means by a time of day: at most eight hours ago, else to come.

    So half past midnight lies ahead in the late evening, and five o'clock is past at six.
    """
    today = datetime.combine(now.date(), end, tzinfo=now.tzinfo)
    passed = now.astimezone(UTC) - today.astimezone(UTC)
    if passed > _LONG_PAST:
        return today + _DAY
    return today - _DAY if passed <= _LONG_PAST - _DAY else today


def minutes_until(now: datetime, end: time) -> int:
    """Return the whole minutes until a fixed end; ``Refusal("end_is_past")`` when it is past."""
    return seconds_until(now, end_near(now, end)) // 60
