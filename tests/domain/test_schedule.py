"""Where a conversation stands is one answer from agenda, log and now, on any log whatever."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogp_desktop.domain.agenda import Agenda, Block
from ogp_desktop.domain.schedule import BlockStatus, Schedule, TimerState, schedule
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind

START = datetime(2022, 6, 14, 14, 30, tzinfo=UTC)
MINUTES = {"welcome": 5, "q1": 30, "q2": 20, "q3": 20, "individual": 10, "close": 5}
AGENDA = Agenda(
    minutes=90,
    blocks=tuple(Block(id=i, minutes=m, minimum=min(5, m)) for i, m in MINUTES.items()),
)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def event(
    kind: TimingKind, minutes: float, block_id: str | None = None, seconds: int | None = None
) -> TimingEvent:
    return TimingEvent(kind=kind, at=at(minutes), block_id=block_id, seconds=seconds)


STARTED = event(TimingKind.STARTED, 0)


def moved(minutes: float, block_id: str) -> TimingEvent:
    return event(TimingKind.MOVED, minutes, block_id)


def used(answer: Schedule) -> dict[str, float]:
    return {block.id: block.used_s / 60 for block in answer.blocks if block.used_s}


def test_before_the_start_everything_lies_ahead() -> None:
    answer = schedule(AGENDA, (), at(0))

    assert answer.state is TimerState.NOT_STARTED
    assert (answer.block_id, answer.left_s, answer.session_left_s) == ("welcome", 300, 5400)
    assert answer.ends_at == answer.planned_end_at == at(90)
    assert answer.started_at is None


def test_running_block_counts_down() -> None:
    answer = schedule(AGENDA, (STARTED, moved(5, "q1")), at(15))

    assert answer.state is TimerState.RUNNING
    assert (answer.block_elapsed_s, answer.block_planned_s, answer.left_s) == (600, 1800, 1200)
    assert [block.status for block in answer.blocks] == [
        BlockStatus.DONE,
        BlockStatus.CURRENT,
        *[BlockStatus.AHEAD] * 4,
    ]
    assert answer.behind_s == 0
    assert answer.ends_at == at(90)


@pytest.mark.parametrize(
    ("block_id", "left_s", "state"),
    [
        ("q1", 301, TimerState.RUNNING),  # a fifth would be six minutes: five at most
        ("q1", 300, TimerState.WRAP_UP),
        ("q2", 241, TimerState.RUNNING),
        ("q2", 240, TimerState.WRAP_UP),  # a fifth
        ("welcome", 121, TimerState.RUNNING),  # a fifth would be one minute: two at least
        ("welcome", 120, TimerState.WRAP_UP),
        ("welcome", 0, TimerState.WRAP_UP),
        ("welcome", -1, TimerState.OVER),
    ],
)
def test_state_follows_what_is_left(block_id: str, left_s: int, state: TimerState) -> None:
    now = at(MINUTES[block_id]) - timedelta(seconds=left_s)
    answer = schedule(AGENDA, (STARTED, moved(0, block_id)), now)

    assert answer.left_s == left_s
    assert answer.state is state


def test_overrun_puts_the_session_behind() -> None:
    answer = schedule(AGENDA, (STARTED, moved(5, "q1")), at(37))

    assert (answer.left_s, answer.behind_s, answer.is_on_plan) == (-120, 120, False)
    assert (answer.ends_at, answer.planned_end_at) == (at(92), at(90))


def test_block_on_time_may_stand_in_a_late_session() -> None:
    answer = schedule(AGENDA, (STARTED, moved(8, "q1")), at(10))

    assert answer.state is TimerState.RUNNING
    assert answer.behind_s == 180


def test_moving_on_early_puts_the_session_ahead() -> None:
    answer = schedule(AGENDA, (STARTED, moved(4, "q1"), moved(24, "q2")), at(25))

    assert answer.behind_s == -660
    assert answer.ends_at == at(79)


def test_a_minute_either_way_is_on_plan() -> None:
    assert schedule(AGENDA, (STARTED,), at(6)).is_on_plan
    assert not schedule(AGENDA, (STARTED,), at(6) + timedelta(seconds=1)).is_on_plan


def test_going_back_continues_the_time_used() -> None:
    log = (STARTED, moved(5, "q1"), moved(25, "q2"), moved(30, "q1"))
    answer = schedule(AGENDA, log, at(33))

    assert used(answer) == {"welcome": 5, "q1": 23, "q2": 5}
    assert answer.left_s == 7 * 60
    assert answer.ends_at == at(33 + 7 + 15 + 20 + 10 + 5)


def test_pause_uses_no_time_but_moves_the_end() -> None:
    log = (STARTED, event(TimingKind.PAUSED, 2))
    paused = schedule(AGENDA, log, at(12))
    resumed = schedule(AGENDA, (*log, event(TimingKind.RESUMED, 12)), at(13))

    assert paused.state is TimerState.PAUSED
    assert (paused.elapsed_s, paused.left_s, paused.ends_at) == (120, 180, at(100))
    assert (resumed.elapsed_s, resumed.left_s, resumed.ends_at) == (180, 120, at(100))
    assert resumed.behind_s == 600


def test_extension_lengthens_the_block_and_the_session() -> None:
    answer = schedule(AGENDA, (STARTED, event(TimingKind.EXTENDED, 1, "q1", 300)), at(1))

    assert answer.blocks[1].planned_s == 35 * 60
    assert (answer.ends_at, answer.planned_end_at) == (at(95), at(90))


def test_agreed_later_end_is_the_plan() -> None:
    log = (
        STARTED,
        event(TimingKind.EXTENDED, 1, "q1", 300),
        event(TimingKind.END_MOVED, 1, None, 300),
    )
    answer = schedule(AGENDA, log, at(1))

    assert answer.ends_at == answer.planned_end_at == at(95)
    assert answer.is_on_plan


def test_sleep_that_went_on_leaves_what_is_really_left() -> None:
    log = (STARTED, moved(5, "individual"))
    asleep = event(TimingKind.PAUSED, 6)
    answered = event(TimingKind.GAP_WENT_ON, 13, None, 8 * 60)

    for entries in ((*log, answered), (*log, asleep, answered)):
        answer = schedule(AGENDA, entries, at(13))
        assert answer.state is TimerState.WRAP_UP
        assert answer.left_s == 2 * 60


def test_sleep_that_stopped_the_talk_is_not_counted() -> None:
    log = (STARTED, moved(5, "individual"))
    asleep = event(TimingKind.PAUSED, 6)
    answered = event(TimingKind.GAP_STOPPED, 13, None, 7 * 60)

    for entries in ((*log, answered), (*log, asleep, answered)):
        answer = schedule(AGENDA, entries, at(13))
        assert answer.state is TimerState.RUNNING
        assert answer.left_s == 9 * 60


def test_gap_takes_no_more_than_the_time_since_the_event_before() -> None:
    log = (STARTED, moved(5, "q1"), event(TimingKind.GAP_STOPPED, 7, None, 3600))

    assert used(schedule(AGENDA, log, at(7))) == {"welcome": 5}


def test_gap_answered_in_the_next_block_is_taken_from_the_block_it_was_in() -> None:
    slept = (STARTED, moved(5, "q1"), moved(15, "individual"))
    stopped = event(TimingKind.GAP_STOPPED, 16, "q1", 8 * 60)
    went_on = event(TimingKind.GAP_WENT_ON, 16, "q1", 8 * 60)

    assert used(schedule(AGENDA, (*slept, stopped), at(17))) == {
        "welcome": 5,
        "q1": 2,
        "individual": 2,
    }
    assert schedule(AGENDA, (*slept, went_on), at(17)) == schedule(AGENDA, slept, at(17))


def test_gap_takes_no_more_from_a_block_than_was_counted_in_it() -> None:
    log = (STARTED, moved(5, "q1"), moved(7, "individual"))
    stopped = event(TimingKind.GAP_STOPPED, 8, "q1", 3600)

    assert used(schedule(AGENDA, (*log, stopped), at(8))) == {"welcome": 5, "individual": 1}


def test_answer_about_an_earlier_block_leaves_a_pause_alone() -> None:
    log = (STARTED, moved(15, "q1"), event(TimingKind.PAUSED, 16))
    stopped = event(TimingKind.GAP_STOPPED, 17, "welcome", 8 * 60)

    assert schedule(AGENDA, (*log, stopped), at(18)).state is TimerState.PAUSED


def test_offers_wait_three_minutes_after_keeping_going() -> None:
    log = (STARTED, event(TimingKind.KEPT_GOING, 6))

    assert schedule(AGENDA, (STARTED,), at(6)).is_offer_due
    assert not schedule(AGENDA, log, at(8.9)).is_offer_due
    assert schedule(AGENDA, log, at(9)).is_offer_due
    assert not schedule(AGENDA, (STARTED,), at(4)).is_offer_due


def test_end_freezes_everything() -> None:
    log = (STARTED, moved(5, "close"), event(TimingKind.ENDED, 9))
    answer = schedule(AGENDA, (*log, moved(20, "q1"), event(TimingKind.RESUMED, 30)), at(60))

    assert answer.state is TimerState.ENDED
    assert answer.block_id == "close"
    assert (answer.elapsed_s, answer.session_left_s, answer.ends_at) == (540, 0, at(9))


def test_events_that_make_no_sense_change_nothing() -> None:
    odd = (
        moved(-5, "q2"),
        event(TimingKind.RESUMED, -4),
        STARTED,
        event(TimingKind.STARTED, 3),
        moved(4, "nowhere"),
        event(TimingKind.EXTENDED, 4, "nowhere", 60),
        event(TimingKind.EXTENDED, 4, "q2"),
        event(TimingKind.RESUMED, 4),
    )

    assert schedule(AGENDA, odd, at(6)) == schedule(AGENDA, (STARTED,), at(6))


def test_clock_that_went_back_takes_nothing_away() -> None:
    answer = schedule(AGENDA, (STARTED, moved(5, "q1"), moved(-55, "q2")), at(-50))

    assert used(answer) == {"welcome": 5}
    assert answer.block_id == "q2"


def test_change_of_clocks_leaves_what_is_left() -> None:
    brussels = ZoneInfo("Europe/Brussels")
    before = datetime(2022, 10, 30, 2, 50, tzinfo=brussels)
    after = datetime(2022, 10, 30, 2, 10, fold=1, tzinfo=brussels)  # 20 minutes later
    log = (TimingEvent(kind=TimingKind.STARTED, at=before),)

    answer = schedule(AGENDA, log, after)

    assert answer.elapsed_s == 20 * 60
    assert answer.planned_end_at.timestamp() - before.timestamp() == 90 * 60
    assert answer.planned_end_at.tzinfo is brussels


events = st.builds(
    TimingEvent,
    kind=st.sampled_from(TimingKind),
    at=st.integers(-600, 12_000).map(lambda seconds: START + timedelta(seconds=seconds)),
    block_id=st.sampled_from([*MINUTES, "nowhere", None]),
    seconds=st.none() | st.integers(-4_000, 4_000),
)


@pytest.mark.slow
@settings(max_examples=1_000)
@given(
    st.lists(events, max_size=40).map(lambda log: (STARTED, *log)) | st.lists(events, max_size=40),
    st.integers(-600, 15_000),
)
def test_schedule_adds_up_on_any_log(log: tuple[TimingEvent, ...], now_s: int) -> None:
    now = START + timedelta(seconds=now_s)
    answer = schedule(AGENDA, log, now)
    later = schedule(AGENDA, log, now + timedelta(minutes=1))

    assert answer.elapsed_s == sum(block.used_s for block in answer.blocks) <= later.elapsed_s
    assert all(block.used_s >= 0 and block.planned_s >= 0 for block in answer.blocks)
    assert answer.left_s == answer.block_planned_s - answer.block_elapsed_s
    assert answer.session_left_s >= max(0, 0 if answer.state is TimerState.ENDED else answer.left_s)
    assert (answer.ends_at - answer.planned_end_at).total_seconds() == answer.behind_s
    assert sum(block.status is BlockStatus.CURRENT for block in answer.blocks) == 1
    assert later.ends_at >= answer.ends_at
    if answer.state in {TimerState.PAUSED, TimerState.ENDED, TimerState.NOT_STARTED}:
        assert later.elapsed_s == answer.elapsed_s
        assert later.state is answer.state
