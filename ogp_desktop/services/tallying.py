"""Individual views as counts: what the host types is kept whole, and only counts are kept."""

from dataclasses import replace

from ogp_desktop.domain.conversation import Conversation, ConversationState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.individual_views import IndividualViews, check_counted, check_views
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.store import UnitOfWork


def views(at: Workplace, *, conversation_id: ConversationId) -> IndividualViews:
    """Return the counts typed so far; none when nobody typed any."""
    with at.store.reading() as unit:
        return unit.reviews.views(conversation_id) or IndividualViews()


def keep_views(
    at: Workplace, *, conversation_id: ConversationId, views: IndividualViews
) -> Changes:
    """Keep the counts, in place of those before.

    Raises ``Refusal`` naming the field (a method, ``passed`` or a choice) when no room of this
    size could give them, or ``already_sealed``; then nothing is kept.
    """
    with at.store.writing() as unit:
        conversation = _unsealed(unit, conversation_id)
        check_views(views, conversation.preparation.people)
        unit.reviews.keep_views(conversation_id, views, at.clock.now())
    return changes(Touched.VIEWS, of=conversation_id)


def close_views(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Close the collection: from now on the results may be seen.

    Raises ``Refusal("counts_exceed_received")`` when more answers to a choice are counted than
    came in, or ``already_sealed``; the counts stay as they are.
    """
    return _set_closed(at, conversation_id, is_closed=True)


def reopen_views(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Open the collection again, which hides the results."""
    return _set_closed(at, conversation_id, is_closed=False)


def _set_closed(at: Workplace, conversation_id: ConversationId, *, is_closed: bool) -> Changes:
    with at.store.writing() as unit:
        _unsealed(unit, conversation_id)
        counted = unit.reviews.views(conversation_id) or IndividualViews()
        if is_closed:
            check_counted(counted)
        changed = replace(counted, is_closed=is_closed)
        unit.reviews.keep_views(conversation_id, changed, at.clock.now())
    return changes(Touched.VIEWS, of=conversation_id)


def _unsealed(unit: UnitOfWork, conversation_id: ConversationId) -> Conversation:
    conversation = unit.conversations.get(conversation_id)
    if conversation.state is ConversationState.SEALED:
        raise Refusal("already_sealed")
    return conversation
