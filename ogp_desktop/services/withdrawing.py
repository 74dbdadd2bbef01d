"""Taking a submission back where it may be stored: asked for, asked there, and answered.

As with a delivery the worst is on disk before a socket opens: a program killed while asking leaves
a request that is asked again, which takes nothing away twice. Whatever was asked for, the item goes
there no more, and its bytes stay here.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import asked_again, may_try, next_health, probing
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.outbox import (
    DEADLINE_S,
    Act,
    Claim,
    OutboxItem,
    may_be_there,
    next_state,
)
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.withdrawal import (
    Ask,
    Pause,
    Turn,
    Withdrawal,
    WithdrawalAnswer,
    WithdrawalState,
    Withdrawer,
    asked,
    is_asker_dead,
    is_asking,
    is_withdrawal_due,
    may_ask,
    next_withdrawal,
    takes_withdrawals,
    withdrawal_proof,
)
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import DeliveryEvent, Sealed
from ogp_desktop.storage.store import UnitOfWork


class Asker:
    """Who asks and how; ``owner`` names this run of the program. ``shut`` may come from another
    thread: it ends what is under way, and nothing more is asked.
    """

    def __init__(
        self,
        *,
        owner: str,
        open_withdrawer: Callable[[Destination], Withdrawer],
        jitter: Callable[[], float],
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self.claim = Claim(owner=owner, deadline_s=deadline_s)
        self.jitter = jitter
        self._open = open_withdrawer
        self._guard = threading.Lock()
        self._under_way: Withdrawer | None = None
        self._is_shut = False

    @property
    def is_shut(self) -> bool:
        """Tell whether the program leaves."""
        return self._is_shut

    def shut(self) -> None:
        """End what is under way and begin nothing more."""
        with self._guard:
            self._is_shut = True
            if self._under_way is not None:
                self._under_way.cancel()

    def ask(self, to: Destination, sealed: Sealed) -> WithdrawalAnswer:
        """Ask once, over a connection of its own."""
        if sha256_hex(sealed.body) != sealed.sha256:  # what is left of them proves nothing
            return _unasked(OutcomeKind.DAMAGED)
        try:
            way = self._open(to)
        except Refusal as refusal:  # an access code or an address that no request can carry
            is_code = refusal.code == "bad_token"
            return _unasked(OutcomeKind.AUTH if is_code else OutcomeKind.CLOSED)
        with self._guard:
            self._under_way = way
            if self._is_shut:
                way.cancel()
        try:
            proof = withdrawal_proof(sealed.body)
            return way.withdraw(sealed.id, proof, deadline_s=self.claim.deadline_s)
        finally:
            with self._guard:
                self._under_way = None
            with suppress(OSError):
                way.close()


def _unasked(kind: OutcomeKind) -> WithdrawalAnswer:
    return WithdrawalAnswer(outcome=Outcome(kind=kind, bytes_may_have_left=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedThere:
    """What one request came to."""

    withdrawal: Withdrawal
    outcome: Outcome


def ask_withdrawal(at: Workplace, *, item_id: OutboxItemId) -> Changes:
    """Ask that a submission be taken away where it may be stored, now or when it can be reached.

    From here on it is withdrawn for this program: it is never sent again. Raises ``Refusal``:
    ``no_withdrawal`` where this program cannot ask, ``nothing_there`` when nothing of it ever left,
    ``not_now`` while it is being sent or when it was withdrawn there already; ``Trouble`` when the
    sealed bytes, which prove that we may, are damaged.
    """
    now = at.clock.now()
    with at.store.writing() as unit:
        item = unit.outbox.item(item_id)
        to = _place(unit, item)
        if not may_be_there(item):
            raise Refusal("nothing_there")
        sealed = unit.outbox.submission(item.submission_id)
        if sha256_hex(sealed.body) != sealed.sha256:
            raise Trouble("bytes_damaged", submission_id=sealed.id)
        ask = Ask(url=to.url, code_generation=to.code_generation)
        before = unit.withdrawals.of(item_id)
        wanted = (
            asked(item_id, ask, now)
            if before is None
            else next_withdrawal(before, ask, now=now, jitter=0.5)
        )
        unit.outbox.keep_item(next_state(item, Act.WITHDRAW_THERE, now=now, jitter=0.5))
        unit.withdrawals.keep(wanted)
        _tell(unit, item_id, now, "asked")
        health = unit.destinations.health(to.id)
        unit.destinations.keep_health(asked_again(health, now))
    return changes(Touched.OUTBOX, Touched.CONVERSATIONS)


def is_to_be_withdrawn(at: Workplace, *, item_id: OutboxItemId) -> bool:
    """Tell whether somebody asked for it back, so that it goes nowhere any more."""
    with at.store.reading() as unit:
        return unit.withdrawals.of(item_id) is not None


def stop_asking(at: Workplace, *, item_id: OutboxItemId) -> Changes:
    """Ask no more; what was asked before may have been done."""
    with at.store.writing() as unit:
        one = unit.withdrawals.of(item_id)
        if one is None:
            raise Refusal("not_now", state="", event=Pause.STOPPED.value)
        _pause(at, unit, one, Pause.STOPPED)
    return changes(Touched.OUTBOX)


def network_is_back(at: Workplace) -> None:
    """Let what waits to be asked be asked again; the destinations are hastened with deliveries."""
    now = at.clock.now()
    with at.store.writing() as unit:
        for one in unit.withdrawals.pending():
            unit.withdrawals.keep(next_withdrawal(one, Turn.NETWORK_RETURNED, now=now, jitter=0.5))


def withdraw_next(
    at: Workplace, asker: Asker, *, on_begun: Callable[[Withdrawal], None] = lambda _one: None
) -> AskedThere | None:
    """Ask for the request that is due and least tried, once; ``None`` when none is due.

    ``on_begun`` is told, in this thread, when a request is about to be made.
    Never raises for what the network or the server does; ``Trouble`` when the data file says no.
    """
    with at.store.reading() as unit:
        if asker.is_shut or not unit.withdrawals.has_pending():
            return None
    with at.store.writing() as unit:
        claimed = _claim(at, unit, asker)
    if claimed is None:
        return None
    one, to, sealed = claimed
    on_begun(one)
    answer = asker.ask(to, sealed)
    with at.store.writing() as unit:
        after = _record(at, unit, asker, one, to, answer)
    return AskedThere(withdrawal=after, outcome=answer.outcome)


def _place(unit: UnitOfWork, item: OutboxItem) -> Destination:
    to = _destination(unit, item)
    if to is None or not takes_withdrawals(to):
        raise Refusal("no_withdrawal", name="" if to is None else to.name, id=item.submission_id)
    return to


def _destination(unit: UnitOfWork, item: OutboxItem) -> Destination | None:
    return None if item.destination_id is None else unit.destinations.one(item.destination_id)


def _claim(
    at: Workplace, unit: UnitOfWork, asker: Asker
) -> tuple[Withdrawal, Destination, Sealed] | None:
    now = at.clock.now()
    for pending in unit.withdrawals.pending():
        one = _freed(unit, pending, now, asker.jitter())
        item = unit.outbox.item(one.item_id)
        to = _destination(unit, item)
        if to is None or not is_withdrawal_due(one, now):
            continue
        health = unit.destinations.health(to.id)
        if not may_try(health, now):
            continue
        # Asked for at another address, or with another's code, or where it cannot be asked now.
        if not (may_ask(one, to) and takes_withdrawals(to)):
            _pause(at, unit, one, Pause.LEAVE_ENDED)
            continue
        claimed = next_withdrawal(one, asker.claim, now=now, jitter=0.5)
        unit.withdrawals.keep(claimed)
        _tell(unit, item.id, now, "attempt")
        probed = probing(health, claimed.lease_until or now)
        if probed != health:
            unit.destinations.keep_health(probed)
        return claimed, to, unit.outbox.submission(item.submission_id)
    return None


def _freed(unit: UnitOfWork, one: Withdrawal, now: datetime, jitter: float) -> Withdrawal:
    if not is_asker_dead(one, now):
        return one
    freed = next_withdrawal(one, Turn.LEASE_DIED, now=now, jitter=jitter)
    unit.withdrawals.keep(freed)
    _tell(unit, one.item_id, now, "lease_died")
    return freed


def _pause(at: Workplace, unit: UnitOfWork, one: Withdrawal, why: Pause) -> None:
    now = at.clock.now()
    unit.withdrawals.keep(next_withdrawal(one, why, now=now, jitter=0.5))
    _tell(unit, one.item_id, now, why.value)


def _record(
    at: Workplace,
    unit: UnitOfWork,
    asker: Asker,
    claimed: Withdrawal,
    to: Destination,
    answer: WithdrawalAnswer,
) -> Withdrawal:
    now, outcome = at.clock.now(), answer.outcome
    before = unit.withdrawals.of(claimed.item_id) or claimed
    if not is_asking(before, claimed) and answer.proof is None:
        return before  # another asker has the word by now
    after = next_withdrawal(before, answer, now=now, jitter=asker.jitter())
    unit.withdrawals.keep(after)
    kind = outcome.kind.value
    _tell(unit, claimed.item_id, now, kind, outcome.status, outcome.detail or None)
    if after.state is WithdrawalState.WITHDRAWN:
        item = unit.outbox.item(claimed.item_id)
        unit.outbox.keep_item(next_state(item, Act.GONE_THERE, now=now, jitter=0.5))
    health = unit.destinations.health(to.id)
    fares = next_health(health, outcome, now=now, jitter=asker.jitter())
    if fares != health:
        unit.destinations.keep_health(fares)
    return after


def _tell(
    unit: UnitOfWork,
    item_id: OutboxItemId,
    now: datetime,
    what: str,
    status: int | None = None,
    detail: str | None = None,
) -> None:
    """Add a line to the item's history; ``withdrawal_`` tells it from those of its delivery."""
    event = DeliveryEvent(at=now, what=f"withdrawal_{what}", status=status, detail=detail)
    unit.outbox.add_event(item_id, event)
