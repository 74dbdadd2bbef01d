"""The page on which the host reads, edits, settles and seals what the group hands over."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ogp_desktop.domain.submission import Submission
from ogp_desktop.ui.audience.audience_state import ScreenState
from ogp_desktop.ui.layout_size import Columns, LayoutSize, page_layout
from ogp_desktop.ui.review.foot import ReviewFoot
from ogp_desktop.ui.review.read_back_bar import ReadBackBar
from ogp_desktop.ui.review.read_back_keys import ReadBackKeys
from ogp_desktop.ui.review.read_back_model import ReadBackState
from ogp_desktop.ui.review.reading_page import ReadingPage
from ogp_desktop.ui.review.review_message import ReviewMessage
from ogp_desktop.ui.review.review_panes import ReviewPanes
from ogp_desktop.ui.review.review_state import Mode, ReviewState
from ogp_desktop.ui.review.row_list import RowList
from ogp_desktop.ui.review.text_pane import TextPane
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.screen_in_turns import ScreenInTurns
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.in_turns import shown_in_turns


class ReviewScreen(ScreenInTurns):
    """Signals beside those of every stage: ``section_chosen(key)``, ``row_chosen(key)``,
    ``reading_requested``, ``retry_requested``, ``left`` when another page is shown,
    ``seen_changed(bool)``; what is done to the draft comes through ``wishes`` and ``foot``.

    It begins empty. ``make_parts`` makes its panes out of sight; once it has a state, ``fill``
    shows them in their places.
    """

    sections: RowList
    text: TextPane
    notes: RowList

    section_chosen = Signal(str)
    row_chosen = Signal(str)
    reading_requested = Signal()
    retry_requested = Signal()
    left = Signal()
    seen_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: ReviewState | None = None
        self._is_reading = False
        self._read_back: tuple[ReadBackState | None, ScreenState, bool] | None = None
        self._is_made = self._is_late = False
        self.wishes = Wishes(self)
        self._panes = ReviewPanes(theme, self.wishes)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._body = QWidget()
        self._body.hide()
        self._column = QVBoxLayout(self._body)
        self._column.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    def make_parts(self) -> Iterator[None]:
        """Make the panes, out of sight."""
        theme, panes = self._theme, self._panes
        yield from panes.make()
        self.sections, self.text, self.notes = panes.sections, panes.text, panes.notes
        self.reading = ReadingPage(theme)
        self._stack.addWidget(self.reading)
        self.message = ReviewMessage(theme)
        self._column.insertWidget(0, self.message)
        yield
        self.read_back = ReadBackBar(theme)
        self.foot = ReviewFoot(theme)
        for part in (self.read_back, self.foot):
            part.hide()
            self._column.addWidget(part)
        yield
        self._join()
        self._is_made = True
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def has_state(self) -> bool:
        """Tell whether there is a draft to show."""
        return self._state is not None

    def fill(self) -> Iterator[None]:
        """Show the state, if there is one yet, a pane at a time and out of sight; then show all."""
        self._is_late = False
        if self._state is not None:
            yield from self._show(self._state)
            yield
        yield from shown_in_turns(self._body)
        if self._is_late and self._state is not None:
            self.show_state(self._state)

    def show_state(self, state: ReviewState) -> None:
        """Show everything as it is now, as soon as there are panes for it."""
        self._state = state
        self._is_late = not (self._is_made and self._body.isVisibleTo(self))
        if not self._is_late:
            for _ in self._show(state):
                pass

    def _show(self, state: ReviewState) -> Iterator[None]:
        if state.mode is Mode.PREVIEW:
            self._is_reading = False
        yield from self._panes.show_in_turns(state, self._layout_size())
        yield
        self.foot.show_state(state, is_reading=self._is_reading, is_compact=self._is_compact())
        if self._read_back is not None and self.read_back.isVisibleTo(self._body):
            shown, screen, is_bright = self._read_back
            self.show_read_back(shown, screen, is_bright=is_bright)
        else:
            self.foot.show()
        self.message.show_state(state)
        self._arrange()

    def show_reading(self, submission: Submission) -> None:
        """Show exactly what will go, instead of the panes."""
        if self._state is not None:
            self._is_reading = True
            self.reading.show_submission(submission, self._state.kit)
            self.show_state(self._state)
            self.reading.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_read_back(
        self, state: ReadBackState | None, screen: ScreenState, *, is_bright: bool
    ) -> None:
        """Show in place of the foot which line is read back; ``None`` when none is."""
        is_on = state is not None
        if is_on and self._is_reading:
            self._stop_reading()
        self.keys.set_is_reading(is_on)
        self._read_back = (state, screen, is_bright)
        if state is not None:
            size = self._layout_size()
            self.read_back.show_state(state, screen, size, is_bright=is_bright)
        had_focus = self.read_back.isAncestorOf(self.focusWidget())
        self.read_back.setVisible(is_on)
        self.foot.setVisible(not is_on)
        self._arrange()
        if had_focus and not is_on:
            self.text.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def cursor_place(self) -> QWidget | None:
        """Return the rows of the section."""
        return self.text.rows

    def open_correction(self) -> None:
        """Open a corrected copy as soon as there is a draft to show."""
        self.when_whole(self._correct)

    def leave(self) -> None:
        """Tell what is typed, and that nobody reads here any more."""
        super().leave()
        if self._is_made:
            self.text.settle()
        self.left.emit()

    def _join(self) -> None:
        self.keys = ReadBackKeys(self)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.foot.undo_requested)
        self.message.retry_requested.connect(self.retry_requested)
        self._panes.section_chosen.connect(self._on_section)
        self.text.rows.row_chosen.connect(lambda row: self.row_chosen.emit(row.key))
        self.text.views_requested.connect(lambda: self.stage_requested.emit(Stage.VIEWS))
        self.foot.stage_requested.connect(self.stage_requested)
        self.foot.reading_requested.connect(self._turn_reading)
        for signal in (
            self.foot.undo_requested,
            self.foot.seal_requested,
            self.foot.next_gap_requested,
        ):
            signal.connect(self._stop_reading)

    def settled(self, action: Callable[[], None]) -> Callable[[], None]:
        """Return the action with what is being typed told first."""

        def act() -> None:
            self.text.settle()
            action()

        return act

    def _correct(self) -> None:
        self.foot.correction_requested.emit()

    def _turn_reading(self) -> None:
        if self._is_reading:
            self._stop_reading()
        else:
            self.reading_requested.emit()

    def _stop_reading(self) -> None:
        self._is_reading = False
        if self._state is not None:
            self.show_state(self._state)

    def _on_section(self, key: str) -> None:
        self._is_reading = False
        self.section_chosen.emit(key)

    def _layout_size(self) -> LayoutSize:
        return page_layout(self.width(), self.height(), self._theme.text_scale)

    def _is_compact(self) -> bool:
        size = self._layout_size()
        return size.is_compact or size.columns is Columns.ONE

    def _arrange(self) -> None:
        self._stack.setCurrentWidget(self.reading if self._is_reading else self._panes)
        self._panes.arrange(is_read_back=self.read_back.isVisibleTo(self._body))

    def _restyle(self) -> None:
        self._panes.restyle()
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(10))
        if self._state is not None:
            self.show_state(self._state)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that somebody looks."""
        super().showEvent(event)
        self.seen_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nobody looks any more."""
        super().hideEvent(event)
        self.seen_changed.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another layout."""
        super().resizeEvent(event)
        if self._state is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._is_made:
            self.message.forget()
            self.reading.show_again()
            self._restyle()
