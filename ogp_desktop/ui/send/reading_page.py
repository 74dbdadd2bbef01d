"""Exactly what goes: a page made of the sealed bytes alone, or the very bytes."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QTextBrowser, QWidget

from ogp_desktop.ui.send.page_head import PageHead
from ogp_desktop.ui.send.send_state import Detail, Reading
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.label import WrapLabel

LEAST_HEIGHT = 48
_PAGE, _BYTES = "page", "bytes"


class ReadingPage(Card):
    """``show_state(reading, detail)``; ``back_requested()``."""

    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=16, spacing=10, parent=parent)
        self.theme = theme
        self._reading: Reading | None = None
        self.head = PageHead(theme)
        self.head.back_requested.connect(self.back_requested)
        self._way = ChoiceBox(theme)
        self._way.chosen.connect(self._choose)
        self._note = WrapLabel(theme, "", "caption", "ink2")
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.raw = QPlainTextEdit()
        self.raw.setReadOnly(True)
        self.raw.setTabChangesFocus(True)
        self._either = QStackedWidget()
        self._either.addWidget(self.page)
        self._either.addWidget(self.raw)
        for part in (self.head, self._way, self._note):
            self.body.addWidget(part)
        self.body.addWidget(self._either, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_state(self, reading: Reading, detail: Detail) -> None:
        """Show these bytes."""
        self.head.show_words(self.tr("Exactly what goes"), self.tr("Back"))
        self._way.setAccessibleName(self.tr("How to read it"))
        key = _BYTES if self._either.currentWidget() is self.raw else _PAGE
        self._way.show_state(
            (
                Option(_PAGE, self.tr("As a page"), "file-text"),
                Option(_BYTES, self.tr("The very bytes"), "list-checks"),
            ),
            key,
        )
        self._note.setText(self.tr("SHA-256 of these bytes: {digest}").format(digest=detail.digest))
        self.page.setAccessibleName(self.tr("What goes, as a page"))
        self.raw.setAccessibleName(self.tr("What goes, the very bytes"))
        if reading != self._reading:
            self._reading = reading
            self.page.setHtml(_enlarged(reading.html, self.theme.text_scale))
            self.raw.setPlainText(reading.raw)

    def set_is_tiny(self, is_tiny: bool) -> None:
        """Leave the height to the text; the digest stands on the detail as well."""
        self._note.setVisible(not is_tiny)

    def first_focus(self) -> QWidget:
        """Return the text, so that the keys scroll it."""
        return self.page

    def _choose(self, key: str) -> None:
        self._either.setCurrentWidget(self.raw if key == _BYTES else self.page)

    def _dress(self) -> None:
        # Paper is white whatever the look of the window: the page brings its own inks.
        self.page.setStyleSheet("QTextBrowser { background: #ffffff; color: #1c2430; }")
        for text in (self.page, self.raw):
            text.setMinimumHeight(self.theme.px(LEAST_HEIGHT))
        self.page.document().setDocumentMargin(self.theme.px(18))
        if self._reading is not None:
            self.page.setHtml(_enlarged(self._reading.html, self.theme.text_scale))


def _enlarged(html: str, text_scale: float) -> str:
    """Enlarge the letters of the style, and leave what was said alone."""
    head, body_tag, body = html.partition("<body>")
    larger = re.sub(
        r"(\d+(?:\.\d+)?)pt", lambda size: f"{float(size[1]) * text_scale * 1.1:.1f}pt", head
    )
    return larger + body_tag + body
