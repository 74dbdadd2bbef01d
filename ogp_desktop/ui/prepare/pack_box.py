"""The paper pack on Prepare: what is in it, one button that prints it, one that saves it as PDF."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ogp_desktop.ui import words_pack
from ogp_desktop.ui.prepare.pack_state import PackNewsKind, PackView
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.ask_pdf import ask_pdf
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, announce

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PackBox(QWidget):
    """Signals: ``print_requested()``, ``printer_chosen(QPrinter)``, ``file_chosen(Path)``,
    ``open_requested(Path)`` for the file that was saved.
    """

    print_requested = Signal()
    printer_chosen = Signal(object)
    file_chosen = Signal(object)
    open_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: PackView | None = None
        self._contents = WrapLabel(theme, "", "caption", "ink2")
        self._print = Button(theme, "", "plain", icon="printer")
        self._print.clicked.connect(self.print_requested)
        self._save = Button(theme, "", "plain", icon="download")
        self._save.clicked.connect(self.ask_where)
        self._news = Notice(theme, "ok", "")
        self._news.action_chosen.connect(self._act)
        buttons = FlowBox(theme, 8)
        buttons.add(self._print)
        buttons.add(self._save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._contents, buttons, self._news):
            self._column.addWidget(widget)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, pack: PackView) -> None:
        """Show what is in the pack and what came of making it."""
        before, self._view = self._view, pack
        self._contents.setText(words_pack.contents(pack))
        self._print.setText(self.tr("Print the pack"))
        self._save.setText(self.tr("Save the pack as PDF"))
        for button in (self._print, self._save):
            button.setEnabled(not pack.is_working)
        self._news.setVisible(pack.news is not None)
        if pack.news is None:
            return
        words = words_pack.news(pack.news)
        self._news.set_text(words)
        kind = pack.news.kind
        is_bad = kind in {PackNewsKind.NO_PRINTER, PackNewsKind.NOT_OPENED}
        self._news.set_kind("warn" if is_bad else "info" if pack.is_working else "ok")
        is_saved = kind is PackNewsKind.SAVED
        self._news.set_choices((Choice("open", self.tr("Open it")),) if is_saved else ())
        if before is None or before.news != pack.news:
            announce(self, words)

    def ask_where(self) -> None:
        """Ask where the PDF goes; nothing waits meanwhile."""
        title, kind = self.tr("Save the paper pack"), self.tr("PDF document (*.pdf)")
        ask_pdf(self, title, kind, self.file_chosen.emit)

    def ask_printer(self) -> None:
        """Ask for a printer and the pages wanted; nothing waits meanwhile."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print the paper pack"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(lambda: self._hand_over(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # of its own it has only one that wants a receiver

    def _hand_over(self, printer: "QPrinter") -> None:
        self.printer_chosen.emit(printer)

    def _act(self, _key: str) -> None:
        if self._view is not None and self._view.news is not None:
            self.open_requested.emit(self._view.news.file)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(8))
