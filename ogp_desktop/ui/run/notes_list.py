"""The notes as one list that is worked by keys: rank, edit in place, delete, move, and the menu.

Letters are never a search: they are keys of the page.
"""

from collections.abc import Collection
from itertools import takewhile

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.ui.run.lean_rows import LeanRows
from ogp_desktop.ui.run.list_keys import Deed, deed_of
from ogp_desktop.ui.run.notes_drag_list import DragList
from ogp_desktop.ui.run.notes_editor import NoteEditor
from ogp_desktop.ui.run.notes_painting import mirrored
from ogp_desktop.ui.run.notes_pieces import DOTS, MENU, RANK, Laid
from ogp_desktop.ui.run.notes_state import NotesState, Panel, Row, RowKind
from ogp_desktop.ui.theme.theme import Theme

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class NotesList(DragList):
    """Signals: ``gap_chosen(Row)``, ``row_chosen(Row)`` when a row is pressed,
    ``menu_requested(Row, global_pos, is_rank)``, ``rank_chosen(note_id, rank)`` with 0 for none,
    ``dots_counted(note_id, by)``,
    ``delete_requested(note_id)``, ``shift_requested(note_id, by)``, ``text_edited(note_id, text)``,
    ``lean_chosen(Lean)``, ``choice_entered(choice_id)`` and ``escaped()``.
    """

    gap_chosen = Signal(object)
    row_chosen = Signal(object)
    menu_requested = Signal(object, object, bool)
    rank_chosen = Signal(str, int)
    dots_counted = Signal(str, int)
    delete_requested = Signal(str)
    shift_requested = Signal(str, int)
    text_edited = Signal(str, str)
    lean_chosen = Signal(object)
    choice_entered = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        # Not by a click on a scale that stands in it: the cursor would leave what is being written.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._editor: NoteEditor | None = None
        self._leans = LeanRows(theme, self.viewport())
        self._leans.lean_chosen.connect(self.lean_chosen)
        self._leans.height_changed.connect(self.relayout)
        self._leans.entered.connect(self.choice_entered)

    # What is shown.

    def show_state(self, state: NotesState) -> None:
        """Show the rows of a state; the current row stays current wherever it went."""
        current = self.current_row()
        self._leans.show(state)
        self.show_panels(state.panels)
        if self._editor is not None and self._rows.place_of(self._editor.note_id) is None:
            self._on_edited(is_by_key=False)
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

    def set_is_kept(self, *, is_kept: bool) -> None:
        """Say whether the words that were edited are on disk; only then the box closes."""
        if self._editor is not None:
            self._editor.is_kept = is_kept

    def finish_editing(self) -> None:
        """Keep what is typed in place and close it."""
        if self._editor is not None:
            self._editor.close_editor(is_by_key=False)

    # Keys and pointer.

    def event(self, event: QEvent) -> bool:
        """While somebody chooses, plus and minus count dots, and are no minutes of the clock."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            row, is_held = self.current_row(), bool(event.modifiers() & _HELD)
            meant = deed_of(row, event.key(), has_shift=False) if row and not is_held else None
            if meant is not None and meant[0] is Deed.DOTS:
                event.accept()
                return True
        return super().event(event)

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
        self.setFocus(Qt.FocusReason.MouseFocusReason)
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
        elif action.startswith(DOTS) and row.note is not None:
            self.dots_counted.emit(row.note.id, int(action.partition(":")[2]))
        elif row.kind is RowKind.GAP:
            self.gap_chosen.emit(row)
        else:
            self.hold(place, event.position().toPoint())
            self.row_chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two presses edit a note."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and (note := self._rows.row_at(index.row()).note) is not None:
            self.edit_note(note.id)

    # Inside.

    def _act_on(self, row: Row, key: int, *, has_shift: bool) -> bool:
        meant = deed_of(row, key, has_shift=has_shift)
        if meant is None:
            return False
        deed, count = meant
        note_id = row.note.id if row.note is not None else NoteId("")
        match deed:
            case Deed.TAKE_UP:
                self.gap_chosen.emit(row)
            case Deed.LEAN:
                self._leans.focus(row.choice_id or "")
            case Deed.EDIT:
                self.edit_note(note_id)
            case Deed.DELETE:
                self.delete_requested.emit(note_id)
            case Deed.RANK:
                self.rank_chosen.emit(note_id, count)
            case Deed.DOTS:
                self.dots_counted.emit(note_id, count)
            case Deed.SHIFT:
                self.shift_requested.emit(note_id, count)
        return True

    def measure(self, row: Row, width: int, indent: int) -> Laid:
        """Return a row laid out, with the room that the widget over it needs."""
        laid = super().measure(row, width, indent)
        if row.kind is RowKind.CHOICE:
            tall = self._leans.height(row.choice_id or "", width - indent)
            return Laid(max(tall, laid.height), laid.pieces)
        editor = self._editor
        if editor is None or row.key != editor.note_id:
            return laid
        more = editor.wanted_height() + self._theme.px(6) - laid.text_rect.height()
        return Laid(laid.height + max(more, 0), laid.pieces, laid.hots, laid.text_rect)

    def height_of(self, row: Row, width: int, indent: int) -> tuple[int, bool]:
        """Return the height of a row, never guessed under a widget."""
        is_edited = self._editor is not None and row.key == self._editor.note_id
        if is_edited or row.kind is RowKind.CHOICE:
            return self.measure(row, width, indent).height, True
        return super().height_of(row, width, indent)

    def restless_panels(self) -> Collection[str]:
        """A scale or an editor may have grown over the same row."""
        if self._editor is not None:
            return {panel.key for panel in self._panels}
        return {panel.key for panel in takewhile(_has_scale, self._panels)}

    def _place_widgets(self) -> None:
        # The choices come first, each with its scale.
        with_scale = takewhile(_has_scale, self._panels)
        for panel, first in zip(with_scale, self._placed.firsts, strict=False):
            beside = self._placed.row(first).adjusted(self._placed.indent(first), 0, 0, 0)
            self._leans.place(panel.rows[0].choice_id or "", self._on_screen(beside))
        if self._editor is not None:
            place = self._rows.place_of(self._editor.note_id)
            if place is not None and place < self._placed.count:
                self._place_editor(self._editor, place)

    def _place_editor(self, editor: NoteEditor, place: int) -> None:
        rect = self._on_screen(self._placed.row(place))
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


def _has_scale(panel: Panel) -> bool:
    return bool(panel.rows) and panel.rows[0].kind is RowKind.CHOICE
