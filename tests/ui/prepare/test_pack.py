"""The paper pack from Prepare: made whole, remembered exactly, and never said to be more."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.paper_pack import PackWay
from ogp_desktop.ui.prepare.pack_box import PackBox
from tests.support.pages_prepare import PreparePage

pytestmark = pytest.mark.slow

Open = Callable[..., PreparePage]


def _printer(file: Path) -> QPrinter:
    """Return a printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def _box(page: PreparePage) -> PackBox:
    return page.screen.agenda.pack


def _readiness(page: PreparePage) -> list[str]:
    labels = page.screen.bar.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and "pack" in label.text()]


def test_contents_follow_the_room(open_page: Open) -> None:
    page = open_page()
    assert page.says("18 individual sheet")
    page.press("Online")
    assert not page.says("individual sheet")


def test_no_pack_is_said_and_is_no_fault(open_page: Open) -> None:
    page = open_page()
    assert _readiness(page) == ["Paper pack not printed"]
    assert page.says("Ready to run")


def test_saved_pack_is_remembered_until_the_plan_changes(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    file = tmp_path / "pack.pdf"
    _box(page).file_chosen.emit(file)
    assert file.read_bytes().startswith(b"%PDF")
    assert page.says(str(file))
    assert _readiness(page) == ["Paper pack saved as PDF"]
    kept = page.conversation().preparation.pack
    assert kept is not None
    assert kept.way is PackWay.SAVED
    page.press("60")
    assert _readiness(page) == ["Paper pack older than the plan"]
    page.press("Undo")
    assert _readiness(page) == ["Paper pack saved as PDF"]


def test_typing_does_not_forget_the_pack_that_was_made_meanwhile(
    open_page: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_page()
    qtbot.keyClicks(page.screen.form.title, "!")
    _box(page).file_chosen.emit(tmp_path / "pack.pdf")
    page.screen.form.settle()
    assert page.conversation().preparation.title.endswith("!")
    assert page.conversation().preparation.pack is not None


def test_printed_pack_is_said_to_be_handed_over(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    _box(page).printer_chosen.emit(_printer(tmp_path / "printed.pdf"))
    assert (tmp_path / "printed.pdf").exists()
    assert page.says("handed to")
    assert _readiness(page) == ["Paper pack handed to the printer"]


def test_some_pages_are_not_called_the_pack(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    printer = _printer(tmp_path / "printed.pdf")
    some = QPageRanges()
    some.addPage(1)
    printer.setPageRanges(some)
    _box(page).printer_chosen.emit(printer)
    assert page.says("1 page")
    assert page.says("handed to")
    assert _readiness(page) == ["Paper pack not printed"]


def test_no_printer_is_said_and_the_pdf_offered(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page.press("Print the pack")
    assert page.says("No printer was found on this computer.")
    assert page.button("Save the pack as PDF").isEnabled()


def test_file_that_cannot_be_written_is_told(open_page: Open, tmp_path: Path, qtbot: QtBot) -> None:
    page = open_page()
    with qtbot.waitSignal(page.screen.trouble_met) as met:
        _box(page).file_chosen.emit(tmp_path / "missing" / "pack.pdf")
    assert met.args[0].code == "cannot_write"
    assert _readiness(page) == ["Paper pack not printed"]
    assert page.button("Print the pack").isEnabled()
