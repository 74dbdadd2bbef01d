"""Lets a person add a kit: it is here whole, or refused with the file and the field at fault."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.kits.errors import KitRefused
from ogp_desktop.kits.model import Kit
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.shell.messages import Messages
from ogp_desktop.ui.words_kit import refused_words


def choose_kit(desk: Desk, messages: Messages, window: QWidget) -> None:
    """Ask for the kit's file, then install it."""
    dialog = QFileDialog(window, QCoreApplication.translate("Shell", "Import kit"))
    dialog.setNameFilter(QCoreApplication.translate("Shell", "Kits (*.ogpkit *.zip)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: install_kit(desk, messages, Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def install_kit(desk: Desk, messages: Messages, path: Path) -> None:
    """Add the kit at ``path`` in the workshop and say what came of it."""

    def failed(error: Exception) -> None:
        if isinstance(error, KitRefused):
            messages.show_words(refused_words(error), "warn")
        elif isinstance(error, Trouble):
            messages.show_trouble(error)
        else:
            raise error

    def installed(kit: Kit) -> None:
        text = QCoreApplication.translate("Shell", "Kit {id}, version {version}, is here.")
        messages.show_words(text.format(id=kit.id, version=kit.version), "ok")
        desk.bus.tell(changes(Touched.KITS))

    desk.workshop.run(lambda: desk.workplace.library.install(path), installed, failed)
