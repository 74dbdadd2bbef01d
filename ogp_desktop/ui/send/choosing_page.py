"""How to hand over: an address on the internet, or a file, a text or paper without it."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ogp_desktop.domain.destination import JSON, OPENROSA
from ogp_desktop.ui.send.endpoint_offer import EndpointOffer
from ogp_desktop.ui.send.page_head import PageBody, PageHead
from ogp_desktop.ui.send.send_state import AddressForm, Choosing, Deed, SendState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.field_row import FieldRow
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, NoticeKind, announce
from ogp_desktop.ui.widgets.scroll import ScrollPane
from ogp_desktop.ui.words_connection import (
    button_word,
    probed_words,
    under_way_words,
)
from ogp_desktop.ui.words_send import DEED_ICONS, deed_word, refusal_words, told_words

_NEW = "new"
_JSON_ONLY = ("receipt_key", "recipient")
_OPENROSA_ONLY = ("user", "form_key", "form_version")
_SIDE_BY_SIDE_FROM = 760
_BY_HAND = (*(Deed.SAVE_BUNDLE, Deed.SAVE_FILE, Deed.BY_HAND, Deed.COPY, Deed.REPORT, Deed.PRINT),)


class ChoosingPage(Card):
    """Signals: ``send_requested(AddressForm)``, ``test_requested(AddressForm)``,
    ``address_chosen(id or "new")``, ``protocol_chosen(AddressForm)``,
    ``deed_chosen(Deed)``, ``back_requested()``.
    """

    send_requested = Signal(object)
    test_requested = Signal(object)
    address_chosen = Signal(str)
    protocol_chosen = Signal(object)
    deed_chosen = Signal(object)
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self.theme = theme
        self._form = AddressForm()
        self._filled: AddressForm | None = None
        self._has_offer = False
        self._build_fields()
        self._build_page()
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def _build_fields(self) -> None:
        theme = self.theme
        self.name, self.url, self.code, self.key, self.files_key = (QLineEdit() for _ in range(5))
        self.user, self.form_key, self.form_version = (QLineEdit() for _ in range(3))
        self.code.setEchoMode(QLineEdit.EchoMode.Password)
        edits = {
            "name": self.name,
            "url": self.url,
            "user": self.user,
            "access_code": self.code,
            "receipt_key": self.key,
            "recipient": self.files_key,
            "form_key": self.form_key,
            "form_version": self.form_version,
        }
        self.fields = {name: FieldRow(theme, edit) for name, edit in edits.items()}
        self._protocol = ChoiceBox(theme)
        self._protocol.chosen.connect(
            lambda key: self.protocol_chosen.emit(replace(self._typed(), protocol=key))
        )
        for edit in edits.values():
            edit.returnPressed.connect(self._ask_to_send)
        self.test = Button(theme, "", "plain", "wifi")
        self.test.clicked.connect(lambda: self.test_requested.emit(self._typed()))
        self._probed = Notice(theme, "info", "")
        self._known = ChoiceBox(theme)
        self._known.chosen.connect(self.address_chosen)

    def _build_page(self) -> None:
        theme = self.theme
        self.head = PageHead(theme)
        self.head.back_requested.connect(self.back_requested)
        self._told = Notice(theme, "ok", "")
        self._note = Notice(theme, "info", "")
        self._net_title, self._hand_title = Label(theme, role="h3"), Label(theme, role="h3")
        self._net_words, self._hand_words = (WrapLabel(theme, "", "body", "ink2") for _ in range(2))
        self._net, self._hand = QVBoxLayout(), QVBoxLayout()
        self.offer = EndpointOffer(theme)
        above: tuple[QWidget, ...] = (
            *(self._net_title, self._net_words, self.offer),
            *(self._known, self._protocol),
        )
        for part in (*above, *self.fields.values(), self._probed):
            self._net.addWidget(part)
        self._net.addStretch(1)
        self._by_hand = FlowBox(theme, 8)
        self._hand_buttons = {}
        for deed in _BY_HAND:
            button = Button(theme, "", "plain", DEED_ICONS[deed])
            button.clicked.connect(lambda _=False, deed=deed: self.deed_chosen.emit(deed))
            self._by_hand.add(button)
            self._hand_buttons[deed] = button
        for part in (self._hand_title, self._hand_words, self._by_hand):
            self._hand.addWidget(part)
        self._hand.addStretch(1)
        self._page = PageBody()
        self._column = QVBoxLayout(self._page)
        for part in (self.head, self._told, self._note):
            self._column.addWidget(part)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.addLayout(self._net, 3)
        self._ways.addLayout(self._hand, 2)
        self._column.addLayout(self._ways)
        self._column.addStretch(1)
        self._scroll = ScrollPane()
        self._scroll.show_content(self._page)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(Line())
        self._foot = QVBoxLayout()
        self.send = Button(theme, "", "primary", DEED_ICONS[Deed.SEND])
        self.send.clicked.connect(self._ask_to_send)
        buttons = FlowBox(theme, 8)
        buttons.add(self.send)
        buttons.add(self.test)
        self._foot.addWidget(buttons)
        self.body.addLayout(self._foot)

    def show_state(self, state: SendState, choosing: Choosing) -> None:
        """Show the form; what a person is typing is overwritten only by another address."""
        self._retranslate(choosing)
        self._form = choosing.form
        if choosing.form != self._filled:
            self._filled = choosing.form
            self.name.setText(choosing.form.name)
            self.url.setText(choosing.form.url)
            self.key.setText(choosing.form.receipt_key)
            self.user.setText(choosing.form.user)
            self.code.setText(choosing.form.access_code)
            self.form_key.setText(choosing.form.form_key)
            self.form_version.setText(choosing.form.form_version)
            self.files_key.setText(choosing.form.recipient)
        self._told.setVisible(state.told is not None)
        if state.told is not None:
            self._told.set_kind("warn" if state.told.code.startswith("cannot_") else "ok")
            self._told.set_text(told_words(state.told))
        self._note.setVisible(bool(choosing.note))
        self._note.set_text(choosing.note)
        has_had_offer, self._has_offer = self._has_offer, choosing.offer is not None
        self.offer.show_state(choosing.offer, choosing.offer_refused)
        if self._has_offer and not has_had_offer:
            QTimer.singleShot(0, self, self._lead_to_offer)
        self._show_known(choosing)
        self._show_protocol(choosing.form)
        for name, row in self.fields.items():
            is_it = name == choosing.refused_field
            row.set_refusal(refusal_words(choosing.refused_code) if is_it else "")
            fits = name not in (_JSON_ONLY if choosing.form.is_openrosa else _OPENROSA_ONLY)
            row.setVisible(fits and choosing.offer is None)
        may_encrypt = state.chosen is not None and state.chosen.files_for is not None
        self._hand_buttons[Deed.SAVE_BUNDLE].setVisible(may_encrypt)
        # What is shown from a file is not what the fields say: one or the other can be sent to.
        self.send.setEnabled(not choosing.is_busy and choosing.offer is None)
        self.test.setVisible(choosing.may_test and choosing.offer is None)
        self._show_probed(choosing)

    def first_focus(self) -> QWidget:
        """Return the first field that is still empty."""
        if self._has_offer:
            return self.offer.decision()
        return next((edit for edit in (self.name, self.url) if not edit.text()), self.send)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.theme.px(_SIDE_BY_SIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._ways.setDirection(way)

    def _show_known(self, choosing: Choosing) -> None:
        self._known.setVisible(bool(choosing.known) and choosing.offer is None)
        self._known.setAccessibleName(self.tr("Where to"))
        options = tuple(Option(one.id, one.name) for one in choosing.known)
        self._known.show_state(
            (*options, Option(_NEW, self.tr("New address"), "plus")),
            choosing.form.destination_id or _NEW,
        )

    def _show_protocol(self, form: AddressForm) -> None:
        self._protocol.setAccessibleName(self.tr("What takes them there"))
        options = (
            Option(JSON, self.tr("OGP Desktop endpoint")),
            Option(OPENROSA, self.tr("ODK, KoboToolbox or Ona")),
        )
        self._protocol.show_state(options, form.protocol)

    def _show_probed(self, choosing: Choosing) -> None:
        words = under_way_words()
        kind: NoticeKind = "info"
        if choosing.probed is not None and choosing.probed_at is not None:
            words = probed_words(choosing.probed, choosing.probed_url, choosing.probed_at)
            kind = "ok" if choosing.probed.is_well else "warn"
        is_shown = choosing.is_testing or choosing.probed is not None
        has_news = is_shown and (self._probed.isHidden() or words != self._probed.words.text())
        self._probed.setVisible(is_shown)
        if has_news:
            self._probed.set_kind(kind)
            self._probed.set_text(words)
            announce(self._probed, words)
            QTimer.singleShot(0, self, self._show_where_it_stands)

    def _show_where_it_stands(self) -> None:
        """Bring what was found into view, once it has its height."""
        self._scroll.ensureWidgetVisible(self._probed, 0, self.theme.px(12))

    def _lead_to_offer(self) -> None:
        """Put the cursor where a file is decided on, and bring it into view once it stands."""
        if self._has_offer and self.isVisible():
            self.offer.decision().setFocus()
            QTimer.singleShot(0, self, self._show_offer_whole)

    def _show_offer_whole(self) -> None:
        if self._has_offer:
            self._scroll.ensureWidgetVisible(self.offer.decision(), 0, self.theme.px(20))

    def _ask_to_send(self) -> None:
        self.send_requested.emit(self._typed())

    def _typed(self) -> AddressForm:
        return AddressForm(
            destination_id=self._form.destination_id,
            protocol=self._form.protocol,
            name=self.name.text(),
            url=self.url.text(),
            receipt_key=self.key.text(),
            recipient=self.files_key.text(),
            form_version=self.form_version.text(),
            form_key=self.form_key.text(),
            user=self.user.text(),
            access_code=self.code.text(),
        )

    def _retranslate(self, choosing: Choosing) -> None:
        self.head.show_words(self.tr("How to hand over"), self.tr("Back"))
        self._net_title.setText(self.tr("Over the internet"))
        self._net_words.setText(
            self.tr(
                "To an address that takes observations and answers with a receipt. "
                "It goes now, or as soon as there is a connection."
            )
        )
        self._hand_title.setText(self.tr("Without the internet"))
        self._hand_words.setText(
            self.tr(
                "Carry the sealed file on a USB stick, copy the answers into a form, paste the "
                "text into a message, or hand over the report on paper. No receipt comes back by "
                "itself."
            )
        )
        self.fields["name"].set_label(self.tr("Name of the place it goes to"))
        self.fields["url"].set_label(self.tr("Address"))
        is_openrosa = choosing.form.is_openrosa
        self.fields["access_code"].set_label(
            self.tr("Password") if is_openrosa else self.tr("Access code")
        )
        self.fields["receipt_key"].set_label(self.tr("Receipt key"))
        self.fields["recipient"].set_label(self.tr("Key for files"))
        self.url.setPlaceholderText(self.tr("https://"))
        self.fields["access_code"].set_note(self._code_note(choosing))
        self._retranslate_openrosa(is_shown=is_openrosa)
        self.fields["receipt_key"].set_note(
            self.tr("Optional. With it, the signature of the receipt is checked.")
        )
        self.fields["recipient"].set_note(
            self.tr("Optional. With it, files are encrypted so that only this place can open them.")
        )
        self.send.setText(deed_word(Deed.SEND))
        self.test.setText(button_word())
        for deed, button in self._hand_buttons.items():
            button.setText(deed_word(deed))

    def _retranslate_openrosa(self, *, is_shown: bool) -> None:
        self.fields["url"].set_note(
            self.tr(
                "As the server shows it for its app users. A key in it is kept like a password, "
                "and shown as * from then on."
            )
            if is_shown
            else ""
        )
        self.fields["user"].set_label(self.tr("User name"))
        self.fields["user"].set_note(self.tr("Not needed where a key stands in the address."))
        self.fields["form_key"].set_label(self.tr("Encryption key"))
        self.fields["form_key"].set_note(
            self.tr("Optional. The form's public key: only its owner can then read what is sent.")
        )
        self.fields["form_version"].set_label(self.tr("Form version"))
        self.fields["form_version"].set_note(
            self.tr("Optional. Only where the server shows another than the kit's form has.")
        )

    def _code_note(self, choosing: Choosing) -> str:
        if choosing.is_code_lasting is False:
            return self.tr(
                "Optional. This computer has no safe place for codes: it is kept until you close "
                "the program."
            )
        if choosing.form.destination_id is not None:
            return self.tr("Empty leaves the code of before as it is.")
        return self.tr("Optional. It is kept in the computer's own safe place for passwords.")

    def _lay_out(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(16), px(14), px(20), px(18))
        self._column.setSpacing(px(12))
        self._ways.setSpacing(px(28))
        self._net.setSpacing(px(10))
        self._hand.setSpacing(px(10))
        self._foot.setContentsMargins(px(20), px(12), px(20), px(12))
