"""The rows of the notes pane as a list for Qt; every row reads as one sentence.

A change touches only the rows that differ, so that the place in the list is kept.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ogp_desktop.ui import words_notes
from ogp_desktop.ui.run.notes_dropping import CARDS
from ogp_desktop.ui.run.notes_state import Row, RowKind
from ogp_desktop.ui.widgets.quiet_marks import mark_words, marks_in

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CARD = "application/x-ogp-card"


class NotesRows(QAbstractListModel):
    """A flat list of ``Row``; headings cannot be selected, and cards can be dragged.

    Signal: ``dropped(note_id, place)`` when a card was put down before the row at a place. The rows
    change only when somebody shows others.
    """

    dropped = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._places: dict[str, int] = {}

    def row_at(self, place: int) -> Row:
        """Return a row by its place."""
        return self._rows[place]

    def place_of(self, key: str) -> int | None:
        """Return the place of a row by its key; ``None`` when it is not listed."""
        return self._places.get(key)

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows between the first and the last that differ."""
        old, new = self._rows, tuple(rows)
        head = 0
        while head < min(len(old), len(new)) and old[head].key == new[head].key:
            head += 1
        tail = 0
        most = min(len(old), len(new)) - head
        while tail < most and old[-1 - tail].key == new[-1 - tail].key:
            tail += 1
        middle = new[head : len(new) - tail]
        if len(old) - tail > head:
            self.beginRemoveRows(_ROOT, head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if middle:
            self.beginInsertRows(_ROOT, head, head + len(middle) - 1)
            self._rows = new
            self.endInsertRows()
        self._rows = new
        self._places = {row.key: place for place, row in enumerate(new)}
        offset = len(old) - len(new)
        others = [place for place in range(head) if old[place] is not new[place]]
        others += [
            place
            for place in range(len(new) - tail, len(new))
            if old[place + offset] is not new[place]
        ]
        changed = [
            place
            for place in others
            if old[place if place < head else place + offset] != new[place]
        ]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def retranslate(self) -> None:
        """Tell that every sentence may read differently now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself, or its sentence."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words_notes.row_sentence(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and row.note is not None:
            return mark_words() if marks_in(row.note.text) else ""
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let everything but headings be selected, and cards be dragged to between the rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        kind, plain = self._rows[index.row()].kind, Qt.ItemFlag.ItemIsEnabled
        if kind in CARDS:
            plain |= Qt.ItemFlag.ItemIsDragEnabled
        return plain if kind is RowKind.HEADING else plain | Qt.ItemFlag.ItemIsSelectable

    def supportedDropActions(self) -> Qt.DropAction:
        """A card is moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Say what is dragged here: a card of this list, which nobody else understands."""
        return [_CARD]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the id of a card, never its words: nothing can be dragged out of the program."""
        data = QMimeData()
        data.setData(_CARD, self._rows[indexes[0].row()].key.encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: _Index
    ) -> bool:
        """Take cards that are in this list."""
        return self.place_of(data.data(_CARD).toStdString()) is not None

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: _Index
    ) -> bool:
        """Tell where a card was put down; the rows stay until they are shown anew."""
        card = data.data(_CARD).toStdString()
        if self.place_of(card) is None:
            return False
        self.dropped.emit(card, row if row >= 0 else len(self._rows))
        return True
