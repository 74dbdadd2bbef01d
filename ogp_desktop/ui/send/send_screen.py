"""The Send screen: what was sealed, where each piece stands, and every way to hand it over."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui.layout_size import Columns, page_layout
from ogp_desktop.ui.screen_in_turns import ScreenInTurns
from ogp_desktop.ui.send.all_files import AllFiles
from ogp_desktop.ui.send.by_hand_page import ByHandPage
from ogp_desktop.ui.send.carrying_page import CarryingPage
from ogp_desktop.ui.send.choosing_page import ChoosingPage
from ogp_desktop.ui.send.deed_places import DeedPlaces
from ogp_desktop.ui.send.dispatch_list import DispatchList
from ogp_desktop.ui.send.empty_outbox import EmptyOutbox
from ogp_desktop.ui.send.file_dialogs import (
    ask_bundle,
    ask_folder,
    ask_receipts_place,
)
from ogp_desktop.ui.send.given import given_in
from ogp_desktop.ui.send.page_head import PageHead
from ogp_desktop.ui.send.reading_page import ReadingPage
from ogp_desktop.ui.send.send_pages import SendPages
from ogp_desktop.ui.send.send_state import Deed, Page, SendState
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.in_turns import shown_in_turns
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.notice import announce
from ogp_desktop.ui.words_outbox import headline

LIST_WIDTH = 340
NARROW_LIST_WIDTH = 270
DETAIL_WIDTH = 960


class SendScreen(ScreenInTurns):
    """Renders a ``SendState``. Signals besides those of every stage: ``row_chosen(item_id)``,
    ``deed_chosen(Deed)``, ``reading_requested()``, ``back_requested()``,
    ``withdrawal_answered(bool)``, ``number_wanted(text)``, ``address_chosen(id)``,
    ``protocol_chosen(AddressForm)``, ``send_requested(AddressForm)``,
    ``test_requested(AddressForm)``; ``endpoint_given(Given)``, from its buttons or dropped on the
    window; for encrypted files
    ``folder_named(path)``, ``carrying_requested()``, and ``carried_...`` of the page where somebody
    else's is sent. What is asked before a deed comes from ``places``.

    It begins empty; ``make_parts`` makes its parts out of sight, ``reveal`` shows them.
    """

    row_chosen = Signal(str)
    deed_chosen = Signal(object)
    reading_requested = Signal()
    back_requested = Signal()
    withdrawal_answered = Signal(bool)
    number_wanted = Signal(str)
    address_chosen = Signal(str)
    protocol_chosen = Signal(object)
    send_requested = Signal(object)
    test_requested = Signal(object)
    endpoint_given = Signal(object)
    folder_named = Signal(str)
    carrying_requested = Signal()
    carried_file_named = Signal(str)
    carried_address_chosen = Signal(str)
    carried_requested = Signal(object)
    carried_receipts_named = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = SendState()
        self._said = ("", "")
        self._is_one_column = False
        self._is_detail_open = False
        self._is_made = False
        self.places = DeedPlaces(self)
        self._body = QWidget()
        self._body.hide()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self.setAcceptDrops(True)

    def make_parts(self) -> Iterator[None]:
        """Make the list, and the pages beside it."""
        theme = self._theme
        self._list_title = Label(theme, role="h3")
        self.list = DispatchList(theme)
        self._list_card = Card(theme)
        self._list_card.body.addWidget(self._list_title)
        self._list_card.body.addWidget(self.list, 1)
        self.all = AllFiles(theme)
        self._list_card.body.addWidget(self.all)
        self._to_list = PageHead(theme)
        yield
        self.pages = SendPages(theme)
        self.detail = self.pages.detail
        yield
        self._build()
        self._join()
        self._is_made = True
        theme.changed.connect(self._lay_out)
        self._lay_out()
        yield

    def reveal(self) -> Iterator[None]:
        """Show what was made."""
        yield from shown_in_turns(self._body)

    def _build(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self._to_list)
        right.addWidget(self.pages, 1)
        self._row = QHBoxLayout(self._body)
        self._row.addStretch(1)
        self._row.addWidget(self._list_card)
        self._right = QWidget()
        right.setContentsMargins(0, 0, 0, 0)
        self._right.setLayout(right)
        self._row.addWidget(self._right, 1000)
        self._row.addStretch(1)

    def _join(self) -> None:
        self.list.row_reached.connect(self.row_chosen)
        self.list.row_chosen.connect(self._open_detail)
        self._to_list.back_requested.connect(self._close_detail)
        self.all.saving_wanted.connect(lambda: ask_folder(self, self.folder_named.emit))
        self.all.carrying_wanted.connect(self.carrying_requested)
        detail = self.detail
        detail.deed_chosen.connect(self._do)
        detail.kit_import_wanted.connect(self.kit_import_requested)
        detail.reading_requested.connect(self.reading_requested)
        detail.withdrawal_answered.connect(self.withdrawal_answered)
        detail.number_wanted.connect(self.number_wanted)
        self.pages.made.connect(self._join_page)

    def _join_page(self, page: QWidget) -> None:
        if isinstance(page, ChoosingPage | ReadingPage | ByHandPage | CarryingPage):
            page.back_requested.connect(self.back_requested)
        if isinstance(page, ChoosingPage | ByHandPage):
            page.deed_chosen.connect(self._do)
        if isinstance(page, ChoosingPage):
            page.address_chosen.connect(self.address_chosen)
            page.protocol_chosen.connect(self.protocol_chosen)
            page.send_requested.connect(self.send_requested)
            page.test_requested.connect(self.test_requested)
            page.offer.given.connect(self.endpoint_given)
        if isinstance(page, EmptyOutbox):
            page.review_wanted.connect(lambda: self.stage_requested.emit(Stage.REVIEW))
            page.carrying_wanted.connect(self.carrying_requested)
        if isinstance(page, CarryingPage):
            page.file_wanted.connect(lambda: ask_bundle(self, self.carried_file_named.emit))
            page.address_chosen.connect(self.carried_address_chosen)
            page.send_requested.connect(self.carried_requested)
            page.receipts_wanted.connect(self._ask_receipts_place)

    def _ask_receipts_place(self) -> None:
        ask_receipts_place(self, self._state.carrying, self.carried_receipts_named.emit)

    def show_state(self, state: SendState) -> None:
        """Show the state, whole."""
        before, self._state = self._state, state
        if not self._is_made:
            return
        shown = state.chosen
        self._list_title.setText(self.tr("Outbox"))
        self.list.setAccessibleName(self.tr("Sealed submissions"))
        self._to_list.show_words("", self.tr("Outbox"))
        self.list.show_rows(state.rows, shown.item_id if shown else None)
        self.all.show_state(state)
        self.pages.show_state(state)
        if shown is not None:
            self._announce(shown.item_id, headline(shown.standing))
        self._arrange()
        if before.page is not state.page and self.isVisible():
            focus = self.cursor_place()
            if focus is not None:
                focus.setFocus()

    def cursor_place(self) -> QWidget | None:
        """Return what takes the cursor on the page of the moment."""
        if self._state.page is Page.DETAIL and not self._list_card.isHidden():
            return self.list
        return self.pages.first_focus(self._state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size rule."""
        super().resizeEvent(event)
        if self._is_made:
            self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be the address of an endpoint, where there is something to send."""
        if self._state.chosen is not None and given_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it; it is shown before it is kept."""
        given = given_in(event.mimeData())
        if given is not None:
            event.acceptProposedAction()
            self.endpoint_given.emit(given)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state(self._state)

    def _announce(self, item_id: str, words: str) -> None:
        before, self._said = self._said, (item_id, words)
        if before[0] == item_id and before[1] != words and self.isVisible():
            announce(self, words)

    def _do(self, deed: Deed) -> None:
        shown = self._state.chosen
        if shown is None or not self.places.ask(deed, shown):
            self.deed_chosen.emit(deed)

    def _open_detail(self, _item_id: str) -> None:
        self._is_detail_open = True
        self._arrange()

    def _close_detail(self) -> None:
        self._is_detail_open = False
        self._arrange()
        self.list.setFocus()

    def _arrange(self) -> None:
        size = page_layout(self.width(), self.height(), self._theme.text_scale)
        self._is_one_column = size.columns is Columns.ONE
        has_list = len(self._state.rows) > (0 if self._shows_one_row() else 1)
        is_on_page = self._state.page is not Page.DETAIL
        shows_detail = not has_list or self._is_detail_open or is_on_page
        self._list_card.setVisible(has_list and not (self._is_one_column and shows_detail))
        self._right.setVisible(not self._is_one_column or shows_detail)
        self._to_list.setVisible(self._is_one_column and has_list and not is_on_page)
        width = LIST_WIDTH if size.columns is Columns.THREE else NARROW_LIST_WIDTH
        is_wide = not self._is_one_column
        self._list_card.setMinimumWidth(self._theme.px(width) if is_wide else 0)
        self._list_card.setMaximumWidth(self._theme.px(width) if is_wide else 16_777_215)
        self._row.setStretchFactor(self._list_card, 0 if is_wide else 1000)
        self.pages.set_size(size)
        self.all.set_is_folded(size.columns is not Columns.THREE or size.is_tiny)
        self._right.setMaximumWidth(16_777_215 if has_list else self._theme.px(DETAIL_WIDTH))

    def _shows_one_row(self) -> bool:
        """Tell whether one row is a list too: for what stands below it, where there is room."""
        return not self._is_one_column and not self._state.is_of_one

    def _lay_out(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(14), px(14), px(14))
        self._row.setSpacing(px(12))
        self._arrange()
