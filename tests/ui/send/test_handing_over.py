"""Handing over without a connection: files, papers, the clipboard, and the receipt brought back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import Receipt
from ogp_desktop.services import addressing
from ogp_desktop.services.outbox_reading import receipt_page
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.send_state import Deed
from tests.support.answering import delivered
from tests.support.pages_send import SendPage
from tests.support.sealed import addressed, sealed_sample

Open = Callable[..., SendPage]
HERE = "https://example.org/feedback"


def test_saved_file_holds_the_sealed_bytes_and_is_handed_over(
    open_page: Open, made: SealedAndQueued, tmp_path: Path
) -> None:
    page = open_page()
    page.screen.places.file_named.emit(str(tmp_path / "mine.json"))
    assert (tmp_path / "mine.json").read_bytes() == made.sealed.body
    assert page.kept(made.item.id).item.state is OutboxState.HANDED_OVER
    words = page.words()
    assert "Saved as mine.json." in words
    assert "No receipt yet" in words


def test_saved_copy_of_a_queued_one_does_not_stop_it(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page()
    page.screen.places.file_named.emit(str(tmp_path / "mine.json"))
    assert (tmp_path / "mine.json").read_bytes() == made.sealed.body
    assert page.kept(made.item.id).item.state is OutboxState.READY


@pytest.mark.parametrize("deed", [Deed.SAVE_FILE, Deed.REPORT, Deed.RECEIPT])
def test_file_that_cannot_be_written_is_told_and_nothing_is_claimed(
    open_page: Open, made: SealedAndQueued, tmp_path: Path, deed: Deed
) -> None:
    page, path = open_page(), str(tmp_path / "missing" / "mine.pdf")
    if deed is Deed.SAVE_FILE:
        page.screen.places.file_named.emit(path)
    else:
        page.screen.places.page_named.emit(deed, path)
    assert "mine.pdf could not be written." in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.READY


def test_report_is_written_as_pdf(open_page: Open, made: SealedAndQueued, tmp_path: Path) -> None:
    page = open_page()
    page.screen.places.page_named.emit(Deed.REPORT, str(tmp_path / "mine.pdf"))
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")
    assert "The report was saved as mine.pdf." in page.words()


def test_receipt_is_written_as_pdf_when_it_came(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.CONFIRMED)
    page = open_page()
    page.button("Receipt as PDF")
    page.screen.places.page_named.emit(Deed.RECEIPT, str(tmp_path / "mine.pdf"))
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")
    assert "The receipt was saved as mine.pdf." in page.words()


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("Print receipt", QPageSize.PageSizeId.A5),
        ("Print the report", QPageSize.PageSizeId.A4),
    ],
)
def test_printer_is_asked_for_without_stopping_the_program(
    open_page: Open,
    made: SealedAndQueued,
    desk: Desk,
    tmp_path: Path,
    words: str,
    size: QPageSize.PageSizeId,
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.CONFIRMED)
    page = open_page()
    page.do(words)
    (dialog,) = page.screen.findChildren(QPrintDialog)
    assert dialog.isVisible()
    printer = dialog.printer()
    assert printer.pageLayout().pageSize().id() is size
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    QDialog.accept(dialog)
    assert "It was given to the printer." in page.words()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


def test_printer_that_says_no_is_told(qtbot: QtBot, made: SealedAndQueued, desk: Desk) -> None:
    def refuse(_html: str, _device: object) -> None:
        raise OSError

    page = SendPage(qtbot, replace(desk, print_pages=refuse), None)
    page.do("Print the report")
    (dialog,) = page.screen.findChildren(QPrintDialog)
    QDialog.accept(dialog)
    assert "The printer did not take it." in page.words()


def test_slip_for_what_was_handed_over_by_file_claims_no_receipt(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="file")
    page = open_page()
    page.button("Print a slip")
    one = receipt_page(page.kept(made.item.id))
    assert (one.proof, one.way, one.to) == (None, "file", None)
    assert one.handed_over_at == page.kept(made.item.id).item.updated_at


def test_place_for_the_report_is_asked_without_stopping_the_program(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page()
    page.do("Report as PDF")
    (dialog,) = page.screen.findChildren(QFileDialog)
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name.startswith("Forum-ouvert-")
    dialog.reject()


def test_copied_text_is_what_was_sealed(open_page: Open, made: SealedAndQueued) -> None:
    page = open_page()
    page.do("Copy text")
    text = QGuiApplication.clipboard().text()
    assert "Les marchés publics sont publiés tard" in text
    assert "The text was copied." in page.words()


def test_damaged_text_is_told_and_never_saved_or_shown(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(desk.workplace.store.path)) as file, file:
        file.execute("UPDATE submission SET body = ?", (made.sealed.body + b" ",))
    page = open_page()
    page.press("Read exactly what will go")
    assert "The disk changed the sealed text" in page.words()
    assert page.screen.detail.isVisible()
    page.screen.places.file_named.emit(str(tmp_path / "mine.json"))
    assert not (tmp_path / "mine.json").exists()
    assert page.kept(made.item.id).item.state is OutboxState.READY


def receipt_file(made: SealedAndQueued, folder: Path, **changes: str) -> str:
    """Write the receipt that came back, and return where."""
    receipt = Receipt(
        id=made.sealed.id,
        sha256=made.sealed.sha256,
        endpoint="47ff8abebe2e247d",
        stored_at="2022-08-02T09:00:00+00:00",
    )
    path = folder / "receipt.json"
    path.write_bytes(canonical_json({"receipt": replace(receipt, **changes)}))
    return str(path)


def test_receipt_that_came_back_by_hand_confirms(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="file")
    page = open_page()
    page.press("Add receipt")
    (dialog,) = page.screen.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()
    page.screen.places.receipt_named.emit(receipt_file(made, tmp_path))
    assert page.kept(made.item.id).item.state is OutboxState.CONFIRMED
    assert "Receipt added from a file" in page.words()
    page.button("Print receipt")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sha256": "0" * 64}, "for another text than the one sealed here"),
        ({"id": "x"}, "the receipt for another submission"),
    ],
)
def test_wrong_receipt_says_which_rule_failed(
    open_page: Open,
    made: SealedAndQueued,
    desk: Desk,
    tmp_path: Path,
    changes: dict[str, str],
    words: str,
) -> None:
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="file")
    page = open_page()
    page.screen.places.receipt_named.emit(receipt_file(made, tmp_path, **changes))
    assert words in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.HANDED_OVER
    page.screen.places.receipt_named.emit(str(tmp_path / "missing.json"))
    assert "missing.json could not be read." in page.words()


def test_list_of_proofs_is_saved_with_every_submission(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    other = sealed_sample(desk.workplace, "Radio")
    page = open_page()
    page.press("Save the list of proofs (CSV)")
    [dialog] = page.screen.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".csv")
    dialog.fileSelected.emit(str(tmp_path / "proofs.csv"))
    dialog.close()
    saved = (tmp_path / "proofs.csv").read_text(encoding="utf-8-sig")
    assert made.sealed.sha256 in saved
    assert other.sealed.sha256 in saved
    assert "The list was saved as proofs.csv" in page.words()
