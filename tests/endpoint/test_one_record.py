"""Network and bundles in any order make one record of the same bytes.

Real endpoints on loopback and on SQLite.
"""

from contextlib import closing
from pathlib import Path

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.sealing import seal
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.endpoint.store import Store
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import deliver_next
from ogp_desktop.services.exporting import export_item, export_waiting
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.receipts import import_receipts
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import sender
from tests.support.bundles import (
    THEN,
    Office,
    bundle_of,
    only_record,
    place_for,
    several,
    state_of,
    writer_to,
)
from tests.support.submissions import sample_submission

pytestmark = pytest.mark.slow


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
