"""One bad journey to the end: every kind of fault once, in turn, each held against the oracle.

The faults stop by themselves; a person helps only where the program says that it needs one. What
the program may never do is looked at from outside: what was asked of whom, and what stood on disk
at the moment it was asked.
"""

import ssl
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outcome import Outcome
from ogp_desktop.endpoint.signing import Signer
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, Watch, deliver_due
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.ledger import RESET, Ledger, Request, reply, running_ledger
from tests.support.oracle import (
    bytes_of,
    check_delivered_once,
    check_nothing_lost,
    check_same_bytes,
    kept_in,
)
from tests.support.queued import HERE, item_id_of, numbered_submission, queue
from tests.support.workplaces import file_in, workplace_at

LATER = timedelta(hours=7)
ROUNDS = 24
TLS = ssl.create_default_context()
"""Made once: it takes longer than a whole request, and these go by plain HTTP."""
EARLY = "asked before the attempt was on disk"
PROBLEM = "application/problem+json"


class KilledError(BaseException):
    """The program ends here; nothing that comes after in this attempt is done."""


def _stored_and_lost(ledger: Ledger, request: Request) -> bytes:
    ledger.stored(request)
    return RESET


def _forged(_ledger: Ledger, request: Request) -> bytes:
    forger = Ledger(Signer(Ed25519PrivateKey.generate()), None)
    return reply(201, forger.receipt(request.id, request.sha256))


def _told(answer: bytes) -> Callable[[Ledger, Request], bytes]:
    return lambda _ledger, _request: answer


PLAN: tuple[tuple[Callable[[Ledger, Request], bytes], ...], ...] = (
    (),
    (_stored_and_lost,),
    (_told(reply(409, b'{"title":"Deleted"}', PROBLEM)),),
    (_told(reply(202)),),
    (_told(reply(422, b'{"title":"No"}', PROBLEM)),),
    (_told(reply(503)), _told(RESET), _told(RESET), _told(reply(500)), _told(reply(504))),
    (_told(RESET), _stored_and_lost),
    (_stored_and_lost, _told(reply(409, b"{}", PROBLEM))),
    (_forged,),
)
"""For each item what its first requests meet; those after them are answered by the rules."""
REFUSED, REDIRECTED, KILLED = 4, len(PLAN), len(PLAN) + 1


def weather(folder: Path) -> None:
    """Deliver through the storm; ``AssertionError`` for whatever the program may not do."""
    sealed = [numbered_submission(number) for number in range(len(PLAN) + 2)]
    places = {one.submission.id: place for place, one in enumerate(sealed)}
    file, early = file_in(folder / "data"), list[str]()

    def fault(ledger: Ledger, request: Request) -> bytes | None:
        kept = kept_in(file).get(request.id)
        if kept is None or (kept.state, kept.attempts) != ("sending", request.number):
            early.append(request.id)
        place = places.get(request.id, 0)  # type: ignore[call-overload]
        if place == REDIRECTED and request.number == 1:
            return reply(302, Location=f"{portal.url}/feedback/{request.id}")
        plan = PLAN[place] if place < len(PLAN) else ()
        return plan[request.number - 1](ledger, request) if request.number <= len(plan) else None

    with (
        running_ledger(folder / "portal") as portal,
        running_ledger(folder, fault) as ledger,
        workplace_at(folder / "data", FixedClock()) as at,
    ):
        queue(at, ledger.url, *sealed, key=ledger.signer.public_key)
        _drain(
            at,
            ledger,
            str(sealed[KILLED].submission.id),
            lambda: check_nothing_lost(file, bytes_of(*sealed), ledger.rows),
            early,
        )
        assert not portal.seen, "somebody else than the destination was asked"
        assert not early, EARLY
        check_same_bytes(ledger, bytes_of(*sealed))
        check_delivered_once(file, bytes_of(*sealed), ledger.rows)


def _drain(
    at: Workplace,
    ledger: Ledger,
    killed: str,
    check: Callable[[], object],
    early: Sequence[str],
) -> None:
    clock = at.clock
    assert isinstance(clock, FixedClock)
    verify = ed25519_verifier(ledger.signer.public_key)

    def opened(to: Destination) -> Gateway:
        return _Mortal(JsonPut(to.url, token="t", verify=verify, tls=TLS), killed)

    sender = Sender(owner="one", open_gateway=opened, jitter=lambda: 0.0)
    gateways = OpenGateways(opened)
    try:
        for _ in range(ROUNDS):
            try:
                deliver_due(at, sender, gateways, Watch(delivered=lambda _one: check()))
            except KilledError:
                assert not early, EARLY  # else it dies there at each start
                gateways.rest()
                gateways = OpenGateways(opened)
            check()
            _help(at)
            clock.advance(LATER)
    finally:
        gateways.rest()


def _help(at: Workplace) -> None:
    """Press Send now for the one that was refused, as a person would."""
    item_id = item_id_of(numbered_submission(REFUSED))
    with at.store.reading() as unit:
        needs_help = unit.outbox.item(item_id).state == "attention"
    if needs_help:
        addressing.send(at, item_id=item_id, destination_id=HERE)


class _Mortal:
    """A gateway in a program that is killed once, when the request of one item has been made."""

    def __init__(self, gateway: JsonPut, killed: str) -> None:
        self._gateway, self._killed = gateway, killed

    def deliver(self, parcel: Parcel, **named: Any) -> Outcome:
        outcome = self._gateway.deliver(parcel, **named)
        if parcel.submission_id == self._killed and parcel.attempt == 1:
            raise KilledError
        return outcome

    def probe(self, **_: object) -> object:
        raise NotImplementedError

    def cancel(self) -> None:
        self._gateway.cancel()

    def close(self) -> None:
        self._gateway.close()
