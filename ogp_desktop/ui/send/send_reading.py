"""Makes what the Send screen shows of what is stored: plain functions from read models."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ogp_desktop.domain.conversation import KitPin
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.leave import asks_for_leave
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import reference
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.services.exporting import encrypts_for
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.ui.send.choosing_state import AddressForm, Choosing, Suggestion
from ogp_desktop.ui.send.send_state import (
    Closing,
    Deed,
    Detail,
    Group,
    LeaveAsked,
    Place,
    ReceiptShown,
    Row,
    Standing,
    Step,
)
from ogp_desktop.ui.send.withdrawal_reading import (
    ASKS,
    NEEDS_SOMEBODY,
    PAPERS,
    withdrawal_group,
    withdrawal_shown,
    withdrawn_deeds,
)

SOON_DAYS = 7
_TOO_LARGE = 413
"""Content Too Large (RFC 9110, 15.5.14): theirs, or ours where a server tells its limit first."""
LONG_HERE = timedelta(days=7)
_DONE = {OutboxState.CONFIRMED, OutboxState.WITHDRAWN}
_QUEUED = {OutboxState.READY, OutboxState.WAITING}
_HERE = _QUEUED | {OutboxState.HELD, OutboxState.ATTENTION}


def asks_again(one: Dispatch) -> bool:
    """Tell whether it is held because its place is another than the one it had leave for."""
    return asks_for_leave(one.item, one.destination)


def held_alike(found: Iterable[Dispatch], one: Dispatch) -> int:
    """Return how many others are held because the same place became another."""
    to = one.item.destination_id
    alike = [each for each in found if each.item.destination_id == to and asks_again(each)]
    return sum(each.item.id != one.item.id for each in alike)


def _leave_asked(one: Dispatch, alike: int) -> LeaveAsked | None:
    to = one.destination
    if to is None or not asks_again(one):
        return None
    old = one.item.leave_url or ""
    return LeaveAsked(name=to.name, url=to.url, old_url="" if old == to.url else old, alike=alike)


def standing(one: Dispatch, now: datetime, alike: int = 0) -> Standing:
    """Return where an item stands; a try that is due already has no time.

    ``alike`` counts the others that are held because the same place became another.
    """
    item = one.item
    ways = [event.detail for event in one.history if event.what == "handed_over"]
    files = [event.detail for event in one.history if event.what == "exported"]
    answers = [event for event in one.history if event.what in {*OutcomeKind, "bundle_refused"}]
    needs_somebody = item.state is OutboxState.ATTENTION
    refused = needs_somebody and bool(answers) and answers[-1].what == "bundle_refused"
    own = one.withdrawal.next_try_at if one.withdrawal else item.next_try_at
    tries = [
        time
        for time in (own, one.health.until if one.health else None)
        if time is not None and time > now
    ]
    return Standing(
        state=item.state,
        reason=item.reason,
        destination_state=one.health.state if one.health else DestinationState.OK,
        is_addressed=item.destination_id is not None,
        maybe_stored=item.maybe_stored,
        next_try_at=max(tries, default=None),
        since=one.receipt.received_at if one.receipt else item.updated_at,
        way=ways[-1] if ways else None,
        saved_as=(files[-1] or "") if files else "",
        detail=(answers[-1].detail or "") if answers and not refused else "",
        refused_bundle=(answers[-1].detail or "") if refused else "",
        is_too_large=bool(answers) and answers[-1].status == _TOO_LARGE,
        reference=reference(one.sealed.sha256),
        leave=_leave_asked(one, alike),
        is_long_here=item.state in _HERE and now - one.sealed.sealed_at >= LONG_HERE,
        number=one.sealed.id,
        may_withdraw_there=one.may_be_withdrawn_there,
        withdrawal=withdrawal_shown(one),
    )


def group_of(at: Standing) -> Group:
    """Return the part of the list: whatever cannot go on without a person comes first."""
    if at.withdrawal is not None:
        return withdrawal_group(at, at.withdrawal)
    if at.state in _DONE:
        return Group.DONE
    is_stuck = at.state in _QUEUED and at.is_addressed and at.destination_state in ASKS
    has_no_way = at.state is OutboxState.READY and not at.is_addressed
    if at.state is OutboxState.ATTENTION or is_stuck or has_no_way or at.leave is not None:
        return Group.NEEDS_YOU
    return Group.WAITING


def rows(found: Iterable[Dispatch], now: datetime) -> tuple[Row, ...]:
    """Return the lines of the list, part by part, the latest touched first in each."""
    lines = [
        Row(
            item_id=one.item.id,
            group=group_of(standing(one, now)),
            title=one.conversation.preparation.title,
            revision=one.sealed.revision,
            standing=standing(one, now),
        )
        for one in found
    ]
    order = list(Group)
    return tuple(sorted(lines, key=lambda line: order.index(line.group)))


def detail(
    one: Dispatch,
    kit: LocalKit,
    now: datetime,
    sole: Destination | None = None,
    alike: int = 0,
    others_there: tuple[int, ...] = (),
) -> Detail:
    """Return everything shown of one submission; one without an address may go to the ``sole``."""
    at = standing(one, now, alike)
    primary, others = deeds_of(at)
    to = one.destination or sole
    files_for = to if to is not None and encrypts_for(to) else None
    if files_for is not None and at.state not in _DONE and Deed.SAVE_FILE in others:
        place = others.index(Deed.SAVE_FILE)
        others = (*others[:place], Deed.SAVE_BUNDLE, *others[place:])
    preparation = one.conversation.preparation
    return Detail(
        item_id=one.item.id,
        conversation_id=one.conversation.id,
        title=preparation.title,
        place=preparation.place,
        standing=at,
        made_at=one.sealed.sealed_at,
        revision=one.sealed.revision,
        size=len(one.sealed.body),
        sha256=one.sealed.sha256,
        destination=one.destination,
        receipt=_receipt(one),
        steps=tuple(
            Step(at=event.at, what=event.what, status=event.status, detail=event.detail or "")
            for event in one.history
        ),
        closing=None if at.state in _DONE else closing_of(kit, now),
        primary=primary,
        others=others,
        files_for=files_for,
        sent_to=one.item.leave_url or "",
        others_there=others_there,
    )


def may_save_all(found: Iterable[Dispatch], sole: Destination | None) -> bool:
    """Tell whether an encrypted file of anything that waits can be made."""
    places = [one.destination or sole for one in found if one.item.state in _QUEUED]
    return any(to is not None and encrypts_for(to) for to in places)


def closing_of(kit: LocalKit, now: datetime) -> Closing | None:
    """Return that the kit's window is over, or how soon it is; nothing while there is time."""
    if kit.window is None:
        return None
    left = kit.window.days_left(now.astimezone().date())
    if left > SOON_DAYS:
        return None
    named = [(one.label, one.url) for one in kit.links]
    named += [(one.name, one.url) for one in kit.destinations]
    return Closing(
        on=kit.window.closes,
        days_left=left,
        note=kit.closed_note,
        asks=tuple(Place(name=name, url=url) for name, url in named if url),
    )


