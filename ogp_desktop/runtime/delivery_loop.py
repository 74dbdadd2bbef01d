"""Decides when to deliver: at the start, on a new item, on time, after sleep, on a new network.

It never decides what is sent (``services.delivering``) or how (a gateway). One run of attempts at a
time, in its own lane; nothing is tried before somebody gave an item leave to go. On a link that the
system takes for one paid by the byte, more than a little is not sent before somebody says so.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

from ogp_desktop.domain.clock import Clock
from ogp_desktop.runtime.background import Background

TICK_MS = 30_000
MOVED_MS = 200
"""Who listens reads the whole outbox, and a quick line moves it hundreds of times a second."""
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
    """Signals: ``moved()`` when attempts began or came to their end, at once and then at most every
    ``MOVED_MS``; ``failed(error)`` if the file said no; ``cost_asked(bytes)``, once for each
    metered link, when nothing is sent before ``wake(may_cost=True)``.

    ``deliver_due`` makes one attempt after the other until none is due or ``may_go_on`` says no,
    and calls ``tell_moved``; ``network_returned`` is called before looking when there is reason to
    think that it did; ``waiting_bytes`` counts what would go. All are called in the lane.
    """

    moved = Signal()
    _moved_in_lane = Signal()
    failed = Signal(object)
    cost_asked = Signal(int)

    def __init__(
        self,
        lane: Background,
        clock: Clock,
        *,
        deliver_due: Callable[[], object],
        network_returned: Callable[[], object],
        waiting_bytes: Callable[[], int] = lambda: 0,
        is_metered: Callable[[], bool] = is_metered,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._clock = clock
        self._deliver_due = deliver_due
        self._network_returned = network_returned
        self._waiting_bytes = waiting_bytes
        self._is_metered = is_metered
        self._may_cost = False
        self._has_asked = False
        self._is_busy = False
        self._is_asked_again = False
        self._is_hastened = False
        self._is_over = False
        self._has_moved = False
        self._last_tick_s = clock.now().timestamp()
        self._moved_in_lane.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self._pause = QTimer(self)
        self._pause.setInterval(MOVED_MS)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._tell)
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
        """Start nothing more, and tell nothing more."""
        self._timer.stop()
        self._pause.stop()
        self._is_asked_again = False
        self._is_over = True

    def tell_moved(self, _what: object) -> None:
        """Say that an attempt began or came to its end; called in the lane, heard in the GUI's."""
        self._moved_in_lane.emit()

    def may_go_on(self) -> bool:
        """Tell the lane whether nobody asked for a new look, which settles everything anew."""
        return not (self._is_asked_again or self._is_over)

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

    def _attempt(self, is_hastened: bool, asks: bool) -> _Costly | None:
        if is_hastened:
            self._network_returned()
        if asks and (waiting := self._waiting_bytes()) > METERED_LIMIT:
            return _Costly(waiting)
        self._deliver_due()
        return None

    def _answered(self, costly: _Costly | None) -> None:
        self._is_busy = False
        self._tell()
        if costly is not None:
            self._ask(costly)
        if self._is_asked_again:
            self._is_asked_again = False
            self.wake()

    def _move(self) -> None:
        self._has_moved = True
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        """Tell what moved since it was told last."""
        if self._has_moved and not self._is_over:
            self._has_moved = False
            self._pause.start()
            self.moved.emit()

    def _ask(self, costly: _Costly) -> None:
        if not self._has_asked and not self._may_cost:
            self._has_asked = True
            self.cost_asked.emit(costly.waiting)

    def _broke(self, error: Exception) -> None:
        self._is_busy = False
        self._is_asked_again = False
        self._tell()
        self.failed.emit(error)
