"""Sections, what goes, and its notes: side by side, with the notes as a drawer, or as tabs."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui.layout_size import Columns, Density, LayoutSize
from ogp_desktop.ui.review.cards import card_for
from ogp_desktop.ui.review.list_card import ListCard
from ogp_desktop.ui.review.review_state import Mode, ReviewState
from ogp_desktop.ui.review.row_card import RowCard
from ogp_desktop.ui.review.row_list import RowList
from ogp_desktop.ui.review.rows import Row
from ogp_desktop.ui.review.text_pane import TextPane
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice
from ogp_desktop.ui.words_review import section_name

_SECTIONS, _TEXT, _NOTES = "sections", "text", "notes"


class ReviewPanes(QWidget):
    """``make()`` makes them, ``show_in_turns(state, size)`` shows a state, a pane at a time."""

    section_chosen = Signal(str)

    sections: RowList
    text: TextPane
    notes: RowList

    def __init__(self, theme: Theme, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wishes = wishes
        self._state: ReviewState | None = None
        self._size = LayoutSize(Columns.THREE, Density.FULL)
        self._tab, self._text_tab = _TEXT, ""
        self._has_drawer_open = self._is_read_back = False
        self._tabs: SegmentedChoice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._tabs_box = QVBoxLayout()
        self._row = QHBoxLayout()
        self._column.addLayout(self._tabs_box)
        self._column.addLayout(self._row, 1)

    def make(self) -> Iterator[None]:
        """Make the panes, one at a time."""
        self.sections = RowList(self._theme, lambda _row, _parent: None)
        self._sections_card = ListCard(self._theme, self.sections)
        self._row.addWidget(self._sections_card, 22)
        self.sections.row_chosen.connect(self._on_section)
        yield
        self.text = TextPane(self._theme, self._wishes)
        self._row.addWidget(self.text, 60)
        self.text.notes_requested.connect(self._turn_drawer)
        yield
        self.notes = RowList(self._theme, self._make_note_card)
        self._notes_card = ListCard(self._theme, self.notes)
        self._row.addWidget(self._notes_card, 34)
        self.notes.row_chosen.connect(self._show_notes)
        yield
        self.restyle()

    def show_in_turns(self, state: ReviewState, size: LayoutSize) -> Iterator[None]:
        """Show everything as it is now, in this room."""
        self._state, self._size = state, size
        is_one, is_two = size.columns is Columns.ONE, size.columns is Columns.TWO
        self._sections_card.show_title("" if is_one else self.tr("Sections"), is_tall=is_two)
        self._notes_card.show_title("" if is_one else self.tr("Source notes"), is_tall=is_two)
        self.sections.show_rows(state.sections, state.section.key)
        is_tiny = is_one and size.is_compact
        self._name_tab(section_name(state.section) if is_tiny else "")
        yield
        self.text.show_state(
            state, has_drawer=is_two, is_compact=size.is_compact, has_title=not is_tiny
        )
        yield
        self._show_notes()

    def arrange(self, *, is_read_back: bool) -> None:
        """Show the panes that there is room for; the line that is read back stays in sight."""
        self._is_read_back = is_read_back
        if is_read_back:
            self._tab = _TEXT
        columns = self._size.columns
        is_one, is_two = columns is Columns.ONE, columns is Columns.TWO
        drawer = is_two and self._has_drawer_open
        self._sections_card.setVisible((self._tab == _SECTIONS) if is_one else not drawer)
        self.text.setVisible(not is_one or self._tab == _TEXT)
        self._notes_card.setVisible((self._tab == _NOTES) if is_one else (not is_two or drawer))
        if self._tabs is not None:
            self._tabs.setVisible(is_one and not is_read_back)
            self._tabs.set_key(self._tab)

    def restyle(self) -> None:
        """Use the words and lengths of the moment."""
        self.sections.setAccessibleName(self.tr("Sections"))
        self.notes.setAccessibleName(self.tr("Source notes"))
        self.text.name_rows()
        self._column.setSpacing(self._theme.px(10))
        self._row.setSpacing(self._theme.px(12))
        self._make_tabs()

    def _show_notes(self, _row: Row | None = None) -> None:
        if self._state is not None:
            chosen = self.notes.currentIndex().data(Qt.ItemDataRole.UserRole)
            key = chosen.key if isinstance(chosen, Row) else ""
            self.notes.show_rows(self._state.notes, key, is_open=self._state.mode is Mode.OPEN)

    def _on_section(self, row: Row) -> None:
        self._tab = _TEXT
        self.section_chosen.emit(row.key)

    def _turn_drawer(self) -> None:
        self._has_drawer_open = not self._has_drawer_open
        self._arrange_again()

    def _make_note_card(self, row: Row, parent: QWidget) -> RowCard | None:
        return card_for(self._theme, row, self._wishes, lambda _key: (), parent)

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
        self._arrange_again()

    def _arrange_again(self) -> None:
        self.arrange(is_read_back=self._is_read_back)
