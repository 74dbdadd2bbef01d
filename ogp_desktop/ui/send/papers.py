"""What leaves the Send screen on paper, as a file or as text, all made of the sealed bytes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageSize, QTextDocument
from shiboken6 import isValid

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.services.outbox_reading import Dispatch, receipt_page
from ogp_desktop.services.reading import time_of
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.send_state import Leaf
from ogp_desktop.ui.send.told import Told

_SIZES = {True: QPageSize.PageSizeId.A5, False: QPageSize.PageSizeId.A4}


class Papers(QObject):
    """Signals: ``told(Told)`` what came of it; ``trouble_met(error)``."""

    told = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def report(self, one: Dispatch, kit: LocalKit) -> Leaf:
        """Return the report."""
        submission = submission_from_bytes(one.sealed.body)
        time = time_of(self._desk.workplace, conversation_id=one.conversation.id)
        html = self._desk.report_html(submission, kit, one.withdrawn or one.receipt, time)
        return Leaf(html=html, is_small=False)

    def receipt(self, one: Dispatch, kit: LocalKit) -> Leaf:
        """Return the receipt, in the language of the report."""
        html = self._desk.receipt_html(receipt_page(one), kit.language)
        return Leaf(html=html, is_small=True)

    def copy(self, leaf: Leaf) -> None:
        """Put the text into the clipboard."""
        page = QTextDocument()
        page.setHtml(leaf.html)
        QGuiApplication.clipboard().setText(page.toPlainText())
        self.told.emit(Told(code="copied"))

    def copy_number(self, number: str) -> None:
        """Put the number into the clipboard, for a message to the people there."""
        QGuiApplication.clipboard().setText(number)
        self.told.emit(Told(code="number_copied"))

    def save(self, leaf: Leaf, target: Path) -> None:
        """Write the page, as PDF or HTML by the ending of the path."""
        code = "receipt_saved" if leaf.is_small else "report_saved"
        self._desk.workshop.run(
            lambda: self._desk.write_report(leaf.html, target, _SIZES[leaf.is_small]),
            lambda _nothing: self._tell(Told(code=code, value=target.name)),
            lambda error: self.fail(error, Told(code="cannot_write", value=target.name)),
        )

    def print(self, leaf: Leaf, printer: QPagedPaintDevice) -> None:
        """Give the page to a printer."""
        self._desk.workshop.run(
            lambda: self._desk.print_pages(leaf.html, printer),
            lambda _nothing: self._tell(Told(code="printed")),
            lambda error: self.fail(error, Told(code="cannot_print")),
        )

    def fail(self, error: Exception, told: Told) -> None:
        """Tell that the disk or the printer said no."""
        if isinstance(error, OSError):
            self._tell(told)
        elif isinstance(error, Trouble):
            self.trouble_met.emit(error)
        else:
            raise error

    def _tell(self, told: Told) -> None:
        if isValid(self):  # an answer may come after the screen is gone
            self.told.emit(told)
