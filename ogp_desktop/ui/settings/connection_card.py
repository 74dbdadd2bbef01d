"""The card of the connection in Settings: where things go, and a test of the way there."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ogp_desktop.ui.send.endpoint_offer import EndpointOffer
from ogp_desktop.ui.send.given import given_in
from ogp_desktop.ui.settings.settings_state import SettingsState
from ogp_desktop.ui.shell.tab_order import bring_into_view
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.cursor import keeping_cursor
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, announce
from ogp_desktop.ui.words_connection import button_word, shut_words, unset_words


class ConnectionCard(Card):
    """``show_state(state)``; ``test_requested()``; an address file comes from ``offer``, or is
    dropped here.
    """

    test_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 16, 10, parent)
        self._head = Label(theme, "", "h3")
        self._where = WrapLabel(theme)
        self._note = WrapLabel(theme, "", "caption", "ink2")
        self._told = Notice(theme, "info", "")
        self.test = Button(theme, "", "plain", "wifi")
        self.test.clicked.connect(self.test_requested)
        self.offer = EndpointOffer(theme)
        self._told_of_file: tuple[object, object] = (None, None)
        self.setAcceptDrops(True)
        row = QHBoxLayout()
        row.addWidget(self.test)
        row.addStretch(1)
        for part in (self._head, self._where, self._note):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self._told)
        self.body.addWidget(self.offer)

    def show_state(self, state: SettingsState) -> None:
        """Show where things go, what the last test found and what an address file would set."""
        with keeping_cursor(self, lambda: self.test):
            self.offer.show_state(
                state.offer, state.offer_refused, is_reading=state.is_reading_offer
            )
        before, self._told_of_file = self._told_of_file, (state.offer, state.offer_refused)
        if self._told_of_file != before:
            QTimer.singleShot(0, self, self._lead_to_offer)
        self._head.setText(self.tr("Connection"))
        lines = [f"{one.name} · {isolated_ltr(one.url)}" for one in state.destinations]
        self._where.setText("\n".join(lines) or unset_words())
        self._note.setText(
            self.tr("The program asks nobody anything by itself; a test is made when you press it.")
            if state.may_test
            else shut_words()
        )
        self.test.setText(button_word())
        self.test.setVisible(state.may_test and bool(state.destinations))
        words, kind = state.tested
        self._told.setVisible(bool(words))
        if words != self._told.words.text():
            self._told.set_kind(kind)
            self._told.set_text(words)
            if words:
                announce(self._told, words)

    def _lead_to_offer(self) -> None:
        """Put the cursor where a file is decided on, and show that, or why it was not taken."""
        offered, refused = self._told_of_file
        if offered is not None and self.isVisible():
            self.offer.decision().setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: bring_into_view(self.offer.decision()))
        elif refused is not None:
            bring_into_view(self.offer)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be the address of an endpoint."""
        if given_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it; it is shown before it is kept."""
        given = given_in(event.mimeData())
        if given is not None:
            event.acceptProposedAction()
            self.offer.given.emit(given)
