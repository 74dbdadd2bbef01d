"""Read models: everything one screen shows, read in one consistent view of the data file."""

from collections.abc import Mapping
from dataclasses import dataclass

from ogp_desktop.domain.conversation import Conversation
from ogp_desktop.domain.conversation_row import ConversationRow
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.notes import Draft, Lean, Note, living
from ogp_desktop.domain.timing_log import TimingEvent
from ogp_desktop.kits.model import Kit
from ogp_desktop.services.workplace import Workplace, pinned_kit
from ogp_desktop.storage.first_list import first_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A conversation and the very kit it was made with."""

    conversation: Conversation
    kit: Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What the Run screen shows; ``notes`` are the living ones in list order."""

    conversation: Conversation
    kit: Kit
    log: tuple[TimingEvent, ...]
    notes: tuple[Note, ...]
    leans: Mapping[str, Lean]
    prompt_marks: Mapping[str, str]
    draft: Draft | None


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


def run(at: Workplace, *, conversation_id: ConversationId) -> Run:
    """Return everything the Run screen shows of a conversation."""
    with at.store.reading() as unit:
        conversation = unit.conversations.get(conversation_id)
        return Run(
            conversation=conversation,
            kit=pinned_kit(unit, conversation),
            log=unit.conversations.timing_log(conversation_id),
            notes=living(unit.notes.of(conversation_id)),
            leans=unit.notes.leans(conversation_id),
            prompt_marks=unit.conversations.prompt_marks(conversation_id),
            draft=unit.notes.draft(conversation_id),
        )


def notes_of(at: Workplace, *, conversation_id: ConversationId) -> tuple[Note, ...]:
    """Return the living notes of a conversation in list order."""
    with at.store.reading() as unit:
        return living(unit.notes.of(conversation_id))


def timing_log(at: Workplace, *, conversation_id: ConversationId) -> tuple[TimingEvent, ...]:
    """Return what happened to the clock of a conversation, in order."""
    with at.store.reading() as unit:
        return unit.conversations.timing_log(conversation_id)
