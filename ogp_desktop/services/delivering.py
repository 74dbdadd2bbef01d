"""Deliveries, one after the other: claim and commit, send, record the verdict and commit.

The worst outcome is on disk before a socket opens: a program killed while sending leaves an item
that says it may have arrived, and the same bytes go again under the same id.

On a line that is quick the file would keep the line waiting. There, while the request of one item
is on the wire, one transaction records the verdict of the item before it and claims the item after
it. Every law stands as if nothing overlapped:

- A claim is durable before its request, for a request begins only when the transaction that claims
  it is over. Whoever is killed meanwhile leaves at most two items as being sent: the one on the
  wire, and the one before it, whose receipt was not yet written down, or the one after it, which
  never began. Both go again as the same bytes under the same id.
- There is one request at a time, and its outcome is known before the next one begins. What follows
  unwritten is a receipt and nothing else; after any other outcome the next item is given back in
  the transaction that records it. So a destination in trouble has one probe, and none behind it.
- What was claimed ahead is looked at again before its request: the file, a person who stopped it,
  the program that leaves, the age of the claim. A lease therefore outlasts its request as ever.
- What the file would not take beside a request is offered to it again with the next verdict.
- When the run is over, nothing is claimed, on the wire or unwritten.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.gateway import Gateway
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.domain.outbox import DEADLINE_S, Claim, OutboxItem
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.services.claiming import Claimed, claim_next, free_dead, give_back, may_begin
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.verdicts import Answered, record
from ogp_desktop.services.wire import Pending, Wire
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.store import Sitting, UnitOfWork

QUICK_S = 1.0
"""Beside a request that takes longer a commit counts for nothing, and nothing is claimed ahead."""
SENT_WITHIN_S = 0.05
"""So long a verdict waits for the next request to get out: both at work would hinder each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends and how.

    ``owner`` names this run of the program; ``open_gateway`` makes the gateway for a destination;
    ``jitter`` returns a fresh number in 0..1.
    """

    owner: str
    open_gateway: Callable[[Destination], Gateway]
    jitter: Callable[[], float]
    deadline_s: float = DEADLINE_S

    def claim(self) -> Claim:
        """Return the event by which it takes an item."""
        return Claim(owner=self.owner, deadline_s=self.deadline_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What one attempt came to."""

    item: OutboxItem
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Whoever looks on at a run, in the thread that called it.

    ``begun`` is told when an item is about to be sent, ``delivered`` when a verdict is on disk,
    ``freed`` when an item was let go whose sender is gone;
    ``may_go_on`` is asked after each answer whether another item may be begun.
    """

    begun: Callable[[OutboxItem], object] = lambda _item: None
    delivered: Callable[[Delivered], object] = lambda _delivered: None
    freed: Callable[[OutboxItem], object] = lambda _item: None
    may_go_on: Callable[[], bool] = lambda: True


_NOBODY = Watch()


def deliver_next(
    at: Workplace,
    sender: Sender,
    *,
    on_begun: Callable[[OutboxItem], object] = lambda _item: None,
) -> Delivered | None:
    """Try the item that is due and least tried, once; ``None`` when none is due.

    Raises as ``deliver_due`` does.
    """
    done: list[Delivered] = []
    gateways = OpenGateways(sender.open_gateway)
    watch = Watch(begun=on_begun, delivered=done.append, may_go_on=lambda: False)
    try:
        deliver_due(at, sender, gateways, watch)
    finally:
        gateways.rest()
    return done[0] if done else None


def deliver_due(
    at: Workplace, sender: Sender, gateways: OpenGateways, watch: Watch = _NOBODY
) -> None:
    """Try everything that is due, the least tried first, each as often as it becomes due.

    The connections stay open until none is due. Never raises for what the network or the server
    does; ``Trouble`` when the data file says no.
    """
    with at.store.sitting() as sitting, Wire() as wire:
        run = _Run(at, sender, gateways, watch, sitting, wire)
        try:
            is_all_done = run.go()
        except KeyboardInterrupt:
            gateways.shut()
            run.leave()
            raise
        except Exception:
            run.leave()
            raise
    if is_all_done:
        gateways.rest()


@dataclass(slots=True)
class _Run:
    """``_under_way`` is on the wire, ``_unwritten`` came from there, ``_ahead`` may go there next;
    ``_quick`` are the destinations whose last answer was a receipt that came quickly.
    """

    at: Workplace
    sender: Sender
    gateways: OpenGateways
    watch: Watch
    sitting: Sitting
    wire: Wire
    _under_way: tuple[Claimed, Pending] | None = None
    _unwritten: list[Answered] = field(default_factory=list)
    _ahead: Claimed | None = None
    _quick: set[DestinationId] = field(default_factory=set)
    _freed: list[OutboxItem] = field(default_factory=list)

    def go(self) -> bool:
        """Deliver until none is due; ``False`` when somebody wanted it to end before."""
        while not self.gateways.is_shut:
            claimed = self._write(self._first)
            self._tell_freed()
            if claimed is None:
                return True
            while claimed is not None:
                claimed = self._sent(claimed)
            if not self._may_go_on():
                break
        return False

    def leave(self) -> None:
        """Write down what an error left; what the file does not take is a claim that dies."""
        with suppress(Exception):
            self._hear()
        with suppress(Trouble):
            for one in (*([each] for each in self._unwritten), []):
                self._unwritten = one
                with suppress(LookupError, ValueError):  # what cannot be read keeps no other back
                    self._write()

    def _may_go_on(self) -> bool:
        return not self.gateways.is_shut and self.watch.may_go_on()

    # The wire

    def _sent(self, claimed: Claimed) -> Claimed | None:
        """Send one; return the one that follows, which is claimed on disk."""
        self._ahead = claimed  # given back if an error comes first
        self.watch.begun(claimed.item)
        began_s = self.at.clock.monotonic_s()
        request = partial(_outcome, claimed, self.gateways, self.sender.deadline_s)
        self._under_way, self._ahead = (claimed, self.wire.ask(request)), None
        self._write_beside(claimed.destination.id)
        self._hear()
        self._quick.discard(claimed.destination.id)
        is_quick = self.at.clock.monotonic_s() - began_s <= QUICK_S
        if is_quick and self._unwritten[-1].outcome.kind is OutcomeKind.CONFIRMED:
            self._quick.add(claimed.destination.id)
        if self._may_follow():
            return self._ahead
        return self._write(self._next if self._may_go_on() else None)

    def _hear(self) -> None:
        """Wait for the answer to what is under way."""
        if self._under_way is None:
            return
        claimed, asked = self._under_way
        outcome = asked.outcome()
        self._under_way = None
        is_stopped = self.gateways.forget(claimed.item.id)
        self._unwritten.append(Answered(claimed=claimed, outcome=outcome, is_stopped=is_stopped))

    def _may_follow(self) -> bool:
        """Tell whether what is claimed ahead may begin before this answer is written down."""
        ahead = self._ahead
        return (
            ahead is not None
            and [one.outcome.kind for one in self._unwritten] == [OutcomeKind.CONFIRMED]
            and self._may_go_on()
            and not self.gateways.is_stopped(ahead.item.id)
            and may_begin(self.at, self.sitting, ahead)
        )

    # The file

    def _write_beside(self, destination_id: DestinationId) -> None:
        """Write the verdict of before, and claim ahead, while this destination is asked."""
        is_quick = destination_id in self._quick and self._may_go_on()
        if not (self._unwritten or is_quick):
            return
        if self._under_way is not None:
            self._under_way[1].wait_until_sent(SENT_WITHIN_S)
        try:
            self._ahead, done = self._written(self._next_but_one if is_quick else None)
        except Exception:  # noqa: BLE001  written with the next verdict, or raised by it
            return
        self._tell(done)

    def _write(self, claim: Callable[[UnitOfWork], Claimed | None] | None = None) -> Claimed | None:
        """Write every verdict, give back what does not follow, and claim what does."""
        claimed, done = self._written(claim)
        self._tell(done)
        return claimed

    def _written(
        self, claim: Callable[[UnitOfWork], Claimed | None] | None
    ) -> tuple[Claimed | None, list[Delivered]]:
        """Do all of it in one transaction, or nothing."""
        claimed: Claimed | None = None
        try:
            with self.sitting.writing() as unit:
                done = [self._recorded(unit, one) for one in self._unwritten]
                if self._ahead is not None:
                    is_stopped = self.gateways.forget(self._ahead.item.id)
                    give_back(self.at, unit, self._ahead, is_stopped=is_stopped)
                if claim is not None and (claimed := claim(unit)) is not None:
                    self.gateways.expect(claimed.item.id)
        except BaseException:
            if claimed is not None:
                self.gateways.forget(claimed.item.id)
            raise
        self._unwritten, self._ahead = [], None
        return claimed, done

    def _recorded(self, unit: UnitOfWork, answered: Answered) -> Delivered:
        item = record(self.at, unit, answered, self.sender.jitter())
        return Delivered(item=item, outcome=answered.outcome)

    def _tell(self, done: list[Delivered]) -> None:
        for one in done:
            self.watch.delivered(one)

    def _tell_freed(self) -> None:
        freed, self._freed = self._freed, []
        for item in freed:
            self.watch.freed(item)

    def _first(self, unit: UnitOfWork) -> Claimed | None:
        """Let go of what is dead, and claim one."""
        self._freed = free_dead(self.at, unit, self.sender.jitter())
        return claim_next(self.at, unit, self.sender.claim())

    def _next(self, unit: UnitOfWork, *, is_ahead: bool = False) -> Claimed | None:
        """Claim another one; what cannot be read of it must not undo the verdict before it."""
        try:
            return claim_next(self.at, unit, self.sender.claim(), is_ahead=is_ahead)
        except (LookupError, ValueError):  # told by the next one that is the first
            return None

    def _next_but_one(self, unit: UnitOfWork) -> Claimed | None:
        """Claim one while another is on the wire."""
        return self._next(unit, is_ahead=True)


def _outcome(
    claimed: Claimed, gateways: OpenGateways, deadline_s: float, on_sent: Callable[[], object]
) -> Outcome:
    """Make one request, on the wire's thread."""
    try:
        parcel = claimed.parcel()
    except Trouble:  # the disk changed them: nothing that nobody sealed may leave
        return Outcome(kind=OutcomeKind.DAMAGED, bytes_may_have_left=False)
    return gateways.deliver(
        claimed.destination,
        parcel,
        of=claimed.item.id,
        deadline_s=deadline_s,
        on_sent=on_sent,
    )
