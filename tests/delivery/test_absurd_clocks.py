"""Proof 10: with a clock ten years off, a change of summer time, a server that asks
for thirty years or whose own clock is wrong, the next try is never further away than the cap, and
no destination that is in trouble is asked more than once a second.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ogp_desktop.delivery.answers import Answer, outcome_of
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import may_try
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outbox import is_due
from ogp_desktop.domain.outcome import BACK_OFF_CAP, RETRY_AFTER_CAP, Outcome, OutcomeKind
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.queued import numbered_submission, queue
from tests.support.workplaces import workplace_at

NOW = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)
TEN_YEARS = timedelta(days=3652)
YEAR = timedelta(days=366)
SECOND = timedelta(seconds=1)
ITEMS = 3
HOUR = timedelta(hours=1)


class Answering:
    """A gateway with one answer for everybody, which notes when it was asked."""

    def __init__(self, clock: FixedClock, answer: Answer | OutcomeKind) -> None:
        self._clock, self._answer = clock, answer
        self.asked: list[datetime] = []

    def open(self, _destination: Destination) -> Gateway:
        return self  # type: ignore[return-value]

    def deliver(self, parcel: Parcel, *, deadline_s: float, **_: object) -> Outcome:
        self.asked.append(self._clock.now())
        if isinstance(self._answer, OutcomeKind):
            return Outcome(kind=self._answer, bytes_may_have_left=True)
        return outcome_of(self._answer, parcel, None)

    def cancel(self) -> None:
        """Nothing is under way for long."""

    def close(self) -> None:
        """Nothing is held."""


def _dated(asked: str, sent: datetime) -> Answer:
    headers = {"retry-after": asked, "date": format_datetime(sent, usegmt=True)}
    return Answer(status=503, headers=headers, body=b"")


ANSWERS: dict[str, Answer | OutcomeKind] = {
    "30 years": Answer(status=503, headers={"retry-after": "1000000000"}, body=b""),
    "30 years, 429": Answer(status=429, headers={"retry-after": "1000000000"}, body=b""),
    "no time at all": Answer(status=503, headers={"retry-after": "0"}, body=b""),
    "a year ahead": _dated(format_datetime(NOW + YEAR, usegmt=True), NOW),
    "in the past": _dated(format_datetime(NOW - YEAR, usegmt=True), NOW),
    "a minute, by a clock a year ahead": _dated(
        format_datetime(NOW + YEAR + timedelta(minutes=1), usegmt=True), NOW + YEAR
    ),
    "a minute, by a clock a year behind": _dated(
        format_datetime(NOW - YEAR + timedelta(minutes=1), usegmt=True), NOW - YEAR
    ),
    "fault": Answer(status=500, headers={}, body=b""),
    "gateway": Answer(status=502, headers={}, body=b""),
    "page": Answer(status=200, headers={"content-type": "text/html"}, body=b"<html>"),
    "conflict": Answer(status=409, headers={}, body=b""),
    "who": Answer(status=401, headers={}, body=b""),
    "closed": Answer(status=404, headers={}, body=b""),
    "unreachable": OutcomeKind.UNREACHABLE,
    "silent": OutcomeKind.TIMED_OUT,
    "distrusted": OutcomeKind.TLS,
    "interrupted": OutcomeKind.INTERRUPTED,
}
every_answer = pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)


@contextmanager
def _outbox(
    folder: Path, answer: Answer | OutcomeKind, jitter: float, items: int = 1
) -> Iterator[tuple[Workplace, FixedClock, Answering, Callable[[], int]]]:
    """Give an outbox, its clock, its gateway, and what sends all that is due and counts it."""
    clock = FixedClock(NOW)
    gateway = Answering(clock, answer)
    sender = Sender(owner="one", open_gateway=gateway.open, jitter=lambda: jitter)
    with workplace_at(folder, clock) as at:
        queue(at, "https://example.org", *(numbered_submission(n) for n in range(items)))

        def look() -> int:
            before = len(gateway.asked)
            while deliver_next(at, sender) is not None:
                assert len(gateway.asked) < 1000, "a busy loop"
            return len(gateway.asked) - before

        yield at, clock, gateway, look


def _is_tried_within(at: Workplace, now: datetime, wait: timedelta) -> bool:
    with at.store.reading() as unit:
        (health,) = unit.destinations.healths()
        items = unit.outbox.items()
        needs_somebody = all(item.state == "attention" for item in items)
        then = now + wait
        return needs_somebody or (
            may_try(health, then) and any(is_due(item, then) for item in items)
        )


@pytest.mark.slow
@every_answer
def test_next_try_is_within_a_day_when_the_clock_is_turned(
    tmp_path: Path, answer: Answer | OutcomeKind
) -> None:
    with _outbox(tmp_path, answer, 1.0) as (at, clock, _gateway, look):
        assert look() == 1
        assert _is_tried_within(at, clock.now(), RETRY_AFTER_CAP)
        for jump in (TEN_YEARS, -2 * TEN_YEARS, TEN_YEARS, HOUR, -2 * HOUR, HOUR):
            clock.set_wall(clock.now() + jump)
            assert look() <= 1
            turned_back = -jump if -RETRY_AFTER_CAP < jump < timedelta(0) else timedelta(0)
            assert _is_tried_within(at, clock.now(), RETRY_AFTER_CAP + turned_back)


@pytest.mark.parametrize(
    "answer",
    [ANSWERS[name] for name in ANSWERS if name.startswith("a minute")],
    ids=["ahead", "behind"],
)
def test_wait_is_counted_by_the_servers_clock_whatever_year_it_has(
    tmp_path: Path, answer: Answer
) -> None:
    with _outbox(tmp_path, answer, 0.0) as (_at, clock, _gateway, look):
        assert look() == 1
        clock.advance(timedelta(seconds=59))
        assert look() == 0
        clock.advance(SECOND)
        assert look() == 1


@pytest.mark.slow
@every_answer
def test_destination_in_trouble_is_asked_at_most_once_a_second(
    tmp_path: Path, answer: Answer | OutcomeKind
) -> None:
    """The least wait, three items, and a network that comes and goes ten times a second."""
    with _outbox(tmp_path, answer, 0.0, ITEMS) as (at, clock, gateway, look):
        for _ in range(60):
            addressing.network_returned(at)
            look()
            clock.advance(SECOND / 10)
        asked = gateway.asked
    # At first each item may learn by itself what is wrong with it.
    for one, after in zip(asked[ITEMS - 1 :], asked[2 * ITEMS - 1 :], strict=False):
        assert after - one >= SECOND, asked
    if answer not in (ANSWERS["fault"], ANSWERS["conflict"], ANSWERS["interrupted"]):
        assert all(after - one >= SECOND for one, after in pairwise(asked))


@pytest.mark.parametrize(
    "before",
    [
        datetime(2022, 10, 30, 2, 59, 50, fold=0, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(2022, 3, 27, 1, 59, 50, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(2022, 9, 10, 23, 59, 50, tzinfo=ZoneInfo("America/Santiago")),
    ],
    ids=["back", "forward", "at midnight"],
)
def test_summer_time_changes_no_wait(tmp_path: Path, before: datetime) -> None:
    """The wall's time repeats an hour or leaves it out; the wait of 30 s stays one of 30 s."""
    zone = before.tzinfo
    with _outbox(tmp_path, OutcomeKind.UNREACHABLE, 1.0) as (_at, clock, _gateway, look):
        clock.set_wall(_fixed(before.astimezone(UTC), zone))
        assert look() == 1
        clock.set_wall(_fixed(before.astimezone(UTC) + timedelta(seconds=29), zone))
        assert look() == 0
        clock.set_wall(_fixed(before.astimezone(UTC) + timedelta(seconds=30), zone))
        assert look() == 1


def _fixed(moment: datetime, zone: object) -> datetime:
    """Return the moment as the system's clock tells it: with the place's offset of that moment."""
    return datetime.fromisoformat(moment.astimezone(zone).isoformat())  # type: ignore[arg-type]


def test_back_off_never_passes_its_cap_however_often_nobody_answers(tmp_path: Path) -> None:
    with _outbox(tmp_path, OutcomeKind.UNREACHABLE, 1.0) as (_at, clock, _gateway, look):
        for _ in range(40):
            assert look() == 1
            clock.advance(BACK_OFF_CAP)
