"""The list of evidence says what is known of each submission, and no spreadsheet works it out."""

import csv
from base64 import b64decode
from io import StringIO
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import deliver_next
from ogp_desktop.services.evidence import COLUMNS, evidence_csv
from ogp_desktop.services.outbox_reading import outbox
from ogp_desktop.services.withdrawing import ask_withdrawal, withdraw_next
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import asker, sender
from tests.support.sealed import addressed, sealed_sample
from tests.support.workplaces import workplace_at


def _read(at: Workplace) -> dict[str, dict[str, str]]:
    text = evidence_csv(outbox(at)).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert all(tuple(row) == COLUMNS for row in rows)
    return {row["submission_id"]: row for row in rows}


def test_confirmed_one_can_be_checked_from_the_list_alone(tmp_path: Path) -> None:
    with (
        workplace_at(tmp_path) as at,
        running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as endpoint,
    ):
        made, secrets = sealed_sample(at), MemorySecrets()
        key = endpoint.receipt_key
        addressed(at, made, secrets, endpoint.url, access_code=endpoint.token, receipt_key=key)
        deliver_next(at, sender(secrets))
        row = _read(at)[made.sealed.id]
        assert (row["state"], row["attempts"], row["receipt_checked"]) == ("confirmed", "1", "yes")
        assert row["sha256"] == sha256_hex(endpoint.store.body(made.sealed.id) or b"")
        public = Ed25519PublicKey.from_public_bytes(b64decode(key))
        public.verify(b64decode(row["receipt_signature"]), row["receipt_text"].encode())


def test_one_without_a_receipt_claims_none(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        made = sealed_sample(at)
        addressing.hand_over(at, item_id=made.item.id, way="form")
        row = _read(at)[made.sealed.id]
    assert (row["state"], row["handed_over_by"]) == ("handed_over", "form")
    assert row["may_have_arrived"] == "yes"
    assert not any(value for name, value in row.items() if name.startswith("receipt_"))


def test_withdrawal_is_listed_as_far_as_it_is_and_its_proof_can_be_checked(tmp_path: Path) -> None:
    with (
        workplace_at(tmp_path) as at,
        running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as endpoint,
    ):
        made, secrets = sealed_sample(at), MemorySecrets()
        key = endpoint.receipt_key
        addressed(at, made, secrets, endpoint.url, access_code=endpoint.token, receipt_key=key)
        deliver_next(at, sender(secrets))
        ask_withdrawal(at, item_id=made.item.id)
        row = _read(at)[made.sealed.id]
        assert (row["state"], row["withdrawal"]) == ("withdrawing", "asked")
        assert (row["may_have_arrived"], row["withdrawn_there_at"]) == ("yes", "")
        withdraw_next(at, asker(secrets))
        row = _read(at)[made.sealed.id]
    assert (row["state"], row["withdrawal"]) == ("withdrawn", "withdrawn")
    assert (row["may_have_arrived"], row["withdrawal_checked"]) == ("no", "yes")
    assert made.sealed.id in row["withdrawal_text"]
    assert row["receipt_text"]
    public = Ed25519PublicKey.from_public_bytes(b64decode(key))
    public.verify(b64decode(row["withdrawal_signature"]), row["withdrawal_text"].encode())


def test_title_is_no_formula_and_keeps_its_letters(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        made = sealed_sample(at, "=1+1;Réunion, « à Lomé »")
        row = _read(at)[made.sealed.id]
    assert row["title"] == "'=1+1;Réunion, « à Lomé »"
