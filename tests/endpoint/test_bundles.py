"""delivery.md 7.5, number 12: network and bundles in any order make one record of the same bytes.

Real endpoints on loopback and on SQLite; couriers who cannot read what they carry.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import pytest

from ogp_desktop.delivery.bundle_put import BundlePut
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import canonical_json, sha256_hex, strict_json
from ogp_desktop.domain.carrying import CarriedState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import WhyNot
from ogp_desktop.domain.sealing import seal
from ogp_desktop.endpoint.importing import TurnedDown, import_kept
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.endpoint.store import Store
from ogp_desktop.endpoint.tokens import Scope, new_token
from ogp_desktop.services import addressing
from ogp_desktop.services.carrying import carry
from ogp_desktop.services.delivering import deliver_next
from ogp_desktop.services.exporting import export_item, export_waiting
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.receipts import import_receipts
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import carrier, sender
from tests.support.bundles import (
    NOBODY,
    THEN,
    Office,
    office_in,
    only_file,
    place_for,
    several,
    writer_to,
)
from tests.support.clock import FixedClock
from tests.support.delivering import SEALED, receipt_body
from tests.support.submissions import sample_submission
from tests.support.workplaces import workplace_at

pytestmark = pytest.mark.slow


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Workplace]:
    """Give an open data file."""
    with workplace_at(tmp_path / "data", FixedClock()) as workplace:
        yield workplace


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give the people there."""
    return office_in(tmp_path / "office")


def bundle_of(at: Workplace, made: SealedAndQueued, office: Office, folder: Path) -> bytes:
    """Save one submission for the office and return the file."""
    to = addressing.destinations(at)[0] if addressing.destinations(at) else place_for(at, office)
    done = export_item(at, writer_to(folder), item_id=made.item.id, destination_id=to.id)
    return Path(done.place).read_bytes()


def sent(at: Workplace, made: SealedAndQueued, office: Office) -> OutboxState:
    """Send one submission over the network to the office, and return where it stands then."""
    secrets = MemorySecrets()
    with running_endpoint(office.database) as there:
        to = addressing.set_destination(
            at,
            secrets,
            name="OGP",
            url=there.url,
            receipt_key=there.receipt_key,
            recipient=office.opener.recipient,
            access_code=there.token,
            destination_id=next((one.id for one in addressing.destinations(at)), None),
        )
        addressing.send(at, item_id=made.item.id, destination_id=to.id)
        delivered = deliver_next(at, sender(secrets))
    assert delivered is not None
    return delivered.item.state


def state_of(at: Workplace, made: SealedAndQueued) -> OutboxState:
    return dispatch(at, item_id=made.item.id).item.state


def only_record(office: Office, *made: SealedAndQueued) -> None:
    """Hold that each text is stored once, with the bytes that were sealed."""
    assert office.held() == {one.sealed.id: one.sealed.sha256 for one in made}
    for one in made:
        assert office.body(one.sealed.id) == one.sealed.body


