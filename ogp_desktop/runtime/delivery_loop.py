"""Decides when to deliver: at the start, on a new item, on time, after sleep, on a new network.

It never decides what is sent (``services.delivering``) or how (a gateway). One attempt at a time,
in its own lane; nothing is tried before somebody gave an item leave to go. On a link that the
system takes for one paid by the byte, more than a little is not sent before somebody says so.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

from ogp_desktop.domain.clock import Clock
from ogp_desktop.runtime.background import Background

TICK_MS = 30_000
LONGEST_SLEEP_S = 90.0
"""A tick later than this means that the computer slept."""
METERED_LIMIT = 1_000_000
"""More bytes than this are not sent over a metered link unasked."""


@dataclass(frozen=True, slots=True)
class _Costly:
    """Nothing was tried: so many bytes wait, and the link is metered."""

    waiting: int


def is_metered() -> bool:
    """Tell whether the system takes the link for one that is paid by the byte; only a hint."""
    if not QNetworkInformation.loadDefaultBackend():
        return False
    network = QNetworkInformation.instance()
    return network.supports(QNetworkInformation.Feature.Metered) and network.isMetered()


class DeliveryLoop(QObject):
    """Signals: ``begun(item)`` when an attempt is under way; ``delivered(delivered)`` after each;
    ``failed(error)`` if the file said no; ``cost_asked(bytes)``, once for each metered link, when
    nothing is sent before ``wake(may_cost=True)``.

    ``deliver_next`` makes one attempt and returns what came of it, ``None`` when nothing was due;
    ``network_returned`` is called before looking when there is reason to think that it did;
    ``give_back`` is called when the one that is claimed for the next call must wait;
    ``waiting_bytes`` counts what would go, that one too. All are called in the lane.
    """

    begun = Signal(object)
    delivered = Signal(object)
    _begun_in_lane = Signal(object)
    failed = Signal(object)
    cost_asked = Signal(int)

    def __init__(
        self,
        lane: Background,
        clock: Clock,
        *,
        deliver_next: Callable[[], object | None],
        network_returned: Callable[[], object],
        give_back: Callable[[], object] = lambda: None,
        waiting_bytes: Callable[[], int] = lambda: 0,
        is_metered: Callable[[], bool] = is_metered,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._clock = clock
        self._deliver_next = deliver_next
        self._network_returned = network_returned
        self._give_back = give_back
        self._waiting_bytes = waiting_bytes
        self._is_metered = is_metered
        self._may_cost = False
        self._has_asked = False
        self._is_busy = False
        self._is_asked_again = False
        self._is_hastened = False
        self._last_tick_s = clock.now().timestamp()
        self._begun_in_lane.connect(self.begun, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Look once now and from then on by the clock and the network's hints."""
        self._timer.start()
        if QNetworkInformation.loadDefaultBackend():
            network = QNetworkInformation.instance()
            network.reachabilityChanged.connect(self.follow_reachability)
            network.isMeteredChanged.connect(self.follow_link)
        self.wake()

    def stop(self) -> None:
        """Start nothing more."""
        self._timer.stop()
        self._is_asked_again = False

    def tell_begun(self, item: object) -> None:
        """Say that an attempt is under way; called in the lane, heard in the GUI thread."""
        self._begun_in_lane.emit(item)

    def wake(self, *, may_cost: bool = False) -> None:
        """Look whether an item is due; while an attempt is under way, look again after it.

        ``may_cost`` when somebody pressed Send: on this link nothing is asked any more.
        """
        self._may_cost = self._may_cost or may_cost
        if self._is_busy:
            self._is_asked_again = True
            return
        self._is_busy = True
        is_hastened, self._is_hastened = self._is_hastened, False
        asks = not self._may_cost and self._is_metered()
        self._lane.run(lambda: self._attempt(is_hastened, asks), self._answered, self._broke)

    def tick(self) -> None:
        """Look by the clock; what waits is hastened when the computer slept meanwhile."""
        now_s = self._clock.now().timestamp()
        self._is_hastened = self._is_hastened or now_s - self._last_tick_s > LONGEST_SLEEP_S
        self._last_tick_s = now_s
        self.wake()

    def follow_reachability(self, reachability: QNetworkInformation.Reachability) -> None:
        """Look when the system says that the network is there again."""
        if reachability is QNetworkInformation.Reachability.Online:
            self._is_hastened = True
            self.wake()

    def follow_link(self) -> None:
        """Another link may be free, or cost anew: what was said of the one before is over."""
        self._may_cost = self._has_asked = False
        self.wake()

    def _attempt(self, is_hastened: bool, asks: bool) -> object | None:
        if is_hastened:
            self._network_returned()
        if asks and (waiting := self._waiting_bytes()) > METERED_LIMIT:
            self._give_back()
            return _Costly(waiting)
        return self._deliver_next()

    def _answered(self, delivered: object | None) -> None:
        self._is_busy = False
        is_costly = isinstance(delivered, _Costly)
        if isinstance(delivered, _Costly):
            self._ask(delivered)
        elif delivered is not None:
            self.delivered.emit(delivered)
        if self._is_asked_again or (delivered is not None and not is_costly):
            self._is_asked_again = False
            self.wake()

    def _ask(self, costly: _Costly) -> None:
        if not self._has_asked and not self._may_cost:
            self._has_asked = True
            self.cost_asked.emit(costly.waiting)

    def _broke(self, error: Exception) -> None:
        self._is_busy = False
        self._is_asked_again = False
        self.failed.emit(error)
