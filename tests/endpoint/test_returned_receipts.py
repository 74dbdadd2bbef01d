"""Receipts for what a bundle brought come back as a file: believed whole, or nothing changes."""

from pathlib import Path

import pytest

from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import canonical_json, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.receipt import WhyNot
from ogp_desktop.services.exporting import export_waiting
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.receipts import import_receipts
from ogp_desktop.services.workplace import Workplace
from tests.support.bundles import (
    Office,
    bundle_of,
    office_in,
    only_file,
    place_for,
    several,
    state_of,
    writer_to,
)
from tests.support.delivering import receipt_body

pytestmark = pytest.mark.slow


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
