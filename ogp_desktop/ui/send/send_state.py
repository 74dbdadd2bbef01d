"""What the Send screen shows, as frozen values made from the read models; no words, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.ids import ConversationId, DestinationId, OutboxItemId
from ogp_desktop.domain.outbox import DestinationState, OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import in_fours, reference
from ogp_desktop.kits.localised import LocalKit
from ogp_desktop.services.outbox_reading import Dispatch


class Group(StrEnum):
    """The three parts of the list, in their order."""

    NEEDS_YOU = "needs_you"
    WAITING = "waiting"
    DONE = "done"


class Deed(StrEnum):
    """What a person can do with a sealed submission here."""

    CHOOSE = "choose"
    SEND = "send"
    ASK_AGAIN = "ask_again"
    HOLD = "hold"
    RELEASE = "release"
    CORRECT = "correct"
    SAVE_FILE = "save_file"
    COPY = "copy"
    REPORT = "report"
    WITHDRAW = "withdraw"


class Page(StrEnum):
    """What stands where the detail is."""

    DETAIL = "detail"
    CHOOSE = "choose"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an item stands, as far as is known: all that its words are made of."""

    state: OutboxState
    reason: OutcomeKind | None = None
    destination_state: DestinationState = DestinationState.OK
    is_addressed: bool = False
    maybe_stored: bool = False
    next_try_at: datetime | None = None
    since: datetime
    way: str | None = None
    """How it was handed over: "file", "text" or "paper"."""
    detail: str = ""
    """The server's own title of what is wrong; a stranger's words."""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the list."""

    item_id: OutboxItemId
    group: Group
    title: str
    revision: int
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the history."""

    at: datetime
    what: str
    status: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptShown:
    """What proves that the bytes are stored."""

    endpoint: str
    stored_at: str
    received_at: datetime
    is_signed: bool
    is_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The kit's window is over: its last day and its own words about that."""

    on: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Everything about the chosen submission."""

    item_id: OutboxItemId
    conversation_id: ConversationId
    title: str
    place: str
    standing: Standing
    made_at: datetime
    revision: int
    size: int
    sha256: str
    destination: Destination | None
    receipt: ReceiptShown | None
    steps: tuple[Step, ...]
    closing: Closing | None
    primary: Deed
    others: tuple[Deed, ...]

    @property
    def reference(self) -> str:
        """Return the short name that people read to each other."""
        return reference(self.sha256)

    @property
    def digest(self) -> str:
        """Return the whole SHA-256 in groups of four."""
        return in_fours(self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Where the kit says observations go; without an address its note says what to do."""

    name: str
    url: str
    receipt_key: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressForm:
    """The address as it is edited; ``destination_id`` is ``None`` for a new one.

    A code that is kept is never shown: an empty field leaves it as it is.
    """

    destination_id: DestinationId | None = None
    name: str = ""
    url: str = ""
    receipt_key: str = ""
    access_code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """The page where a way to hand over is chosen."""

    form: AddressForm
    known: tuple[Destination, ...] = ()
    note: str = ""
    is_code_lasting: bool | None = None
    refused_field: str = ""
    refused_code: str = ""
    is_busy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Exactly what goes: as a page made of the sealed bytes alone, and the bytes themselves."""

    html: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One message in the page: ``code`` names it, ``value`` fills its place."""

    code: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendState:
    """The screen; ``is_of_one`` when it belongs to one conversation."""

    rows: tuple[Row, ...] = ()
    is_of_one: bool = False
    chosen: Detail | None = None
    page: Page = Page.DETAIL
    choosing: Choosing | None = None
    reading: Reading | None = None
    told: Told | None = None
    asks_to_withdraw: bool = False


_DONE = {OutboxState.CONFIRMED, OutboxState.WITHDRAWN}
_QUEUED = {OutboxState.READY, OutboxState.WAITING}
_ASKS = {
    DestinationState.AUTH,
    DestinationState.CLOSED,
    DestinationState.TLS,
    DestinationState.PORTAL,
}


def standing(one: Dispatch) -> Standing:
    """Return where an item stands."""
    item = one.item
    ways = [event.detail for event in one.history if event.what == "handed_over"]
    answers = [event for event in one.history if event.what in set(OutcomeKind)]
    tries = [
        time
        for time in (item.next_try_at, one.health.until if one.health else None)
        if time is not None
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
        detail=(answers[-1].detail or "") if answers else "",
        reference=reference(one.sealed.sha256),
    )


def group_of(at: Standing) -> Group:
    """Return the part of the list: whatever cannot go on without a person comes first."""
    if at.state in _DONE:
        return Group.DONE
    is_stuck = at.state in _QUEUED and at.is_addressed and at.destination_state in _ASKS
    has_no_way = at.state is OutboxState.READY and not at.is_addressed
    if at.state is OutboxState.ATTENTION or is_stuck or has_no_way:
        return Group.NEEDS_YOU
    return Group.WAITING


def rows(found: Iterable[Dispatch]) -> tuple[Row, ...]:
    """Return the lines of the list, part by part, the latest touched first in each."""
    lines = [
        Row(
            item_id=one.item.id,
            group=group_of(standing(one)),
            title=one.conversation.preparation.title,
            revision=one.sealed.revision,
            standing=standing(one),
        )
        for one in found
    ]
    order = list(Group)
    return tuple(sorted(lines, key=lambda line: order.index(line.group)))


def detail(one: Dispatch, kit: LocalKit, today: date) -> Detail:
    """Return everything shown of one submission."""
    at = standing(one)
    primary, others = _deeds(at)
    preparation = one.conversation.preparation
    window = kit.window
    is_over = window is not None and window.is_closed(today) and at.state not in _DONE
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
        closing=Closing(on=window.closes, note=kit.closed_note) if window and is_over else None,
        primary=primary,
        others=others,
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


_PAPERS = (Deed.SAVE_FILE, Deed.COPY, Deed.REPORT)


def _deeds(at: Standing) -> tuple[Deed, tuple[Deed, ...]]:
    """Return the likely next step, and what else can be done."""
    is_stuck = at.is_addressed and at.destination_state in _ASKS - {DestinationState.PORTAL}
    match at.state:
        case OutboxState.READY | OutboxState.WAITING if is_stuck:
            return Deed.CHOOSE, (Deed.ASK_AGAIN, Deed.HOLD, *_PAPERS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.READY | OutboxState.WAITING if at.is_addressed:
            return Deed.ASK_AGAIN, (Deed.HOLD, *_PAPERS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.READY | OutboxState.WAITING | OutboxState.HANDED_OVER:
            return Deed.CHOOSE, (*_PAPERS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.HELD:
            return Deed.RELEASE, (*_PAPERS, Deed.CORRECT, Deed.WITHDRAW)
        case OutboxState.ATTENTION:
            return Deed.CORRECT, (Deed.ASK_AGAIN, *_PAPERS, Deed.WITHDRAW)
        case OutboxState.SENDING:
            return Deed.REPORT, (Deed.SAVE_FILE, Deed.COPY)
        case OutboxState.CONFIRMED:
            return Deed.REPORT, (Deed.SAVE_FILE, Deed.COPY, Deed.CORRECT)
        case OutboxState.WITHDRAWN:
            return Deed.CORRECT, _PAPERS


def suggestion(kit: LocalKit) -> Suggestion | None:
    """Return where the kit says observations go, if it says so."""
    for one in kit.destinations:
        return Suggestion(
            name=one.name, url=one.url or "", receipt_key=one.receipt_key or "", note=one.note
        )
    return None
