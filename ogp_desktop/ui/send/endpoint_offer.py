"""Takes the file of an endpoint, or its QR code as picture or text; shown before it is kept."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ogp_desktop.domain.endpoint_file import ENDING
from ogp_desktop.services.endpoint_files import Offer
from ogp_desktop.ui.send.fact_grid import FactGrid
from ogp_desktop.ui.send.given import Given, pasted
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
    """``show_state(offer, refused)``. Signals: ``given(Given)``, ``answered(bool)``."""

    given = Signal(object)
    answered = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = WrapLabel(theme, "", "caption", "ink2")
        self.open = Button(theme, "", "plain", "folder")
        self.picture = Button(theme, "", "plain", "qr-code")
        self.paste = Button(theme, "", "plain", "clipboard-list")
        self.open.clicked.connect(self._ask_for_file)
        self.picture.clicked.connect(self._ask_for_picture)
        self.paste.clicked.connect(self._paste)
        ways = FlowBox(theme, 8)
        for way in (self.open, self.picture, self.paste):
            ways.add(way)
        self._facts = FactGrid(theme, name_width=150)
        self._notice = Notice(theme, "info", "")
        self._notice.action_chosen.connect(lambda key: self.answered.emit(key == "keep"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (ways, self._hint, self._facts, self._notice):
            self._column.addWidget(part)
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def show_state(self, offer: Offer | None, refused: Told | None, *, is_reading: bool) -> None:
        """Show what a file would set, or why it is refused."""
        self.open.setText(self.tr("Open an address file"))
        self.picture.setText(self.tr("Open a picture"))
        self.paste.setText(self.tr("Paste"))
        hint = self.tr(
            "Did they give you a file or a QR code? It fills in everything but the access code. "
            "Take a picture of the QR code, then open it, paste it or drop it here. Its text and "
            "the file can be pasted or dropped as well."
        )
        self._hint.setText(self.tr("Reading the picture.") if is_reading else hint)
        self._hint.setVisible(offer is None)
        self._facts.setVisible(offer is not None)
        is_new = self._notice.isHidden()
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
            self._say(offer_words(offer), "info" if is_safe else "warn", is_new=is_new)
        elif refused is not None:
            self._notice.set_choices(())
            self._say(endpoint_refusal_words(refused), "warn", is_new=is_new)

    def decision(self) -> QWidget:
        """Return what takes the cursor while a file is decided on: what changes nothing."""
        return self._notice.findChildren(Button)[-1]

    def _say(self, words: str, kind: NoticeKind, *, is_new: bool) -> None:
        if is_new or words != self._notice.words.text():
            self._notice.set_kind(kind)
            self._notice.set_text(words)
            announce(self._notice, words)

    def _paste(self) -> None:
        self.given.emit(pasted(QGuiApplication.clipboard().mimeData()))

    def _ask_for_file(self) -> None:
        endings = self.tr("Address files ({endings})").format(endings=f"*.{ENDING}")
        self._ask(self.tr("Open an address file"), endings)

    def _ask_for_picture(self) -> None:
        endings = self.tr("Pictures ({endings})").format(endings="*.png *.jpg *.jpeg")
        self._ask(self.tr("Open a picture of the QR code"), endings)

    def _ask(self, title: str, kind: str) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([kind, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.given.emit(Given(path=path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        self._column.setSpacing(self._theme.px(8))
