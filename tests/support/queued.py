"""Many sealed submissions in one outbox at once, and a small one, without holding as many talks."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.ids import ConversationId, DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.leave import leave_for
from ogp_desktop.domain.outbox import OutboxItem, next_state
from ogp_desktop.domain.sealing import SealedSubmission, seal
from ogp_desktop.domain.submission import Observations
from ogp_desktop.services import preparing
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import DeliveryEvent, Sealed
from tests.support.submissions import sample_submission
from tests.support.workplaces import OGP

HERE = DestinationId("here")


def small_submission(number: int = 1) -> SealedSubmission:
    """Return a sealed submission with hardly a word in it: every byte of it can be tried."""
    usual = sample_submission()
    return seal(
        sample_submission(
            id=_id(number),
            observations=Observations(summary="Publier."),
            questions=usual.questions[:1],
            coverage=usual.coverage[:1],
            views=None,
            kit_fields=(),
        )
    )


@cache
def numbered_submission(number: int) -> SealedSubmission:
    """Return a sealed submission of the usual size that no other number has."""
    return seal(sample_submission(id=_id(number)))


def queue(at: Workplace, url: str, *all_sealed: SealedSubmission, key: str | None = None) -> None:
    """Put sealed submissions into the outbox with leave to go to one destination."""
    to = Destination(id=HERE, name="Somewhere", url=url, receipt_key=key)
    with at.store.writing() as unit:
        unit.destinations.keep(to, at.clock.now())
    made = preparing.create_conversation(at, kit_id=OGP, language="fr", title="Kpalimé")
    queue_more(at, made.id, *all_sealed)


def queue_more(
    at: Workplace, conversation_id: ConversationId, *all_sealed: SealedSubmission, first: int = 1
) -> None:
    """Put more of them into it, as revisions of one conversation from this number on."""
    with at.store.writing() as unit:
        to = unit.destinations.one(HERE)
        for revision, sealed in enumerate(all_sealed, first):
            kept = _kept(conversation_id, sealed, revision)
            unit.outbox.add_submission(kept)
            unit.outbox.keep_item(_item(at, kept, revision, to))
            unit.outbox.add_event(
                item_id_of(sealed), DeliveryEvent(at=kept.sealed_at, what="sealed")
            )


def item_id_of(sealed: SealedSubmission) -> OutboxItemId:
    """Return the id that the item of a queued submission has."""
    return OutboxItemId(f"item-{sealed.submission.id}")


def move_to(at: Workplace, url: str) -> None:
    """Let the destination answer elsewhere, as a fault proxy does; nothing else of it changes."""
    with at.store.writing() as unit:
        before, health = unit.destinations.one(HERE), unit.destinations.health(HERE)
        unit.destinations.keep(replace(before, url=url), at.clock.now())
        unit.destinations.keep_health(health)
        for item in unit.outbox.items():
            unit.outbox.keep_item(replace(item, leave_url=url))


def _id(number: int) -> SubmissionId:
    return SubmissionId(f"7f3e92c4-5b1d-4c55-9a5e-{number:012x}")


def _kept(conversation_id: ConversationId, sealed: SealedSubmission, revision: int) -> Sealed:
    return Sealed(
        id=sealed.submission.id,
        conversation_id=conversation_id,
        revision=revision,
        replaces_id=None,
        body=sealed.data,
        sha256=sealed.sha256,
        sealed_at=sealed.submission.sealed_at,
    )


def _item(at: Workplace, kept: Sealed, number: int, to: Destination) -> OutboxItem:
    now = at.clock.now() + timedelta(microseconds=number)
    item = OutboxItem(id=OutboxItemId(f"item-{kept.id}"), submission_id=kept.id, updated_at=now)
    return next_state(item, leave_for(to), now=now, jitter=0.0)
