"""Turns what a person asks of the Send screen into service calls, and follows the outbox."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.ids import ConversationId, OutboxItemId
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.changes import Changes, Touched
from ogp_desktop.services.exporting import sole_recipient
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.by_hand_model import ByHandModel
from ogp_desktop.ui.send.carrying_model import CarryingModel
from ogp_desktop.ui.send.choosing_model import ChoosingModel
from ogp_desktop.ui.send.choosing_state import Choosing
from ogp_desktop.ui.send.files_model import FilesModel
from ogp_desktop.ui.send.given import Given
from ogp_desktop.ui.send.outbox_orders import OutboxOrders, why_not
from ogp_desktop.ui.send.papers import Papers
from ogp_desktop.ui.send.send_reading import choosing_of, suggestion
from ogp_desktop.ui.send.send_state import Deed, Leaf, Page, Reading, SendState
from ogp_desktop.ui.send.shelf import Shelf
from ogp_desktop.ui.send.told import Told


class SendModel(QObject):
    """Signals: ``state_changed(state: SendState)``; ``trouble_met(error)``;
    ``correction_requested(conversation_id)``: the review of a corrected copy;
    ``print_offered(Leaf)``: a printer is to be chosen.
    """

    state_changed = Signal(object)
    trouble_met = Signal(object)
    correction_requested = Signal(str)
    print_offered = Signal(object)

    def __init__(
        self, desk: Desk, conversation_id: ConversationId | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = Shelf(desk, conversation_id)
        self.state = SendState(is_of_one=conversation_id is not None)
        self.orders = OutboxOrders(desk, self)
        self.orders.done.connect(self._done)
        self.orders.refused.connect(lambda told: self._reload(told=told))
        self.papers = Papers(desk, self)
        self.papers.told.connect(self._tell)
        self.files = FilesModel(desk, self)
        self.files.saved.connect(self._saved)
        self.files.told.connect(self._tell)
        self.carrying = CarryingModel(desk, self)
        self.carrying.changed.connect(lambda now: self._show(replace(self.state, carrying=now)))
        self.choosing = ChoosingModel(desk, self)
        self.choosing.changed.connect(self._show_choosing)
        self.choosing.sent.connect(self._sent)
        self.choosing.kept.connect(self._done)
        self.choosing.refused.connect(
            lambda refusal: self._reload(page=Page.DETAIL, told=why_not(refusal))
        )
        self.by_hand = ByHandModel(desk, self)
        self.by_hand.changed.connect(lambda now: self._show(replace(self.state, by_hand=now)))
        parts = (self.orders, self.papers, self.files, self.carrying, self.choosing, self.by_hand)
        for part in parts:
            part.trouble_met.connect(self.trouble_met)
        desk.bus.changed.connect(self._hear)
        self._reload()

    # What is shown

    def choose_row(self, item_id: str) -> None:
        """Show this submission."""
        self._reload(item_id=OutboxItemId(item_id), page=Page.DETAIL)

    def go_back(self) -> None:
        """Leave the page for the detail."""
        self._reload(page=Page.DETAIL)

    def read(self) -> None:
        """Show exactly what goes."""
        one = self._current()
        if one is None:
            return
        page = self.papers.report(one, self._shelf.kit_of(one)).html
        reading = Reading(html=page, raw=one.sealed.body.decode())
        self._show(replace(self.state, page=Page.READ, reading=reading, told=None))

    def choose_way(self) -> None:
        """Show where it may go, the address of before or the kit's own filled in."""
        shown = self.state.chosen
        if shown is None:
            return
        one = self._shelf.one(shown.item_id)
        known = addressing.destinations(self._desk.workplace)
        self.choosing.open(
            shown.item_id,
            choosing_of(shown, known, suggestion(self._shelf.kit_of(one)), one.conversation.kit),
        )
        self._show(replace(self.state, page=Page.CHOOSE, told=None))

    def copy_by_hand(self) -> None:
        """Show the answers one by one."""
        one = self._current()
        if one is not None:
            self.by_hand.open(one, self._shelf.kit_of(one))
            self._show(replace(self.state, page=Page.BY_HAND, told=None))

    def confirm_by_hand(self) -> None:
        """Believe that a person sent the form; it is handed over, and not confirmed."""
        self._with_chosen(lambda item_id: self.orders.hand_over(item_id, "form"))
        self._reload(page=Page.DETAIL, told=self.state.told)

    def take_endpoint(self, given: Given) -> None:
        """Show what the file or the QR code of an endpoint would set, wherever it was dropped."""
        if self.state.page is not Page.CHOOSE:
            self.choose_way()
        self.choosing.offers.read(given)

    def carry(self) -> None:
        """Show where somebody else's file is sent."""
        self.carrying.open()
        self._show(replace(self.state, page=Page.CARRY, told=None))

    def do(self, deed: Deed) -> None:
        """Do what needs nothing more than a press."""
        match deed:
            case Deed.CHOOSE | Deed.READDRESS:
                self.choose_way()
            case Deed.ASK_AGAIN | Deed.GIVE_LEAVE:
                self._send_again()
            case Deed.STOP:
                self._stop()
            case Deed.HOLD | Deed.RELEASE | Deed.STOP_ASKING:
                self._with_chosen(self.orders.plain[deed])
            case Deed.COPY | Deed.PRINT | Deed.PRINT_RECEIPT | Deed.SLIP:
                leaf = self._leaf(deed)
                if leaf is not None:
                    offer = self.papers.copy if deed is Deed.COPY else self.print_offered.emit
                    offer(leaf)
            case Deed.BY_HAND:
                self.copy_by_hand()
            case Deed.GIVE_LEAVE_ALL:
                self._give_leave_to_all()
            case Deed.WITHDRAW | Deed.WITHDRAW_THERE:
                self._show(replace(self.state, asks_to_withdraw=True, told=None))
            case Deed.CORRECT:
                if self.state.chosen is not None:
                    self.correction_requested.emit(self.state.chosen.conversation_id)
            case _:
                pass  # the screen asks for an address or a place first

    def answer_withdraw(self, is_meant: bool) -> None:
        """Withdraw it, there too if it may be stored there, or leave it as it is."""
        self._show(replace(self.state, asks_to_withdraw=False))
        shown = self.state.chosen
        if is_meant and shown is not None:
            self.orders.withdraw(shown.item_id, is_there=shown.may_withdraw_there)

    def save_file(self, path: str) -> None:
        """Write the sealed bytes to a file; unless they travel by themselves, that is a way."""
        one = self._current()
        if one is not None:
            self.files.save_readable(one, Path(path))

    def save_bundle(self, path: str) -> None:
        """Write an encrypted file of the chosen one."""
        one, shown = self._current(), self.state.chosen
        if one is not None and shown is not None:
            to = shown.files_for
            self.files.save_one(one.item.id, None if to is None else to.id, Path(path))

    def save_all(self, folder: str) -> None:
        """Write encrypted files of everything that waits into a folder."""
        sole = sole_recipient(addressing.destinations(self._desk.workplace))
        self.files.save_all(None if sole is None else sole.id, Path(folder))

    def save_page(self, deed: Deed, path: str) -> None:
        """Write the report or the receipt, as PDF or HTML by the ending of the path."""
        leaf = self._leaf(deed)
        if leaf is not None:
            self.papers.save(leaf, Path(path))

    def save_evidence(self, path: str) -> None:
        """Write the list of what is shown here, with ids, digests and receipts."""
        self.files.save_evidence(self._shelf.all(), Path(path))

    def add_receipt(self, path: str) -> None:
        """Read a file, and believe it if it holds the receipt for this very text."""
        if self.state.chosen is not None:
            self.files.add_receipts(self.state.chosen.item_id, Path(path))

    def _saved(self, done: Changes, told: Told | None) -> None:
        self._desk.bus.tell(done, self)
        self._reload(told=told, page=Page.DETAIL)

    def _stop(self) -> None:
        """End the attempt under way; what became of it is told when its verdict is on disk."""
        shown = self.state.chosen
        if shown is not None and not self._desk.stop_sending(shown.item_id):
            is_going = self._shelf.one(shown.item_id).item.state is OutboxState.SENDING
            self._reload(told=Told(code="not_here" if is_going else "not_now"))

    def _leaf(self, deed: Deed) -> Leaf | None:
        """Return the page that a deed is about; nothing when the sealed text is damaged."""
        one = self._current()
        if one is None:
            return None
        is_receipt = deed in {Deed.RECEIPT, Deed.PRINT_RECEIPT, Deed.SLIP}
        make = self.papers.receipt if is_receipt else self.papers.report
        return make(one, self._shelf.kit_of(one))

    def _send_again(self) -> None:
        shown = self.state.chosen
        if shown is None or shown.destination is None:
            self.choose_way()
        elif shown.standing.withdrawal is not None:
            self.orders.withdraw(shown.item_id, is_there=True)
        else:
            self.orders.send(shown.item_id, shown.destination.id)

    def _give_leave_to_all(self) -> None:
        shown = self.state.chosen
        if shown is not None and shown.destination is not None:
            self.orders.send_all_held(shown.destination.id)

    def _with_chosen(self, order: Callable[[OutboxItemId], None]) -> None:
        if self.state.chosen is not None:
            order(self.state.chosen.item_id)

    def _sent(self, done: Changes) -> None:
        self._desk.bus.tell(done, self)
        self._desk.wake_delivery()
        self._reload(page=Page.DETAIL)

    # Reading

    def _hear(self, changes: Changes, initiator: object) -> None:
        if initiator is self or Touched.OUTBOX not in changes.touched:
            return
        before = self.state
        self._reload(told=before.told)
        known = {row.item_id for row in before.rows}
        fresh = [row.item_id for row in self.state.rows if row.item_id not in known]
        if fresh and before.is_of_one and before.page is Page.DETAIL:
            self.choose_row(fresh[0])  # it was sealed a moment ago
        elif _standing(before) is not _standing(self.state):
            self._show(replace(self.state, told=None))  # what was said of it is over

    def _current(self) -> Dispatch | None:
        """Return the chosen one, unless the disk changed what was sealed, which is told."""
        shown = self.state.chosen
        if shown is None:
            return None
        one = self._shelf.one(shown.item_id)
        if not one.is_whole:
            self._show(replace(self.state, page=Page.DETAIL, told=Told(code="damaged")))
            return None
        return one

    def _reload(
        self,
        *,
        item_id: OutboxItemId | None = None,
        page: Page | None = None,
        told: Told | None = None,
    ) -> None:
        """Read everything again; a message of before goes unless another is given."""
        chosen = self.state.chosen
        found = self._shelf.look(item_id or (chosen.item_id if chosen else None))
        self._show(
            replace(
                self.state,
                rows=found.rows,
                chosen=found.chosen,
                may_save_all=found.may_save_all,
                may_carry=self._desk.open_carrier is not None,
                page=page or self.state.page,
                told=told,
                asks_to_withdraw=False if page else self.state.asks_to_withdraw,
            )
        )

    def _done(self, done: Changes) -> None:
        self._desk.bus.tell(done, self)
        self._reload()

    def _tell(self, told: Told) -> None:
        self._show(replace(self.state, told=told))

    def _show_choosing(self, choosing: Choosing) -> None:
        self._show(replace(self.state, choosing=choosing))

    def _show(self, state: SendState) -> None:
        if isValid(self) and state != self.state:  # an answer may come after the screen is gone
            self.state = state
            self.state_changed.emit(state)


def _standing(state: SendState) -> OutboxState | None:
    return None if state.chosen is None else state.chosen.standing.state
