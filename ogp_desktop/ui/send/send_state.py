"""What the Send screen shows, as frozen values made from the read models; no words, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.ids import ConversationId, OutboxItemId
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import in_fours, reference
from ogp_desktop.domain.withdrawal import WithdrawalState
from ogp_desktop.ui.send.by_hand_state import ByHand
from ogp_desktop.ui.send.carrying_state import Carrying
from ogp_desktop.ui.send.choosing_state import Choosing
from ogp_desktop.ui.send.told import Told


class Group(StrEnum):
    """The three parts of the list, in their order."""

    NEEDS_YOU = "needs_you"
    WAITING = "waiting"
    DONE = "done"


class Deed(StrEnum):
    """What a person can do with a sealed submission here."""

    CHOOSE = "choose"
    READDRESS = "readdress"
    SEND = "send"
    ASK_AGAIN = "ask_again"
    STOP = "stop"
    HOLD = "hold"
    RELEASE = "release"
    GIVE_LEAVE = "give_leave"
    GIVE_LEAVE_ALL = "give_leave_all"
    CORRECT = "correct"
    SAVE_FILE = "save_file"
    BY_HAND = "by_hand"
    SAVE_BUNDLE = "save_bundle"
    COPY = "copy"
    REPORT = "report"
    PRINT = "print"
    RECEIPT = "receipt"
    PRINT_RECEIPT = "print_receipt"
    SLIP = "slip"
    WITHDRAW = "withdraw"
    WITHDRAW_THERE = "withdraw_there"
    STOP_ASKING = "stop_asking"
    ADD_RECEIPT = "add_receipt"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What is printed: a page made of HTML, and whether it is as small as a receipt."""

    html: str
    is_small: bool


class Page(StrEnum):
    """What stands where the detail is."""

    DETAIL = "detail"
    CHOOSE = "choose"
    READ = "read"
    BY_HAND = "by_hand"
    CARRY = "carry"


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
    """How it was handed over: "file", "bundle", "text" or "paper"."""
    saved_as: str = ""
    """Where the encrypted file of it was written last."""
    detail: str = ""
    """The server's own title of what is wrong; a stranger's words."""
    is_too_large: bool = False
    """It is larger than the other side takes."""
    reference: str = ""
    leave: "LeaveAsked | None" = None
    is_long_here: bool = False
    """It was sealed a week ago or longer, and did not leave."""
    refused_bundle: str = ""
    """Why the encrypted file that it went into was refused, if that is what it waits for."""
    number: str = ""
    """Under which it is known elsewhere."""
    may_withdraw_there: bool = False
    withdrawal: "WithdrawalShown | None" = None

    @property
    def goes_on(self) -> bool:
        """Tell whether something of it is done by itself."""
        if self.withdrawal is not None:
            return self.withdrawal.state is WithdrawalState.ASKED
        return self.state in {OutboxState.READY, OutboxState.WAITING}


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalShown:
    """How far it is taken back at ``name``, where it has this ``number``.

    ``is_leave_other``: the place has another address or access code than when it was asked for.
    What stands below comes with the proof that it was done.
    """

    state: WithdrawalState
    name: str
    number: str
    attempts: int = 0
    reason: OutcomeKind | None = None
    is_leave_other: bool = False
    asked_at: datetime
    endpoint: str = ""
    withdrawn_at: datetime | None = None
    proved_at: datetime | None = None
    is_verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveAsked:
    """It is held, for its place is another than the one it was given leave for.

    ``old_url`` is the address of before, empty when only the access code is another; ``alike``
    counts the others that are held for the same reason.
    """

    name: str
    url: str
    old_url: str = ""
    alike: int = 0


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
class Place:
    """A place that the kit names, with its address."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The kit's window is over or nearly: its last day, and its own words for when it is over.

    ``days_left`` is 0 on the last day, and below when it is over; ``asks`` are the places that the
    kit gives an address of.
    """

    on: date
    days_left: int
    note: str
    asks: tuple[Place, ...] = ()

    @property
    def is_over(self) -> bool:
        """Tell whether nothing is expected any more."""
        return self.days_left < 0


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
    files_for: Destination | None = None
    """Whom an encrypted file of it can be made for."""
    sent_to: str = ""
    """The address that it had leave for."""
    others_there: tuple[int, ...] = ()
    """The other revisions that may be stored there."""

    @property
    def may_withdraw_there(self) -> bool:
        """Tell whether this program may ask that it be deleted there."""
        return self.standing.may_withdraw_there

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether it may be stored with somebody."""
        return self.standing.maybe_stored or self.standing.state is OutboxState.CONFIRMED

    @property
    def number(self) -> str:
        """Return the number under which it is known elsewhere."""
        return self.standing.number

    @property
    def reference(self) -> str:
        """Return the short name that people read to each other."""
        return reference(self.sha256)

    @property
    def digest(self) -> str:
        """Return the whole SHA-256 in groups of four."""
        return in_fours(self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Exactly what goes: as a page made of the sealed bytes alone, and the bytes themselves."""

    html: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendState:
    """The screen; ``is_of_one`` when it belongs to one conversation."""

    rows: tuple[Row, ...] = ()
    is_of_one: bool = False
    chosen: Detail | None = None
    page: Page = Page.DETAIL
    choosing: Choosing | None = None
    reading: Reading | None = None
    by_hand: ByHand | None = None
    carrying: Carrying | None = None
    may_save_all: bool = False
    may_carry: bool = False
    told: Told | None = None
    asks_to_withdraw: bool = False
