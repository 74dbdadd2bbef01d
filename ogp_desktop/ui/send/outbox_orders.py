"""Gives the outbox its orders: each one transaction, told to everybody at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import DestinationId, OutboxItemId
from ogp_desktop.services import addressing, withdrawing
from ogp_desktop.services.changes import Changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.send_state import Deed
from ogp_desktop.ui.send.told import Told


class OutboxOrders(QObject):
    """Signals: ``done(Changes)``; ``refused(Told)``; ``trouble_met(error)``.

    ``plain`` are the orders that need nothing but the item.
    """

    done = Signal(object)
    refused = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.plain: dict[Deed, Callable[[OutboxItemId], None]] = {
            Deed.HOLD: self.hold,
            Deed.RELEASE: self.release,
            Deed.STOP_ASKING: self.stop_asking,
        }

    def hold(self, item_id: OutboxItemId) -> None:
        """Keep it here."""
        self._do(lambda: addressing.hold(self._desk.workplace, item_id=item_id))

    def release(self, item_id: OutboxItemId) -> None:
        """Let it go on."""
        at = self._desk.workplace
        self._do(lambda: addressing.release(at, item_id=item_id), wakes=True)

    def withdraw(self, item_id: OutboxItemId, *, is_there: bool) -> None:
        """Take it out, or back from where it may be stored, now if that can be."""
        at = self._desk.workplace
        order = withdrawing.ask_withdrawal if is_there else addressing.withdraw
        self._do(lambda: order(at, item_id=item_id), wakes=is_there)

    def stop_asking(self, item_id: OutboxItemId) -> None:
        """Ask no more."""
        self._do(lambda: withdrawing.stop_asking(self._desk.workplace, item_id=item_id))

    def hand_over(self, item_id: OutboxItemId, way: str) -> None:
        """Believe a person who says that it was handed over."""
        self._do(lambda: addressing.hand_over(self._desk.workplace, item_id=item_id, way=way))

    def send(self, item_id: OutboxItemId, to: DestinationId) -> None:
        """Give it leave to go there, now if it can."""
        at = self._desk.workplace
        self._do(lambda: addressing.send(at, item_id=item_id, destination_id=to), wakes=True)

    def send_all_held(self, to: DestinationId) -> None:
        """Give leave to everything that is held because this place became another."""
        at = self._desk.workplace
        self._do(lambda: addressing.send_all_held(at, destination_id=to), wakes=True)

    def _do(self, order: Callable[[], Changes], *, wakes: bool = False) -> None:
        try:
            done = order()
        except Refusal as refusal:
            self.refused.emit(why_not(refusal))
            return
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
            return
        self.done.emit(done)
        if wakes:
            self._desk.wake_delivery()


def why_not(refusal: Refusal) -> Told:
    """Return what to say of an order that was refused."""
    is_elsewhere = refusal.data.get("event") == "address"
    return Told(code="elsewhere" if is_elsewhere else "not_now")
