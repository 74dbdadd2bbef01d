"""Takes the file of an endpoint, or the text of its QR code, and shows it before it is kept."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ogp_desktop.domain.endpoint_file import ENDING, TEXT_START
from ogp_desktop.services.endpoint_files import Offer
from ogp_desktop.ui.send.fact_grid import FactGrid
from ogp_desktop.ui.send.told import Told
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, NoticeKind, announce
from ogp_desktop.ui.words_endpoint import (
    endpoint_refusal_words,
    is_careful,
    offer_facts,
    offer_words,
)


class EndpointOffer(QWidget):
    """``show_state(offer, refused)``. Signals: ``file_named(path)``, ``text_given(text)``,
    ``answered(bool)``.
    """

    file_named = Signal(str)
    text_given = Signal(str)
    answered = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = WrapLabel(theme, "", "caption", "ink2")
        self.open = Button(theme, "", "plain", "folder")
        self.paste = Button(theme, "", "plain", "clipboard-list")
        self.open.clicked.connect(self._ask_for_file)
        self.paste.clicked.connect(lambda: self.text_given.emit(QGuiApplication.clipboard().text()))
        ways = FlowBox(theme, 8)
        ways.add(self.open)
        ways.add(self.paste)
        self._facts = FactGrid(theme, name_width=150)
        self._notice = Notice(theme, "info", "")
        self._notice.action_chosen.connect(lambda key: self.answered.emit(key == "keep"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (ways, self._hint, self._facts, self._notice):
            self._column.addWidget(part)
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def show_state(self, offer: Offer | None, refused: Told | None) -> None:
        """Show what a file would set, or why it is refused."""
        self.open.setText(self.tr("Open an address file"))
        self.paste.setText(self.tr("Paste its text"))
        self._hint.setText(
            self.tr(
                "Did they give you a file or a QR code? It fills in everything but the access "
                "code. Scan the QR code with a phone, send the text here, and paste it. A file "
                "can also be dropped here."
            )
        )
        self._hint.setVisible(offer is None)
        self._facts.setVisible(offer is not None)
        self._notice.setVisible(offer is not None or refused is not None)
        if offer is not None:
            self._facts.show_facts(offer_facts(offer))
            is_safe = not is_careful(offer)
            use, leave = self.tr("Use this address"), self.tr("Leave it")
            self._notice.set_choices(
                (
                    Choice("keep", use, kind="primary" if is_safe else "plain"),
                    Choice("leave", leave),
                )
            )
            self._say(offer_words(offer), "info" if is_safe else "warn")
        elif refused is not None:
            self._notice.set_choices(())
            self._say(endpoint_refusal_words(refused), "warn")

    def decision(self) -> QWidget:
        """Return what takes the cursor while a file is decided on: what changes nothing."""
        return self._notice.findChildren(Button)[-1]

    def _say(self, words: str, kind: NoticeKind) -> None:
        if words != self._notice.words.text():
            self._notice.set_kind(kind)
            self._notice.set_text(words)
            announce(self._notice, words)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Open an address file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = self.tr("Address files ({endings})").format(endings=f"*.{ENDING}")
        dialog.setNameFilters([endings, self.tr("All files (*)")])
        dialog.fileSelected.connect(self.file_named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        self._column.setSpacing(self._theme.px(8))


def take_dropped(
    event: QDropEvent, named: Callable[[str], object], given: Callable[[str], object]
) -> None:
    """Hand on the path of a file that was dropped, or the text; it is shown before it is kept."""
    dropped = dropped_endpoint(event.mimeData())
    if dropped is not None:
        event.acceptProposedAction()
        path, text = dropped
        if path:
            named(path)
        else:
            given(text)


def dropped_endpoint(data: QMimeData) -> tuple[str, str] | None:
    """Return the path of an endpoint file or its text, whichever is dragged; ``None`` for other."""
    for url in data.urls():
        if url.isLocalFile() and url.fileName().lower().endswith(f".{ENDING}"):
            return url.toLocalFile(), ""
    is_text = data.hasText() and data.text().strip().upper().startswith(TEXT_START)
    return ("", data.text()) if is_text else None
