"""Running a conversation against the clock: each verb adds one fact to the timing log.

Nothing here counts seconds; where the conversation stands is computed from the log by ``schedule``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ogp_desktop.domain.clock import Moment, after, moment, seconds_between
from ogp_desktop.domain.conversation import Conversation, ConversationState, state_after
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.notes import Draft
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import Schedule, schedule
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind, added_up, event_at
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace, pinned_kit
from ogp_desktop.storage.store import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted:
    """A conversation whose clock was going when the program last stopped.

    ``last_saved`` is the last moment the program is known to have been alive; ``schedule`` is
    where the conversation stood then.
    """

    conversation: Conversation
    schedule: Schedule
    last_saved: Moment
    question_number: int | None
    draft: Draft | None

    @property
    def last_saved_at(self) -> datetime:
        """Return what the clock on the wall said then."""
        return self.last_saved.wall


def start(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Start the clock at the first item; raise ``Refusal("not_now")`` when it has run already."""
    return _log(at, conversation_id, TimingKind.STARTED)


def pause(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Stop the clock for a while."""
    return _log(at, conversation_id, TimingKind.PAUSED)


def resume(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Let the clock go on after a pause."""
    return _log(at, conversation_id, TimingKind.RESUMED)


def move_to(at: Workplace, *, conversation_id: ConversationId, item_id: str) -> Changes:
    """Go to another item of the agenda, forward or back; notes stay where they were written."""
    with at.store.writing() as unit:
        order = running_order(unit.conversations.get(conversation_id).agenda)
        log = unit.conversations.timing_log(conversation_id)
        if item_id not in added_up(order, log).plan.planned_s:
            raise Refusal("unknown_block", field="item_id")
        event = event_at(moment(at.clock), TimingKind.MOVED, block_id=item_id)
        add_event(at, unit, conversation_id, event)
    return changes(Touched.TIMING, of=conversation_id)


def answer_gap(
    at: Workplace,
    *,
    conversation_id: ConversationId,
    gaps: Iterable[tuple[str | None, int]],
    went_on: bool,
) -> Changes:
    """Say what happened while the computer slept or was off.

    Each gap is the item in which it was counted, and its seconds; without an item they are the
    last ones before now.
    """
    kind = TimingKind.GAP_WENT_ON if went_on else TimingKind.GAP_STOPPED
    now = moment(at.clock)
    with at.store.writing() as unit:
        for block_id, seconds in gaps:
            event = event_at(now, kind, block_id=block_id, seconds=seconds)
            add_event(at, unit, conversation_id, event)
    return changes(Touched.TIMING, of=conversation_id)


def end(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """End the conversation; it can be reviewed from now on."""
    return _log(at, conversation_id, TimingKind.ENDED)


def beat(at: Workplace, *, conversation_id: ConversationId, when: Moment | None = None) -> None:
    """Remember that the program is alive now, so that a crash can be told from a long talk."""
    with at.store.writing() as unit:
        unit.conversations.beat(conversation_id, when or moment(at.clock))


def interrupted(at: Workplace) -> tuple[Interrupted, ...]:
    """Return the conversations that were running or paused when the program last stopped."""
    with at.store.reading() as unit:
        return tuple(_found(unit, one) for one in unit.conversations.in_progress())


def last_sign_of_life(at: Workplace, *, conversation_id: ConversationId) -> Moment:
    """Return the last moment at which the program is known to have worked on a conversation."""
    with at.store.reading() as unit:
        conversation = unit.conversations.get(conversation_id)
        log = unit.conversations.timing_log(conversation_id)
        return _last_sign(unit, conversation, log, unit.notes.draft(conversation_id))


def _found(unit: UnitOfWork, conversation: Conversation) -> Interrupted:
    log = unit.conversations.timing_log(conversation.id)
    draft = unit.notes.draft(conversation.id)
    last_saved = _last_sign(unit, conversation, log, draft)
    stood = schedule(running_order(conversation.agenda), log, last_saved)
    questions = [question.id for question in pinned_kit(unit, conversation).questions]
    item = stood.block_id.partition("~")[0]  # the second part of a question is that question
    return Interrupted(
        conversation=conversation,
        schedule=stood,
        question_number=questions.index(item) + 1 if item in questions else None,
        last_saved=last_saved,
        draft=draft,
    )


def _last_sign(
    unit: UnitOfWork, conversation: Conversation, log: Sequence[TimingEvent], draft: Draft | None
) -> Moment:
    """Return the last sign of life: an entry of the log, a beat, or what was written after it."""
    sign = log[-1].moment if log else Moment(wall=conversation.updated_at)
    pulse = unit.conversations.last_beat(conversation.id)
    if pulse is not None and seconds_between(sign, pulse) > 0:
        sign = pulse
    written = (unit.notes.last_change_at(conversation.id), draft and draft.saved_at)
    later_s = max(((at - sign.wall).total_seconds() for at in written if at), default=0.0)
    return after(sign, max(0.0, later_s))


def _log(at: Workplace, conversation_id: ConversationId, kind: TimingKind) -> Changes:
    event = event_at(moment(at.clock), kind)
    with at.store.writing() as unit:
        state_changed = add_event(at, unit, conversation_id, event)
    touched = {Touched.TIMING} | ({Touched.CONVERSATIONS} if state_changed else set())
    return changes(*touched, of=conversation_id)


def add_event(
    at: Workplace, unit: UnitOfWork, conversation_id: ConversationId, event: TimingEvent
) -> bool:
    """Add an event inside a transaction; tell whether the conversation is in another state now."""
    conversation = unit.conversations.get(conversation_id)
    state = state_after(conversation.state, event.kind)
    unit.conversations.add_event(conversation_id, event)
    if state is conversation.state:
        return False
    unit.conversations.replace(replace(conversation, state=state, updated_at=at.clock.now()))
    return True


def is_live(state: ConversationState) -> bool:
    """Tell whether the clock of a conversation in this state is going or paused."""
    return state in {ConversationState.RUNNING, ConversationState.PAUSED}
