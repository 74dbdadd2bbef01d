"""Changing the plan of a conversation, before the start and while it runs.

Each verb is one change in one transaction. It is computed there, from the timing log as it stands
at that moment, so that nothing that came between is overwritten; what was agreed to in another
plan than the present one is refused with ``Refusal("plan_changed")``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ogp_desktop.domain.agenda import MINUTES_RANGE
from ogp_desktop.domain.clock import Moment, moment
from ogp_desktop.domain.conversation import Conversation, ConversationState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.offers import Offer, events_of, overtime_offers, take_offers
from ogp_desktop.domain.refit import events_of_plan, events_of_refit, events_of_undo
from ogp_desktop.domain.refit_goal import Goal, ground_of, proposal
from ogp_desktop.domain.replanning import AddedKind, added, moved, skipped, split
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import BlockStatus, Schedule, schedule_of
from ogp_desktop.domain.timing_log import (
    PLAN_CHANGES,
    Plan,
    TimeSpent,
    TimingEvent,
    TimingKind,
    added_up,
    event_at,
)
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.running import add_event
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.store import UnitOfWork

_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a change is computed from: the conversation as it stands at ``now``."""

    conversation: Conversation
    log: tuple[TimingEvent, ...]
    spent: TimeSpent
    here: Schedule
    now: Moment


_Change = Callable[[Ground], Iterable[TimingEvent]]


def take_refit(
    at: Workplace, *, conversation_id: ConversationId, goal: Goal, entries: int
) -> Changes:
    """Fit what is left to a goal, as its preview said; a question may come back with it.

    ``entries`` is the length of the timing log that the preview was made of. Raises
    ``Refusal("plan_changed")`` when it has grown since, and ``"does_not_fit"`` with ``missing_s``.
    """

    def change(ground: Ground) -> Iterable[TimingEvent]:
        if len(ground.log) != entries:
            raise Refusal("plan_changed")
        order = running_order(ground.conversation.agenda)
        wanted = proposal(ground_of(ground.spent, goal, order), goal, ground.now)
        if wanted.change is None:
            raise Refusal("does_not_fit", missing_s=wanted.missing_s)
        return events_of_refit(wanted.change, ground.now)

    return _change(at, conversation_id, change)


def take_offer(at: Workplace, *, conversation_id: ConversationId, offer: Offer) -> Changes:
    """Do what an overtime offer says; ``Refusal("plan_changed")`` when it is not open any more."""

    def change(ground: Ground) -> Iterable[TimingEvent]:
        agenda, here = ground.spent.plan.agenda, ground.here
        still_open = (*overtime_offers(agenda, here), *take_offers(agenda, here))
        if _deed(offer) not in {_deed(one) for one in still_open}:
            raise Refusal("plan_changed")
        return events_of(offer, here, ground.now)

    return _change(at, conversation_id, change)


def lengthen_item(
    at: Workplace, *, conversation_id: ConversationId, item_id: str, minutes: int
) -> Changes:
    """Give an item minutes more, or fewer when negative.

    One always stays, and a protected item that is still to come keeps its minimum. Raises
    ``Refusal("out_of_range")``, or ``"not_now"`` for what is over.
    """

    def change(ground: Ground) -> Iterable[TimingEvent]:
        item = next((one for one in ground.here.blocks if one.id == item_id), None)
        if item is None or item.status is BlockStatus.DONE:
            raise Refusal("not_now", block_id=item_id)
        block = next(one for one in ground.here.agenda.blocks if one.id == item_id)
        is_kept = block.is_protected and item.status is BlockStatus.AHEAD
        low, high = max(1, block.minimum if is_kept else 0), MINUTES_RANGE[1]
        if not _MINUTE * low <= item.planned_s + _MINUTE * minutes <= _MINUTE * high:
            raise Refusal("out_of_range", field="minutes", low=low, high=high)
        seconds = _MINUTE * minutes
        return [event_at(ground.now, TimingKind.EXTENDED, block_id=item_id, seconds=seconds)]

    return _change(at, conversation_id, change)


def split_item(at: Workplace, *, conversation_id: ConversationId, item_id: str) -> Changes:
    """Make two of an item, the second half right after the first; see ``replanning.split``."""
    return _replan(at, conversation_id, lambda here: split(here, item_id))


def move_item(
    at: Workplace, *, conversation_id: ConversationId, item_id: str, step: int
) -> Changes:
    """Put an item that many places later, or earlier; see ``replanning.moved``."""
    return _replan(at, conversation_id, lambda here: moved(here, item_id, step))


def add_item(
    at: Workplace, *, conversation_id: ConversationId, kind: AddedKind, minutes: int, after: str
) -> Changes:
    """Put a break, an energiser or interpretation after an item; see ``replanning.added``."""
    return _replan(at, conversation_id, lambda here: added(here, kind, minutes, after=after))


