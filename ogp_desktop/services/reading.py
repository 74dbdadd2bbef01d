"""Read models: everything one screen shows, read in one consistent view of the data file."""

from collections.abc import Mapping
from dataclasses import dataclass

from ogp_desktop.domain.conversation import Conversation
from ogp_desktop.domain.conversation_row import ConversationRow
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.notes import Draft, Lean, Note, Tally, living
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.time_taken import TimeTaken, time_taken
from ogp_desktop.domain.timing_log import TimingEvent, added_up
from ogp_desktop.domain.usual_times import PastTime
from ogp_desktop.kits.model import Kit
from ogp_desktop.services.workplace import Workplace, pinned_kit
from ogp_desktop.storage.first_list import first_rows
from ogp_desktop.storage.store import UnitOfWork

_PAST_READ = 20
"""Some of them will be of another length or format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A conversation and the very kit it was made with."""

    conversation: Conversation
    kit: Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a conversation goes: all that the Run screen shows but the notes, which are counted."""

    conversation: Conversation
    kit: Kit
    log: tuple[TimingEvent, ...]
    tallies: tuple[Tally, ...]
    leans: Mapping[str, Lean]
    prompt_marks: Mapping[str, str]
    draft: Draft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Course):
    """A course with its ``notes``, the living ones in list order: many, so read in a lane."""

    notes: tuple[Note, ...]


def conversations(
    at: Workplace, *, limit: int = 50, offset: int = 0
) -> tuple[ConversationRow, ...]:
    """Return a page of the list on Home, latest touched first."""
    return first_rows(at.store.path, limit, offset)


def prepared(at: Workplace, *, conversation_id: ConversationId) -> Prepared:
    """Return a conversation with its kit; raise ``LookupError`` when there is none."""
    with at.store.reading() as unit:
        conversation = unit.conversations.get(conversation_id)
        return Prepared(conversation=conversation, kit=pinned_kit(unit, conversation))


def course(at: Workplace, *, conversation_id: ConversationId) -> Course:
    """Return how a conversation goes; quick, however many notes there are."""
    with at.store.reading() as unit:
        return _course(unit, conversation_id)


def run(at: Workplace, *, conversation_id: ConversationId) -> Run:
    """Return everything the Run screen shows of a conversation."""
    with at.store.reading() as unit:
        here = _course(unit, conversation_id)
        notes = living(unit.notes.of(conversation_id))
    return Run(
        conversation=here.conversation,
        kit=here.kit,
        log=here.log,
        tallies=here.tallies,
        leans=here.leans,
        prompt_marks=here.prompt_marks,
        draft=here.draft,
        notes=notes,
    )


def tallies_of(at: Workplace, *, conversation_id: ConversationId) -> tuple[Tally, ...]:
    """Count the living notes of a conversation by question, kind and choice."""
    with at.store.reading() as unit:
        return unit.notes.tallies(conversation_id)


def notes_of(at: Workplace, *, conversation_id: ConversationId) -> tuple[Note, ...]:
    """Return the living notes of a conversation in list order."""
    with at.store.reading() as unit:
        return living(unit.notes.of(conversation_id))


def timing_log(at: Workplace, *, conversation_id: ConversationId) -> tuple[TimingEvent, ...]:
    """Return what happened to the clock of a conversation, in order."""
    with at.store.reading() as unit:
        return unit.conversations.timing_log(conversation_id)


def planned_minutes(at: Workplace, *, conversation_id: ConversationId) -> Mapping[str, int]:
    """Return the minutes of each item of the plan, as edited so far."""
    with at.store.reading() as unit:
        order = running_order(unit.conversations.get(conversation_id).agenda)
        plan = added_up(order, unit.conversations.timing_log(conversation_id)).plan
    return {item_id: round(planned_s / 60) for item_id, planned_s in plan.planned_s.items()}


def time_of(at: Workplace, *, conversation_id: ConversationId) -> TimeTaken | None:
    """Return what a conversation was planned for and took; nothing until it has ended."""
    with at.store.reading() as unit:
        conversation = unit.conversations.get(conversation_id)
        log = unit.conversations.timing_log(conversation_id)
        return time_taken(conversation.agenda, log, conversation.preparation.turns_counted)


def past_times(at: Workplace, *, kit_id: str) -> tuple[PastTime, ...]:
    """Return what the latest conversations on a kit took, the latest first; no words are read."""
    with at.store.reading() as unit:
        held = [
            (meeting, time_taken(agenda, unit.conversations.timing_log(conversation_id)))
            for conversation_id, meeting, agenda in unit.conversations.plans_held(
                kit_id, _PAST_READ
            )
        ]
    return tuple(PastTime(format=meeting, time=time) for meeting, time in held if time)


def _course(unit: UnitOfWork, conversation_id: ConversationId) -> Course:
    conversation = unit.conversations.get(conversation_id)
    return Course(
        conversation=conversation,
        kit=pinned_kit(unit, conversation),
        log=unit.conversations.timing_log(conversation_id),
        tallies=unit.notes.tallies(conversation_id),
        leans=unit.notes.leans(conversation_id),
        prompt_marks=unit.conversations.prompt_marks(conversation_id),
        draft=unit.notes.draft(conversation_id),
    )
