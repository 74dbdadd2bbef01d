"""A line over which receipts come quickly, so that the next item is claimed while one is on it."""

from collections.abc import Callable
from time import monotonic, sleep

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.services.delivering import Sender, Watch, deliver_due
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from tests.support.answering import Answering
from tests.support.queued import item_id_of, numbered_submission

PATIENCE_S = 20
OVERLAPPED = 1
"""The first request that has another claimed behind it: the one before it was answered well."""


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so."""
    until = monotonic() + PATIENCE_S
    while not is_so():
        assert monotonic() < until, "it never came to that"
        sleep(0.001)


class QuickLine:
    """A sender over a line that answers each item well, or as ``kinds`` says by its number.

    ``meanwhile`` happens while number ``moment`` is on the wire and the one after it is claimed.
    """

    def __init__(self, at: Workplace, *, moment: int = OVERLAPPED) -> None:
        self.at, self.moment = at, moment
        self.asked: list[int] = []
        self.kinds: dict[int, OutcomeKind] = {}
        self.meanwhile: Callable[[], object] = lambda: None
        self.may_go_on: Callable[[], bool] = lambda: True
        self.by = Sender(owner="one", open_gateway=self.open, jitter=lambda: 0.0)
        self.gateways = OpenGateways(self.open)

    def send(self) -> None:
        """Send what is due."""
        deliver_due(self.at, self.by, self.gateways, Watch(may_go_on=self.may_go_on))

    def open(self, _destination: Destination) -> Gateway:
        """Return itself."""
        return self

    def deliver(
        self, parcel: Parcel, *, deadline_s: float, on_sent: Callable[[], object] = lambda: None
    ) -> Outcome:
        """Give the answer that there is for the item."""
        number = int(parcel.submission_id[-12:], 16)
        self.asked.append(number)
        on_sent()
        if number == self.moment and self.asked.count(number) == 1:
            wait_until(lambda: self.state(number + 1) is OutboxState.SENDING)
            self.meanwhile()
        kind = self.kinds.get(number, OutcomeKind.CONFIRMED)
        return Answering(kind).deliver(parcel, deadline_s=deadline_s)

    def state(self, number: int) -> OutboxState:
        """Return where an item stands on disk."""
        with self.at.store.reading() as unit:
            return unit.outbox.item(item_id_of(numbered_submission(number))).state

    def probe(self, **_: object) -> object:
        raise NotImplementedError

    def cancel(self) -> None:
        """Nothing is under way for long."""

    def close(self) -> None:
        """Nothing is held."""
