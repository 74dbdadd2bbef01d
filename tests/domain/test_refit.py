"""A plan for the time left sums exactly or names what is missing, and one step takes it back."""

import os
from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest

from ogp_desktop.domain.agenda import (
    Agenda,
    Block,
    PlanRequest,
)
from ogp_desktop.domain.clock import after
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.offers import events_of, overtime_offers
from ogp_desktop.domain.planning import plan
from ogp_desktop.domain.refit import (
    Refit,
    events_of_plan,
    events_of_refit,
    events_of_undo,
    refit,
    seconds_until,
)
from ogp_desktop.domain.replanning import AddedKind, added, moved, skipped, split
from ogp_desktop.domain.running_order import CLOSE, running_order
from ogp_desktop.domain.schedule import BlockStatus, Schedule, TimerState, schedule
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind, added_up, event_at
from tests.support.clock_tables import BEGIN
from tests.support.plan_rules import RULES

CONVERSATIONS = int(os.environ.get("OGP_CONVERSATIONS", "10000"))


class Table:
    """A conversation in memory: its clock, its log, and what a host can do to it."""

    def __init__(self, minutes: int = 90, people: int = 18) -> None:
        made = plan(
            PlanRequest(minutes=minutes, people=people, format=Format.IN_PERSON, rules=RULES)
        )
        self.agenda = running_order(made)
        self.log: list[TimingEvent] = []
        self.moment = BEGIN

    @property
    def now(self) -> Schedule:
        return schedule(self.agenda, self.log, self.moment)

    def add(
        self, kind: TimingKind, block_id: str | None = None, seconds: int | None = None
    ) -> None:
        self.log.append(event_at(self.moment, kind, block_id=block_id, seconds=seconds))

    def wait(self, seconds: float) -> None:
        self.moment = after(self.moment, seconds)

    def take(self, change: Refit) -> None:
        self.log += events_of_refit(change, self.moment)

    def undo(self) -> None:
        self.log += events_of_undo(added_up(self.agenda, self.log), self.moment)


