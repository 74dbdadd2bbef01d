"""Puts the notes and the line where the person says, while they cannot be saved on this disk."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_model import NotesModel
from ogp_desktop.ui.run.notes_pane import NotesPane


def ask_where(desk: Desk, model: NotesModel, pane: NotesPane) -> None:
    """Ask for a place and write there beside the window; the pane says how it went."""
    dialog = QFileDialog(pane, QCoreApplication.translate("Notes", "Save the notes elsewhere"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(QCoreApplication.translate("Notes", "Plain text (*.txt)"))
    dialog.setDefaultSuffix("txt")
    dialog.fileSelected.connect(lambda name: _write(desk, model, pane, Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _write(desk: Desk, model: NotesModel, pane: NotesPane, path: Path) -> None:
    facts, line = model.facts, pane.entry.text()

    def work() -> None:
        title = facts.preparation.title
        desk.write_notes(path, title, facts.kit, facts.notes, facts.leans, line)

    def done(_: None) -> None:
        if isValid(model):
            model.saving.tell_copy(str(path))

    def failed(error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        if isValid(pane):
            pane.trouble_met.emit(Trouble("cannot_write"))

    desk.workshop.run(work, done, failed)
