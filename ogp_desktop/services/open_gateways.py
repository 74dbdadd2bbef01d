"""The gateways that are open, at most one for each destination, the one attempt under way, and the
item that is claimed for the next.

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
from ogp_desktop.services.claiming import Claimed

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
        self._item_id: OutboxItemId | None = None
        self.ahead: Claimed | None = None
        self._under_way: Gateway | None = None
        self._is_stop_asked = False
        self._is_shut = False

    def begin(self, item_id: OutboxItemId) -> None:
        """Know which item is being sent: from now on it can be stopped."""
        with self._guard:
            self.ahead = None
            if self._item_id != item_id:  # else it was claimed ahead, and may be stopped by now
                self._item_id = item_id
                self._is_stop_asked = False

    def go_ahead(self, claimed: Claimed | None) -> None:
        """Know what is claimed for the next attempt, which can be stopped before it begins."""
        with self._guard:
            self.ahead = claimed
            self._item_id = None if claimed is None else claimed.item.id
            self._is_stop_asked = False

    @property
    def is_shut(self) -> bool:
        """Tell whether the program leaves."""
        return self._is_shut

    @property
    def is_stop_asked(self) -> bool:
        """Tell whether somebody stopped the item under way, or the one that is claimed ahead."""
        return self._is_stop_asked

    @property
    def may_go_on(self) -> bool:
        """Tell whether nobody stopped what is claimed ahead, nor all of it."""
        return not (self._is_shut or self._is_stop_asked)

    def deliver(self, destination: Destination, parcel: Parcel, *, deadline_s: float) -> Outcome:
        """Send the parcel once, over the connection of before where there is one."""
        try:
            gateway = self._to(destination)
        except Refusal as refusal:  # an access code or an address that no request can carry
            kind = OutcomeKind.AUTH if refusal.code == "bad_token" else OutcomeKind.CLOSED
            return Outcome(kind=kind, bytes_may_have_left=False)
        with self._guard:
            if self._is_stop_asked or self._is_shut:
                return Outcome(kind=OutcomeKind.INTERRUPTED, bytes_may_have_left=False)
            self._under_way = gateway
        is_well = False
        try:
            outcome = gateway.deliver(parcel, deadline_s=deadline_s)
            is_well = outcome.kind in _WELL
        finally:
            with self._guard:
                self._under_way = None
            if not is_well:
                self._open.pop(destination, None)
                gateway.close()
        return outcome

    def end(self) -> bool:
        """Forget the item, which can be stopped no more; tell whether somebody stopped it."""
        with self._guard:
            self._item_id = None
            return self._is_stop_asked

    def stop(self, item_id: OutboxItemId) -> bool:
        """End the attempt to send this item, at once; tell whether it was under way here."""
        with self._guard:
            if self._item_id != item_id:
                return False
            self._is_stop_asked = True
            self._cancel()
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
            self._cancel()

    def _cancel(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()

    def _to(self, destination: Destination) -> Gateway:
        if destination not in self._open:
            self._open[destination] = self._open_gateway(destination)
        return self._open[destination]
