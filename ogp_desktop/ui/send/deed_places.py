"""Asks where to, for the deeds that end in a file or at a printer, and stops nothing meanwhile."""

import re
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QDialog, QWidget

from ogp_desktop.ui.send.file_dialogs import ask_bundle_place, ask_place, ask_receipt
from ogp_desktop.ui.send.send_state import Deed, Detail, Leaf


class DeedPlaces(QObject):
    """Signals: ``file_named(path)``, ``bundle_named(path)``, ``page_named(Deed, path)``,
    ``evidence_named(path)``, ``receipt_named(path)``, ``print_chosen(Leaf, printer)``.
    """

    file_named = Signal(str)
    bundle_named = Signal(str)
    page_named = Signal(object, str)
    evidence_named = Signal(str)
    receipt_named = Signal(str)
    print_chosen = Signal(object, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, deed: Deed, shown: Detail) -> bool:
        """Ask where the file goes or comes from; tell whether this deed has one."""
        match deed:
            case Deed.SAVE_FILE:
                self._save(self.tr("Save the sealed file"), shown, "json", self.file_named.emit)
            case Deed.SAVE_BUNDLE:
                ask_bundle_place(self._window, shown.reference, self.bundle_named.emit)
            case Deed.REPORT | Deed.RECEIPT:
                is_report = deed is Deed.REPORT
                title = self.tr("Save the report") if is_report else self.tr("Save the receipt")
                self._save(title, shown, "pdf", lambda path: self.page_named.emit(deed, path))
            case Deed.EVIDENCE:
                title = self.tr("Save the list of proofs")
                self._save(title, shown, "csv", self.evidence_named.emit)
            case Deed.ADD_RECEIPT:
                ask_receipt(self._window, self.receipt_named.emit)
            case _:
                return False
        return True

    def ask_for_printer(self, leaf: Leaf) -> None:
        """Let the person choose a printer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        size = QPageSize.PageSizeId.A5 if leaf.is_small else QPageSize.PageSizeId.A4
        printer.setPageSize(QPageSize(size))
        dialog = QPrintDialog(printer, self._window)
        # The signal lends a printer for the moment of the call alone: keep ours.
        dialog.accepted.connect(lambda: self.print_chosen.emit(leaf, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _save(self, title: str, shown: Detail, ending: str, named: Any) -> None:
        plain = re.sub(r"[^\w-]+", "-", shown.title).strip("-")
        name = f"{'-'.join(filter(None, (plain, shown.reference)))}.{ending}"
        ask_place(self._window, title, name, named)
