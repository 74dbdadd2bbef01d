"""What hands sealed submissions over, and takes them back, while the window is open: the loop, its
lane's work, and the gateways it keeps open.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ogp_desktop import wiring
from ogp_desktop.domain.secrets import Secrets
from ogp_desktop.runtime.background import Lane
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.runtime.delivery_loop import DeliveryLoop
from ogp_desktop.services.addressing import network_returned
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.services.delivering import Watch, deliver_due
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.outbox_reading import waiting_bytes
from ogp_desktop.services.withdrawing import network_is_back, withdraw_next

if TYPE_CHECKING:
    from ogp_desktop.domain.ids import OutboxItemId
    from ogp_desktop.services.workplace import Workplace

CUT_S = 0.5
"""An attempt that was cut off writes down that it may have arrived, and so is asked again soon."""


class Sending(QObject):
    """Signals: ``failed(error)`` when the loop itself met something that stops it;
    ``cost_asked(bytes)`` when so much waits for a link that may cost.
    """

    failed = Signal(object)
    cost_asked = Signal(int)

    def __init__(
        self, workplace: "Workplace", secrets: Secrets, lane: Lane, bus: Bus, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._bus = bus
        self._workplace = workplace
        self._sender = wiring.sender(secrets)
        self._gateways = OpenGateways(self._sender.open_gateway)
        self._asker = wiring.asker(secrets)
        loop = self._loop = DeliveryLoop(
            lane,
            workplace.clock,
            deliver_due=self._send_due,
            network_returned=self._hasten,
            waiting_bytes=lambda: waiting_bytes(workplace),
            parent=self,
        )
        self._watch = Watch(
            begun=loop.tell_moved,
            delivered=loop.tell_moved,
            freed=loop.tell_moved,
            may_go_on=loop.may_go_on,
        )
        loop.moved.connect(self._tell_outbox)
        loop.cost_asked.connect(self.cost_asked)
        loop.failed.connect(self.failed)
        loop.start()

    def wake(self) -> None:
        """Look at once for something to send: somebody pressed a button, so that it may cost."""
        self._loop.wake(may_cost=True)

    def stop(self, item_id: "OutboxItemId") -> bool:
        """Break off the attempt of an item; tell whether there was one."""
        return self._gateways.stop(item_id)

    def halt(self) -> None:
        """Begin nothing more, and cut off what is on its way."""
        self._loop.stop()
        self._gateways.shut()
        self._asker.shut()

    def leave(self) -> None:
        """Wait shortly for what was cut off to be written down."""
        if self._lane.close(CUT_S):
            self._gateways.rest()

    def _send_due(self) -> None:
        """Take back what was asked for first: people read meanwhile. Then hand over what waits."""
        at, moved = self._workplace, self._loop.tell_moved
        while self._loop.may_go_on():
            told = withdraw_next(at, self._asker, on_begun=moved)
            if told is None:
                break
            moved(told)
        deliver_due(at, self._sender, self._gateways, self._watch)

    def _hasten(self) -> None:
        """Let what waits go at once: the network is there again."""
        network_returned(self._workplace)
        network_is_back(self._workplace)

    def _tell_outbox(self) -> None:
        self._bus.tell(changes(Touched.OUTBOX, Touched.CONVERSATIONS))