def lengths(now: Schedule) -> dict[str, int]:
    return {block.id: block.planned_s // 60 for block in now.blocks}


def test_late_start_with_a_fixed_end_is_fitted_before_it_begins() -> None:
    table = Table()
    late = BEGIN.wall + timedelta(minutes=90)
    table.wait(40 * 60)
    change = refit(table.now, seconds_until(table.moment.wall, late))
    table.take(change)
    assert table.now.session_left_s == 50 * 60
    assert table.now.ends_at == table.now.planned_end_at == late
    table.add(TimingKind.STARTED)
    assert (table.now.ends_at, table.now.behind_s) == (late, 0)


def test_question_moves_to_the_individual_sheet_before_the_first_one_is_cut() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    before = lengths(table.now)
    change = refit(table.now, 75 * 60)
    assert change.questions
    assert set(change.questions) <= {"q2", "q3"}
    assert lengths(table.now) == before, "nothing changes until it is taken"
    table.take(change)
    spare = next(block.spare for block in table.agenda.blocks if block.id == "q1")
    assert lengths(table.now)["q1"] >= before["q1"] - spare
    assert not set(change.questions) & set(lengths(table.now))


def test_time_over_goes_to_the_first_question() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    before = lengths(table.now)
    table.take(refit(table.now, 100 * 60))
    assert lengths(table.now) == before | {"q1": before["q1"] + 10}


def test_break_stays_while_more_than_ninety_minutes_remain() -> None:
    table = Table(minutes=120)
    table.add(TimingKind.STARTED)
    assert "break" in lengths(table.now)
    kept = refit(table.now, 95 * 60)
    gone = refit(table.now, 60 * 60)
    assert "break" in kept.plan.planned_s
    assert "break" not in gone.plan.planned_s


@pytest.mark.parametrize("left_s", [0, -60])
def test_no_time_is_refused_with_the_least_that_would_be_enough(left_s: int) -> None:
    table = Table()
    with pytest.raises(Refusal) as refused:
        refit(table.now, left_s)
    enough_s = refused.value.data["enough_s"]
    assert refused.value.data["missing_s"] == enough_s - left_s
    assert refit(table.now, enough_s).missing_s == 0
    assert refit(table.now, enough_s - 60).missing_s == 60


def test_shortfall_is_named_and_everything_stands_at_its_minimum() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    change = refit(table.now, 5 * 60)
    assert change.missing_s == change.enough_s - 300 > 0
    table.take(change)
    assert table.now.session_left_s == change.enough_s
    assert table.now.behind_s == change.missing_s


def test_end_in_the_past_is_refused_with_how_long_ago_it_was() -> None:
    with pytest.raises(Refusal) as refused:
        seconds_until(BEGIN.wall, BEGIN.wall - timedelta(minutes=12))
    assert (refused.value.code, refused.value.data["past_s"]) == ("end_is_past", 720)


def test_agreed_end_can_stay_where_it_is() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    agreed = table.now.planned_end_at
    table.wait(10 * 60)
    table.take(refit(table.now, 60 * 60, keeps_end=True))
    assert table.now.planned_end_at == agreed
    assert table.now.behind_s == -20 * 60


def test_undo_brings_back_the_plan_and_again_the_change() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    table.wait(607)
    table.add(TimingKind.EXTENDED, "q1", 61)
    table.wait(1)
    before = table.now
    table.take(refit(table.now, 47 * 60 + 23))
    changed = table.now
    table.wait(0.25)
    table.undo()
    assert table.now.blocks == before.blocks
    table.wait(0.25)
    table.undo()
    assert lengths(table.now) == lengths(changed)


def test_offer_is_undone_like_any_change_of_the_plan() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    table.add(TimingKind.MOVED, "q1")
    table.wait(60 * lengths(table.now)["q1"] + 30)
    before = table.now
    offer = overtime_offers(table.agenda, table.now)[0]
    table.log += events_of(offer, table.now, table.moment)
    assert table.now != before
    table.undo()
    assert table.now.blocks == before.blocks
    assert table.now.planned_end_at == before.planned_end_at


def test_nothing_to_undo_is_refused() -> None:
    table = Table()
    with pytest.raises(Refusal, match="nothing_to_undo"):
        table.undo()


def test_change_is_not_undone_under_the_block_that_would_go() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    table.log += events_of_plan(added(table.now, AddedKind.BREAK, 5, after="q1"), table.moment)
    table.add(TimingKind.MOVED, "break")
    with pytest.raises(Refusal, match="in_use"):
        table.undo()


def test_split_halves_what_is_left_and_keeps_the_sum() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    whole = table.now.session_left_s
    table.log += events_of_plan(split(table.now, "q2"), table.moment)
    order = list(lengths(table.now))
    assert order.index("q2~2") == order.index("q2") + 1
    assert table.now.session_left_s == whole
    least = {block.id: block.minimum for block in table.now.agenda.blocks}
    before = next(block.minimum for block in table.agenda.blocks if block.id == "q2")
    assert least["q2"] + least["q2~2"] == before


def test_block_too_short_to_split_is_refused() -> None:
    table = Table()
    plan_ = added(table.now, AddedKind.ENERGISER, 1, after="q1")
    table.log += events_of_plan(plan_, table.moment)
    with pytest.raises(Refusal, match="too_short"):
        split(table.now, "energiser")


def test_added_block_comes_after_the_one_named_and_gives_first() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    plan_ = added(table.now, AddedKind.INTERPRETATION, 7, after="q1")
    table.log += events_of_plan(plan_, table.moment)
    order = list(lengths(table.now))
    assert order.index("interpretation") == order.index("q1") + 1
    assert table.now.behind_s == 420
    assert "interpretation" not in refit(table.now, 50 * 60).plan.planned_s


def test_moved_block_stays_before_reading_back() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    table.log += events_of_plan(moved(table.now, "individual", -1), table.moment)
    order = list(lengths(table.now))
    assert order.index("individual") < order.index("q3")
    with pytest.raises(Refusal, match="not_now"):
        moved(table.now, "q3", 5)
    with pytest.raises(Refusal, match="not_now"):
        moved(table.now, CLOSE, -1)


def test_skipped_block_keeps_what_is_left_of_it_and_comes_back() -> None:
    table = Table()
    table.add(TimingKind.STARTED)
    table.add(TimingKind.MOVED, "q1")
    table.wait(600)
    left_s = table.now.session_left_s
    plan_, goal = skipped(table.now)
    table.log += events_of_plan(plan_, table.moment)
    table.add(TimingKind.MOVED, goal)
    assert (table.now.block_id, table.now.session_left_s) == (goal, left_s)
    used = {block.id: (block.used_s, block.status) for block in table.now.blocks}
    assert used["q1"] == (600, BlockStatus.AHEAD)


def _random_table(random: Random) -> Table:
    table = Table(random.randint(15, 240), random.randint(2, 500))
    if random.random() < 0.8:
        table.add(TimingKind.STARTED)
    return table


def _act(table: Table, random: Random) -> None:
    """Do one random thing that a host could do now."""
    now = table.now
    ids = [block.id for block in now.blocks]
    here = random.choice(ids)

    def change(made: Callable[[], object]) -> None:
        try:
            made()
        except Refusal:
            assert table.now == now

    match random.randrange(10):
        case 0:
            table.add(TimingKind.MOVED, here)
        case 1:
            table.add(TimingKind.EXTENDED, here, random.randint(-400, 400))
        case 2:
            table.add(random.choice([TimingKind.PAUSED, TimingKind.RESUMED]))
        case 3:
            table.add(TimingKind.START_MOVED, seconds=random.randint(-600, 600))
        case 4:
            change(lambda: table.log.extend(events_of_plan(split(now, here), table.moment)))
        case 5:
            step = random.choice([-2, -1, 1, 2])
            change(lambda: table.log.extend(events_of_plan(moved(now, here, step), table.moment)))
        case 6:
            kind, minutes = random.choice(list(AddedKind)), random.randint(1, 12)
            change(
                lambda: table.log.extend(
                    events_of_plan(added(now, kind, minutes, after=here), table.moment)
                )
            )
        case 7:
            change(table.undo)
        case 8:
            left_s = random.randint(60, 4 * 3600)
            change(lambda: table.take(refit(now, left_s)))
        case 9:
            table.add(TimingKind.GAP_STOPPED, seconds=random.randint(0, 900))
    table.wait(random.choice([0.25, 1, 59.5, 400]))


def _check_refit(table: Table, left_s: int) -> None:
    """Take a re-fit, check every promise, and take it back."""
    before = table.now
    change = refit(before, left_s)
    log = list(table.log)
    table.take(change)
    now = table.now
    assert now.session_left_s == max(left_s, change.enough_s), "the sum is exact"
    assert now.planned_end_at - table.moment.wall == timedelta(seconds=left_s)
    assert now.behind_s == change.missing_s
    used = {block.id: block.used_s for block in before.blocks}
    least = {block.id: block for block in now.agenda.blocks}
    for block in now.blocks:
        if block.status is not BlockStatus.DONE:
            assert block.planned_s >= min(60 * least[block.id].minimum, block.planned_s)
            assert block.planned_s - block.used_s >= 60 * least[block.id].minimum - block.used_s
    gone = {block.id for block in before.blocks} - set(least)
    assert not any(used[block_id] for block_id in gone)
    assert not any(b.is_protected for b in before.agenda.blocks if b.id in gone)
    assert now.blocks[-1].id == CLOSE
    table.wait(0)
    table.undo()
    assert table.now == before, "one step takes it back exactly"
    table.log = log


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, CONVERSATIONS, 1_000))
def test_every_promise_holds_for_thousands_of_random_conversations(first: int) -> None:
    for seed in range(first, min(first + 1_000, CONVERSATIONS)):
        random = Random(seed)
        table = _random_table(random)
        try:
            for _ in range(random.randint(0, 8)):
                _act(table, random)
            if table.now.state is not TimerState.ENDED:
                _check_refit(table, random.randint(1, 3 * 3600))
        except AssertionError as error:
            error.add_note(f"seed {seed}")
            raise


@pytest.mark.slow
def test_parts_of_the_answer_agree_through_a_thousand_random_steps() -> None:
    random = Random(7)
    table = Table(120, 24)
    table.add(TimingKind.STARTED)
    for _ in range(1_000):
        _act(table, random)
        now = table.now
        assert now.session_left_s == sum(
            max(0, block.planned_s - block.used_s)
            for block in now.blocks
            if block.status is not BlockStatus.DONE
        )
        assert now.ends_at - now.planned_end_at == timedelta(seconds=now.behind_s)
        assert now.ends_at == table.moment.wall + timedelta(seconds=now.session_left_s)


def test_agenda_whose_minimums_exceed_its_minutes_says_by_how_much() -> None:
    short = Agenda(
        minutes=20,
        blocks=(Block(id="q1", minutes=10, minimum=15), Block(id="close", minutes=10, minimum=10)),
    )
    change = refit(schedule(short, (), BEGIN), 20 * 60)
    assert (change.missing_s, change.enough_s) == (300, 1500)
