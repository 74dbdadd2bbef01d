"""A confirmed submission with the real endpoint that holds it, to be taken back there."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ogp_desktop import wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.withdrawal import Withdrawal, WithdrawalState
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.outbox_reading import Dispatch, dispatch, waiting_count
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.withdrawing import (
    AskedThere,
    Asker,
    ask_withdrawal,
    withdraw_next,
)
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.sealed import addressed, sealed_sample

LATER = timedelta(hours=7)


@dataclass(frozen=True)
class Stored:
    """A confirmed submission, and the endpoint that holds it."""

    at: Workplace
    clock: FixedClock
    made: SealedAndQueued
    endpoint: RunningEndpoint
    secrets: MemorySecrets

    @property
    def item_id(self) -> OutboxItemId:
        """Return its place in the outbox."""
        return self.made.item.id

    @property
    def port(self) -> int:
        """Return where the endpoint listens."""
        port = urlsplit(self.endpoint.url).port
        assert port is not None
        return port

    def now(self) -> Dispatch:
        """Return it as it stands on the disk."""
        return dispatch(self.at, item_id=self.item_id)

    def withdrawal(self) -> Withdrawal:
        """Return the request as it stands on the disk."""
        found = self.now().withdrawal
        assert found is not None
        return found

    def is_there(self) -> bool:
        """Tell whether the endpoint has the words."""
        return self.endpoint.store.body(self.made.sealed.id) is not None

    def ask(self) -> None:
        """Ask for it back."""
        ask_withdrawal(self.at, item_id=self.item_id)

    def tried(self) -> AskedThere:
        """Try once what must be due."""
        done = withdraw_next(self.at, asker(self.secrets))
        assert done is not None
        return done

    def move(self, url: str) -> None:
        """Let the destination answer elsewhere, as a bad line does; nothing else of it changes."""
        _move(self.at, self.item_id, url)


def _move(at: Workplace, item_id: OutboxItemId, url: str) -> None:
    with sqlite3.connect(at.store.path) as file:
        file.execute("UPDATE destination SET url = ?", (url,))
        file.execute("UPDATE outbox_item SET leave_url = ? WHERE id = ?", (url, item_id))
        file.execute("UPDATE withdrawal SET leave_url = ?", (url,))


def sender(secrets: MemorySecrets) -> Sender:
    """Return what delivers, and never waits long."""
    return Sender(owner="one", open_gateway=wiring.gateways(secrets), jitter=lambda: 0.0)


def asker(secrets: MemorySecrets, owner: str = "one") -> Asker:
    """Return what asks, and never waits long."""
    return Asker(owner=owner, open_withdrawer=wiring.withdrawers(secrets), jitter=lambda: 0.0)


@contextmanager
def stored_submission(at: Workplace, clock: FixedClock, folder: Path) -> Iterator[Stored]:
    """Give one, handed over and confirmed."""
    made, secrets = sealed_sample(at), MemorySecrets()
    with running_endpoint(f"sqlite:///{folder / 'endpoint.sqlite3'}") as endpoint:
        key, token = endpoint.receipt_key, endpoint.token
        addressed(at, made, secrets, endpoint.url, receipt_key=key, access_code=token)
        assert deliver_next(at, sender(secrets)) is not None
        one = Stored(at, clock, made, endpoint, secrets)
        assert one.now().item.state is OutboxState.CONFIRMED
        yield one


def check_withdrawn(one: Stored) -> None:
    """Hold that it is gone there, proved, and still here; and that it goes nowhere again."""
    assert not one.is_there()
    kept, withdrawal = one.now(), one.withdrawal()
    assert withdrawal.state is WithdrawalState.WITHDRAWN
    assert withdrawal.proof is not None
    assert withdrawal.proof.is_verified
    assert withdrawal.proof.statement.id == one.made.sealed.id
    assert withdrawal.proved_at == one.clock.now()
    assert (kept.item.state, kept.item.maybe_stored) == (OutboxState.WITHDRAWN, False)
    assert kept.sealed.body == one.made.sealed.body
    assert kept.receipt is not None  # that it had arrived stays true
    assert waiting_count(one.at) == 0
    one.clock.advance(LATER)
    assert withdraw_next(one.at, asker(one.secrets)) is None
    assert deliver_next(one.at, sender(one.secrets)) is None
    with pytest.raises(Refusal):
        one.ask()
    with pytest.raises(Refusal):
        addressing.send(one.at, item_id=one.item_id, destination_id=place_of(one).id)


def place_of(one: Stored) -> Destination:
    """Return where it went."""
    to = one.now().destination
    assert to is not None
    return to
