"""What the outbox promises: claims exclude each other, receipts and bytes never change."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.ids import DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import OutboxItem, OutboxState
from ogp_desktop.domain.receipt import Receipt, SignedReceipt
from ogp_desktop.services import preparing
from ogp_desktop.storage.outbox import DeliveryEvent, KeptReceipt, Sealed
from ogp_desktop.storage.store import Store
from tests.support.workplaces import OGP, file_in, workplace_at

NOW = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)
TO = Destination(id=DestinationId("to"), name="There", url="https://example.org")
ITEM = OutboxItem(
    id=OutboxItemId("item"), submission_id=SubmissionId("one"), destination_id=TO.id, updated_at=NOW
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a data file with one queued submission."""
    with workplace_at(tmp_path) as at:
        made = preparing.create_conversation(at, kit_id=OGP, language="fr", title="T")
        sealed = Sealed(
            id=ITEM.submission_id,
            conversation_id=made.id,
            revision=1,
            replaces_id=None,
            body=b"{}",
            sha256="0" * 64,
            sealed_at=NOW,
        )
        with at.store.writing() as unit:
            unit.destinations.keep(TO, NOW)
            unit.outbox.add_submission(sealed)
            unit.outbox.keep_item(ITEM)
        yield at.store


def sending(owner: str) -> OutboxItem:
    """Return the item as this owner claims it."""
    return replace(
        ITEM,
        state=OutboxState.SENDING,
        attempts=1,
        lease_owner=owner,
        lease_until=NOW + timedelta(seconds=150),
    )


def test_second_claim_is_refused_when_the_item_has_moved_on(store: Store) -> None:
    with store.writing() as unit:
        assert unit.outbox.swap_item(ITEM, sending("one"))
    with store.writing() as unit:
        assert not unit.outbox.swap_item(ITEM, sending("two"))
        assert unit.outbox.item(ITEM.id).lease_owner == "one"


def test_freeing_is_refused_when_another_owner_holds_the_lease(store: Store) -> None:
    with store.writing() as unit:
        unit.outbox.keep_item(sending("two"))
        assert not unit.outbox.swap_item(sending("one"), ITEM)


def test_second_item_is_refused_when_a_submission_is_queued_already(store: Store) -> None:
    with store.writing() as unit, pytest.raises(Exception, match="UNIQUE"):
        unit.outbox.keep_item(replace(ITEM, id=OutboxItemId("twin")))


def test_first_receipt_stays_when_another_comes(store: Store) -> None:
    def kept(endpoint: str) -> KeptReceipt:
        receipt = Receipt(
            id=ITEM.submission_id, sha256="0" * 64, endpoint=endpoint, stored_at=NOW.isoformat()
        )
        return KeptReceipt(signed=SignedReceipt(receipt=receipt), received_at=NOW)

    with store.writing() as unit:
        unit.outbox.add_receipt(ITEM.id, kept("first"))
        unit.outbox.add_receipt(ITEM.id, kept("second"))
        assert unit.outbox.receipt(ITEM.id) == kept("first")


def test_history_keeps_its_order_when_times_are_equal(store: Store) -> None:
    with store.writing() as unit:
        for what in ("attempt", "timed_out", "attempt"):
            unit.outbox.add_event(ITEM.id, DeliveryEvent(at=NOW, what=what))
        found = unit.outbox.history(ITEM.id)
    assert [event.what for event in found] == ["attempt", "timed_out", "attempt"]


def test_health_starts_anew_when_an_address_is_changed(store: Store) -> None:
    with store.writing() as unit:
        ill = replace(unit.destinations.health(TO.id), state=DestinationState.AUTH, failures=3)
        unit.destinations.keep_health(ill)
        assert unit.destinations.health(TO.id) == ill
        unit.destinations.keep(replace(TO, url="https://example.org/b"), NOW)
        well = unit.destinations.health(TO.id)
    assert (well.state, well.failures, well.until) == (DestinationState.OK, 0, None)


def test_unknown_state_is_refused_by_the_file_itself(store: Store, tmp_path: Path) -> None:
    with sqlite3.connect(file_in(tmp_path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE outbox_item SET state = 'sent'")
    connection.close()
