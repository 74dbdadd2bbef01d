"""The pages of the Send screen; those that a person asks for are made at their first use."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ogp_desktop.ui.layout_size import LayoutSize
from ogp_desktop.ui.send.by_hand_page import ByHandPage
from ogp_desktop.ui.send.carrying_page import CarryingPage
from ogp_desktop.ui.send.choosing_page import ChoosingPage
from ogp_desktop.ui.send.detail_pane import DetailPane
from ogp_desktop.ui.send.empty_outbox import EmptyOutbox
from ogp_desktop.ui.send.reading_page import ReadingPage
from ogp_desktop.ui.send.send_state import Page, SendState
from ogp_desktop.ui.theme.theme import Theme

Made = TypeVar("Made", bound=QWidget)


class SendPages(QStackedWidget):
    """``made(page)`` tells of each before it is shown, to whoever has to do with it."""

    made = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_tiny = False
        self.detail = DetailPane(theme)
        self.addWidget(self.detail)

    @cached_property
    def empty(self) -> EmptyOutbox:
        """What stands there while nothing is sealed."""
        return self._added(EmptyOutbox(self._theme))

    @cached_property
    def choosing(self) -> ChoosingPage:
        """Where it may go."""
        return self._added(ChoosingPage(self._theme))

    @cached_property
    def reading(self) -> ReadingPage:
        """Exactly what goes."""
        page = self._added(ReadingPage(self._theme))
        page.set_is_tiny(self._is_tiny)
        return page

    @cached_property
    def by_hand(self) -> ByHandPage:
        """The answers one by one."""
        return self._added(ByHandPage(self._theme))

    @cached_property
    def carrying(self) -> CarryingPage:
        """Where somebody else's is sent."""
        return self._added(CarryingPage(self._theme))

    def show_state(self, state: SendState) -> None:
        """Show the state, with its page in front."""
        shown = state.chosen
        if state.carrying is not None:
            self.carrying.show_state(state.carrying)
        if shown is None:
            self.empty.show_state(state)
        else:
            self.detail.show_state(state)
            if state.choosing is not None:
                self.choosing.show_state(state, state.choosing)
            if state.reading is not None:
                self.reading.show_state(state.reading, shown)
            if state.by_hand is not None:
                self.by_hand.show_state(state, state.by_hand)
        self.setCurrentWidget(self._front(state))

    def first_focus(self, state: SendState) -> QWidget | None:
        """Return what takes the cursor on the page in front, if anything does."""
        return self._front(state).first_focus()

    def set_size(self, size: LayoutSize) -> None:
        """Follow the size rule."""
        self._is_tiny = size.is_tiny
        self.detail.set_size(size)
        if "reading" in vars(self):
            self.reading.set_is_tiny(size.is_tiny)

    def _front(
        self, state: SendState
    ) -> DetailPane | EmptyOutbox | ChoosingPage | ReadingPage | ByHandPage | CarryingPage:
        if state.page is Page.CARRY:
            return self.carrying
        if state.chosen is None:
            return self.empty
        match state.page:
            case Page.CHOOSE:
                return self.choosing
            case Page.READ:
                return self.reading
            case Page.BY_HAND:
                return self.by_hand
        return self.detail

    def _added(self, page: Made) -> Made:
        self.addWidget(page)
        self.made.emit(page)
        return page
