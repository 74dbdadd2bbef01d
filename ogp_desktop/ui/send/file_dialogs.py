"""Asks for the places of files, and stops nothing meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ogp_desktop.ui.send.carrying_state import Carrying

Named = Callable[[str], object]


def ask_place(parent: QWidget, title: str, name: str, named: Named) -> QFileDialog:
    """Ask where a file goes, under this name unless another is typed."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    _open(dialog, named)
    return dialog


def ask_bundle_place(parent: QWidget, reference: str, named: Named) -> None:
    """Ask where an encrypted file goes, as it is or as text for an e-mail."""
    file = QCoreApplication.translate("Bundle", "Encrypted file (*.age)")
    text = QCoreApplication.translate("Bundle", "Encrypted text to paste into an e-mail (*.txt)")
    title = QCoreApplication.translate("Bundle", "Save the encrypted file")
    dialog = ask_place(parent, title, f"feedback-{reference}.age", named)
    dialog.setNameFilters([file, text])
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix("txt" if chosen == text else "age")
    )


def ask_receipts_place(parent: QWidget, carrying: Carrying | None, named: Named) -> None:
    """Ask where the receipts for somebody else go."""
    stem = "" if carrying is None else Path(carrying.path).stem
    title = QCoreApplication.translate("Bundle", "Save the receipts")
    ask_place(parent, title, f"receipts-{stem}.json", named)


def ask_receipt(parent: QWidget, named: Named) -> None:
    """Ask for a file with receipts."""
    title = QCoreApplication.translate("SendScreen", "Open the receipt that came back")
    kind = QCoreApplication.translate("SendScreen", "Receipts (*.json)")
    _ask_existing(parent, title, kind, named)


def ask_bundle(parent: QWidget, named: Named) -> None:
    """Ask for somebody else's file."""
    title = QCoreApplication.translate("Bundle", "Choose the file to carry")
    kind = QCoreApplication.translate("Bundle", "Encrypted files (*.age *.txt)")
    _ask_existing(parent, title, kind, named)


def ask_folder(parent: QWidget, named: Named) -> None:
    """Ask for the folder, such as a USB stick, where all that waits is saved."""
    title = QCoreApplication.translate("Bundle", "Save all that waits in this folder")
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, named)


def _ask_existing(parent: QWidget, title: str, kind: str, named: Named) -> None:
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([kind, QCoreApplication.translate("SendScreen", "All files (*)")])
    _open(dialog, named)


def _open(dialog: QFileDialog, named: Named) -> None:
    dialog.fileSelected.connect(named)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
