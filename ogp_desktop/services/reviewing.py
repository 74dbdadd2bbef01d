"""Reviewing a conversation: the draft made from its notes once, then the host's own edits of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from ogp_desktop.domain.completeness import Gap, gaps
from ogp_desktop.domain.conversation import Conversation, ConversationState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.individual_views import IndividualViews
from ogp_desktop.domain.notes import Note, living
from ogp_desktop.domain.observations import QuestionShape, draft_review, unused
from ogp_desktop.domain.review import ReadBack, Review
from ogp_desktop.domain.review_edits import mark_read_back, with_marks
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.time_taken import TimeTaken, time_taken
from ogp_desktop.domain.timing_log import TimingEvent, added_up
from ogp_desktop.kits.model import Kit, Question
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace, pinned_kit
from ogp_desktop.storage.outbox import Sealed
from ogp_desktop.storage.store import UnitOfWork

_REASONS = {NoteRole.FIRST, NoteRole.SECOND, NoteRole.DEPENDS, NoteRole.EXAMPLE}
_BEFORE_THE_END = {
    ConversationState.DRAFT,
    ConversationState.READY,
    ConversationState.RUNNING,
    ConversationState.PAUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What the Review screen shows.

    While the conversation still runs the review is a preview, made afresh from the notes at each
    reading and not kept, but for the marks of reading back. ``edited_at`` is when the host's draft
    was last kept. ``sealed`` are the revisions made so far, the newest first; ``time`` what was
    planned and what it took, once it has ended.
    """

    conversation: Conversation
    kit: Kit
    log: tuple[TimingEvent, ...]
    notes: tuple[Note, ...]
    review: Review
    is_preview: bool
    edited_at: datetime | None
    views: IndividualViews | None
    gaps: tuple[Gap, ...]
    unused: tuple[Note, ...]
    sealed: tuple[Sealed, ...]
    time: TimeTaken | None = None


def reviewed(at: Workplace, *, conversation_id: ConversationId) -> Reviewed:
    """Return the review of a conversation as it stands; the draft made from the notes if none."""
    with at.store.reading() as unit:
        conversation = unit.conversations.get(conversation_id)
        kit = pinned_kit(unit, conversation)
        kept = unit.reviews.get(conversation_id)
        review = _newest(unit, conversation, kit, kept)
        notes = living(unit.notes.of(conversation_id))
        log = unit.conversations.timing_log(conversation_id)
        return Reviewed(
            conversation=conversation,
            kit=kit,
            log=log,
            notes=notes,
            review=review,
            is_preview=conversation.state in _BEFORE_THE_END,
            views=unit.reviews.views(conversation_id),
            edited_at=unit.reviews.edited_at(conversation_id) if review is kept else None,
            gaps=gaps_of(review, kit, conversation.preparation.people),
            unused=unused(review, notes),
            sealed=unit.outbox.submissions_of(conversation_id),
            time=time_taken(conversation.agenda, log, conversation.preparation.turns_counted),
        )


def keep_review(at: Workplace, *, conversation_id: ConversationId, review: Review) -> Changes:
    """Keep the host's newest draft, whole.

    Raises ``Refusal("not_held_yet")`` while the conversation has not ended: its notes still grow.
    """
    with at.store.writing() as unit:
        conversation = unit.conversations.get(conversation_id)
        if conversation.state in _BEFORE_THE_END:
            raise Refusal("not_held_yet", state=conversation.state.value)
        unit.reviews.keep(conversation_id, review, at.clock.now())
    return changes(Touched.REVIEW, of=conversation_id)


def mark_line(
    at: Workplace, *, conversation_id: ConversationId, line_id: str, mark: ReadBack
) -> Changes:
    """Keep what the group said of a line that was read back, also while the notes still grow."""
    with at.store.writing() as unit:
        conversation = unit.conversations.get(conversation_id)
        kept = unit.reviews.get(conversation_id)
        newest = _newest(unit, conversation, pinned_kit(unit, conversation), kept)
        is_preview = newest is not kept and conversation.state in _BEFORE_THE_END
        marked = replace(mark_read_back(newest, line_id, mark), is_preview=is_preview)
        unit.reviews.keep(conversation_id, marked, at.clock.now())
    return changes(Touched.REVIEW, of=conversation_id)


def shapes_of(kit: Kit) -> tuple[QuestionShape, ...]:
    """Return what the draft must know of each of the kit's questions."""
    return tuple(_shape(question) for question in kit.questions)


def gaps_of(review: Review, kit: Kit, people: int) -> tuple[Gap, ...]:
    """Return what is left to settle in a review of a conversation of so many people."""
    return gaps(review, shapes_of(kit), required_fields(kit, people))


def required_fields(kit: Kit, people: int) -> tuple[str, ...]:
    """Return the form fields that somebody must answer because nothing else tells.

    A field that would point at somebody in so small a room is not asked, whatever the kit says.
    """
    return tuple(
        field.id
        for field in kit.fields
        if field.is_required
        and field.taken_from is None
        and not field.is_apart
        and people >= (field.needs_people or 0)
    )


def _newest(unit: UnitOfWork, conversation: Conversation, kit: Kit, kept: Review | None) -> Review:
    """Return the host's draft; one made of the notes of this moment as long as there is none."""
    if kept is not None and not kept.is_preview:
        return kept
    draft = _drafted(unit, conversation, kit)
    return draft if kept is None else with_marks(draft, kept)


def _drafted(unit: UnitOfWork, conversation: Conversation, kit: Kit) -> Review:
    agenda = conversation.agenda
    log = unit.conversations.timing_log(conversation.id)
    as_edited = added_up(running_order(agenda), log).plan.agenda
    in_group = {block.question_id for block in as_edited.blocks}
    return draft_review(
        shapes_of(kit),
        unit.notes.of(conversation.id),
        unit.notes.leans(conversation.id),
        individual_questions={*agenda.individual_questions, *agenda.group_questions} - in_group,
    )


def _shape(question: Question) -> QuestionShape:
    return QuestionShape(
        id=question.id,
        kind=question.kind,
        choose=question.choose or 0,
        prompts=question.prompts,
        choices=question.choices,
        card_kinds=frozenset(k.id for k in question.kinds if k.role is NoteRole.CARD),
        prompt_of={k.id: k.prompt for k in question.kinds if k.prompt is not None},
        reason_kinds=frozenset(k.id for k in question.kinds if k.role in _REASONS),
    )
