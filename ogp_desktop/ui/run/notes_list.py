"""The notes as one real list: cards, choices and boxes are frames behind rows that keys can reach.

Only what is visible is drawn, and a row is measured once, so that a thousand notes stay smooth.
"""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.ui.run.lean_rows import LeanRows
from ogp_desktop.ui.run.notes_arrangement import Arrangement, arranged
from ogp_desktop.ui.run.notes_editor import NoteEditor
from ogp_desktop.ui.run.notes_painting import mirrored, paint_focus, paint_panel, paint_row
from ogp_desktop.ui.run.notes_pieces import MENU, RANK, Laid, Layouts
from ogp_desktop.ui.run.notes_rows import NotesRows
from ogp_desktop.ui.run.notes_state import NotesState, Panel, Row, RowKind
from ogp_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_RANK_KEYS = {
    Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_0: 0,
    Qt.Key.Key_Ampersand: 1, Qt.Key.Key_Eacute: 2, Qt.Key.Key_QuoteDbl: 3, Qt.Key.Key_Agrave: 0,
}  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CARDS = (RowKind.CARD, RowKind.CANDIDATE)


class NotesList(QListView):
    """Signals: ``gap_chosen(Row)``, ``row_chosen(Row)`` when a row is pressed,
    ``menu_requested(Row, global_pos, is_rank)``, ``rank_chosen(note_id, rank)`` with 0 for none,
    ``delete_requested(note_id)``, ``shift_requested(note_id, by)``, ``text_edited(note_id, text)``,
    ``lean_chosen(Lean)``, ``choice_entered(choice_id)`` and ``escaped()``.
    """

    gap_chosen = Signal(object)
    row_chosen = Signal(object)
    menu_requested = Signal(object, object, bool)
    rank_chosen = Signal(str, int)
    delete_requested = Signal(str)
    shift_requested = Signal(str, int)
    text_edited = Signal(str, str)
    lean_chosen = Signal(object)
    choice_entered = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layouts = Layouts(theme)
        self._theme = theme
        self._rows = NotesRows(self)
        self._panels: tuple[Panel, ...] = ()
        self._placed = Arrangement()
        self._arranged_for: tuple[Panel, ...] | None = None
        self._arranged_at = 0
        self._editor: NoteEditor | None = None
        self._pointed = -1
        self._leans = LeanRows(theme, self.viewport())
        self._leans.lean_chosen.connect(self.lean_chosen)
        self._leans.height_changed.connect(self.relayout)
        self._leans.entered.connect(self.choice_entered)
        self.setModel(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.relayout)

    # What is shown.

    def show_state(self, state: NotesState) -> None:
        """Show the rows of a state; the current row stays current wherever it went."""
        current = self.current_row()
        self._panels = state.panels
        self._leans.show(state)
        self._rows.show(state.rows)
        self._layouts.keep_only({row.key for row in state.rows})
        self.relayout()
        if current is not None and (place := self._rows.place_of(current.key)) is not None:
            chosen = self._rows.index(place)
            if chosen != self.currentIndex():
                mode = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(chosen, mode)

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self._layouts.forget()
        self._leans.retranslate()
        self._rows.retranslate()
        self.relayout()

    def current_row(self) -> Row | None:
        """Return the row that the keyboard is on."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()) if index.isValid() else None

    def current_note(self) -> NoteId | None:
        """Return the note of the current row."""
        row = self.current_row()
        return row.note.id if row is not None and row.note is not None else None

    def reveal(self, key: str) -> None:
        """Scroll so far that a row is seen."""
        place = self._rows.place_of(key)
        if place is not None:
            self.scrollTo(self._rows.index(place))

    def go_to_first(self) -> None:
        """Make the first row current."""
        self.setCurrentIndex(self._rows.index(0) if self._rows.rowCount() else QModelIndex())

    def focus_lean(self, choice_id: str) -> None:
        """Put the keyboard on the scale of a choice."""
        for place in range(self._rows.rowCount()):
            row = self._rows.row_at(place)
            if row.kind is RowKind.CHOICE and row.choice_id == choice_id:
                self.scrollTo(self._rows.index(place))
        self._leans.focus(choice_id)

    def edit_note(self, note_id: NoteId) -> None:
        """Open a note for editing where it stands."""
        place = self._rows.place_of(note_id)
        row = self._rows.row_at(place) if place is not None else None
        if place is None or row is None or row.note is None:
            return
        self.setCurrentIndex(self._rows.index(place))
        name = self.tr("Edit note")
        self._editor = NoteEditor(self._theme, row.note, name, self.viewport())
        self._editor.text_edited.connect(self.text_edited)
        self._editor.finished.connect(self._on_edited)
        self._editor.grown.connect(self.relayout)
        self._editor.show()
        self.relayout()
        self.scrollTo(self._rows.index(place))
        self._editor.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_editing(self) -> None:
        """Keep what is typed in place and close it."""
        if self._editor is not None:
            self._editor.close_editor(is_by_key=False)

    # Geometry: Qt asks, the arrangement answers.

    def relayout(self) -> None:
        """Place everything for the width of now."""
        self._arrange()
        self.updateGeometries()
        self._place_widgets()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """Place everything when Qt thinks something changed."""
        if self._arranged_for is not self._panels or self._arranged_at != self._content_width():
            self._arrange()
        QAbstractItemView.doItemsLayout(self)
        self._place_widgets()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is."""
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._theme.px(24))
        bar.setPageStep(tall)
        bar.setRange(0, max(0, self._placed.height - tall))

    def visualRect(self, index: _Index) -> QRect:
        """Return where a row stands in the viewport."""
        place = index.row()
        if not 0 <= place < len(self._placed.rows):
            return QRect()
        return self._on_screen(self._placed.rows[place])

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport; a row's frame belongs to its first row."""
        y = point.y() + self.verticalOffset()
        for place, rect in enumerate(self._placed.rows):
            if rect.top() <= y <= rect.bottom() and self._on_screen(rect).contains(point):
                return self._rows.index(place)
        first = 0
        for panel, rect in zip(self._panels, self._placed.panels, strict=True):
            if self._on_screen(rect).contains(point) and panel.rows:
                return self._rows.index(first)
            first += len(panel.rows)
        return QModelIndex()

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll as little as shows the whole row, or its beginning when it is taller."""
        if not 0 <= index.row() < len(self._placed.rows):
            return
        rect, bar = self._placed.rows[index.row()], self.verticalScrollBar()
        margin, tall = self._theme.px(14), self.viewport().height()
        lowest = rect.bottom() + margin - tall
        highest = rect.top() - margin
        if hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(highest)
        elif bar.value() < lowest or bar.value() > highest:
            bar.setValue(max(lowest, 0) if bar.value() < lowest < highest else highest)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Up and down go through the rows in reading order; headings are passed over."""
        count = self._rows.rowCount()
        place, actions = self.currentIndex().row(), QAbstractItemView.CursorAction
        step = -1 if action in (actions.MoveUp, actions.MoveEnd, actions.MovePrevious) else 1
        if action == actions.MoveHome:
            place = -1
        elif action == actions.MoveEnd:
            place = count
        elif action not in (
            actions.MoveUp, actions.MoveDown, actions.MoveNext, actions.MovePrevious,
        ):  # fmt: skip
            return self.currentIndex()
        place += step
        while 0 <= place < count and self._rows.row_at(place).kind is RowKind.HEADING:
            place += step
        return self._rows.index(place) if 0 <= place < count else self.currentIndex()

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Never scrolled sideways."""
        return 0

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Repaint everything visible when the selection changes."""
        del selection
        return QRegion(self.viewport().rect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is seen."""
        del dx, dy
        self._place_widgets()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again when the width is another."""
        super().resizeEvent(event)
        self.relayout()

    def changeEvent(self, event: QEvent) -> None:
        """Mirror at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._layouts.forget()
            self.relayout()

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frames and rows that are seen."""
        painter = QPainter(self.viewport())
        seen = event.rect()
        top, bottom = seen.top() + self.verticalOffset(), seen.bottom() + self.verticalOffset()
        first = 0
        for panel, rect in zip(self._panels, self._placed.panels, strict=True):
            if rect.top() > bottom:
                break
            if rect.bottom() >= top:
                paint_panel(painter, self._layouts, self._on_screen(rect), panel)
                self._paint_rows(painter, first, len(panel.rows), seen)
            first += len(panel.rows)

    def _paint_rows(self, painter: QPainter, first: int, count: int, seen: QRect) -> None:
        current = self.currentIndex().row() if self.hasFocus() else -1
        for place in range(first, first + count):
            rect = self._on_screen(self._placed.rows[place])
            if not rect.intersects(seen):
                continue
            is_pointed = place in (self._pointed, current)
            paint_row(painter, self._layouts, rect, self._laid(place), is_pointed=is_pointed)
            if place == current:
                paint_focus(painter, self._layouts, rect, is_first=place == first)

    # Keys and pointer.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list; page keys belong to the prompts."""
        row, key = self.current_row(), event.key()
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) or row is None:
            if row is None and key not in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                super().keyPressEvent(event)
            else:
                event.ignore()
        elif not self._act_on(row, key, has_shift=has_shift):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, never a search."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button open the row's menu."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_key else self.indexAt(event.pos())
        if index.isValid():
            self._open_menu(index.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a row, or what is on it."""
        place = self.indexAt(event.position().toPoint()).row()
        if place < 0 or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        row = self._rows.row_at(place)
        self.setCurrentIndex(self._rows.index(place))
        action = self._hot_at(place, event.position().toPoint())
        if action == MENU:
            self._open_menu(place)
        elif action == RANK and row.note is not None:
            corner = self.viewport().mapToGlobal(self.visualRect(self._rows.index(place)).topLeft())
            self.menu_requested.emit(row, corner, True)
        elif action.startswith(RANK) and row.note is not None:
            self.rank_chosen.emit(row.note.id, int(action.partition(":")[2]))
        elif row.kind is RowKind.GAP:
            self.gap_chosen.emit(row)
        else:
            self.row_chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two presses edit a note."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and (note := self._rows.row_at(index.row()).note) is not None:
            self.edit_note(note.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be done with the row that is pointed at."""
        self._point_at(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(-1)

    # Inside.

    def _act_on(self, row: Row, key: int, *, has_shift: bool) -> bool:
        note = row.note
        if row.kind is RowKind.GAP and key in (*_ENTER, Qt.Key.Key_F2):
            self.gap_chosen.emit(row)
            return True
        if row.kind is RowKind.CHOICE and key in (*_ENTER, Qt.Key.Key_F2):
            self._leans.focus(row.choice_id or "")
            return True
        if note is None:
            return False
        by_key = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in (*_ENTER, Qt.Key.Key_F2):
            self.edit_note(note.id)
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit(note.id)
        elif key in _RANK_KEYS and row.kind in _CARDS:
            self.rank_chosen.emit(note.id, _RANK_KEYS[Qt.Key(key)])
        elif has_shift and key in by_key:
            self.shift_requested.emit(note.id, by_key[Qt.Key(key)])
        else:
            return False
        return True

    def _arrange(self) -> None:
        rows = self._rows
        if sum(len(panel.rows) for panel in self._panels) != rows.rowCount():
            return  # between two steps of a change; the last one arranges

        def measured(place: int, width: int, indent: int) -> Laid:
            return self._measure(rows.row_at(place), width, indent)

        self._arranged_for, self._arranged_at = self._panels, self._content_width()
        self._placed = arranged(self._panels, self._arranged_at, self._theme.px, measured)

    def _content_width(self) -> int:
        gap = self._theme.px(4) if self.verticalScrollBar().isVisible() else 0
        return self.viewport().width() - gap

    def _measure(self, row: Row, width: int, indent: int) -> Laid:
        laid = self._layouts.laid(row, width, indent)
        if row.kind is RowKind.CHOICE:
            tall = self._leans.height(row.choice_id or "", width - indent)
            return Laid(max(tall, laid.height), laid.pieces)
        editor = self._editor
        if editor is None or row.note is None or row.note.id != editor.note_id:
            return laid
        more = editor.wanted_height() + self._theme.px(6) - laid.text_rect.height()
        return Laid(laid.height + max(more, 0), laid.pieces, laid.hots, laid.text_rect)

    def _laid(self, place: int) -> Laid:
        rect = self._placed.rows[place]
        return self._measure(self._rows.row_at(place), rect.width(), self._placed.indents[place])

    def _on_screen(self, rect: QRect) -> QRect:
        moved = rect.translated(0, -self.verticalOffset())
        whole = QRect(0, 0, self.viewport().width(), 1)
        direction = self.layoutDirection()
        if direction == Qt.LayoutDirection.LeftToRight:
            return moved
        return QStyle.visualRect(direction, whole, moved)

    def _place_widgets(self) -> None:
        for place in range(min(self._rows.rowCount(), len(self._placed.rows))):
            row = self._rows.row_at(place)
            if row.kind is RowKind.CHOICE and row.choice_id is not None:
                rect, indent = self._placed.rows[place], self._placed.indents[place]
                beside = rect.adjusted(indent, 0, 0, 0)
                self._leans.place(row.choice_id, self._on_screen(beside))
            elif self._editor is not None and row.key == self._editor.note_id:
                self._place_editor(self._editor, place)

    def _place_editor(self, editor: NoteEditor, place: int) -> None:
        rect = self._on_screen(self._placed.rows[place])
        words = mirrored(self.layoutDirection(), rect, self._laid(place).text_rect)
        pad = self._theme.px(8)
        editor.setGeometry(
            words.left() - pad,
            words.top() - self._theme.px(4),
            words.width() + 2 * pad,
            editor.wanted_height(),
        )

    def _on_edited(self, is_by_key: bool) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self.relayout()
            if is_by_key:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, place: int) -> None:
        row = self._rows.row_at(place)
        if row.note is not None:
            self.setCurrentIndex(self._rows.index(place))
            rect = self.visualRect(self._rows.index(place))
            is_ltr = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            corner = rect.topRight() if is_ltr else rect.topLeft()
            below = self.viewport().mapToGlobal(corner + QPoint(0, self._theme.px(26)))
            self.menu_requested.emit(row, below, False)

    def _hot_at(self, place: int, point: QPoint) -> str:
        rect = self.visualRect(self._rows.index(place))
        for hot in self._laid(place).hots:
            if mirrored(self.layoutDirection(), rect, hot.rect).contains(point):
                return hot.action
        return ""

    def _point_at(self, place: int) -> None:
        if place != self._pointed:
            self._pointed = place
            self.viewport().update()
