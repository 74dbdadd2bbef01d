"""What the Send screen and the command line show of the outbox."""

from dataclasses import dataclass

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.conversation import Conversation
from ogp_desktop.domain.destination import JSON, Destination
from ogp_desktop.domain.destination_health import DestinationHealth
from ogp_desktop.domain.ids import ConversationId, OutboxItemId
from ogp_desktop.domain.outbox import OutboxItem, OutboxState, may_be_there
from ogp_desktop.domain.receipt_page import ReceiptPage
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.domain.withdrawal import Withdrawal, WithdrawalState, takes_withdrawals
from ogp_desktop.domain.withdrawn import WithdrawnProof
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import DeliveryEvent, KeptReceipt, Sealed
from ogp_desktop.storage.store import UnitOfWork

_LEFT = {OutboxState.CONFIRMED, OutboxState.HANDED_OVER}
_TAKEN_BACK = {WithdrawalState.WITHDRAWN, WithdrawalState.NOT_THERE}
_DONE = {OutboxState.CONFIRMED, OutboxState.WITHDRAWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One sealed submission with everything known of its way."""

    item: OutboxItem
    sealed: Sealed
    conversation: Conversation
    destination: Destination | None
    health: DestinationHealth | None
    receipt: KeptReceipt | None
    history: tuple[DeliveryEvent, ...]
    withdrawal: Withdrawal | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether the stored bytes are still those that were sealed."""
        return sha256_hex(self.sealed.body) == self.sealed.sha256

    @property
    def withdrawn(self) -> WithdrawnProof | None:
        """Return what proves that it is kept there no longer."""
        one = self.withdrawal
        if one is None or one.proof is None or one.proved_at is None:
            return None
        return WithdrawnProof(signed=one.proof, received_at=one.proved_at)

    @property
    def is_taken_back(self) -> bool:
        """Tell whether nothing is left to be taken back, as far as is known."""
        return self.withdrawal is None or self.withdrawal.state in _TAKEN_BACK

    @property
    def state_name(self) -> str:
        """Name where it is; that it is withdrawn is said when the other side has said so."""
        return self.item.state.value if self.is_taken_back else "withdrawing"

    @property
    def may_be_withdrawn_there(self) -> bool:
        """Tell whether this program may ask that it be taken away where it may be stored."""
        is_over = self.withdrawal is not None and (
            self.withdrawal.is_pending or self.withdrawal.state is WithdrawalState.WITHDRAWN
        )
        is_going = self.item.state is OutboxState.SENDING
        may_ask = takes_withdrawals(self.destination) and may_be_there(self.item)
        return may_ask and not is_over and not is_going


def outbox(at: Workplace) -> tuple[Dispatch, ...]:
    """Return every sealed submission, the latest touched first."""
    with at.store.reading() as unit:
        found = [_dispatch(unit, item) for item in unit.outbox.items()]
    return tuple(sorted(found, key=lambda one: one.item.updated_at, reverse=True))


def dispatch(at: Workplace, *, item_id: OutboxItemId) -> Dispatch:
    """Return one sealed submission; raise ``LookupError`` when there is none."""
    with at.store.reading() as unit:
        return _dispatch(unit, unit.outbox.item(item_id))


def dispatches_of(at: Workplace, *, conversation_id: ConversationId) -> tuple[Dispatch, ...]:
    """Return the sealed revisions of one conversation, the newest first."""
    with at.store.reading() as unit:
        sealed = unit.outbox.submissions_of(conversation_id)
        items = (unit.outbox.item_of(one.id) for one in sealed)
        return tuple(_dispatch(unit, item) for item in items if item is not None)


def receipt_page(one: Dispatch) -> ReceiptPage:
    """Return what a person can hold in hand of a submission whose bytes are whole."""
    left = [event for event in one.history if event.what in {"attempt", "handed_over"}]
    has_left = one.item.state in _LEFT or one.item.maybe_stored
    last = left[-1] if left and has_left else None
    is_by_hand = last is not None and last.what == "handed_over"
    return ReceiptPage(
        title=one.conversation.preparation.title or one.conversation.preparation.place,
        submission=submission_from_bytes(one.sealed.body),
        sha256=one.sealed.sha256,
        made_at=one.sealed.sealed_at,
        handed_over_at=last.at if last else None,
        way=None if last is None else last.detail if is_by_hand else "internet",
        to=one.destination.name if one.destination and last and not is_by_hand else None,
        proof=one.receipt,
        is_in_their_words=one.destination is None or one.destination.protocol == JSON,
        withdrawal=one.withdrawn,
    )


def waiting_count(at: Workplace) -> int:
    """Return how many sealed submissions have no receipt yet, or are to be withdrawn there."""
    with at.store.reading() as unit:
        not_done = sum(item.state not in _DONE for item in unit.outbox.items())
        return not_done + len(unit.withdrawals.pending())


def waiting_bytes(at: Workplace) -> int:
    """Return how many bytes go as soon as they can."""
    with at.store.reading() as unit:
        return unit.outbox.waiting_bytes()


def _dispatch(unit: UnitOfWork, item: OutboxItem) -> Dispatch:
    sealed = unit.outbox.submission(item.submission_id)
    to = item.destination_id
    return Dispatch(
        item=item,
        sealed=sealed,
        conversation=unit.conversations.get(sealed.conversation_id),
        destination=None if to is None else unit.destinations.one(to),
        health=None if to is None else unit.destinations.health(to),
        receipt=unit.outbox.receipt(item.id),
        history=unit.outbox.history(item.id),
        withdrawal=unit.withdrawals.of(item.id),
    )