def _receipt(one: Dispatch) -> ReceiptShown | None:
    kept = one.receipt
    if kept is None:
        return None
    return ReceiptShown(
        endpoint=kept.signed.receipt.endpoint,
        stored_at=kept.signed.receipt.stored_at,
        received_at=kept.received_at,
        is_signed=kept.signed.signature is not None,
        is_verified=kept.signed.is_verified,
    )


_WAYS = (Deed.SAVE_FILE, Deed.BY_HAND, Deed.COPY, Deed.REPORT, Deed.PRINT)
"""Papers, and copying by hand, which ends with saying that it was handed over."""


def deeds_of(at: Standing) -> tuple[Deed, tuple[Deed, ...]]:
    """Return the likely next step, and what else can be done.

    What was ever handed over by hand may get its receipt by hand, wherever it stands now.
    """
    primary, others = _usual_deeds(at)
    if at.may_withdraw_there:
        others = tuple(Deed.WITHDRAW_THERE if one is Deed.WITHDRAW else one for one in others)
    is_open = at.state is not OutboxState.CONFIRMED and primary is not Deed.ADD_RECEIPT
    return primary, (Deed.ADD_RECEIPT, *others) if at.way and is_open else others


def _usual_deeds(at: Standing) -> tuple[Deed, tuple[Deed, ...]]:
    is_stuck = at.is_addressed and at.destination_state in NEEDS_SOMEBODY
    match at.state:
        case OutboxState.READY | OutboxState.WAITING if is_stuck:
            return Deed.READDRESS, (Deed.ASK_AGAIN, Deed.HOLD, *_WAYS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.READY | OutboxState.WAITING if at.is_addressed:
            return Deed.ASK_AGAIN, (Deed.HOLD, *_WAYS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.READY | OutboxState.WAITING:
            return Deed.CHOOSE, (*_WAYS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.HANDED_OVER:
            return Deed.ADD_RECEIPT, (
                *(Deed.CHOOSE, Deed.SLIP, *_WAYS),
                *(Deed.CORRECT, Deed.WITHDRAW),
            )
        case OutboxState.HELD if at.leave is not None:
            all_of_them = (Deed.GIVE_LEAVE_ALL,) if at.leave.alike else ()
            return Deed.GIVE_LEAVE, (
                *(*all_of_them, Deed.CHOOSE, *_WAYS),
                *(Deed.CORRECT, Deed.WITHDRAW),
            )
        case OutboxState.HELD:
            return Deed.RELEASE, (*_WAYS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.ATTENTION if at.reason is OutcomeKind.DAMAGED:
            return Deed.CORRECT, (Deed.WITHDRAW,)
        case OutboxState.ATTENTION if at.refused_bundle and at.refused_bundle != "conflict":
            return Deed.CHOOSE, (Deed.ASK_AGAIN, *_WAYS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.ATTENTION:
            return Deed.CORRECT, (Deed.ASK_AGAIN, *_WAYS, Deed.WITHDRAW)
        case OutboxState.SENDING:
            return Deed.STOP, PAPERS
        case OutboxState.CONFIRMED:
            return Deed.PRINT_RECEIPT, (
                *(Deed.RECEIPT, *PAPERS),
                *(Deed.CORRECT, Deed.WITHDRAW_THERE),
            )
        case OutboxState.WITHDRAWN:
            return withdrawn_deeds(at)


def suggestion(kit: LocalKit) -> Suggestion | None:
    """Return where the kit says observations go, if it says so."""
    for one in kit.destinations:
        return Suggestion(
            name=one.name,
            url=one.url or "",
            receipt_key=one.receipt_key or "",
            note=one.note,
            protocol=one.protocol.value,
        )
    return None


def choosing_of(
    shown: Detail, known: tuple[Destination, ...], said: Suggestion | None, kit: KitPin
) -> Choosing:
    """Return the page where a way is chosen: the address of before, or the kit's own, filled in."""
    form = AddressForm()
    if shown.destination or known:
        form = form_of(shown.destination or known[0], kit)
    elif said is not None and said.url:
        form = AddressForm(
            protocol=said.protocol, name=said.name, url=said.url, receipt_key=said.receipt_key
        )
    note = said.note if said and not said.url else ""
    return Choosing(form=form, kit=kit, known=known, note=note)


def form_of(destination: Destination, kit: KitPin | None = None) -> AddressForm:
    """Return an address as it is edited for a submission of this kit."""
    there = destination.form_of(kit.id if kit else "")
    return AddressForm(
        destination_id=destination.id,
        protocol=destination.protocol,
        name=destination.name,
        url=destination.url,
        receipt_key=destination.receipt_key or "",
        form_id=there.id or "",
        form_version=there.version or "",
        form_key=there.key or "",
        recipient=destination.recipient or "",
    )
