"""One attempt and what may come between: another sender, a damaged disk, a person who stops it."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop import wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.gateway import Gateway
from ogp_desktop.domain.outbox import Claim, OutboxItem, OutboxState, next_state
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, Watch, deliver_due, deliver_next
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.workplace import Workplace
from tests.support.answering import Answering
from tests.support.clock import FixedClock
from tests.support.sealed import addressed, sealed_sample
from tests.support.stub_server import End, Line, stub_server
from tests.support.workplaces import file_in

HERE = "https://example.org"
PATIENCE_S = 20
ONE = Watch(may_go_on=lambda: False)
"""One attempt and no more."""


def sender(gateway: Answering, owner: str = "one") -> Sender:
    """Return a sender through this gateway that never waits long."""
    return Sender(owner=owner, open_gateway=gateway.open, jitter=lambda: 0.0)


def overtaken(at: Workplace, clock: FixedClock) -> Callable[[], None]:
    """Return what takes the lease over: the computer slept, and another program claimed it."""

    def happen() -> None:
        clock.advance(timedelta(hours=1))
        assert deliver_next(at, sender(Answering(OutcomeKind.UNREACHABLE), "freeing")) is None
        clock.advance(timedelta(hours=7))
        with at.store.writing() as unit:
            (item,) = unit.outbox.items(OutboxState.WAITING)
            another = Claim(owner="another")
            unit.outbox.keep_item(next_state(item, another, now=clock.now(), jitter=0.0))

    return happen


def test_claim_of_a_sender_that_is_gone_is_told_when_it_is_let_go(
    at: Workplace, clock: FixedClock
) -> None:
    made = sealed_sample(at)
    addressed(at, made, MemorySecrets(), HERE)
    with at.store.writing() as unit:
        item = unit.outbox.item(made.item.id)
        claim = Claim(owner="gone")
        unit.outbox.keep_item(next_state(item, claim, now=clock.now(), jitter=0.0))
    freed: list[OutboxItem] = []
    by, watch = sender(Answering(OutcomeKind.UNREACHABLE)), Watch(freed=freed.append)
    deliver_due(at, by, OpenGateways(by.open_gateway), watch)
    assert freed == []
    clock.advance(timedelta(hours=1))
    deliver_due(at, by, OpenGateways(by.open_gateway), watch)
    assert [(one.id, one.state) for one in freed] == [(made.item.id, OutboxState.WAITING)]


def test_verdict_is_ignored_when_another_sender_has_the_lease(
    at: Workplace, clock: FixedClock
) -> None:
    made = sealed_sample(at)
    addressed(at, made, MemorySecrets(), HERE)
    late = deliver_next(at, sender(Answering(OutcomeKind.REFUSED, overtaken(at, clock))))
    assert late is not None
    one = dispatch(at, item_id=made.item.id)
    assert (one.item.state, one.item.lease_owner) == (OutboxState.SENDING, "another")
    assert one.item.maybe_stored
    assert "refused" not in {event.what for event in one.history}
    assert one.health is not None
    assert one.health.state is DestinationState.OK


def test_receipt_is_believed_when_another_sender_has_the_lease(
    at: Workplace, clock: FixedClock
) -> None:
    made = sealed_sample(at)
    addressed(at, made, MemorySecrets(), HERE)
    deliver_next(at, sender(Answering(OutcomeKind.CONFIRMED, overtaken(at, clock))))
    one = dispatch(at, item_id=made.item.id)
    assert one.item.state is OutboxState.CONFIRMED
    assert one.receipt is not None
    assert one.receipt.signed.receipt.sha256 == made.sealed.sha256


def test_damaged_bytes_need_a_person_at_once_and_never_leave(at: Workplace, tmp_path: Path) -> None:
    made = sealed_sample(at)
    addressed(at, made, MemorySecrets(), HERE)
    damaged = made.sealed.body[:-2] + b"x}"
    with closing(sqlite3.connect(file_in(tmp_path / "data"))) as file, file:
        file.execute("UPDATE submission SET body = ?", (damaged,))
    gateway = Answering(OutcomeKind.CONFIRMED)
    delivered = deliver_next(at, sender(gateway))
    assert delivered is not None
    assert delivered.outcome.kind is OutcomeKind.DAMAGED
    item = dispatch(at, item_id=made.item.id).item
    assert (item.state, item.reason) == (OutboxState.ATTENTION, OutcomeKind.DAMAGED)
    assert not item.maybe_stored
    assert gateway.opened == 0
    assert deliver_next(at, sender(gateway)) is None


def test_one_gateway_serves_a_destination_until_nothing_is_due(at: Workplace) -> None:
    secrets, gateway = MemorySecrets(), Answering(OutcomeKind.CONFIRMED)
    made = [sealed_sample(at, f"Forum {number}") for number in range(3)]
    to = addressed(at, made[0], secrets, HERE)
    for one in made[1:]:
        addressing.send(at, item_id=one.item.id, destination_id=to.id)
    by = sender(gateway)
    gateways = OpenGateways(by.open_gateway)
    for _ in made:
        deliver_due(at, by, gateways, ONE)
    assert (gateway.opened, gateway.closed) == (1, 0)
    deliver_due(at, by, gateways)
    assert (gateway.opened, gateway.closed) == (1, 1)


def test_destination_in_trouble_gets_a_fresh_gateway(at: Workplace, clock: FixedClock) -> None:
    gateway = Answering(OutcomeKind.AUTH)
    addressed(at, sealed_sample(at), MemorySecrets(), HERE)
    by = sender(gateway)
    gateways = OpenGateways(by.open_gateway)
    deliver_due(at, by, gateways, ONE)
    assert (gateway.opened, gateway.closed) == (1, 1)
    clock.advance(timedelta(hours=7))
    deliver_due(at, by, gateways, ONE)
    assert (gateway.opened, gateway.closed) == (2, 2)


@pytest.mark.parametrize("line", [Line(end=End.STALL), Line(read=1, end=End.STALL)])
def test_stopped_attempt_is_held_and_may_have_arrived(at: Workplace, line: Line) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    by = Sender(owner="one", open_gateway=wiring.gateways(secrets), jitter=lambda: 0.0)
    gateways = OpenGateways(by.open_gateway)
    with stub_server(line) as stub:
        addressed(at, made, secrets, stub.url)
        lane = threading.Thread(target=lambda: deliver_due(at, by, gateways))
        lane.start()
        assert stub.was_asked.wait(PATIENCE_S)
        assert dispatch(at, item_id=made.item.id).item.state is OutboxState.SENDING
        assert gateways.stop(made.item.id)
        lane.join(PATIENCE_S)
        assert not lane.is_alive()
    one = dispatch(at, item_id=made.item.id)
    assert (one.item.state, one.item.maybe_stored) == (OutboxState.HELD, True)
    assert [event.what for event in one.history][-2:] == ["interrupted", "stopped"]
    assert not gateways.stop(made.item.id)


def test_nothing_leaves_when_the_attempt_is_stopped_before_its_request(at: Workplace) -> None:
    made = sealed_sample(at)
    addressed(at, made, MemorySecrets(), HERE)
    gateway = Answering(OutcomeKind.CONFIRMED)
    by = sender(gateway)
    gateways = OpenGateways(by.open_gateway)
    deliver_due(at, by, gateways, Watch(begun=lambda item: gateways.stop(item.id)))
    item = dispatch(at, item_id=made.item.id).item
    assert (item.state, item.maybe_stored) == (OutboxState.HELD, False)
    gateways.rest()
    assert gateway.closed == 1


def test_receipt_that_came_before_the_stop_is_kept(at: Workplace) -> None:
    made = sealed_sample(at)
    addressed(at, made, MemorySecrets(), HERE)
    gateway = Answering(OutcomeKind.CONFIRMED, lambda: gateways.stop(made.item.id))
    by = sender(gateway)
    gateways = OpenGateways(by.open_gateway)
    deliver_due(at, by, gateways)
    assert dispatch(at, item_id=made.item.id).item.state is OutboxState.CONFIRMED
    assert gateway.cancelled == 1
    gateways.rest()


def test_leaving_program_ends_the_attempt_and_leaves_it_waiting(at: Workplace) -> None:
    made = sealed_sample(at)
    addressed(at, made, MemorySecrets(), HERE)

    def leave() -> None:
        gateways.shut()

    gateway = Answering(OutcomeKind.INTERRUPTED, leave)
    by = sender(gateway)
    gateways = OpenGateways(by.open_gateway)
    deliver_due(at, by, gateways)
    assert dispatch(at, item_id=made.item.id).item.state is OutboxState.WAITING
    assert gateway.cancelled == 1


def test_item_is_stopped_nowhere_when_it_is_not_under_way_here(at: Workplace) -> None:
    made = sealed_sample(at)
    assert not OpenGateways(Answering(OutcomeKind.CONFIRMED).open).stop(made.item.id)


def test_real_connection_is_kept_for_all_that_is_due(at: Workplace, tmp_path: Path) -> None:
    secrets = MemorySecrets()
    opened: list[str] = []
    really = wiring.gateways(secrets)

    def open_gateway(to: Destination) -> Gateway:
        opened.append(to.url)
        return really(to)

    made = [sealed_sample(at, f"Forum {number}") for number in range(3)]
    with running_endpoint(f"sqlite:///{tmp_path / 'endpoint.sqlite3'}") as endpoint:
        to = addressed(at, made[0], secrets, endpoint.url, access_code=endpoint.token)
        for one in made[1:]:
            addressing.send(at, item_id=one.item.id, destination_id=to.id)
        by = Sender(owner="one", open_gateway=open_gateway, jitter=lambda: 0.0)
        gateways = OpenGateways(open_gateway)
        deliver_due(at, by, gateways)
        assert len(endpoint.store.listed()) == 3
    assert opened == [to.url]
