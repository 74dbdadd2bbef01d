"""Saving what waits as encrypted bundles: for a USB stick, an e-mail or a courier.

An item that is in a bundle is handed over and not confirmed; the network may still take it, for it
is the same bytes under the same id. Before a bundle has its name, it is on disk that its items may
arrive; a bundle that cannot be written changes nothing.
"""

from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass

from ogp_desktop.domain.bundle import BundleWriter, Contents, endpoint_named, portions
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import Act, Address, Late, OutboxItem, OutboxState, next_state
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import BUNDLED, DeliveryEvent
from ogp_desktop.storage.store import UnitOfWork

_WAITING = (OutboxState.READY, OutboxState.WAITING)
_OVER = {OutboxState.CONFIRMED, OutboxState.WITHDRAWN}
_LEFT = Late(outcome=Outcome(kind=OutcomeKind.INTERRUPTED, bytes_may_have_left=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One bundle: where it is, whom it is for, and what is in it."""

    bundle_id: str
    place: str
    to: Destination
    submission_ids: tuple[SubmissionId, ...]


def encrypts_for(destination: Destination) -> bool:
    """Tell whether a file can be made for it, and its receipt checked when it comes back."""
    return destination.recipient is not None and destination.receipt_key is not None


def sole_recipient(known: Iterable[Destination]) -> Destination | None:
    """Return the one destination that files can be made for, if there is exactly one."""
    fit = [one for one in known if encrypts_for(one)]
    return fit[0] if len(fit) == 1 else None


def export_item(
    at: Workplace,
    writer: BundleWriter,
    *,
    item_id: OutboxItemId,
    destination_id: DestinationId | None = None,
) -> Exported:
    """Write a bundle of one submission, for its destination or else for the one that is named.

    Raises ``Refusal``: ``no_recipient`` when no file can be made for it, ``not_now`` when it is
    over; ``Trouble("bytes_damaged")``; ``OSError`` of the disk that is written to.
    """
    with at.store.reading() as unit:
        item = unit.outbox.item(item_id)
        if item.state in _OVER:
            raise Refusal("not_now", state=item.state.value, event=Act.HAND_OVER.value)
        to = _destination(unit, item, destination_id)
        if to is None:
            raise Refusal("no_recipient", field="recipient")
        parcel = _parcel(unit, item)
    return _exported(at, writer, to, (parcel,))


def export_waiting(
    at: Workplace, writer: BundleWriter, *, destination_id: DestinationId | None = None
) -> tuple[Exported, ...]:
    """Write bundles of everything that waits, one for each destination, or more if it is much.

    What has no destination goes to the one that is named. Left out are held items, those whose
    bytes the disk changed, and those for which no file can be made. Raises ``Refusal``:
    ``nothing_waits``, or ``no_recipient`` when all were left out; ``OSError`` of the disk.
    """
    by_place: dict[DestinationId, list[Parcel]] = {}
    places: dict[DestinationId, Destination] = {}
    with at.store.reading() as unit:
        waiting = unit.outbox.items(*_WAITING)
        for item in waiting:
            to = _destination(unit, item, destination_id)
            if to is not None:
                places[to.id] = to
                by_place.setdefault(to.id, []).extend(_whole(unit, item))
    if not waiting:
        raise Refusal("nothing_waits")
    if not any(by_place.values()):
        raise Refusal("no_recipient", field="recipient")
    return tuple(
        _exported(at, writer, places[place], part)
        for place, parcels in by_place.items()
        for part in portions(parcels)
    )


def _destination(
    unit: UnitOfWork, item: OutboxItem, named: DestinationId | None
) -> Destination | None:
    """Return where a bundle of this item goes; an item never changes its place by this."""
    where = item.destination_id or named
    to = None if where is None else unit.destinations.one(where)
    return to if to is not None and encrypts_for(to) else None


def _parcel(unit: UnitOfWork, item: OutboxItem) -> Parcel:
    sealed = unit.outbox.submission(item.submission_id)
    return Parcel(submission_id=sealed.id, data=sealed.body, sha256=sealed.sha256)


def _whole(unit: UnitOfWork, item: OutboxItem) -> tuple[Parcel, ...]:
    try:
        return (_parcel(unit, item),)
    except Trouble:  # damaged by the disk: it must not keep the others here
        return ()


def _exported(
    at: Workplace, writer: BundleWriter, to: Destination, parcels: tuple[Parcel, ...]
) -> Exported:
    contents = Contents(
        bundle_id=at.new_id(),
        endpoint=endpoint_named(b64decode(to.receipt_key or "")),
        recipient=to.recipient or "",
        parcels=parcels,
    )
    ids = tuple(one.submission_id for one in parcels)
    staged = writer.stage(contents)
    try:
        _may_leave(at, ids)
        place = staged.place()
    finally:
        staged.discard()
    _handed_over(at, ids, to, place, staged.digest)
    return Exported(bundle_id=contents.bundle_id, place=place, to=to, submission_ids=ids)


def _may_leave(at: Workplace, ids: Iterable[SubmissionId]) -> None:
    now = at.clock.now()
    with at.store.writing() as unit:
        for item in _items(unit, ids):
            unit.outbox.keep_item(next_state(item, _LEFT, now=now, jitter=0.5))


def _handed_over(
    at: Workplace, ids: Iterable[SubmissionId], to: Destination, place: str, digest: str
) -> None:
    now = at.clock.now()
    with at.store.writing() as unit:
        for item in _items(unit, ids):
            unit.outbox.add_event(item.id, DeliveryEvent(at=now, what="exported", detail=place))
            unit.outbox.add_event(item.id, DeliveryEvent(at=now, what=BUNDLED, detail=digest))
            if item.state in _OVER or item.state is OutboxState.SENDING:
                continue  # the network was faster, or is at it: that says more
            if item.destination_id is None:
                item = next_state(item, Address(destination_id=to.id), now=now, jitter=0.5)
            unit.outbox.keep_item(next_state(item, Act.HAND_OVER, now=now, jitter=0.5))
            unit.outbox.add_event(
                item.id, DeliveryEvent(at=now, what="handed_over", detail="bundle")
            )


def _items(unit: UnitOfWork, ids: Iterable[SubmissionId]) -> tuple[OutboxItem, ...]:
    found = (unit.outbox.item_of(one) for one in ids)
    return tuple(one for one in found if one is not None)
