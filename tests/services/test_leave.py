"""Leave belongs to the item: another address or another code never takes it along unasked."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.leave import asks_for_leave
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.outbox_reading import Dispatch, dispatch
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import sender
from tests.support.sealed import addressed, sealed_sample

HERE = "https://example.org/feedback"
THERE = "https://example.org/other"


class Noting:
    """A way that notes where it led; while it sends, ``meanwhile`` happens."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.sent_to: list[Destination] = []
        self._meanwhile = meanwhile
        self._to: Destination | None = None

    def open(self, to: Destination) -> "Noting":
        self._to = to
        return self

    def deliver(self, parcel: Parcel, *, deadline_s: float, **_: object) -> Outcome:
        assert self._to is not None
        self.sent_to.append(self._to)
        self._meanwhile()
        return Outcome(kind=OutcomeKind.UNREACHABLE, bytes_may_have_left=False)

    def probe(self, *, now: Callable[[], datetime], deadline_s: float, **_: object) -> Probed:
        return Probed(finding=Finding.NO_ANSWER)

    def cancel(self) -> None: ...

    def close(self) -> None: ...

    def by(self) -> Sender:
        return Sender(owner="one", open_gateway=self.open, jitter=lambda: 0.0)


def _kept(at: Workplace, made: SealedAndQueued) -> Dispatch:
    return dispatch(at, item_id=made.item.id)


def _asks(one: Dispatch) -> bool:
    return asks_for_leave(one.item, one.destination)


@pytest.mark.parametrize(
    "changed", [{"url": THERE}, {"access_code": "second"}, {"access_code": ""}]
)
def test_queued_item_is_held_and_goes_nowhere_when_its_place_becomes_another(
    at: Workplace, changed: dict[str, str]
) -> None:
    made, secrets, way = sealed_sample(at), MemorySecrets(), Noting()
    to = addressed(at, made, secrets, HERE, access_code="first")
    addressing.set_destination(
        at, secrets, **{"name": "N", "url": HERE, "destination_id": to.id, **changed}
    )
    assert deliver_next(at, way.by()) is None
    one = _kept(at, made)
    assert (one.item.state, _asks(one)) == (OutboxState.HELD, True)
    assert one.history[-1].what == "leave_ended"
    with pytest.raises(Refusal, match="no_leave"):
        addressing.release(at, item_id=made.item.id)
    assert way.sent_to == []


@pytest.mark.parametrize("same", [{}, {"access_code": "first"}, {"access_code": None}])
def test_item_goes_on_when_only_the_name_is_another(
    at: Workplace, same: dict[str, str | None]
) -> None:
    made, secrets, way = sealed_sample(at), MemorySecrets(), Noting()
    to = addressed(at, made, secrets, HERE, access_code="first")
    addressing.set_destination(at, secrets, name="Renamed", url=HERE, destination_id=to.id, **same)
    assert deliver_next(at, way.by()) is not None
    assert [one.name for one in way.sent_to] == ["Renamed"]


def test_person_who_says_so_sends_it_with_the_new_code(at: Workplace, tmp_path: Path) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    with running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as endpoint:
        to = addressed(at, made, secrets, endpoint.url, access_code="of-another-host")
        addressing.set_destination(
            at,
            secrets,
            name="N",
            url=endpoint.url,
            access_code=endpoint.token,
            destination_id=to.id,
        )
        assert deliver_next(at, sender(secrets)) is None
        assert endpoint.store.listed() == ()
        addressing.send(at, item_id=made.item.id, destination_id=to.id)
        deliver_next(at, sender(secrets))
    assert _kept(at, made).item.state is OutboxState.CONFIRMED


def test_leave_for_one_is_no_leave_for_another(at: Workplace) -> None:
    first, second = sealed_sample(at, "First"), sealed_sample(at, "Second")
    secrets = MemorySecrets()
    to = addressed(at, first, secrets, HERE, access_code="first")
    addressing.send(at, item_id=second.item.id, destination_id=to.id)
    addressing.set_destination(
        at, secrets, name="N", url=HERE, access_code="second", destination_id=to.id
    )
    addressing.send(at, item_id=second.item.id, destination_id=to.id)
    assert _asks(_kept(at, first))
    assert _kept(at, second).item.state is OutboxState.READY
    addressing.send_all_held(at, destination_id=to.id)
    assert _kept(at, first).item.state is OutboxState.READY


def test_item_held_by_a_person_stays_so_when_all_are_given_leave(at: Workplace) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    to = addressed(at, made, secrets, HERE)
    addressing.hold(at, item_id=made.item.id)
    addressing.send_all_held(at, destination_id=to.id)
    assert _kept(at, made).item.state is OutboxState.HELD
    addressing.release(at, item_id=made.item.id)


def test_item_that_is_being_sent_is_held_after_it_when_the_code_was_replaced_meanwhile(
    at: Workplace,
) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    to = addressed(at, made, secrets, HERE, access_code="first")
    way = Noting(
        lambda: _ignore(
            addressing.set_destination(
                at, secrets, name="N", url=HERE, access_code="second", destination_id=to.id
            )
        )
    )
    delivered = deliver_next(at, way.by())
    assert delivered is not None
    assert delivered.item.state is OutboxState.HELD
    assert [one.code_generation for one in way.sent_to] == [0]
    assert deliver_next(at, way.by()) is None


def _ignore(_value: object) -> None: ...


def test_what_was_queued_before_leave_was_remembered_still_goes(at: Workplace) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    addressed(at, made, secrets, HERE)
    item = _kept(at, made).item
    assert (item.leave_url, item.leave_code) == (HERE, 0)
