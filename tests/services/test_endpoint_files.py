"""A destination is set in one step from a file, after it was shown, and never by a bad one."""

from datetime import timedelta

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services import addressing
from ogp_desktop.services.endpoint_files import Offer, OfferKind, keep_offer, read_offer
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.workplace import Workplace
from tests.support.endpoint_files import OTHER, SIGNER, URL, card, file_of
from tests.support.sealed import addressed, sealed_sample

RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


def _read(at: Workplace, data: bytes) -> Offer:
    return read_offer(at, ed25519_verifier, data)


def test_reading_changes_nothing_and_keeping_sets_everything(at: Workplace) -> None:
    far = (at.clock.now() + timedelta(days=400)).date().isoformat()
    offer = _read(at, file_of(card(recipient=RECIPIENT, closes=far, protocol="openrosa")))
    assert offer.kind is OfferKind.NEW
    assert addressing.destinations(at) == ()
    kept = keep_offer(at, offer)
    assert addressing.destinations(at) == (kept,)
    assert (kept.name, kept.url, kept.receipt_key) == ("Open forum", URL, SIGNER.public_key)
    assert (kept.protocol, kept.recipient, kept.closes) == ("openrosa", RECIPIENT, far)


def test_same_file_again_is_the_same_place(at: Workplace) -> None:
    kept = keep_offer(at, _read(at, file_of(card())))
    again = _read(at, file_of(card(name="New name", url="https://EXAMPLE.org:443/feedback/")))
    assert (again.kind, again.known) == (OfferKind.SAME, kept)
    assert keep_offer(at, again).id == kept.id
    assert [one.name for one in addressing.destinations(at)] == ["New name"]


def test_other_key_for_a_known_address_is_told_with_both(at: Workplace) -> None:
    keep_offer(at, _read(at, file_of(card())))
    other = _read(at, file_of(card(OTHER), OTHER))
    assert other.kind is OfferKind.OTHER_KEY
    assert other.old_fingerprint
    assert other.old_fingerprint != other.fingerprint
    assert addressing.destinations(at)[0].receipt_key == SIGNER.public_key


def test_first_key_for_an_address_that_was_typed(at: Workplace) -> None:
    to = addressing.set_destination(at, MemorySecrets(), name="Typed", url=URL)
    offer = _read(at, file_of(card()))
    assert (offer.kind, offer.old_fingerprint) == (OfferKind.FIRST_KEY, "")
    assert keep_offer(at, offer).id == to.id


def test_endpoint_that_moved_takes_nothing_along_unasked(at: Workplace) -> None:
    made, secrets = sealed_sample(at), MemorySecrets()
    to = addressed(at, made, secrets, URL, access_code="code", receipt_key=SIGNER.public_key)
    offer = _read(at, file_of(card(url="https://new.example.org")))
    assert (offer.kind, offer.known) == (OfferKind.MOVED, to)
    kept = keep_offer(at, offer)
    assert (kept.id, secrets.code(kept.id)) == (to.id, "code")
    assert dispatch(at, item_id=made.item.id).item.state is OutboxState.HELD


def test_item_goes_on_when_a_file_sets_what_is_set_already(at: Workplace) -> None:
    made = sealed_sample(at)
    addressed(at, made, MemorySecrets(), URL)
    keep_offer(at, _read(at, file_of(card())))
    assert dispatch(at, item_id=made.item.id).item.state is OutboxState.READY


def test_what_nobody_types_stays_when_the_name_is_typed_anew(at: Workplace) -> None:
    kept = keep_offer(at, _read(at, file_of(card(recipient=RECIPIENT))))
    given = {"name": "Typed", "receipt_key": SIGNER.public_key, "destination_id": kept.id}
    again = addressing.set_destination(at, MemorySecrets(), url=URL, **given)
    assert again.recipient == RECIPIENT
    other = addressing.set_destination(at, MemorySecrets(), url=URL + "/x", **given)
    assert other.recipient is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (file_of(card(url="http://example.org")), "not_https"),
        (file_of(card(url="https://me@example.org")), "not_an_address"),
        (file_of(card(name="n" * 81)), "too_long"),
        (file_of(card(name=" ")), "empty"),
        (file_of(card(recipient="ssh-rsa A")), "bad_recipient"),
        (file_of(card(closes="2020-01-01")), "endpoint_closed"),
        (file_of(card(), OTHER), "bad_endpoint_signature"),
        (file_of(card(v=7)), "newer_endpoint_file"),
    ],
)
def test_bad_file_is_refused_and_nothing_changed(at: Workplace, data: bytes, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        _read(at, data)
    assert addressing.destinations(at) == ()


def test_plain_http_is_for_this_computer_alone(at: Workplace) -> None:
    assert _read(at, file_of(card(url="http://127.0.0.1:8080"))).kind is OfferKind.NEW


def test_last_day_of_an_endpoint_is_open(at: Workplace) -> None:
    today = at.clock.now().astimezone().date().isoformat()
    assert _read(at, file_of(card(closes=today))).card.closes == today
