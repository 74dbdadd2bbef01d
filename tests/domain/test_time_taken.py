"""Planned against actual: the plan of the start, corrected seconds, and sums that agree."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.agenda import Agenda, Block
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.refit import events_of_plan, events_of_undo, refit
from ogp_desktop.domain.replanning import AddedKind, added, split
from ogp_desktop.domain.schedule import schedule
from ogp_desktop.domain.time_taken import TimeTaken, time_taken
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind, added_up

START = datetime(2022, 6, 14, 14, 30, tzinfo=UTC)
AGENDA = Agenda(
    minutes=60,
    blocks=(
        Block(id="welcome", minutes=5, minimum=2, is_protected=True),
        Block(id="q1", minutes=30, minimum=10, question_id="q1"),
        Block(id="q2", minutes=10, minimum=5, question_id="q2"),
        Block(id="individual", minutes=10, minimum=5, is_protected=True),
        Block(id="close", minutes=5, minimum=2, is_protected=True),
    ),
    group_questions=("q1", "q2"),
)
_ITEMS = ("welcome", "q1", "q2", "individual", "close")


def at(minutes: float) -> Moment:
    return Moment(wall=START + timedelta(minutes=minutes))


def event(
    kind: TimingKind, minutes: float, block_id: str | None = None, seconds: int | None = None
) -> TimingEvent:
    return TimingEvent(kind=kind, at=at(minutes).wall, block_id=block_id, seconds=seconds)


STARTED = event(TimingKind.STARTED, 0)


def moved(minutes: float, block_id: str) -> TimingEvent:
    return event(TimingKind.MOVED, minutes, block_id)


def ended(minutes: float) -> TimingEvent:
    return event(TimingKind.ENDED, minutes)


def lengths(time: TimeTaken | None) -> dict[str, tuple[int, int]]:
    assert time is not None
    return {item.item_id: (item.planned, item.taken) for item in time.items}


def test_nothing_is_told_before_the_end() -> None:
    assert time_taken(AGENDA, ()) is None
    assert time_taken(AGENDA, (STARTED, moved(5, "q1"))) is None


def test_each_part_has_what_was_planned_and_what_it_took() -> None:
    log = (STARTED, moved(7, "q1"), moved(45, "individual"), moved(55, "close"), ended(58))
    time = time_taken(AGENDA, log)
    assert lengths(time) == {
        "welcome": (5, 7),
        "q1": (30, 38),
        "q2": (10, 0),
        "individual": (10, 10),
        "close": (5, 3),
    }
    assert time is not None
    assert (time.planned, time.taken, time.difference) == (60, 58, -2)
    assert (time.started_at, time.ended_at) == (START, START + timedelta(minutes=58))
    assert time.changed_at == ()


def test_pause_and_silent_gap_are_not_counted_and_a_moved_start_is() -> None:
    log = (
        STARTED,
        event(TimingKind.START_MOVED, 3, seconds=120),
        moved(3, "q1"),
        event(TimingKind.PAUSED, 10),
        event(TimingKind.RESUMED, 15),
        event(TimingKind.GAP_STOPPED, 30, seconds=600),
        ended(40),
    )
    time = time_taken(AGENDA, log)
    assert time is not None
    assert lengths(time)["welcome"] == (5, 5)
    assert lengths(time)["q1"] == (30, 7 + 5 + 10)
    assert time.started_at == START - timedelta(minutes=2)


def test_plan_of_a_late_start_is_what_was_planned_and_no_change() -> None:
    change = refit(schedule(AGENDA, (), at(-1)), 40 * 60)
    log = (*events_of_plan(change.plan, at(-1)), STARTED, moved(5, "q1"), ended(41))
    time = time_taken(AGENDA, log)
    assert time is not None
    assert time.planned == 40
    assert time.changed_at == ()


def test_change_while_it_ran_is_told_and_one_that_was_undone_is_not() -> None:
    longer = event(TimingKind.EXTENDED, 20, "q1", 300)
    so_far = (STARTED, moved(5, "q1"), longer)
    time = time_taken(AGENDA, (*so_far, ended(60)))
    assert time is not None
    assert time.changed_at == (longer.at,)
    assert lengths(time)["q1"] == (30, 55)
    undo = events_of_undo(added_up(AGENDA, so_far), at(21))
    undone = time_taken(AGENDA, (*so_far, *undo, ended(60)))
    assert undone is not None
    assert undone.changed_at == ()


def test_halves_of_a_part_are_one_and_what_was_added_had_none_planned() -> None:
    log: list[TimingEvent] = [STARTED, moved(5, "q1")]
    log += events_of_plan(split(schedule(AGENDA, log, at(10)), "q1"), at(10))
    log += events_of_plan(
        added(schedule(AGENDA, log, at(11)), AddedKind.BREAK, 5, after="q1"), at(11)
    )
    log += [moved(20, "break"), moved(24, "q1~2"), moved(36, "q2"), ended(40)]
    assert list(lengths(time_taken(AGENDA, log)).items())[1:4] == [
        ("q1", (30, 27)),
        ("break", (0, 4)),
        ("q2", (10, 4)),
    ]


@given(st.lists(st.tuples(st.integers(1, 1500), st.sampled_from(_ITEMS)), max_size=30))
def test_minutes_of_the_parts_agree_with_the_whole(steps: list[tuple[int, str]]) -> None:
    log, now_s = [STARTED], 0
    for seconds, item in steps:
        now_s += seconds
        log.append(moved(now_s / 60, item))
    log.append(ended((now_s + 90) / 60))
    time = time_taken(AGENDA, log)
    assert time is not None
    used_s = added_up(AGENDA, log).used_s
    assert time.taken == round(sum(used_s.values()) / 60)
    assert all(abs(item.taken * 60 - used_s[item.item_id]) < 60 for item in time.items)
    assert [item.item_id for item in time.items] == list(_ITEMS)