def test_bundle_imported_twice_makes_one_record_and_the_same_receipts(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    data = bundle_of(at, made, office, tmp_path / "stick")
    first, again = office.take(data), office.take(data)
    assert first.receipts == again.receipts
    assert (first.fresh, again.fresh) == (1, 0)
    only_record(office, made)


def test_bundle_after_network_delivery_makes_no_second_record(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    data = bundle_of(at, made, office, tmp_path / "stick")
    assert state_of(at, made) is OutboxState.HANDED_OVER
    assert sent(at, made, office) is OutboxState.CONFIRMED
    before = dispatch(at, item_id=made.item.id)
    done = office.take(data)
    assert done.fresh == 0
    only_record(office, made)
    believed = import_receipts(at, ed25519_verifier, body=done.receipts)
    assert believed.fresh == 0
    assert dispatch(at, item_id=made.item.id) == before


def test_network_delivery_after_bundle_makes_no_second_record(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    assert office.take(bundle_of(at, made, office, tmp_path / "stick")).fresh == 1
    assert sent(at, made, office) is OutboxState.CONFIRMED
    only_record(office, made)
    kept = dispatch(at, item_id=made.item.id).receipt
    assert kept is not None
    assert kept.signed.receipt.stored_at == THEN.isoformat()  # the first storing, by the bundle


def test_overlapping_bundles_make_one_record_each(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    made = several(at, 3)
    to = place_for(at, office)
    for one in made[:2]:
        export_item(at, writer_to(tmp_path / "a"), item_id=one.item.id, destination_id=to.id)
    export_waiting(at, writer_to(tmp_path / "b"), destination_id=to.id)
    writer = writer_to(tmp_path / "c")
    for one in made:
        addressing.send(at, item_id=one.item.id, destination_id=to.id)
    export_waiting(at, writer)
    files = [file.read_bytes() for part in "acb" for file in (tmp_path / part).iterdir()]
    assert [office.take(data).fresh for data in files] == [1, 1, 1, 0]
    only_record(office, *made)


def test_id_with_other_bytes_refuses_the_whole_bundle(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    made = several(at, 2)
    to = place_for(at, office)
    (done,) = export_waiting(at, writer_to(tmp_path / "stick"), destination_id=to.id)
    other = seal(sample_submission(id=made[1].sealed.id))
    with closing(Store(office.database)) as store:
        store.add(other.submission, other.data, now=THEN)
    with pytest.raises(Refusal, match="conflict"):
        office.take(Path(done.place).read_bytes())
    assert office.held() == {made[1].sealed.id: other.sha256}


# Receipts that come back


def test_return_receipt_confirms_every_original(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    made = several(at, 3)
    to = place_for(at, office)
    export_waiting(at, writer_to(tmp_path / "stick"), destination_id=to.id)
    done = office.take(only_file(tmp_path / "stick").read_bytes())
    believed = import_receipts(at, ed25519_verifier, body=done.receipts)
    assert believed.fresh == 3
    for one in made:
        found = dispatch(at, item_id=one.item.id)
        assert found.item.state is OutboxState.CONFIRMED
        assert found.receipt is not None
        assert found.receipt.signed.is_verified
    assert import_receipts(at, ed25519_verifier, body=done.receipts).fresh == 0


def test_forged_or_replayed_return_receipt_changes_nothing(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    first, second = several(at, 2)
    old = office.take(bundle_of(at, first, office, tmp_path / "a")).receipts
    import_receipts(at, ed25519_verifier, body=old)
    right = office.take(bundle_of(at, second, office, tmp_path / "b")).receipts
    forger = office_in(tmp_path / "forger")
    wrong = {
        # an old receipt whose id is rewritten
        WhyNot.WRONG_SIGNATURE: old.replace(
            first.sealed.id.encode(), second.sealed.id.encode()
        ).replace(first.sealed.sha256.encode(), second.sealed.sha256.encode()),
        # an old receipt, word for word, for another text under our id
        WhyNot.OTHER_CONTENT: old.replace(first.sealed.id.encode(), second.sealed.id.encode()),
        # a receipt for nobody's text beside the right one
        WhyNot.OTHER_ID: right.replace(
            b'"receipts":[', b'"receipts":[' + strange_receipt(forger) + b","
        ),
        WhyNot.UNSIGNED: unsigned(right),
        WhyNot.MALFORMED: right[:-2],
        WhyNot.TOO_LARGE: right + b" " * 2_000_000,
    }
    before = (dispatch(at, item_id=first.item.id), dispatch(at, item_id=second.item.id))
    for why, body in wrong.items():
        with pytest.raises(Refusal) as caught:
            import_receipts(at, ed25519_verifier, body=body)
        assert caught.value.data["why"] is why
    assert import_receipts(at, ed25519_verifier, body=old).fresh == 0  # replayed as it was
    assert before == (dispatch(at, item_id=first.item.id), dispatch(at, item_id=second.item.id))
    assert import_receipts(at, ed25519_verifier, body=right).fresh == 1


def strange_receipt(office: Office) -> bytes:
    """Return a receipt, signed well, for a text that was never here."""
    return receipt_body(office.signer)


def unsigned(receipts: bytes) -> bytes:
    """Return the receipts without their signatures."""

    told = strict_json(receipts)
    assert isinstance(told, dict)
    return canonical_json(
        told | {"receipts": [{"receipt": one["receipt"]} for one in told["receipts"]]}
    )


def test_one_forged_receipt_among_right_ones_confirms_none(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    made = several(at, 2)
    to = place_for(at, office)
    (done,) = export_waiting(at, writer_to(tmp_path / "stick"), destination_id=to.id)
    right = office.take(Path(done.place).read_bytes()).receipts
    told = strict_json(right)
    assert isinstance(told, dict)
    last = told["receipts"][-1]["sig"]
    forged = right.replace(last.encode(), told["receipts"][0]["sig"].encode())
    with pytest.raises(Refusal):
        import_receipts(at, ed25519_verifier, body=forged)
    assert {state_of(at, one) for one in made} == {OutboxState.HANDED_OVER}


@pytest.mark.parametrize(
    "body",
    [
        b'{"receipts":[]}',
        b'{"receipts":{}}',
        b'{"receipts":[1],"v":1}',
        b'{"receipts":[{"receipt":{}}],"v":1}',
        b'{"receipts":[{"\\ud800":1}],"v":1}',
        b'{"receipts":[],"v":2}',
        b"[" * 200_000,
    ],
)
def test_file_that_holds_no_receipts_is_refused(at: Workplace, body: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        import_receipts(at, ed25519_verifier, body=body)
    assert caught.value.data["why"] is WhyNot.MALFORMED


# Couriers


def courier_at(folder: Path, there: RunningEndpoint, secrets: MemorySecrets) -> Iterator[Workplace]:
    """Open the data file of somebody else, who knows the address and has a code for it."""
    with workplace_at(folder, FixedClock(), first_id=900) as at:
        addressing.set_destination(
            at,
            secrets,
            name="OGP",
            url=there.url,
            receipt_key=there.receipt_key,
            access_code=there.token,
        )
        yield at


def test_courier_who_cannot_read_it_brings_the_receipts_back(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    data = bundle_of(at, made, office, tmp_path / "stick")
    secrets = MemorySecrets()
    with running_endpoint(office.database, opener=office.opener) as there:
        for courier in courier_at(tmp_path / "courier", there, secrets):
            (to,) = addressing.destinations(courier)
            first = carry(courier, carrier(secrets), data=data, destination_id=to.id)
            again = carry(courier, carrier(secrets), data=data, destination_id=to.id)
    assert first.state is CarriedState.RECEIPTS
    assert first == again
    only_record(office, made)
    assert import_receipts(at, ed25519_verifier, body=first.receipts).fresh == 1
    assert state_of(at, made) is OutboxState.CONFIRMED


def test_endpoint_without_the_key_keeps_a_bundle_until_it_is_opened_elsewhere(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    data = bundle_of(at, made, office, tmp_path / "stick")
    secrets = MemorySecrets()
    with running_endpoint(office.database) as there:
        for courier in courier_at(tmp_path / "courier", there, secrets):
            (to,) = addressing.destinations(courier)
            carried = [
                carry(courier, carrier(secrets), data=data, destination_id=to.id) for _ in range(2)
            ]
            assert [one.state for one in carried] == [CarriedState.KEPT] * 2
            assert office.held() == {}
            done = list(import_kept(office.database, tmp_path / "back", identity=office.identity))
            assert len(done) == 1
            asked = carry(courier, carrier(secrets), data=data, destination_id=to.id)
    only_record(office, made)
    assert asked.state is CarriedState.RECEIPTS
    assert only_file(tmp_path / "back").read_bytes() == asked.receipts
    assert list(import_kept(office.database, tmp_path / "back", identity=office.identity)) == []
    assert import_receipts(at, ed25519_verifier, body=asked.receipts).fresh == 1


def test_refused_bundle_among_those_that_were_kept_stops_no_other(
    at: Workplace, office: Office, tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    data = bundle_of(at, made, office, tmp_path / "stick")
    with closing(Store(office.database)) as store:
        store.bundles.keep(data[:-1], now=THEN)
        store.bundles.keep(data, now=THEN)
    done = list(import_kept(office.database, tmp_path / "back", identity=office.identity))
    assert [isinstance(one, TurnedDown) for one in done] == [True, False]
    only_record(office, made)


@pytest.fixture
def there(office: Office) -> Iterator[RunningEndpoint]:
    """Give the office, answering on loopback with the key that opens."""
    with running_endpoint(office.database, opener=office.opener) as running:
        yield running


def asked(there: RunningEndpoint, data: bytes, **changes: str) -> httpx2.Response:
    """PUT bytes as a bundle, with some part of the request changed."""
    headers = {"Authorization": f"Bearer {there.token}", "Content-Type": "application/age"}
    name = changes.pop("name", sha256_hex(data))
    for header, value in changes.items():
        headers[header.replace("_", "-")] = value
    with httpx2.Client(trust_env=False) as client:
        return client.put(f"{there.url}/bundles/{name}", content=data, headers=headers)


def test_endpoint_refuses_what_is_no_bundle_for_it(
    at: Workplace, there: RunningEndpoint, office: Office, tmp_path: Path
) -> None:
    (made,) = several(at, 1)
    data = bundle_of(at, made, office, tmp_path / "stick")
    for_other = office_in(tmp_path / "other")
    with workplace_at(tmp_path / "second", FixedClock(), first_id=500) as second:
        strange = bundle_of(second, several(second, 1)[0], for_other, tmp_path / "s2")
    assert asked(there, data, Authorization="Bearer x").status_code == 401
    reading = new_token(there.store, Scope.READ, now=THEN, random_bytes=bytes)
    assert asked(there, data, Authorization=f"Bearer {reading}").status_code == 403
    assert asked(there, data, Content_Type="application/json").status_code == 415
    assert asked(there, data, name="0" * 64).status_code == 400
    assert asked(there, SEALED.data).json()["reason"] == "bundle_damaged"
    assert asked(there, data[:-1]).json()["reason"] == "bundle_damaged"
    answer = asked(there, strange)
    assert (answer.status_code, answer.json()["reason"]) == (422, "bundle_locked")
    assert asked(there, bytes(10_000_001)).status_code == 413
    assert office.held() == {}
    answer = asked(there, data)
    assert answer.status_code == 201
    assert made.sealed.body not in answer.content
    assert asked(there, data).status_code == 200


def test_courier_tells_receipts_from_other_answers(
    at: Workplace, there: RunningEndpoint, office: Office, tmp_path: Path
) -> None:
    """What somebody else signed is not taken for receipts, nor is an answer of a login page."""
    (made,) = several(at, 1)
    data = bundle_of(at, made, office, tmp_path / "stick")
    wrong_key = ed25519_verifier(office_in(tmp_path / "other").signer.public_key)
    for token, verify, kind in (
        ("x", None, OutcomeKind.AUTH),
        (there.token, wrong_key, OutcomeKind.NOT_A_RECEIPT),
    ):
        with closing(BundlePut(there.url, token=token, verify=verify)) as way:
            carried = way.carry(data, deadline_s=20)
        assert (carried.state, carried.kind) == (CarriedState.NOT_TAKEN, kind)
    with closing(BundlePut(NOBODY)) as way:
        assert way.carry(data, deadline_s=5).kind is OutcomeKind.UNREACHABLE
    with closing(BundlePut(there.url, token=there.token)) as way:
        refused = way.carry(data[:-1], deadline_s=20)
    assert (refused.kind, refused.reason) == (OutcomeKind.REFUSED, "bundle_damaged")


def test_courier_is_told_that_a_readable_file_is_no_bundle(
    at: Workplace, there: RunningEndpoint, office: Office
) -> None:
    to = place_for(at, office, url=there.url)
    (made,) = several(at, 1)
    for data, code in ((made.sealed.body, "not_a_bundle"), (bytes(10_000_001), "too_large")):
        with pytest.raises(Refusal, match=code):
            carry(at, carrier(MemorySecrets()), data=data, destination_id=to.id)
