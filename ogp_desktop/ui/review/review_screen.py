"""The page on which the host reads, edits, settles and seals what the group hands over.

Three panes side by side: sections, what goes, and its notes; with less room the notes are a drawer,
then all three are tabs.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ogp_desktop.domain.submission import Submission
from ogp_desktop.ui.audience.audience_state import ScreenState
from ogp_desktop.ui.layout_size import Columns, LayoutSize, page_layout
from ogp_desktop.ui.review.cards import card_for
from ogp_desktop.ui.review.foot import ReviewFoot
from ogp_desktop.ui.review.list_card import ListCard
from ogp_desktop.ui.review.read_back_bar import ReadBackBar
from ogp_desktop.ui.review.read_back_keys import ReadBackKeys
from ogp_desktop.ui.review.read_back_model import ReadBackState
from ogp_desktop.ui.review.reading_page import ReadingPage
from ogp_desktop.ui.review.review_message import ReviewMessage
from ogp_desktop.ui.review.review_state import Mode, ReviewState
from ogp_desktop.ui.review.row_card import RowCard
from ogp_desktop.ui.review.row_list import RowList
from ogp_desktop.ui.review.rows import Row
from ogp_desktop.ui.review.text_pane import TextPane
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.stage import Stage, StageScreen
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice
from ogp_desktop.ui.words_review import section_name

_SECTIONS, _TEXT, _NOTES = "sections", "text", "notes"


class ReviewScreen(StageScreen):
    """Signals beside those of every stage: ``section_chosen(key)``, ``row_chosen(key)``,
    ``reading_requested``, ``retry_requested``, ``left`` when another page is shown,
    ``seen_changed(bool)``; what is done to the draft comes through ``wishes`` and ``foot``.
    """

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
        self._tab, self._text_tab = _TEXT, ""
        self._has_drawer_open = False
        self._is_reading = False
        self._read_back: tuple[ReadBackState | None, ScreenState, bool] | None = None
        self.wishes = Wishes(self)
        self.sections = RowList(theme, lambda _row, _parent: None)
        self.text = TextPane(theme, self.wishes)
        self.notes = RowList(theme, self._make_note_card)
        self.reading = ReadingPage(theme)
        self.foot = ReviewFoot(theme)
        self.message = ReviewMessage(theme)
        self.read_back = ReadBackBar(theme)
        self.read_back.hide()
        self.foot.hide()
        self.keys = ReadBackKeys(self)
        self._build()
        self._join()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: ReviewState) -> None:
        """Show everything as it is now."""
        self._state = state
        if state.mode is Mode.PREVIEW:
            self._is_reading = False
        size = self._layout_size()
        is_one, is_two = size.columns is Columns.ONE, size.columns is Columns.TWO
        self._sections_card.show_title("" if is_one else self.tr("Sections"), is_tall=is_two)
        self._notes_card.show_title("" if is_one else self.tr("Source notes"), is_tall=is_two)
        self.sections.show_rows(state.sections, state.section.key)
        is_tiny = is_one and size.is_compact
        self._name_tab(section_name(state.section) if is_tiny else "")
        self.text.show_state(
            state, has_drawer=is_two, is_compact=size.is_compact, has_title=not is_tiny
        )
        is_open = state.mode is Mode.OPEN
        self.notes.show_rows(state.notes, self._current_note(), is_open=is_open)
        self.foot.show_state(state, is_reading=self._is_reading, is_compact=self._is_compact())
        if self._read_back is not None and self.read_back.isVisibleTo(self):
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

    def first_focus(self) -> QWidget | None:
        """Return the rows of the section."""
        return self.text.rows

    def leave(self) -> None:
        """Tell what is typed, and that nobody reads here any more."""
        self.text.settle()
        self.left.emit()

    def _build(self) -> None:
        theme = self._theme
        self._sections_card = ListCard(theme, self.sections)
        self._notes_card = ListCard(theme, self.notes)
        self._tabs_box = QVBoxLayout()
        self._tabs: SegmentedChoice | None = None
        self._panes = QWidget()
        self._row = QHBoxLayout(self._panes)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._sections_card, 22)
        self._row.addWidget(self.text, 60)
        self._row.addWidget(self._notes_card, 34)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self.reading)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.message)
        self._column.addLayout(self._tabs_box)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.read_back)
        self._column.addWidget(self.foot)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.foot.undo_requested)

    def _join(self) -> None:
        self.message.retry_requested.connect(self.retry_requested)
        self.sections.row_chosen.connect(self._on_section)
        self.text.rows.row_chosen.connect(lambda row: self.row_chosen.emit(row.key))
        self.notes.row_chosen.connect(self._on_note)
        self.text.notes_requested.connect(self._turn_drawer)
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

    def _turn_reading(self) -> None:
        if self._is_reading:
            self._stop_reading()
        else:
            self.reading_requested.emit()

    def _stop_reading(self) -> None:
        self._is_reading = False
        if self._state is not None:
            self.show_state(self._state)

    def _on_note(self, _row: Row) -> None:
        if self._state is not None:
            is_open = self._state.mode is Mode.OPEN
            self.notes.show_rows(self._state.notes, self._current_note(), is_open=is_open)

    def _on_section(self, row: Row) -> None:
        self._is_reading = False
        self._tab = _TEXT
        self.section_chosen.emit(row.key)

    def _turn_drawer(self) -> None:
        self._has_drawer_open = not self._has_drawer_open
        self._arrange()

    def _current_note(self) -> str:
        row = self.notes.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row.key if isinstance(row, Row) else ""

    def _make_note_card(self, row: Row, parent: QWidget) -> RowCard | None:
        return card_for(self._theme, row, self.wishes, lambda _key: (), parent)

    def _layout_size(self) -> LayoutSize:
        return page_layout(self.width(), self.height(), self._theme.text_scale)

    def _is_compact(self) -> bool:
        size = self._layout_size()
        return size.is_compact or size.columns is Columns.ONE

    def _arrange(self) -> None:
        size = self._layout_size()
        is_one, is_two = size.columns is Columns.ONE, size.columns is Columns.TWO
        drawer = is_two and self._has_drawer_open
        self._stack.setCurrentWidget(self.reading if self._is_reading else self._panes)
        if self.read_back.isVisibleTo(self):
            self._tab = _TEXT  # where the line that is read stands
        self._sections_card.setVisible((self._tab == _SECTIONS) if is_one else not drawer)
        self.text.setVisible(not is_one or self._tab == _TEXT)
        self._notes_card.setVisible((self._tab == _NOTES) if is_one else (not is_two or drawer))
        if self._tabs is not None:
            is_read = self._is_reading or self.read_back.isVisibleTo(self)
            self._tabs.setVisible(is_one and not is_read)
            self._tabs.set_key(self._tab)

    def _make_tabs(self) -> None:
        if self._tabs is not None:
            self._tabs.hide()
            self._tabs.deleteLater()
        options = (
            Option(_SECTIONS, self.tr("Sections")),
            Option(_TEXT, self._text_tab or self.tr("Text")),
            Option(_NOTES, self.tr("Notes")),
        )
        self._tabs = SegmentedChoice(self._theme, options, self.tr("Show"))
        self._tabs.chosen.connect(self._on_tab)
        self._tabs_box.addWidget(self._tabs)
        self._tabs.hide()

    def _name_tab(self, name: str) -> None:
        """Name the section on its tab, where there is no room for its title."""
        if name != self._text_tab:
            self._text_tab = name
            self._make_tabs()

    def _on_tab(self, key: str) -> None:
        self._tab = key
        self._arrange()

    def _restyle(self) -> None:
        self.sections.setAccessibleName(self.tr("Sections"))
        self.notes.setAccessibleName(self.tr("Source notes"))
        self.text.name_rows()
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(10))
        self._row.setSpacing(px(12))
        self._make_tabs()
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
        if event.type() == QEvent.Type.LanguageChange:
            self.message.forget()
            self.reading.show_again()
            self._restyle()
