"""Lists whose rows are only painted: rows that stay keep their place and the cursor.

The words of a row are asked for whenever they are shown or read aloud, so that they follow a
switch of the language.
"""

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ogp_desktop.ui.row_text import room_in
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import FontRole

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
Row = TypeVar("Row")


class Rows(QAbstractListModel, Generic[Row]):
    """Frozen rows as Qt's lists see them; ``data`` with ``ROW`` returns the row itself.

    ``key`` tells rows apart, ``words`` is the text of a row, ``aloud`` its sentence for assistive
    technology.
    """

    def __init__(
        self,
        *,
        key: Callable[[Row], str],
        words: Callable[[Row], str],
        aloud: Callable[[Row], str],
    ) -> None:
        super().__init__()
        self._key, self._words, self._aloud = key, words, aloud
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> bool:
        """Replace the rows, touching only those that are different; tell whether any was."""
        if self._rows == list(rows):
            return False
        old, new = [self._key(row) for row in self._rows], [self._key(row) for row in rows]
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        if len(old) - end > start:
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            del self._rows[start : len(old) - end]
            self.endRemoveRows()
        if len(new) - end > start:
            self.beginInsertRows(QModelIndex(), start, len(new) - end - 1)
            self._rows[start:start] = rows[start : len(new) - end]
            self.endInsertRows()
        changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
        self._rows[:] = rows
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))
        return True

    def at(self, key: str) -> QModelIndex:
        """Return the index of a row by its key; an invalid one when it is not there."""
        places = (place for place, row in enumerate(self._rows) if self._key(row) == key)
        return self.index(next(places, -1))

    def key_at(self, index: Index) -> str:
        """Return the key of the row at a valid index."""
        return self._key(self._rows[index.row()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, its words, or its sentence."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)
        return self._aloud(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def say_again(self) -> None:
        """Tell the list that every word may be another."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


class RowPainter(QStyledItemDelegate):
    """Draws rows in the theme of the moment; what every such drawing needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        return room_in(view) if isinstance(view, QAbstractItemView) else option.rect.width()

    def _metrics(self, role: FontRole) -> QFontMetrics:
        return QFontMetrics(self._theme.font(role))

    @staticmethod
    def _mirrored(painter: QPainter, rect: QRect, place: QRect) -> QRect:
        """Return a place of the row on the other side where the page reads from right to left."""
        return QStyle.visualRect(painter.layoutDirection(), rect, place)


class RowList(QListView, Generic[Row]):
    """``row_chosen(key)`` on Enter or a click, which leaves the cursor where it is; arrows move.

    Letters are left to the page, whose single keys they are.
    """

    row_chosen = Signal(str)

    def __init__(
        self, theme: Theme, rows: Rows[Row], painter: RowPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for part in (rows, painter):
            part.setParent(self)
        self.setModel(rows)
        self.setItemDelegate(painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._choose)
        theme.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; Qt leaves that to the platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say every row again."""
        self.rows.say_again()
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self.rows.key_at(index))

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class WholeList(RowList[Row]):
    """A list as high as its rows, so that the page around it scrolls, not the list."""

    def __init__(
        self, theme: Theme, rows: Rows[Row], painter: RowPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, rows, painter, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        rows = range(self.rows.rowCount())
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in rows))
