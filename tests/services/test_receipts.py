"""A receipt that came back as a file confirms by the rules of an answer, and by no others."""

from dataclasses import replace
from pathlib import Path

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.receipt import LONGEST_ANSWER, Receipt, WhyNot
from ogp_desktop.endpoint.serve import import_submission, key_file
from ogp_desktop.endpoint.signing import Signer, signer_at
from ogp_desktop.services import addressing
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.receipts import add_receipt, import_receipts
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace
from tests.support.sealed import addressed, sealed_sample


@pytest.fixture
def made(at: Workplace) -> SealedAndQueued:
    """Give a submission that was handed over as a file."""
    made = sealed_sample(at)
    addressing.hand_over(at, item_id=made.item.id, way="file")
    return made


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    """Give the key of the people there."""
    return signer_at(tmp_path / "theirs.key")


def pinned(at: Workplace, made: SealedAndQueued, signer: Signer) -> None:
    """Let the submission have a destination whose key is known, and be handed over all the same."""
    addressed(at, made, MemorySecrets(), "https://example.org", receipt_key=signer.public_key)
    addressing.hand_over(at, item_id=made.item.id, way="file")


def receipt_of(made: SealedAndQueued) -> Receipt:
    """Return what they say that they stored."""
    return Receipt(
        id=made.sealed.id,
        sha256=made.sealed.sha256,
        endpoint="47ff8abebe2e247d",
        stored_at="2022-08-02T09:00:00+00:00",
    )


def file_of(receipt: Receipt, signer: Signer | None) -> bytes:
    """Return the file that comes back."""
    answer: dict[str, object] = {"receipt": receipt}
    if signer is not None:
        answer["sig"] = signer.sign(receipt)
    return canonical_json(answer)


def test_handed_over_submission_is_confirmed_by_its_signed_receipt(
    at: Workplace, made: SealedAndQueued, signer: Signer
) -> None:
    pinned(at, made, signer)
    body = file_of(receipt_of(made), signer)
    add_receipt(at, ed25519_verifier, item_id=made.item.id, body=body)
    one = dispatch(at, item_id=made.item.id)
    assert (one.item.state, one.item.maybe_stored) == (OutboxState.CONFIRMED, False)
    assert one.receipt is not None
    assert one.receipt.signed.is_verified
    assert one.history[-1].what == "receipt_added"
    add_receipt(at, ed25519_verifier, item_id=made.item.id, body=body)
    assert dispatch(at, item_id=made.item.id) == one


def test_receipt_is_accepted_unchecked_when_no_key_is_known(
    at: Workplace, made: SealedAndQueued, signer: Signer
) -> None:
    body = file_of(receipt_of(made), signer)
    add_receipt(at, ed25519_verifier, item_id=made.item.id, body=body)
    one = dispatch(at, item_id=made.item.id)
    assert one.item.state is OutboxState.CONFIRMED
    assert one.receipt is not None
    assert not one.receipt.signed.is_verified


def test_wrong_receipt_names_the_rule_and_changes_nothing(
    at: Workplace, made: SealedAndQueued, signer: Signer, tmp_path: Path
) -> None:
    pinned(at, made, signer)
    right, other = receipt_of(made), signer_at(tmp_path / "other.key")
    before = dispatch(at, item_id=made.item.id)
    wrong = {
        WhyNot.OTHER_ID: file_of(replace(right, id=SubmissionId("x")), signer),
        WhyNot.OTHER_CONTENT: file_of(replace(right, sha256="0" * 64), signer),
        WhyNot.UNSIGNED: file_of(right, None),
        WhyNot.WRONG_SIGNATURE: file_of(right, other),
        WhyNot.MALFORMED: file_of(right, signer)[:-1],
        WhyNot.TOO_LARGE: file_of(right, signer) + b" " * LONGEST_ANSWER,
    }
    for why, body in wrong.items():
        with pytest.raises(Refusal) as caught:
            add_receipt(at, ed25519_verifier, item_id=made.item.id, body=body)
        assert caught.value.data["why"] is why
    assert dispatch(at, item_id=made.item.id) == before


def test_receipt_finds_its_submission_by_itself(
    at: Workplace, made: SealedAndQueued, signer: Signer
) -> None:
    other = sealed_sample(at, "Radio")
    believed = import_receipts(at, ed25519_verifier, body=file_of(receipt_of(other), signer))
    (item,) = believed.items
    assert item.submission_id == other.sealed.id
    assert dispatch(at, item_id=made.item.id).item.state is OutboxState.HANDED_OVER


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b'{"receipt":{}}'])
def test_file_that_is_no_receipt_is_refused(at: Workplace, body: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        import_receipts(at, ed25519_verifier, body=body)
    assert caught.value.data["why"] is WhyNot.MALFORMED


def test_file_carried_to_the_endpoint_comes_back_as_a_receipt(
    at: Workplace, made: SealedAndQueued, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path / 'endpoint.sqlite3'}"
    signer = signer_at(key_file(database))
    pinned(at, made, signer)
    carried = tmp_path / "stick" / "forum.json"
    carried.parent.mkdir()
    carried.write_bytes(made.sealed.body)
    back = import_submission(database, carried, tmp_path / "stick")
    again = import_submission(database, carried, tmp_path / "again")
    assert back.read_bytes() == again.read_bytes()
    believed = import_receipts(at, ed25519_verifier, body=back.read_bytes())
    assert [one.state for one in believed.items] == [OutboxState.CONFIRMED]
