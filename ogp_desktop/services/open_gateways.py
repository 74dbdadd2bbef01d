"""The gateways that are open, at most one for each destination, the one request under way, and
the items that are claimed and can be stopped.

A destination that is not well loses its gateway, so that the next try begins with the address, the
access code and the network of that moment.
"""

import threading
from collections.abc import Callable
from contextlib import suppress

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.outcome import Outcome, OutcomeKind

_WELL = {
    OutcomeKind.CONFIRMED,
    OutcomeKind.REFUSED,
    OutcomeKind.WITHDRAWN,
    OutcomeKind.CONFLICT,
}
"""Outcomes that say nothing against the connection."""


class OpenGateways:
    """One sender works with it; ``stop`` and ``shut`` may come from another thread."""

    def __init__(self, open_gateway: Callable[[Destination], Gateway]) -> None:
        self._open_gateway = open_gateway
        self._open: dict[Destination, Gateway] = {}
        self._guard = threading.Lock()
        self._stops: dict[OutboxItemId, bool] = {}
        self._under_way: tuple[OutboxItemId, Gateway] | None = None
        self._is_shut = False

    def expect(self, item_id: OutboxItemId) -> None:
        """Know an item that is claimed: from now on it can be stopped."""
        with self._guard:
            self._stops[item_id] = False

    def is_stopped(self, item_id: OutboxItemId) -> bool:
        """Tell whether somebody stopped an item that is claimed."""
        return self._stops.get(item_id, False)

    def forget(self, item_id: OutboxItemId) -> bool:
        """Let go of an item, which can be stopped no more; tell whether somebody did."""
        with self._guard:
            return self._stops.pop(item_id, False)

    @property
    def is_shut(self) -> bool:
        """Tell whether the program leaves."""
        return self._is_shut

    def deliver(
        self,
        destination: Destination,
        parcel: Parcel,
        *,
        of: OutboxItemId,
        deadline_s: float,
        on_sent: Callable[[], object],
    ) -> Outcome:
        """Send the parcel of an item once, over the connection of before where there is one."""
        try:
            gateway = self._to(destination)
        except Refusal as refusal:  # an access code or an address that no request can carry
            kind = OutcomeKind.AUTH if refusal.code == "bad_token" else OutcomeKind.CLOSED
            return Outcome(kind=kind, bytes_may_have_left=False)
        with self._guard:
            if self._stops.get(of, False) or self._is_shut:
                return Outcome(kind=OutcomeKind.INTERRUPTED, bytes_may_have_left=False)
            self._under_way = of, gateway
        is_well = False
        try:
            outcome = gateway.deliver(parcel, deadline_s=deadline_s, on_sent=on_sent)
            is_well = outcome.kind in _WELL
        finally:
            with self._guard:
                self._under_way = None
            if not is_well:
                self._open.pop(destination, None)
                with suppress(OSError):  # what came of the request counts, not how it is let go
                    gateway.close()
        return outcome

    def stop(self, item_id: OutboxItemId) -> bool:
        """End the attempt to send this item, at once; tell whether it was claimed here."""
        with self._guard:
            if item_id not in self._stops:
                return False
            self._stops[item_id] = True
            if self._under_way is not None and self._under_way[0] == item_id:
                self._under_way[1].cancel()
            return True

    def rest(self) -> None:
        """Let go of every connection; the next attempt opens its own."""
        for gateway in self._open.values():
            with suppress(OSError):
                gateway.close()
        self._open.clear()

    def shut(self) -> None:
        """End what is under way and begin nothing more: the program leaves."""
        with self._guard:
            self._is_shut = True
            if self._under_way is not None:
                self._under_way[1].cancel()

    def _to(self, destination: Destination) -> Gateway:
        if destination not in self._open:
            self._open[destination] = self._open_gateway(destination)
        return self._open[destination]
