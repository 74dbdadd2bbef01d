"""How to hand over: an address on the internet, or a file, a text or paper without it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.ui.send.address_fields import AddressFields
from ogp_desktop.ui.send.choosing_state import Choosing
from ogp_desktop.ui.send.endpoint_offer import EndpointOffer
from ogp_desktop.ui.send.found_there import FoundThere
from ogp_desktop.ui.send.page_head import PageBody, PageHead
from ogp_desktop.ui.send.send_state import Deed, SendState
from ogp_desktop.ui.send.told import Told
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.cursor import keeping_cursor
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Notice
from ogp_desktop.ui.widgets.scroll import ScrollPane
from ogp_desktop.ui.words_address import place_names
from ogp_desktop.ui.words_connection import button_word
from ogp_desktop.ui.words_send import DEED_ICONS, deed_word, told_words

_NEW = "new"
_SIDE_BY_SIDE_FROM = 760
_WAYS = (Deed.SAVE_BUNDLE, Deed.SAVE_FILE, Deed.BY_HAND, Deed.COPY, Deed.PRINT)


class ChoosingPage(Card):
    """Signals: ``send_requested(AddressForm)``, ``test_requested(AddressForm)``,
    ``address_chosen(id or "new")``, ``protocol_chosen(AddressForm)``,
    ``form_taken(AddressForm)``, ``form_chosen(AddressForm, id)``,
    ``deed_chosen(Deed)``, ``back_requested()``.
    """

    send_requested = Signal(object)
    test_requested = Signal(object)
    address_chosen = Signal(str)
    protocol_chosen = Signal(object)
    form_taken = Signal(object)
    form_chosen = Signal(object, str)
    deed_chosen = Signal(object)
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self.theme = theme
        self._has_offer = self._is_code_refused = False
        self._refused: Told | None = None
        self._build_fields()
        self._build_page()
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def _build_fields(self) -> None:
        theme = self.theme
        self.fields = AddressFields(theme)
        self.fields.submitted.connect(self._ask_to_send)
        self.fields.protocol_chosen.connect(self.protocol_chosen)
        self.test = Button(theme, "", "plain", "wifi")
        self.test.clicked.connect(lambda: self.test_requested.emit(self.fields.typed()))
        self.found = FoundThere(theme)
        self.found.taken.connect(lambda: self.form_taken.emit(self.fields.typed()))
        self.found.form_chosen.connect(
            lambda form_id: self.form_chosen.emit(self.fields.typed(), form_id)
        )
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
        over: tuple[QWidget, ...] = (
            *(self._net_title, self._net_words, self._known),
            *(self.offer, self.fields, self.found),
        )
        for part in over:
            self._net.addWidget(part)
        self._net.addStretch(1)
        self._hand.addWidget(self._hand_title)
        self._hand.addWidget(self._hand_words)
        self._hand_buttons = {deed: Button(theme, "", "plain", DEED_ICONS[deed]) for deed in _WAYS}
        below = QVBoxLayout()
        below.setSpacing(theme.px(8))
        for deed, button in self._hand_buttons.items():
            button.clicked.connect(lambda _=False, deed=deed: self.deed_chosen.emit(deed))
            below.addWidget(button)
        aside = QHBoxLayout()
        aside.addLayout(below)
        aside.addStretch(1)
        self._hand.addLayout(aside)
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
        with keeping_cursor(self, self.first_focus):
            self._render(state, choosing)

    def _render(self, state: SendState, choosing: Choosing) -> None:
        self._retranslate()
        self._told.setVisible(state.told is not None)
        if state.told is not None:
            self._told.set_kind("warn" if state.told.code.startswith("cannot_") else "ok")
            self._told.set_text(told_words(state.told))
        self._note.setVisible(bool(choosing.note) and not self._is_taken_back(state))
        self._note.set_text(choosing.note)
        has_had_offer, self._has_offer = self._has_offer, choosing.offer is not None
        self.offer.show_state(
            choosing.offer, choosing.offer_refused, is_reading=choosing.is_reading_offer
        )
        if self._has_offer and not has_had_offer:
            QTimer.singleShot(0, self, self._lead_to_offer)
        had_refused, self._refused = self._refused, choosing.offer_refused
        if self._refused is not None and self._refused is not had_refused:
            QTimer.singleShot(0, self, self.bring_offer_into_view)
        self._show_known(choosing)
        self.fields.show_state(choosing)
        self.fields.setVisible(choosing.offer is None)
        shown = state.chosen
        self._is_code_refused = (
            shown is not None and shown.standing.destination_state is DestinationState.AUTH
        )
        may_encrypt = shown is not None and shown.files_for is not None
        may_encrypt = may_encrypt and not self._is_taken_back(state)
        self._hand_buttons[Deed.SAVE_BUNDLE].setVisible(may_encrypt)
        # What is shown from a file is not what the fields say: one or the other can be sent to.
        self.send.setEnabled(not choosing.is_busy and choosing.offer is None)
        self.test.setVisible(choosing.may_test and choosing.offer is None)
        self._show_wish(state)
        if self.found.show_state(choosing):
            QTimer.singleShot(0, self, self.bring_found_into_view)

    def _show_wish(self, state: SendState) -> None:
        """Name what is done at the address: what was withdrawn goes nowhere any more."""
        is_withdrawn = self._is_taken_back(state)
        deed = Deed.WITHDRAW_THERE if is_withdrawn else Deed.SEND
        self.send.setText(deed_word(deed))
        self.send.set_icon(DEED_ICONS[deed])
        if is_withdrawn:
            self.head.show_words(self.tr("Where it is taken back"), self.tr("Back"))
        others = [one for way, one in self._hand_buttons.items() if way is not Deed.SAVE_BUNDLE]
        for part in (self._net_words, self._hand_title, self._hand_words, *others):
            part.setVisible(not is_withdrawn)

    def _is_taken_back(self, state: SendState) -> bool:
        return state.chosen is not None and state.chosen.standing.withdrawal is not None

    def first_focus(self) -> QWidget:
        """Return the first field that is still empty, or that of a code that was refused."""
        if self._has_offer:
            return self.offer.decision()
        code = self.fields.edits["access_code"] if self._is_code_refused else None
        return self.fields.first_empty() or code or self.send

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.theme.px(_SIDE_BY_SIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._ways.setDirection(way)

    def _show_known(self, choosing: Choosing) -> None:
        self._known.setVisible(bool(choosing.known) and choosing.offer is None)
        self._known.setAccessibleName(self.tr("Where to"))
        names = place_names(choosing.known)
        options = tuple(
            Option(one.id, name) for one, name in zip(choosing.known, names, strict=True)
        )
        self._known.show_state(
            (*options, Option(_NEW, self.tr("New address"), "plus")),
            choosing.form.destination_id or _NEW,
        )

    def bring_found_into_view(self) -> None:
        """Bring what was found into view, once it has its height."""
        self._scroll.ensureWidgetVisible(self.found, 0, self.theme.px(12))

    def bring_offer_into_view(self) -> None:
        """Bring into view why a file or a picture was not taken, wherever it was dropped."""
        self._scroll.ensureWidgetVisible(self.offer, 0, self.theme.px(12))

    def _lead_to_offer(self) -> None:
        """Put the cursor where a file is decided on, and bring it into view once it stands."""
        if self._has_offer and self.isVisible():
            self.offer.decision().setFocus()
            QTimer.singleShot(0, self, self._show_offer_whole)

    def _show_offer_whole(self) -> None:
        if self._has_offer:
            self._scroll.ensureWidgetVisible(self.offer.decision(), 0, self.theme.px(20))

    def _ask_to_send(self) -> None:
        self.send_requested.emit(self.fields.typed())

    def _retranslate(self) -> None:
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
        self.send.setText(deed_word(Deed.SEND))
        self.test.setText(button_word())
        for deed, button in self._hand_buttons.items():
            button.setText(deed_word(deed))

    def _lay_out(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(16), px(14), px(20), px(18))
        self._column.setSpacing(px(12))
        self._ways.setSpacing(px(28))
        self._net.setSpacing(px(10))
        self._hand.setSpacing(px(10))
        self._foot.setContentsMargins(px(20), px(12), px(20), px(12))
