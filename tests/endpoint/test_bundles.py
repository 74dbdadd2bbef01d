"""An endpoint takes bundles from couriers who cannot read what they carry.

Real endpoints on loopback and on SQLite.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import pytest

from ogp_desktop.delivery.bundle_put import BundlePut
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.carrying import CarriedState
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.endpoint.importing import TurnedDown, import_kept
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.endpoint.store import Store
from ogp_desktop.endpoint.tokens import Scope, new_token
from ogp_desktop.services import addressing
from ogp_desktop.services.carrying import carry
from ogp_desktop.services.receipts import import_receipts
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import carrier
from tests.support.bundles import (
    NOBODY,
    THEN,
    Office,
    bundle_of,
    office_in,
    only_file,
    only_record,
    place_for,
    several,
    state_of,
)
from tests.support.clock import FixedClock
from tests.support.delivering import SEALED
from tests.support.workplaces import workplace_at

pytestmark = pytest.mark.slow


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
