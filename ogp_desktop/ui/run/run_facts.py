"""What is known of one conversation on the Run screen, and the page that follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from ogp_desktop.domain.agenda import Agenda
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.notes import Tally
from ogp_desktop.domain.offers import overtime_offers, take_offers
from ogp_desktop.domain.running_order import running_order, steps_of
from ogp_desktop.domain.schedule import Schedule, TimerState, schedule_of
from ogp_desktop.domain.timing_log import TimeSpent, added_up
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.services.reading import Course
from ogp_desktop.ui.run.room_view import room_view
from ogp_desktop.ui.run.run_reading import (
    Counts,
    count,
    item_states,
    lines_of,
    next_item_id,
    number_of,
    question_state,
    shown_question_id,
    stretch_state,
)
from ogp_desktop.ui.run.run_state import Gap, Overtime, PromptMark, RunState


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomWish:
    """What the host lets the room see; ``line_id`` is the prompt or choice, or ``None``."""

    line_id: str | None = None
    is_blank: bool = False
    has_timer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """A conversation as it was read last; ``plan`` is the agenda, ``order`` what runs of it now,
    ``spent`` what its timing log of so many ``entries`` adds up to. ``ends_by`` is the time of day
    at which it must end.
    """

    plan: Agenda
    order: Agenda
    kit: LocalKit
    spent: TimeSpent
    entries: int
    marks: Mapping[str, str]
    counts: Counts
    spoken_rule: str
    ends_by: time | None = None

    def at(self, now: Moment) -> Schedule:
        """Return where the conversation stands at a moment."""
        return schedule_of(self.spent, now)

    def question_id(self, item_id: str) -> str:
        """Return the question that notes belong to during an item."""
        return shown_question_id(self.order, item_id, self.kit)

    def line_ids(self, question_id: str) -> tuple[str, ...]:
        """Return what can be put to the room beneath a question, in the order asked."""
        return tuple(line_id for line_id, _, _ in lines_of(self.kit.question(question_id)))

    def asking(self, question_id: str) -> str | None:
        """Return the prompt or choice being asked under a question, if any."""
        lines = self.line_ids(question_id)
        return next((one for one in lines if self.marks.get(one) == PromptMark.ASKING), None)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The questions that were planned for the group and have left it since."""
        there = {block.question_id for block in self.order.blocks}
        return tuple(one for one in self.plan.group_questions if one not in there)

    def with_tallies(self, tallies: Sequence[Tally]) -> "RunFacts":
        """Return the facts after the notes changed."""
        return replace(self, counts=count(tallies, self.kit))


def facts_of(course: Course) -> RunFacts:
    """Return the facts of a conversation, with its kit in the language of the room."""
    preparation = course.conversation.preparation
    kit = in_language(course.kit, course.kit.best_language(preparation.language))
    rules = {rule.id: rule.spoken for rule in kit.consent.attribution}
    spent = added_up(running_order(course.conversation.agenda), course.log)
    return RunFacts(
        plan=course.conversation.agenda,
        order=spent.plan.agenda,
        kit=kit,
        spent=spent,
        entries=len(course.log),
        marks=course.prompt_marks,
        counts=count(course.tallies, kit),
        spoken_rule=rules.get(preparation.attribution, ""),
        ends_by=preparation.ends_by,
    )


def run_state(facts: RunFacts, here: Schedule, wish: RoomWish, gap: Gap | None) -> RunState:
    """Return everything on the page but the time strip."""
    item_id, kit = here.block_id, facts.kit
    question_id = facts.question_id(item_id)
    has_started = here.state is not TimerState.NOT_STARTED
    serves = {block.id: block.question_id for block in facts.order.blocks}
    shows_question = serves[item_id] == question_id or not has_started
    shown = wish.line_id if wish.line_id in facts.line_ids(question_id) else question_id
    on_screen = shown if shows_question else None
    steps = steps_of(facts.plan, item_id)
    return RunState(
        item_id=item_id,
        items=item_states(here, kit, facts.counts, left_out=facts.left_out),
        question=question_state(kit, question_id, facts.marks, facts.counts, on_screen),
        stretch=None if shows_question else stretch_state(item_id, steps, kit, facts.spoken_rule),
        parked=facts.counts.parked,
        audience=room_view(
            kit,
            here,
            on_screen=on_screen,
            question_id=question_id,
            next_id=next_item_id(facts.order, item_id),
            has_timer=wish.has_timer,
            is_blank=wish.is_blank,
        ),
        is_blank=wish.is_blank,
        has_audience_timer=wish.has_timer,
        overtime=None if gap else _overtime(facts, here),
        gap=gap,
        can_undo_plan=facts.spent.before is not None,
        is_before_start=not has_started,
        is_ended=here.state is TimerState.ENDED,
    )


def _overtime(facts: RunFacts, here: Schedule) -> Overtime | None:
    offers = overtime_offers(facts.order, here)
    if not offers:
        return None
    return Overtime(
        item_id=here.block_id,
        item_number=number_of(facts.kit, here.block_id),
        minutes=round(here.block_planned_s / 60),
        planned_end_at=here.planned_end_at,
        offers=offers,
        givers=take_offers(facts.order, here),
    )
