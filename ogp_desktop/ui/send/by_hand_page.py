"""Copying by hand into somebody's form: each answer with its button and its tick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui.send.by_hand_state import ByHand, HandLine, WebPage
from ogp_desktop.ui.send.page_head import PageBody, PageHead
from ogp_desktop.ui.send.send_state import Deed, SendState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.bidi import kept_ltr
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, announce
from ogp_desktop.ui.widgets.scroll import ScrollPane
from ogp_desktop.ui.words_send import DEED_ICONS, deed_word, opened_words, told_words


class HandRow(QWidget):
    """One answer. Signals: ``copy_requested(id)``, ``ticked(id, bool)``."""

    copy_requested = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, line: HandLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer = line.answer
        self._label = WrapLabel(theme, line.answer.label, "strong")
        self._text = WrapLabel(theme, line.answer.text, "body")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = Button(theme, "", "plain", "copy")
        self.copy.clicked.connect(lambda: self.copy_requested.emit(line.answer.id))
        self.check = QCheckBox()
        self.check.toggled.connect(lambda is_on: self.ticked.emit(line.answer.id, is_on))
        said = QVBoxLayout()
        said.setSpacing(theme.px(4))
        said.addWidget(self._label)
        said.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addLayout(said, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.px(12))
        deeds.addWidget(self.copy)
        deeds.addWidget(self.check)
        beside = QVBoxLayout()
        beside.addLayout(deeds)
        beside.addStretch(1)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(row)
        column.addWidget(Line())

    def show_line(self, line: HandLine) -> None:
        """Show whether it was copied."""
        self.copy.setText(self.tr("Copy"))
        self.copy.set_name(self.tr("Copy: {label}").format(label=self._answer.label))
        self.check.setText(self.tr("Copied"))
        self.check.setAccessibleName(self.tr("Copied: {label}").format(label=self._answer.label))
        self.check.blockSignals(True)
        self.check.setChecked(line.is_copied)
        self.check.blockSignals(False)


class ByHandPage(Card):
    """Signals: ``copy_requested(id)``, ``ticked(id, bool)``, ``page_requested(id)``,
    ``sent_confirmed()``, ``deed_chosen(Deed)``, ``back_requested()``.
    """

    copy_requested = Signal(str)
    ticked = Signal(str, bool)
    page_requested = Signal(str)
    sent_confirmed = Signal()
    deed_chosen = Signal(object)
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self.theme = theme
        self._rows: dict[str, HandRow] = {}
        self._drawn: tuple[object, ...] = ()
        self.head = PageHead(theme)
        self.head.back_requested.connect(self.back_requested)
        self._words = WrapLabel(theme, "", "body", "ink2")
        self._web_words = WrapLabel(theme, "", "body", "ink2")
        self._web = FlowBox(theme, 8)
        self._told = Notice(theme, "info", "")
        self._said = Notice(theme, "ok", "")
        self._count = WrapLabel(theme, "", "caption", "ink2")
        self._page = PageBody()
        self._column = QVBoxLayout(self._page)
        for part in (
            *(self.head, self._said, self._words, self._web_words),
            *(self._web, self._told, self._count),
        ):
            self._column.addWidget(part)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self._column.addStretch(1)
        self._scroll = ScrollPane()
        self._scroll.show_content(self._page)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(Line())
        self.sent = Button(theme, "", "primary", "check")
        self.sent.clicked.connect(self.sent_confirmed)
        self.print = Button(theme, "", "plain", DEED_ICONS[Deed.PRINT])
        self.print.clicked.connect(lambda: self.deed_chosen.emit(Deed.PRINT))
        buttons = FlowBox(theme, 8)
        buttons.add(self.sent)
        buttons.add(self.print)
        self._foot = QVBoxLayout()
        self._foot.addWidget(buttons)
        self.body.addLayout(self._foot)
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def show_state(self, state: SendState, shown: ByHand) -> None:
        """Show the answers; rows are made anew only for another submission."""
        self._retranslate(shown)
        answers = (tuple(line.answer for line in shown.lines), self.theme.text_scale)
        if answers != self._drawn:
            self._drawn = answers
            self._make_rows(shown)
        for line in shown.lines:
            self._rows[line.answer.id].show_line(line)
        told = shown.told
        self._told.setVisible(told is not None)
        if told is not None:
            words = opened_words(told)
            self._told.set_kind("info" if told.code == "opened" else "warn")
            if words != self._told.words.text():
                self._told.set_text(words)
                announce(self._told, words)
        self._said.setVisible(state.told is not None)
        if state.told is not None:
            self._said.set_kind("warn" if state.told.code.startswith("cannot_") else "ok")
            self._said.set_text(told_words(state.told))

    def first_focus(self) -> QWidget:
        """Return the first answer that was not copied."""
        open_ones = (row.copy for row in self._rows.values() if not row.check.isChecked())
        return next(open_ones, self.sent)

    def _make_rows(self, shown: ByHand) -> None:
        for row in self._rows.values():
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = {}
        for line in shown.lines:
            row = HandRow(self.theme, line)
            row.copy_requested.connect(self.copy_requested)
            row.ticked.connect(self.ticked)
            self._list.addWidget(row)
            self._rows[line.answer.id] = row
        self._web.clear()
        for page in shown.pages:
            self._web.add(self._web_button(page))
        self._scroll.verticalScrollBar().setValue(0)

    def _web_button(self, page: WebPage) -> Button:
        words = self.tr("Open {name} in my browser").format(name=page.name)
        button = Button(self.theme, words, "tinted", "external-link")
        button.clicked.connect(lambda: self.page_requested.emit(page.id))
        return button

    def _retranslate(self, shown: ByHand) -> None:
        self.head.show_words(self.tr("Copy by hand"), self.tr("Back"))
        self._words.setText(
            self.tr(
                "Copy each answer into the form of the people it goes to; each is ticked as you "
                "do. The program sends nothing here. When the form is sent, say so: no receipt "
                "comes back by itself."
            )
        )
        hosts = ", ".join(dict.fromkeys(kept_ltr(page.host) for page in shown.pages))
        self._web_words.setVisible(bool(shown.pages))
        self._web.setVisible(bool(shown.pages))
        notes = " ".join(page.note for page in shown.pages if page.note)
        self._web_words.setText(
            " ".join(
                filter(
                    None,
                    (
                        self.tr(
                            "The form can open with these answers already in it. {host} then sees "
                            "them as soon as the page opens, before you send it."
                        ).format(host=hosts),
                        notes,
                    ),
                )
            )
        )
        done = sum(line.is_copied for line in shown.lines)
        self._count.setText(
            self.tr("{done} of {all} copied").format(done=done, all=len(shown.lines))
        )
        self.sent.setText(self.tr("I sent it"))
        self.print.setText(deed_word(Deed.PRINT))

    def _lay_out(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(16), px(14), px(20), px(18))
        self._column.setSpacing(px(12))
        self._list.setSpacing(px(8))
        self._foot.setContentsMargins(px(20), px(12), px(20), px(12))
