"""Decides when to deliver: at the start, on a new item, on time, after sleep, on a new network.

It never decides what is sent (``services.delivering``) or how (a gateway). One attempt at a time,
in its own lane; nothing is tried before somebody gave an item leave to go.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

from ogp_desktop.domain.clock import Clock
from ogp_desktop.runtime.background import Background

TICK_MS = 30_000
LONGEST_SLEEP_S = 90.0
"""A tick later than this means that the computer slept."""


class DeliveryLoop(QObject):
    """Signals: ``begun(item)`` when an attempt is under way; ``delivered(delivered)`` after each;
    ``failed(error)`` if the file said no.

    ``deliver_next`` makes one attempt and returns what came of it, ``None`` when nothing was due;
    ``network_returned`` is called before looking when there is reason to think that it did.
    """

    begun = Signal(object)
    delivered = Signal(object)
    _begun_in_lane = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        lane: Background,
        clock: Clock,
        *,
        deliver_next: Callable[[], object | None],
        network_returned: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._clock = clock
        self._deliver_next = deliver_next
        self._network_returned = network_returned
        self._is_busy = False
        self._is_asked_again = False
        self._last_tick_s = clock.now().timestamp()
        self._begun_in_lane.connect(self.begun, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Look once now and from then on by the clock and the network's hints."""
        self._timer.start()
        if QNetworkInformation.loadDefaultBackend():
            QNetworkInformation.instance().reachabilityChanged.connect(self._reachability_changed)
        self.wake()

    def stop(self) -> None:
        """Start nothing more."""
        self._timer.stop()
        self._is_asked_again = False

    def tell_begun(self, item: object) -> None:
        """Say that an attempt is under way; called in the lane, heard in the GUI thread."""
        self._begun_in_lane.emit(item)

    def wake(self) -> None:
        """Look whether an item is due; while an attempt is under way, look again after it."""
        if self._is_busy:
            self._is_asked_again = True
            return
        self._is_busy = True
        self._lane.run(self._deliver_next, self._answered, self._broke)

    def _answered(self, delivered: object | None) -> None:
        self._is_busy = False
        if delivered is not None:
            self.delivered.emit(delivered)
        if delivered is not None or self._is_asked_again:
            self._is_asked_again = False
            self.wake()

    def _broke(self, error: Exception) -> None:
        self._is_busy = False
        self._is_asked_again = False
        self.failed.emit(error)

    def _tick(self) -> None:
        now_s = self._clock.now().timestamp()
        has_slept = now_s - self._last_tick_s > LONGEST_SLEEP_S
        self._last_tick_s = now_s
        if has_slept:
            self._network_came()
        else:
            self.wake()

    def _network_came(self) -> None:
        """Let what waits be due, in the lane, for it may be much; then look."""
        self._lane.run(self._network_returned, lambda _told: self.wake(), self.failed.emit)

    def _reachability_changed(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability is QNetworkInformation.Reachability.Online:
            self._network_came()
