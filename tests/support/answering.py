"""A gateway with one answer, and one attempt through it."""

from collections.abc import Callable

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Receipt, SignedReceipt
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.ui.desk import Desk


class Answering:
    """A gateway with one answer; ``meanwhile`` happens while the request is under way."""

    def __init__(
        self,
        kind: OutcomeKind,
        meanwhile: Callable[[], object] = lambda: None,
        *,
        detail: str = "",
    ) -> None:
        self._kind, self._meanwhile, self._detail = kind, meanwhile, detail
        self.opened = self.closed = self.cancelled = 0

    def open(self, _destination: Destination) -> Gateway:
        """Return itself, and count."""
        self.opened += 1
        return self

    def deliver(self, parcel: Parcel, *, deadline_s: float, **_: object) -> Outcome:
        """Let things happen, then answer, with a receipt for this very parcel where it confirms."""
        self._meanwhile()
        receipt = Receipt(
            id=parcel.submission_id,
            sha256=parcel.sha256,
            endpoint="47ff8abebe2e247d",
            stored_at="2022-08-01T18:00:00+00:00",
        )
        is_confirmed = self._kind is OutcomeKind.CONFIRMED
        return Outcome(
            kind=self._kind,
            bytes_may_have_left=self._kind is not OutcomeKind.UNREACHABLE,
            receipt=SignedReceipt(receipt=receipt) if is_confirmed else None,
            detail=self._detail,
        )

    def cancel(self) -> None:
        """Count."""
        self.cancelled += 1

    def close(self) -> None:
        """Count."""
        self.closed += 1


def delivered(desk: Desk, kind: OutcomeKind, detail: str = "") -> None:
    """Let the program try once, with this answer."""
    gateway = Answering(kind, detail=detail)
    by = Sender(owner="one", open_gateway=gateway.open, jitter=lambda: 1.0)
    assert deliver_next(desk.workplace, by) is not None
