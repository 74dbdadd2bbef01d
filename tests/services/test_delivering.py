"""Delivered exactly once, whatever breaks on the way, against a real endpoint on loopback."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ogp_desktop import wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Delivered, Sender, deliver_next
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.sealed import addressed, sealed_sample
from tests.support.stub_server import Line, stub_server
from tests.support.workplaces import workplace_at

ROOT = Path(__file__).resolve().parents[2]
LATER = timedelta(hours=7)


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Give the database of an endpoint."""
    return f"sqlite:///{tmp_path / 'endpoint.sqlite3'}"


def sender(secrets: MemorySecrets, owner: str = "one") -> Sender:
    """Return a sender through the real gateway that never waits long."""
    return Sender(owner=owner, open_gateway=wiring.gateways(secrets), jitter=lambda: 0.0)


def tried(at: Workplace, by: Sender) -> Delivered:
    """Try once; something must be due."""
    delivered = deliver_next(at, by)
    assert delivered is not None
    return delivered


def stored(endpoint: RunningEndpoint, submission_id: str) -> tuple[int, bytes | None]:
    """Return how many rows the endpoint has, and the bytes of one."""
    return len(endpoint.store.listed()), endpoint.store.body(submission_id)


def test_item_waits_while_the_endpoint_is_down_and_is_confirmed_when_it_is_up(
    at: Workplace, clock: FixedClock, database: str
) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    with running_endpoint(database) as endpoint:
        port, key = urlsplit(endpoint.url).port or 0, endpoint.receipt_key
    to = addressed(at, made, secrets, f"http://127.0.0.1:{port}", receipt_key=key)
    down = tried(at, sender(secrets))
    assert down.outcome.kind is OutcomeKind.UNREACHABLE
    assert (down.item.state, down.item.maybe_stored) == (OutboxState.WAITING, False)
    assert deliver_next(at, sender(secrets)) is None

    clock.advance(LATER)
    with running_endpoint(database, port=port) as endpoint:
        secrets.keep(to.id, endpoint.token)
        up = tried(at, sender(secrets))
        assert stored(endpoint, made.sealed.id) == (1, made.sealed.body)
    assert up.item.state is OutboxState.CONFIRMED
    one = dispatch(at, item_id=made.item.id)
    assert one.receipt is not None
    assert one.receipt.signed.is_verified
    assert one.receipt.signed.receipt.sha256 == made.sealed.sha256
    clock.advance(LATER)
    assert deliver_next(at, sender(secrets)) is None


def test_one_row_is_stored_when_the_reply_is_lost_and_the_bytes_go_again(
    at: Workplace, clock: FixedClock, database: str
) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    with running_endpoint(database) as endpoint:
        port = urlsplit(endpoint.url).port
        script = (Line(forward_to=port, write=0), Line(forward_to=port))
        with stub_server(*script) as stub:
            addressed(at, made, secrets, stub.url, access_code=endpoint.token)
            lost = tried(at, sender(secrets))
            assert stored(endpoint, made.sealed.id) == (1, made.sealed.body)
            assert lost.item.state is OutboxState.WAITING
            assert lost.item.maybe_stored
            clock.advance(LATER)
            again = tried(at, sender(secrets))
        assert again.item.state is OutboxState.CONFIRMED
        assert not again.item.maybe_stored
        assert stored(endpoint, made.sealed.id) == (1, made.sealed.body)


def test_person_is_told_when_it_was_withdrawn_there_after_the_reply_was_lost(
    at: Workplace, clock: FixedClock, database: str
) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    with running_endpoint(database) as endpoint:
        port = urlsplit(endpoint.url).port
        with stub_server(Line(forward_to=port, write=0), Line(forward_to=port)) as stub:
            addressed(at, made, secrets, stub.url, access_code=endpoint.token)
            assert tried(at, sender(secrets)).item.maybe_stored
            assert endpoint.store.empty(made.sealed.id, now=clock.now())
            clock.advance(LATER)
            told = tried(at, sender(secrets))
    assert (told.outcome.kind, told.outcome.status) == (OutcomeKind.WITHDRAWN, 410)
    assert (told.item.state, told.item.reason) == (OutboxState.ATTENTION, OutcomeKind.WITHDRAWN)
    one = dispatch(at, item_id=made.item.id)
    assert one.health is not None
    assert one.health.state is DestinationState.OK
    assert deliver_next(at, sender(secrets)) is None


