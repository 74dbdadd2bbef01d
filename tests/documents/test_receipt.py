"""The receipt on paper: what it says before and after a receipt, and the paper it fits on."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QPageSize

from ogp_desktop.documents.receipt import receipt_html
from ogp_desktop.documents.receipt_words import ENGLISH, FRENCH
from ogp_desktop.documents.report_file import write_report
from ogp_desktop.domain.receipt import in_fours, receipt_bytes
from ogp_desktop.domain.receipt_page import ReceiptPage
from ogp_desktop.domain.withdrawn import (
    SignedWithdrawn,
    Withdrawn,
    WithdrawnProof,
    withdrawn_bytes,
)
from tests.documents.test_report import SEALED, read, receipt

MADE = datetime(2022, 7, 5, 15, 58, tzinfo=timezone(timedelta(hours=2)))
PAGE = ReceiptPage(
    title="Forum <ouvert>", submission=SEALED.submission, sha256=SEALED.sha256, made_at=MADE
)
LANGUAGES = {"en": ENGLISH, "fr": FRENCH}


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_without_a_receipt_says_so_and_claims_nothing(language: str) -> None:
    words = LANGUAGES[language]
    page = read(receipt_html(PAGE, language))
    assert words.no_receipt in page
    assert words.confirmed not in page
    assert words.may_have_arrived not in page
    assert "Forum <ouvert>" in page


def test_page_of_what_was_handed_over_says_that_nothing_proves_it() -> None:
    page = read(receipt_html(replace(PAGE, handed_over_at=MADE, way="file"), "en"))
    assert ENGLISH.no_receipt in page
    assert ENGLISH.may_have_arrived in page
    assert "Way file" in page


@pytest.mark.parametrize("is_verified", [True, False])
def test_page_holds_what_the_receipt_proves_and_how_to_check_it(is_verified: bool) -> None:
    proof = receipt(is_verified=is_verified)
    told = replace(PAGE, handed_over_at=MADE, way="internet", to="Secretariat", proof=proof)
    page = read(receipt_html(told, "en"))
    front, _, back = page.partition(ENGLISH.back)
    assert ENGLISH.confirmed in front
    assert "5 July 2022, 15:58 (UTC+02:00)" in front
    assert "6 July 2022, 09:01 (UTC+00:00)" in front
    assert "Secretariat" in front
    assert f"Revision {SEALED.submission.revision}" in front
    assert "Questions covered 1, 2 of 3" in front
    assert "People 18" in front
    assert "Names none" in front
    assert in_fours(SEALED.sha256[:16]) in front
    assert in_fours(SEALED.sha256) not in front
    assert in_fours(SEALED.sha256) in back
    assert (ENGLISH.signed if is_verified else ENGLISH.unsigned) in back
    assert receipt_bytes(proof.signed.receipt).decode() in back.replace("\u200b", "")


def withdrawn(*, is_verified: bool = True) -> WithdrawnProof:
    """Return the proof that the sample was withdrawn an hour after it was made."""
    told = Withdrawn(
        id=SEALED.submission.id,
        endpoint="52ea37f710ae8c5e",
        withdrawn_at=(MADE + timedelta(hours=1)).isoformat(),
    )
    signed = SignedWithdrawn(statement=told, signature="c2ln" * 22, is_verified=is_verified)
    return WithdrawnProof(signed=signed, received_at=MADE + timedelta(hours=2))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_verified", [True, False])
def test_page_of_what_was_withdrawn_claims_no_more_that_it_is_held(
    language: str, is_verified: bool
) -> None:
    words = LANGUAGES[language]
    gone = withdrawn(is_verified=is_verified)
    told = replace(PAGE, handed_over_at=MADE, proof=receipt(), withdrawal=gone)
    page = read(receipt_html(told, language))
    assert words.withdrawn in page
    assert words.confirmed not in page
    assert "16:58" in page
    given = page.replace("\u200b", "")
    assert withdrawn_bytes(gone.signed.statement).decode() in given
    assert (words.signed if is_verified else words.unsigned_answer) in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("gone", [None, withdrawn()])
def test_receipt_is_one_sheet_of_a5_with_its_back(
    qapp: QGuiApplication, tmp_path: Path, language: str, gone: WithdrawnProof | None
) -> None:
    told = replace(
        PAGE,
        title="Forum " * 12,
        handed_over_at=MADE,
        way="internet",
        proof=receipt(),
        withdrawal=gone,
    )
    path = tmp_path / "receipt.pdf"
    write_report(receipt_html(told, language), path, QPageSize.PageSizeId.A5)
    body = path.read_bytes()
    assert body.count(b"/Type /Page\n") == 2
    assert b"/MediaBox [0 0 420.000000 595.000000]" in body or b"/MediaBox [0 0 420 595]" in body
