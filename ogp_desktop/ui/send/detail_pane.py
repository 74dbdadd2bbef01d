"""One sealed submission: where it stands in words, what it is, what can be done, what was done."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.ui.layout_size import LayoutSize
from ogp_desktop.ui.send.closing_box import ClosingBox
from ogp_desktop.ui.send.deed_bar import DeedBar
from ogp_desktop.ui.send.fact_grid import FactGrid
from ogp_desktop.ui.send.page_head import PageBody
from ogp_desktop.ui.send.send_state import Deed, Detail, SendState
from ogp_desktop.ui.send.told import Told
from ogp_desktop.ui.send.withdrawal_box import WithdrawalFacts, WithdrawalQuestion
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.bidi import kept_ltr
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.cursor import keeping_cursor
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, NoticeKind, announce
from ogp_desktop.ui.widgets.scroll import ScrollPane
from ogp_desktop.ui.words_history import step_words
from ogp_desktop.ui.words_home import title_or_unnamed
from ogp_desktop.ui.words_outbox import explanation, headline, state_color, state_icon
from ogp_desktop.ui.words_send import (
    DEED_ICONS,
    deed_word,
    not_in_it,
    receipt_words,
    size_words,
    stored_words,
    told_words,
)
from ogp_desktop.ui.words_time import day, moment

_NEAR = (Deed.CORRECT, Deed.WITHDRAW, Deed.WITHDRAW_THERE, Deed.STOP_ASKING)
"""What is rarely pressed stands with the text it is about, unless it is the likely next step."""
_DANGERS = {
    *("cannot_write", "cannot_read", "cannot_print", "no_receipt"),
    *("bundle_refused", "bundle_refused_unknown"),
    *("not_now", "not_here", "damaged", "elsewhere", "no_recipient", "nothing_waits"),
}


class DetailPane(Card):
    """Signals: ``deed_chosen(Deed)``, ``reading_requested()``, ``withdrawal_answered(bool)``,
    ``number_wanted(text)``, ``kit_import_wanted()``.
    """

    deed_chosen = Signal(object)
    reading_requested = Signal()
    withdrawal_answered = Signal(bool)
    number_wanted = Signal(str)
    kit_import_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self.theme = theme
        self._drawn: Detail | None = None
        self._build()
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def _build(self) -> None:
        theme = self.theme
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._whose = WrapLabel(theme, "", "caption", "ink2")
        self.headline = WrapLabel(theme, "", "question")
        self._meaning = WrapLabel(theme, "", "body")
        self._told = Notice(theme, "info", "")
        self._ask = WithdrawalQuestion(theme)
        self._ask.answered.connect(self.withdrawal_answered)
        self._ask.number_wanted.connect(self.number_wanted)
        self._long_here = Notice(theme, "warn", "")
        self._long_here.action_chosen.connect(lambda _key: self.deed_chosen.emit(Deed.SAVE_FILE))
        self.closing = ClosingBox(theme)
        self.closing.import_wanted.connect(self.kit_import_wanted)
        self._withdrawal = WithdrawalFacts(theme)
        self._receipt_title = Label(theme, role="h3")
        self._receipt = FactGrid(theme)
        self._next = WrapLabel(theme, "", "body", "ink2")
        self._what_title = Label(theme, role="h3")
        self._facts = FactGrid(theme)
        self._read = Button(theme, "", "tinted", "eye")
        self._read.clicked.connect(self.reading_requested)
        self._not_in = WrapLabel(theme, "", "caption", "ink2")
        self._history_title = Label(theme, role="h3")
        self._history = FactGrid(theme, name_width=150)
        self._evidence = Button(theme, "", "quiet", DEED_ICONS[Deed.EVIDENCE])
        self._evidence.clicked.connect(lambda: self.deed_chosen.emit(Deed.EVIDENCE))
        self._page = PageBody()
        self._column = QVBoxLayout(self._page)
        self._head = QHBoxLayout()
        self._head.addWidget(self._sign)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._whose)
        words.addWidget(self.headline)
        self._head.addLayout(words, 1)
        self._column.addLayout(self._head)
        near = FlowBox(theme, 8)
        near.add(self._read)
        self._near = {deed: Button(theme, "", "quiet", DEED_ICONS[deed]) for deed in _NEAR}
        for deed, button in self._near.items():
            button.clicked.connect(lambda _=False, deed=deed: self.deed_chosen.emit(deed))
            near.add(button)
        above: tuple[QWidget, ...] = (
            *(self._meaning, self._told, self._ask, self._long_here, self.closing),
            *(self._withdrawal, self._receipt_title, self._receipt, self._next),
            *(self._what_title, self._facts),
        )
        for part in above:
            self._column.addWidget(part)
        self._column.addWidget(near)
        below: tuple[QWidget, ...] = (self._not_in, self._history_title, self._history)
        for part in below:
            self._column.addWidget(part)
        proofs = FlowBox(theme, 8)
        proofs.add(self._evidence)
        self._column.addWidget(proofs)
        self._column.addStretch(1)
        self._scroll = ScrollPane()
        self._scroll.show_content(self._page)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(Line())
        self._foot = QVBoxLayout()
        self.deeds = DeedBar(theme)
        self.deeds.deed_chosen.connect(self.deed_chosen)
        self._foot.addWidget(self.deeds)
        self.body.addLayout(self._foot)

    def show_state(self, state: SendState) -> None:
        """Show the chosen submission; the cursor goes to the next step if its place is gone."""
        if state.chosen is not None:
            with keeping_cursor(self, self.first_focus):
                self._render(state.chosen, state)

    def _render(self, shown: Detail, state: SendState) -> None:
        self._show_standing(shown)
        self._show_messages(shown, state)
        self._show_receipt(shown)
        self._show_what(shown)
        self._history_title.setText(self.tr("History"))
        self._evidence.setText(deed_word(Deed.EVIDENCE))
        self._history.show_facts(
            tuple((moment(step.at), step_words(step)) for step in reversed(shown.steps))
        )
        self._show_deeds(shown, is_asking=state.asks_to_withdraw)
        if self._drawn is None or self._drawn.item_id != shown.item_id:
            self._scroll.verticalScrollBar().setValue(0)
        self._drawn = shown

    def first_focus(self) -> QWidget:
        """Return the likely next step."""
        return self.deeds.primary

    def _show_standing(self, shown: Detail) -> None:
        at = shown.standing
        title = title_or_unnamed(shown.title)
        self._whose.setText(
            self.tr("{title} · {place}").format(title=title, place=shown.place)
            if shown.place and shown.place not in title
            else title
        )
        self.headline.setText(headline(at))
        self._meaning.setText(explanation(at))
        self._sign.setPixmap(self.theme.pixmap(state_icon(at), state_color(at), 28))

    def _show_messages(self, shown: Detail, state: SendState) -> None:
        told = state.told
        self._told.setVisible(told is not None)
        if told is not None:
            self._told.set_kind(_kind_of(told))
            self._told.set_text(told_words(told))
        was_asking = not self._ask.isHidden()
        self._ask.show_state(shown, state)
        if state.asks_to_withdraw and not was_asking and self.isVisible():
            QTimer.singleShot(0, self, self._lead_to_question)
        self._long_here.setVisible(shown.standing.is_long_here)
        if shown.standing.is_long_here:
            self._long_here.set_text(
                self.tr("A week without a receipt. It is saved here. Save it to a file as well?")
                if shown.standing.maybe_stored
                else self.tr("Saved here, not sent yet. Save to a file?")
            )
            self._long_here.set_choices((Choice("save", deed_word(Deed.SAVE_FILE)),))
        self.closing.show_state(shown.closing)

    def _lead_to_question(self) -> None:
        """Put the cursor where nothing is done yet, and bring what is asked into view."""
        if not self._ask.isHidden():
            self._ask.decision().setFocus()
            self._scroll.ensureWidgetVisible(self._ask, 0, self.theme.px(12))
            announce(self._ask, self._ask.words.text())

    def _show_receipt(self, shown: Detail) -> None:
        receipt, is_confirmed = shown.receipt, shown.standing.state is OutboxState.CONFIRMED
        self._withdrawal.show_state(shown)
        parts: tuple[QWidget, ...] = (self._receipt_title, self._receipt, self._next)
        for part in parts:
            part.setVisible(receipt is not None)
        self._next.setVisible(receipt is not None and is_confirmed)
        if receipt is None:
            return
        self._receipt_title.setText(self.tr("Receipt"))
        self._receipt.show_facts(
            (
                (self.tr("Reference"), kept_ltr(shown.reference)),
                (self.tr("Given by"), kept_ltr(receipt.endpoint)),
                (self.tr("Stored there"), stored_words(receipt)),
                (self.tr("Came here"), moment(receipt.received_at)),
                (self.tr("Signature"), receipt_words(receipt)),
                (self.tr("SHA-256"), kept_ltr(shown.digest)),
            )
        )
        self._next.setText(
            self.tr(
                "Nothing more is needed. For the group, or for your own files, print the receipt "
                "(half a sheet, with its back) or save the report as PDF."
            )
        )

    def _show_what(self, shown: Detail) -> None:
        is_done = shown.standing.state is OutboxState.CONFIRMED
        is_back = shown.standing.state is OutboxState.WITHDRAWN
        what, read = self.tr("What goes"), self.tr("Read exactly what will go")
        if is_done:
            what, read = self.tr("What was sent"), self.tr("Read exactly what was sent")
        elif is_back:
            what, read = self.tr("What was sealed"), self.tr("Read exactly what was sealed")
        self._what_title.setText(what)
        self._read.setText(read)
        to = shown.destination
        facts = [
            (self.tr("Made"), moment(shown.made_at)),
            (self.tr("Revision"), str(shown.revision)),
            (self.tr("Size"), size_words(shown.size)),
            (
                self.tr("Goes to"),
                f"{to.name}\n{kept_ltr(to.url)}" if to else self.tr("not set"),
            ),
        ]
        if to and to.closes and not (is_done or is_back):
            facts.append((self.tr("Open until"), day(date.fromisoformat(to.closes))))
        if shown.receipt is None:
            facts.append((self.tr("Reference"), kept_ltr(shown.reference)))
        self._facts.show_facts(tuple(facts))
        self._not_in.setText(not_in_it())

    def set_size(self, size: LayoutSize) -> None:
        """Fold into a menu what would take the height away from the words."""
        with keeping_cursor(self, self.first_focus):
            self.deeds.set_size(size)

    def _show_deeds(self, shown: Detail, *, is_asking: bool) -> None:
        asked = {Deed.WITHDRAW, Deed.WITHDRAW_THERE} if is_asking else set()
        for deed, button in self._near.items():
            button.setVisible(deed in shown.others and deed not in asked)
            button.setText(deed_word(deed))
        others = tuple(deed for deed in shown.others if deed not in _NEAR)
        self.deeds.show_deeds(shown.primary, others)

    def _lay_out(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(20), px(18), px(20), px(18))
        self._column.setSpacing(px(12))
        self._head.setSpacing(px(12))
        self._foot.setContentsMargins(px(20), px(12), px(20), px(12))
        if self._drawn is not None:
            self._show_standing(self._drawn)


def _kind_of(told: Told) -> NoticeKind:
    return "warn" if told.code in _DANGERS else "ok"