KILLED = """
import os, sys
from pathlib import Path
from ogp_desktop import wiring
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.ids import DestinationId
from tests.support.workplaces import workplace_at

folder, destination, token, moment = sys.argv[1:]
secrets = MemorySecrets()
secrets.keep(DestinationId(destination), token)
really = wiring.gateways(secrets)

class Dying:
    def __init__(self, gateway):
        self.gateway = gateway
    def deliver(self, parcel, *, deadline_s, **_):
        if moment == "after":
            self.gateway.deliver(parcel, deadline_s=deadline_s)
        os._exit(9)

with workplace_at(Path(folder), first_id=900) as at:
    deliver_next(at, Sender(
        owner="killed", open_gateway=lambda to: Dying(really(to)), jitter=lambda: 0.0))
"""


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["before", "after"])
def test_next_run_delivers_once_when_the_program_was_killed_while_sending(
    tmp_path: Path, database: str, moment: str
) -> None:
    clock, secrets, folder = FixedClock(), MemorySecrets(), tmp_path / "data"
    with running_endpoint(database) as endpoint:
        with workplace_at(folder, FixedClock()) as at:
            made = sealed_sample(at)
            to = addressed(at, made, secrets, endpoint.url, access_code=endpoint.token)
        command = [sys.executable, "-c", KILLED, str(folder), to.id, endpoint.token, moment]
        ran = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=60, cwd=ROOT
        )
        assert ran.returncode == 9, ran.stderr
        assert stored(endpoint, made.sealed.id)[0] == (1 if moment == "after" else 0)

        with workplace_at(folder, clock, first_id=500) as at:
            assert dispatch(at, item_id=made.item.id).item.state is OutboxState.SENDING
            assert deliver_next(at, sender(secrets)) is None  # the lease may be a living one's
            clock.advance(timedelta(days=1))
            assert deliver_next(at, sender(secrets)) is None  # freed, and waiting a second
            assert dispatch(at, item_id=made.item.id).item.maybe_stored
            clock.advance(LATER)
            assert tried(at, sender(secrets)).item.state is OutboxState.CONFIRMED
        assert stored(endpoint, made.sealed.id) == (1, made.sealed.body)


def test_two_senders_on_one_file_never_send_the_same_item(
    at: Workplace, tmp_path: Path, clock: FixedClock
) -> None:
    secrets, sent = MemorySecrets(), _Counting()
    made = [sealed_sample(at, f"Forum {number}") for number in range(4)]
    for one in made:
        addressed(at, one, secrets, "https://example.org")
    both = threading.Barrier(2)

    def send_all(owner: str) -> None:
        with workplace_at(tmp_path / "data", FixedClock(clock.now()), first_id=5000) as here:
            both.wait()
            by = Sender(owner=owner, open_gateway=sent.open, jitter=lambda: 0.0)
            while deliver_next(here, by) is not None:
                pass

    threads = [threading.Thread(target=send_all, args=(owner,)) for owner in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(sent.ids) == sorted(one.sealed.id for one in made)


class _Counting:
    """A gateway that takes everything down and refuses it, so that nothing is tried again."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    def open(self, _destination: Destination) -> Gateway:
        return self

    def deliver(self, parcel: Parcel, *, deadline_s: float, **_: object) -> Outcome:
        self.ids.append(parcel.submission_id)
        return Outcome(kind=OutcomeKind.REFUSED, bytes_may_have_left=True, status=422)

    def cancel(self) -> None:
        """Nothing is under way for long."""

    def close(self) -> None:
        """Nothing is held."""


def _refusing(code: str) -> Callable[[Destination], Gateway]:
    def open_gateway(_destination: Destination) -> Gateway:
        raise Refusal(code)

    return open_gateway


@pytest.mark.parametrize(
    ("code", "kind", "health"),
    [
        ("bad_token", OutcomeKind.AUTH, DestinationState.AUTH),
        ("bad_url", OutcomeKind.CLOSED, DestinationState.CLOSED),
    ],
)
def test_item_waits_for_a_person_when_the_gateway_cannot_be_opened(
    at: Workplace, code: str, kind: OutcomeKind, health: DestinationState
) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    to = addressed(at, made, secrets, "https://example.org")
    by = Sender(owner="one", open_gateway=_refusing(code), jitter=lambda: 0.0)
    delivered = tried(at, by)
    assert (delivered.outcome.kind, delivered.outcome.bytes_may_have_left) == (kind, False)
    one = dispatch(at, item_id=made.item.id)
    assert (one.item.state, one.item.maybe_stored) == (OutboxState.WAITING, False)
    assert one.health is not None
    assert one.health.state is health
    assert deliver_next(at, by) is None
    addressing.set_destination(
        at, secrets, name="N", url="https://example.org", destination_id=to.id
    )
    assert deliver_next(at, by) is not None


def test_wrong_code_is_told_and_the_right_one_delivers(at: Workplace, database: str) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    with running_endpoint(database) as endpoint:
        to = addressed(at, made, secrets, endpoint.url, access_code="wrong")
        assert tried(at, sender(secrets)).outcome.kind is OutcomeKind.AUTH
        addressing.set_destination(
            at,
            secrets,
            name="N",
            url=endpoint.url,
            access_code=endpoint.token,
            destination_id=to.id,
        )
        assert deliver_next(at, sender(secrets)) is None  # leave was given for another code
        addressing.send(at, item_id=made.item.id, destination_id=to.id)
        assert tried(at, sender(secrets)).item.state is OutboxState.CONFIRMED


@contextmanager
def _portal() -> Iterator[str]:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nlogin"
    with stub_server(page) as stub:
        yield stub.url


def test_login_page_of_a_network_is_no_receipt(at: Workplace) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    with _portal() as url:
        addressed(at, made, secrets, url)
        assert tried(at, sender(secrets)).outcome.kind is OutcomeKind.NOT_A_RECEIPT
    one = dispatch(at, item_id=made.item.id)
    assert one.receipt is None
    assert one.item.state is OutboxState.WAITING
    assert one.health is not None
    assert one.health.state is DestinationState.PORTAL
