"""Carry somebody else's file: choose it, say where to, send it, take the receipts back."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ogp_desktop.domain.carrying import CarriedState
from ogp_desktop.ui.send.carrying_state import Carrying
from ogp_desktop.ui.send.choosing_state import AddressForm
from ogp_desktop.ui.send.page_head import PageBody, PageHead
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.bidi import kept_ltr
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.field_row import FieldRow
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, NoticeKind, announce
from ogp_desktop.ui.widgets.scroll import ScrollPane
from ogp_desktop.ui.widgets.text_line import TextLine
from ogp_desktop.ui.words_address import place_names
from ogp_desktop.ui.words_bundle import carried_words, file_refusal_words
from ogp_desktop.ui.words_send import refusal_words

_NEW = "new"
_FIELDS = ("url", "access_code", "receipt_key")
_FOR_THE_OWNER = {CarriedState.RECEIPTS, CarriedState.REFUSED}
"""What came back and is to be taken to whose file it is."""


class CarryingPage(Card):
    """Signals: ``file_wanted()``, ``address_chosen(id or "new")``, ``send_requested(AddressForm)``,
    ``receipts_wanted()``, ``back_requested()``.
    """

    file_wanted = Signal()
    address_chosen = Signal(str)
    send_requested = Signal(object)
    receipts_wanted = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self.theme = theme
        self._form = AddressForm()
        self._said = ""
        self._build()
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def _build(self) -> None:
        theme = self.theme
        self.head = PageHead(theme)
        self.head.back_requested.connect(self.back_requested)
        self._about = WrapLabel(theme, "", "body", "ink2")
        self.file = Button(theme, "", "plain", "folder")
        self.file.clicked.connect(self.file_wanted)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file)
        row.addStretch(1)
        self._chosen = FieldRow(theme, holder, self.file)
        self._known = ChoiceBox(theme)
        self._known.chosen.connect(self.address_chosen)
        self._where = WrapLabel(theme, "", "caption", "ink2")
        self.edits = {name: TextLine() for name in _FIELDS}
        self.edits["access_code"].setEchoMode(QLineEdit.EchoMode.Password)
        self.fields = {name: FieldRow(theme, edit) for name, edit in self.edits.items()}
        self.result = Notice(theme, "info", "")
        self._page = PageBody()
        self._column = QVBoxLayout(self._page)
        above: tuple[QWidget, ...] = (
            self.head,
            self._about,
            self._chosen,
            self._known,
            self._where,
        )
        for part in (*above, *self.fields.values(), self.result):
            self._column.addWidget(part)
        self._column.addStretch(1)
        scroll = ScrollPane()
        scroll.show_content(self._page)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(Line())
        self.send = Button(theme, "", "primary", "send")
        self.send.clicked.connect(lambda: self.send_requested.emit(self._typed()))
        self.save = Button(theme, "", "primary", "save")
        self.save.clicked.connect(self.receipts_wanted)
        self._foot = QVBoxLayout()
        buttons = FlowBox(theme, 8)
        buttons.add(self.save)
        buttons.add(self.send)
        self._foot.addWidget(buttons)
        self.body.addLayout(self._foot)

    def show_state(self, carrying: Carrying) -> None:
        """Show how far it is; what a person is typing is overwritten only by another address."""
        self._retranslate(carrying)
        self._show_known(carrying)
        if carrying.form != self._form:
            self._form = carrying.form
            for name, edit in self.edits.items():
                edit.setText(getattr(carrying.form, name))
        for name, row in self.fields.items():
            row.setVisible(carrying.form.destination_id is None)
            is_it = name == carrying.refused_field
            row.set_refusal(refusal_words(carrying.refused_code) if is_it else "")
        is_file = carrying.refused_field == "file"
        self._chosen.set_refusal(file_refusal_words(carrying.refused_code) if is_file else "")
        self.send.setEnabled(bool(carrying.path) and not carrying.is_busy)
        self._show_result(carrying)

    def first_focus(self) -> QWidget:
        """Return the likely next step."""
        if not self.save.isHidden():
            return self.save
        return self.send if self.send.isEnabled() else self.file

    def _show_known(self, carrying: Carrying) -> None:
        self._known.setVisible(bool(carrying.known))
        self._known.setAccessibleName(self.tr("Where to"))
        self._where.setVisible(carrying.form.destination_id is not None)
        self._where.setText(kept_ltr(carrying.form.url))
        names = place_names(carrying.known)
        options = tuple(
            Option(one.id, name) for one, name in zip(carrying.known, names, strict=True)
        )
        self._known.show_state(
            (*options, Option(_NEW, self.tr("New address"), "plus")),
            carrying.form.destination_id or _NEW,
        )

    def _show_result(self, carrying: Carrying) -> None:
        carried = carrying.carried
        has_receipts = carried is not None and carried.state in _FOR_THE_OWNER
        self.save.setVisible(has_receipts)
        self.send.set_kind("plain" if has_receipts else "primary")
        words, kind = "", "info"
        if carrying.is_busy:
            words = self.tr("Sending. A large file may take some minutes.")
        elif carrying.saved_as:
            is_refused = carried is not None and carried.state is CarriedState.REFUSED
            words = (
                self.tr("The answer is in {place}. Take it to the owner.")
                if is_refused
                else self.tr("The receipts are in {place}. Take them to the owner.")
            ).format(place=kept_ltr(carrying.saved_as))
            kind = "ok"
        elif carried is not None:
            words = carried_words(carried)
            is_well = carried.state in {CarriedState.RECEIPTS, CarriedState.KEPT}
            kind = "ok" if is_well else "warn"
        self.result.setVisible(bool(words))
        self._say(words, kind)  # type: ignore[arg-type]

    def _say(self, words: str, kind: NoticeKind) -> None:
        self.result.set_kind(kind)
        self.result.set_text(words)
        if words and words != self._said:
            announce(self.result, words)
        self._said = words

    def _typed(self) -> AddressForm:
        return AddressForm(
            destination_id=self._form.destination_id,
            name=self._form.name,
            recipient=self._form.recipient,
            **{name: edit.text() for name, edit in self.edits.items()},
        )

    def _retranslate(self, carrying: Carrying) -> None:
        self.head.show_words(self.tr("Carry somebody else's file"), self.tr("Back"))
        self._about.setText(
            self.tr(
                "You can send an encrypted file for somebody who has no connection. It stays "
                "closed: this computer cannot read it. The receipts that come back belong to the "
                "person who gave it to you."
            )
        )
        self._chosen.set_label(self.tr("File"))
        self.file.setText(Path(carrying.path).name if carrying.path else self.tr("Choose the file"))
        self.file.setAccessibleName(self.file.text())
        self.fields["url"].set_label(self.tr("Address"))
        self.fields["access_code"].set_label(self.tr("Access code"))
        self.fields["receipt_key"].set_label(self.tr("Receipt key"))
        self.edits["url"].setPlaceholderText(self.tr("https://"))
        carried = carrying.carried
        is_again = carried is not None
        self.send.setText(self.tr("Send it again") if is_again else self.tr("Send it"))
        is_refused = carried is not None and carried.state is CarriedState.REFUSED
        self.save.setText(
            self.tr("Save the answer") if is_refused else self.tr("Save the receipts")
        )

    def _lay_out(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(16), px(14), px(20), px(18))
        self._column.setSpacing(px(12))
        self._foot.setContentsMargins(px(20), px(12), px(20), px(12))
