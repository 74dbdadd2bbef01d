"""A change of the plan is one transaction, computed from how things stand; one step undoes it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.clock import moment
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.offers import OfferKind, overtime_offers
from ogp_desktop.domain.refit_goal import FitTo, Goal
from ogp_desktop.domain.replanning import AddedKind
from ogp_desktop.domain.review import Coverage
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import Schedule, schedule_of
from ogp_desktop.domain.timing_log import TimeSpent, TimingKind, added_up
from ogp_desktop.services import preparing, reading, replanning, reviewing, running
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.workplaces import OGP, begun, workplace_at


class Hall:
    """A conversation on disk, and time that passes between any two deeds."""

    def __init__(self, at: Workplace, clock: FixedClock, conversation_id: ConversationId) -> None:
        self.at, self.clock, self.id = at, clock, conversation_id

    @property
    def spent(self) -> TimeSpent:
        conversation = reading.prepared(self.at, conversation_id=self.id).conversation
        log = reading.timing_log(self.at, conversation_id=self.id)
        return added_up(running_order(conversation.agenda), log)

    @property
    def here(self) -> Schedule:
        return schedule_of(self.spent, moment(self.clock))

    @property
    def order(self) -> list[str]:
        return [block.id for block in self.here.blocks]

    @property
    def lengths(self) -> dict[str, int]:
        return dict(self.spent.plan.planned_s)

    @property
    def entries(self) -> int:
        return len(reading.timing_log(self.at, conversation_id=self.id))

    def wait(self, minutes: float = 0.1) -> None:
        self.clock.advance(timedelta(minutes=minutes))

    def do(self, verb: Callable[..., object], **what: object) -> None:
        self.wait()
        verb(self.at, conversation_id=self.id, **what)


@contextmanager
def hall(folder: Path, *, is_started: bool = True) -> Iterator[Hall]:
    clock = FixedClock()
    with workplace_at(folder, clock) as at:
        if is_started:
            made = begun(at)
        else:
            made = preparing.create_conversation(at, kit_id=OGP, language="en").id
        yield Hall(at, clock, made)


def fit_to(minutes: int) -> Goal:
    return Goal(to=FitTo.MINUTES, minutes=minutes)


def test_refit_taken_ends_when_it_said_and_undo_restores_and_redo_brings_back(
    tmp_path: Path,
) -> None:
    with hall(tmp_path) as room:
        room.wait(12)
        was = room.lengths
        room.do(replanning.take_refit, goal=fit_to(40), entries=room.entries)
        fitted = room.lengths
        assert room.here.session_left_s == 40 * 60
        assert "q2" not in fitted
        room.do(replanning.undo_change)
        assert room.lengths == was
        room.do(replanning.undo_change)
        assert room.lengths == fitted


def test_question_comes_back_into_the_group_in_one_change_that_undo_takes_back(
    tmp_path: Path,
) -> None:
    with hall(tmp_path) as room:
        room.wait(12)
        was = room.order
        room.do(replanning.take_refit, goal=fit_to(40), entries=room.entries)
        without = room.lengths
        room.do(replanning.take_refit, goal=replace(fit_to(45), back="q2"), entries=room.entries)
        assert room.order == [one for one in was if one == "q2" or one in without]
        assert room.here.session_left_s == 45 * 60
        assert room.lengths["q2"] >= 60 * next(
            block.minimum for block in room.here.agenda.blocks if block.id == "q2"
        )
        room.do(replanning.undo_change)
        assert room.lengths == without


@pytest.mark.parametrize("question_id", ["q1", "q9"])
def test_question_that_is_there_or_unknown_cannot_come_back(
    tmp_path: Path, question_id: str
) -> None:
    with hall(tmp_path) as room:
        goal = replace(fit_to(60), back=question_id)
        with pytest.raises(Refusal, match=r"not_now|unknown_block"):
            room.do(replanning.take_refit, goal=goal, entries=room.entries)


def test_no_question_comes_back_while_the_conversation_closes(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        room.do(replanning.take_refit, goal=fit_to(40), entries=room.entries)
        room.do(running.move_to, item_id="close")
        goal = replace(fit_to(60), back="q2")
        with pytest.raises(Refusal, match="not_now"):
            room.do(replanning.take_refit, goal=goal, entries=room.entries)


def test_refit_of_a_plan_that_changed_meanwhile_is_refused_and_nothing_is_logged(
    tmp_path: Path,
) -> None:
    with hall(tmp_path) as room:
        seen = room.entries
        room.do(replanning.lengthen_item, item_id="q1", minutes=3)
        then = room.entries
        with pytest.raises(Refusal, match="plan_changed"):
            room.do(replanning.take_refit, goal=fit_to(40), entries=seen)
        with pytest.raises(Refusal, match="does_not_fit"):
            room.do(replanning.take_refit, goal=fit_to(2), entries=then)
        assert room.entries == then


def test_plan_changes_before_the_start_and_runs_as_changed(tmp_path: Path) -> None:
    with hall(tmp_path, is_started=False) as room:
        room.do(replanning.take_refit, goal=fit_to(50), entries=0)
        room.do(replanning.add_item, kind=AddedKind.BREAK, minutes=5, after="q1")
        room.do(running.start)
        assert room.here.session_left_s == 55 * 60
        assert room.order[:3] == ["welcome", "q1", "break"]


def test_preparing_again_replaces_what_was_changed_before_the_start(tmp_path: Path) -> None:
    with hall(tmp_path, is_started=False) as room:
        room.do(replanning.take_refit, goal=fit_to(50), entries=0)
        room.do(preparing.set_item_minutes, item_id="q1", minutes=44)
        assert room.lengths["q1"] == 44 * 60
        conversation = reading.prepared(room.at, conversation_id=room.id).conversation
        assert room.here.session_left_s == 60 * conversation.agenda.total_minutes
        assert room.here.behind_s == 0


def test_undo_never_brings_back_the_questions_of_another_kit(tmp_path: Path) -> None:
    with hall(tmp_path, is_started=False) as room:
        room.do(replanning.take_refit, goal=fit_to(50), entries=0)
        room.do(preparing.change_kit, kit_id="village-priorities")
        with pytest.raises(Refusal, match="nothing_to_undo"):
            room.do(replanning.undo_change)


def test_split_moved_and_added_items_run_and_can_be_gone_to(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        room.do(replanning.split_item, item_id="q1")
        room.do(replanning.move_item, item_id="q3", step=-1)
        room.do(replanning.add_item, kind=AddedKind.ENERGISER, minutes=4, after="q1")
        assert room.order[:5] == ["welcome", "q1", "energiser", "q1~2", "q3"]
        room.do(running.move_to, item_id="q1~2")
        assert room.here.block_id == "q1~2"
        assert running.interrupted(room.at)[0].question_number == 1


def test_item_skipped_comes_back_next_and_undo_returns_to_it(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        room.do(running.move_to, item_id="q1")
        room.wait(5)
        room.do(replanning.skip_item)
        assert (room.here.block_id, room.order[1:3]) == ("q2", ["q2", "q1"])
        room.do(replanning.undo_change)
        assert (room.here.block_id, room.order[1:3]) == ("q1", ["q1", "q2"])
        room.do(replanning.undo_change)
        assert (room.here.block_id, room.order[1:3]) == ("q2", ["q2", "q1"])


def test_undo_of_a_change_that_is_not_the_latest_any_more_is_refused(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        room.do(replanning.split_item, item_id="q1")
        meant = room.spent.changed
        room.do(replanning.lengthen_item, item_id="q2", minutes=2)
        with pytest.raises(Refusal, match="plan_changed"):
            room.do(replanning.undo_change, of=meant)
        room.do(replanning.undo_change, of=room.spent.changed)
        assert "q1~2" in room.lengths


def test_one_minute_stays_and_protected_items_to_come_keep_their_minimum(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        for item_id in ("welcome", "individual", "q2"):
            with pytest.raises(Refusal, match="out_of_range") as refused:
                room.do(replanning.lengthen_item, item_id=item_id, minutes=-60)
            block = next(b for b in room.here.agenda.blocks if b.id == item_id)
            assert refused.value.data["low"] == (block.minimum if item_id == "individual" else 1)
        room.do(running.move_to, item_id="q1")
        with pytest.raises(Refusal, match="not_now"):
            room.do(replanning.lengthen_item, item_id="welcome", minutes=1)


def test_start_set_back_counts_what_was_said_before_and_can_be_said_again(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        room.wait(3)
        room.do(replanning.set_start, minutes_ago=15)
        assert room.here.elapsed_s == 15 * 60
        room.do(replanning.set_start, minutes_ago=10)
        assert room.here.elapsed_s == 10 * 60
        with pytest.raises(Refusal, match="out_of_range"):
            room.do(replanning.set_start, minutes_ago=-1)


def test_start_set_back_before_the_start_starts_the_clock(tmp_path: Path) -> None:
    with hall(tmp_path, is_started=False) as room:
        room.do(replanning.set_start, minutes_ago=20)
        assert room.here.elapsed_s == 20 * 60
        kinds = [e.kind for e in reading.timing_log(room.at, conversation_id=room.id)]
        assert kinds == [TimingKind.STARTED, TimingKind.START_MOVED]
        assert [found.conversation.id for found in running.interrupted(room.at)] == [room.id]


def test_start_set_back_is_undone_in_one_step_and_again_brought_back(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        room.wait(3)
        room.do(replanning.lengthen_item, item_id="q1", minutes=5)
        longer = room.order
        room.do(replanning.set_start, minutes_ago=15)
        moved = room.spent.changed
        room.do(replanning.undo_change, of=moved)
        assert room.here.elapsed_s // 60 == 3
        assert room.order == longer  # the change before it stays
        room.do(replanning.undo_change)
        assert room.here.elapsed_s // 60 == 15
        with pytest.raises(Refusal, match="plan_changed"):
            room.do(replanning.undo_change, of=moved)


def over(room: Hall) -> None:
    room.do(running.move_to, item_id="q1")
    room.wait(room.lengths["q1"] / 60 + 1)


def test_questions_that_an_offer_moves_out_are_left_to_individuals_until_undo(
    tmp_path: Path,
) -> None:
    def coverage() -> dict[str, Coverage]:
        review = reviewing.reviewed(room.at, conversation_id=room.id).review
        return {question.question_id: question.coverage for question in review.questions}

    with hall(tmp_path) as room:
        over(room)
        offers = {o.kind: o for o in overtime_offers(room.spent.plan.agenda, room.here)}
        was = room.order
        before = coverage()
        room.do(replanning.take_offer, offer=offers[OfferKind.SKIP_TO_INDIVIDUAL])
        assert room.here.block_id == "individual"
        assert not {"q2", "q3"} & set(room.order)
        assert {coverage()["q2"], coverage()["q3"]} == {Coverage.INDIVIDUAL}
        room.do(replanning.undo_change)
        assert (room.here.block_id, room.order, coverage()) == ("q1", was, before)


def test_offer_that_is_not_open_any_more_is_refused(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        over(room)
        offers = overtime_offers(room.spent.plan.agenda, room.here)
        room.wait(0.5)
        room.do(replanning.take_offer, offer=offers[0])
        with pytest.raises(Refusal, match="plan_changed"):
            room.do(replanning.take_offer, offer=offers[0])


def test_nothing_changes_after_the_end(tmp_path: Path) -> None:
    with hall(tmp_path) as room:
        room.do(running.end)
        for verb, what in (
            (replanning.undo_change, {}),
            (replanning.skip_item, {}),
            (replanning.take_refit, {"goal": fit_to(9), "entries": room.entries}),
            (replanning.set_start, {"minutes_ago": 9}),
        ):
            with pytest.raises(Refusal, match="not_now"):
                room.do(verb, **what)