def skip_item(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Put the current item off behind the next one, and go there; the host can come back."""

    def change(ground: Ground) -> Iterable[TimingEvent]:
        plan, next_id = skipped(ground.here)
        return [*events_of_plan(plan, ground.now), _move(ground.now, next_id)]

    return _change(at, conversation_id, change)


def undo_change(
    at: Workplace, *, conversation_id: ConversationId, of: Moment | None = None
) -> Changes:
    """Take the latest change of the plan back, and again bring it back; see ``events_of_undo``.

    Whoever went elsewhere as part of the change goes back too. With ``of``, the moment of the
    change that is meant, raises ``Refusal("plan_changed")`` when another one came after it.
    """

    def change(ground: Ground) -> Iterable[TimingEvent]:
        spent = ground.spent
        if of is not None and spent.changed != of:
            raise Refusal("plan_changed")
        _check_is_of_this_kit(ground)
        back = _place_before(ground)
        if back is None:
            return events_of_undo(spent, ground.now)
        # The one that was gone to may leave the plan, so that the way back comes first.
        first = _move(ground.now, back)
        there = added_up(running_order(ground.conversation.agenda), (*ground.log, first))
        return [first, *events_of_undo(there, ground.now)]

    return _change(at, conversation_id, change)


def set_start(at: Workplace, *, conversation_id: ConversationId, minutes_ago: int) -> Changes:
    """Say that the talk began so many minutes ago; a clock that stands still begins to run.

    Raises ``Refusal("out_of_range")``. It may be said again and again: the last word holds.
    """
    low, high = 0, MINUTES_RANGE[1]
    if not low <= minutes_ago <= high:
        raise Refusal("out_of_range", field="minutes", low=low, high=high)

    def change(ground: Ground) -> Iterable[TimingEvent]:
        passed_s, _ = ground.spent.gone_by(ground.now)
        seconds = _MINUTE * minutes_ago - int(passed_s)
        moves = event_at(ground.now, TimingKind.START_MOVED, seconds=seconds)
        if ground.spent.started is None:
            return [event_at(ground.now, TimingKind.STARTED), moves]
        return [moves]

    return _change(at, conversation_id, change)


def plan_as_prepared(at: Workplace, unit: UnitOfWork, conversation: Conversation) -> None:
    """Let what was prepared last be the plan, whatever was changed on Run before the start."""
    log = unit.conversations.timing_log(conversation.id)
    if not any(event.kind in PLAN_CHANGES for event in log):
        return
    order = running_order(conversation.agenda)
    plan = Plan(agenda=order, planned_s={b.id: _MINUTE * b.minutes for b in order.blocks})
    moved_s = added_up(order, log).plan.end_moved_s
    for event in events_of_plan(plan, moment(at.clock), end_moves_s=-moved_s):
        unit.conversations.add_event(conversation.id, event)


def _replan(
    at: Workplace, conversation_id: ConversationId, edit: Callable[[Schedule], Plan]
) -> Changes:
    return _change(
        at, conversation_id, lambda ground: events_of_plan(edit(ground.here), ground.now)
    )


def _change(at: Workplace, conversation_id: ConversationId, change: _Change) -> Changes:
    with at.store.writing() as unit:
        ground = _ground(at, unit, conversation_id)
        was = ground.conversation.state
        for event in change(ground):
            add_event(at, unit, conversation_id, event)
        is_other = unit.conversations.get(conversation_id).state is not was
    touched = {Touched.TIMING} | ({Touched.CONVERSATIONS} if is_other else set())
    return changes(*touched, of=conversation_id)


def _ground(at: Workplace, unit: UnitOfWork, conversation_id: ConversationId) -> Ground:
    conversation = unit.conversations.get(conversation_id)
    if conversation.state in {ConversationState.HELD, ConversationState.SEALED}:
        raise Refusal("not_now", state=conversation.state.value)
    log = unit.conversations.timing_log(conversation_id)
    spent = added_up(running_order(conversation.agenda), log)
    now = moment(at.clock)
    return Ground(
        conversation=conversation, log=log, spent=spent, here=schedule_of(spent, now), now=now
    )


def _place_before(ground: Ground) -> str | None:
    """Return where the conversation was before a change that went elsewhere, if it is still there.

    The events of one change share their moment.
    """
    spent = ground.spent
    at_once = [event for event in ground.log if event.moment == spent.changed]
    went = [event.block_id for event in at_once if event.kind is TimingKind.MOVED]
    if went[-1:] != [spent.block_id]:
        return None
    before = ground.log[: ground.log.index(at_once[0])]
    return added_up(running_order(ground.conversation.agenda), before).block_id


def _check_is_of_this_kit(ground: Ground) -> None:
    """Refuse to bring back a plan whose questions went with another kit."""
    agenda, before = ground.conversation.agenda, ground.spent.before
    known = {None, *agenda.group_questions, *agenda.individual_questions}
    if before and any(block.question_id not in known for block in before.agenda.blocks):
        raise Refusal("nothing_to_undo")


def _move(now: Moment, item_id: str) -> TimingEvent:
    return event_at(now, TimingKind.MOVED, block_id=item_id)


def _deed(offer: Offer) -> tuple[object, ...]:
    """Return what an offer does, without the end that moves on each second."""
    return offer.kind, offer.block_id, offer.seconds, offer.questions
