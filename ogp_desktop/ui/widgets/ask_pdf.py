"""Asks where a PDF goes; nothing waits meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_pdf(parent: QWidget, title: str, kind: str, chosen: Callable[[Path], object]) -> None:
    """Open the system's dialog; ``kind`` names PDF documents there."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix("pdf")
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
