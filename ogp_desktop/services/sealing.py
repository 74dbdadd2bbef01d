"""Sealing: everything is checked, the bytes are frozen and queued, all in one transaction or not.

After the seal nothing can change these bytes; a correction is a new revision that names the old.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from ogp_desktop.domain.conversation import Conversation, ConversationState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import OutboxItem
from ogp_desktop.domain.review import Review
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import schedule
from ogp_desktop.domain.sealing import SealedSubmission
from ogp_desktop.domain.sealing import seal as frozen
from ogp_desktop.domain.submission import Submission
from ogp_desktop.kits.model import Kit
from ogp_desktop.services import freezing
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.reviewing import gaps_of
from ogp_desktop.services.submission_draft import submission_draft
from ogp_desktop.services.workplace import Workplace, pinned_kit
from ogp_desktop.storage.outbox import DeliveryEvent, Sealed
from ogp_desktop.storage.store import UnitOfWork

_SEALABLE = {ConversationState.HELD, ConversationState.SEALED}


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedAndQueued:
    """The sealed revision, its place in the outbox and what to read again."""

    sealed: Sealed
    item: OutboxItem
    changes: Changes


def preview(at: Workplace, *, conversation_id: ConversationId) -> Submission:
    """Return exactly what sealing now would freeze, small groups protected; nothing is kept.

    Raises the ``Refusal`` that sealing would raise.
    """
    with at.store.reading() as unit:
        return _sealed_now(at, unit, conversation_id, at.clock.now()).submission


def seal(at: Workplace, *, conversation_id: ConversationId) -> SealedAndQueued:
    """Freeze what the review says and put it into the outbox, ready but going nowhere by itself.

    Raises ``Refusal``: ``"not_complete"`` with the number of ``gaps``, ``"not_held_yet"``,
    ``"not_reviewed"``, or whatever the check of the submission finds. Then nothing is kept.
    """
    now = at.clock.now()
    with at.store.writing() as unit:
        conversation = unit.conversations.get(conversation_id)
        made = _sealed_now(at, unit, conversation_id, now)
        before = unit.outbox.submissions_of(conversation_id)
        sealed = Sealed(
            id=made.submission.id,
            conversation_id=conversation_id,
            revision=made.submission.revision,
            replaces_id=made.submission.replaces,
            body=made.data,
            sha256=made.sha256,
            sealed_at=now,
        )
        item = OutboxItem(id=OutboxItemId(at.new_id()), submission_id=sealed.id, updated_at=now)
        unit.outbox.add_submission(sealed)
        for to in unit.destinations.all():
            freezing.freeze(at, unit, sealed, to)
        unit.outbox.keep_item(item)
        what = "sealed" if not before else "corrected"
        unit.outbox.add_event(item.id, DeliveryEvent(at=now, what=what))
        unit.conversations.replace(
            replace(conversation, state=ConversationState.SEALED, updated_at=now)
        )
    touched = changes(Touched.OUTBOX, Touched.CONVERSATIONS, Touched.REVIEW, of=conversation_id)
    return SealedAndQueued(sealed=sealed, item=item, changes=touched)


def _sealed_now(
    at: Workplace, unit: UnitOfWork, conversation_id: ConversationId, now: datetime
) -> SealedSubmission:
    conversation = unit.conversations.get(conversation_id)
    if conversation.state not in _SEALABLE:
        raise Refusal("not_held_yet", state=conversation.state.value)
    review = unit.reviews.get(conversation_id)
    if review is None or review.is_preview:
        raise Refusal("not_reviewed")
    kit = pinned_kit(unit, conversation)
    _check_complete(review, kit, conversation.preparation.people)
    log = unit.conversations.timing_log(conversation_id)
    before = unit.outbox.submissions_of(conversation_id)
    newest = before[0] if before else None
    return frozen(
        submission_draft(
            submission_id=SubmissionId(at.new_id()),
            conversation=conversation,
            kit=kit,
            log=log,
            review=review,
            views=unit.reviews.views(conversation_id),
            actual_minutes=_actual_minutes(unit, conversation, now),
            app_version=at.app_version,
            revision=newest.revision + 1 if newest else 1,
            replaces=newest.id if newest else None,
            edited_at=unit.reviews.edited_at(conversation_id) or now,
            sealed_at=now,
        )
    )


def _check_complete(review: Review, kit: Kit, people: int) -> None:
    blocking = [gap for gap in gaps_of(review, kit, people) if gap.is_blocking]
    if blocking:
        raise Refusal("not_complete", gaps=len(blocking))


def _actual_minutes(unit: UnitOfWork, conversation: Conversation, now: datetime) -> int | None:
    log = unit.conversations.timing_log(conversation.id)
    if not log:
        return None
    held = schedule(running_order(conversation.agenda), log, now)
    return round(held.elapsed_s / 60)
