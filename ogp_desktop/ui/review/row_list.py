"""A long list of rows of which the chosen one opens in place; the rest is only painted.

Rows that stay keep their place and their open card, whatever comes or goes around them.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from ogp_desktop.ui.review.row_card import RowCard
from ogp_desktop.ui.review.row_painting import RowPainter
from ogp_desktop.ui.review.row_words import row_sentence
from ogp_desktop.ui.review.rows import HeadRow, Row, SayRow
from ogp_desktop.ui.review.tall_list import TallList
from ogp_desktop.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
CardMaker = Callable[[Row, QWidget], RowCard | None]


class Rows(QAbstractListModel):
    """The rows as Qt's list sees them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows, touching only those between the first and the last difference."""
        old, new = [row.key for row in self.rows], [row.key for row in rows]
        start = 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        end = 0
        while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
            end += 1
        if len(old) - end > start:
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            del self.rows[start : len(old) - end]
            self.endRemoveRows()
        if len(new) - end > start:
            self.beginInsertRows(QModelIndex(), start, len(new) - end - 1)
            self.rows[start:start] = rows[start : len(new) - end]
            self.endInsertRows()
        changed = [at for at, row in enumerate(rows) if row != self.rows[at]]
        self.rows[:] = rows
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, or its words for assistive technology."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row_sentence(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings and sentences are read, not chosen."""
        if not index.isValid() or isinstance(self.rows[index.row()], HeadRow | SayRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def at(self, key: str) -> QModelIndex:
        """Return the index of a row by its key."""
        for place, row in enumerate(self.rows):
            if row.key == key:
                return self.index(place)
        return QModelIndex()


class RowList(TallList):
    """``row_chosen(Row)`` when a person moves to a row; its card opens where ``make_card`` has one.

    Arrows move, Enter or F2 goes into the open card, Escape comes back.
    """

    row_chosen = Signal(object)

    def __init__(self, theme: Theme, make_card: CardMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_card = make_card
        self._items = Rows(self)
        self._painter = RowPainter(theme, self)
        self._card: RowCard | None = None
        self._open_at = QPersistentModelIndex()
        self._is_filled_by_program = False
        self._is_open = True
        self._shown_key: str | None = None
        self.setModel(self._items)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("look", "bare")
        theme.changed.connect(self._restyle)

    @property
    def card(self) -> RowCard | None:
        """The open card, if any."""
        return self._card

    def show_rows(self, rows: Sequence[Row], key: str, *, is_open: bool = True) -> None:
        """Show these rows with one of them open, or all of them closed."""
        is_same = is_open == self._is_open and self._items.rows == list(rows)  # alike by identity
        if is_same and self._shown_key == key and self.currentIndex() == self._items.at(key):
            return
        self._shown_key = key
        self._is_open = is_open
        top = self.verticalScrollBar().value()
        self._is_filled_by_program = True
        self._items.show(rows)
        index = self._items.at(key)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._is_filled_by_program = False
        self._open(index)
        self.arrange()
        self.verticalScrollBar().setValue(top)
        if index.isValid():
            self.scrollTo(index)

    def settle(self) -> None:
        """Let the open card tell what is typed in it."""
        if self._card is not None:
            self._card.settle()

    def focus_card(self) -> None:
        """Put the cursor into the open card."""
        if self._card is not None:
            self._card.take_focus()

    def retranslate(self) -> None:
        """Speak the other language at once."""
        self._close()
        self._shown_key = None
        self._painter.forget()
        self._open(self.currentIndex())
        self.arrange()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Open the row that a person moved to."""
        super().currentChanged(current, previous)
        if self._is_filled_by_program:
            return
        row = current.data(ROW)
        if isinstance(row, Row) and not isinstance(row, HeadRow | SayRow):
            self.settle()
            self.row_chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 go into the card; Up and Down skip what cannot be chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.focus_card()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def row_height(self, place: int, width: int) -> int:
        """Return how high a row is at a width, or the card that is open in its place."""
        return self._painter.height(self._items.rows[place], width)

    def known_heights(self, width: int) -> list[int | None]:
        """Return the heights of the rows that were measured before, and of the open card."""
        return self._painter.known_heights(self._items.rows, width)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row that can be chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._step(1)

    def _step(self, by: int) -> None:
        at = self.currentIndex().row() + by
        while 0 <= at < self._items.rowCount():
            index = self._items.index(at)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return
            at += by

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        is_same = self._card is not None and self._open_at == index
        if self._card is not None and is_same and self._is_open and self._card.can_show(row):
            self._card.show_row(row)
            self._fit()
            return
        had_focus = self._card is not None and self._card.has_focus()
        self._close()
        can_open = self._is_open and isinstance(row, Row)
        card = self._make_card(row, self.viewport()) if can_open else None
        if card is None:
            return
        self._card, self._open_at = card, QPersistentModelIndex(index)
        card.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        card.height_changed.connect(self._fit)
        self._painter.open_card(row.key, card)
        self.setIndexWidget(index, card)
        card.show_row(row)
        before: QWidget = self
        for widget in card.stops():
            QWidget.setTabOrder(before, widget)
            before = widget
        if had_focus:
            card.take_focus()

    def _close(self) -> None:
        card, self._card = self._card, None
        self._painter.open_card("", None)
        if card is not None:
            card.hide()
            if self._open_at.isValid():
                # None takes the widget away, as Qt documents.
                self.setIndexWidget(self._open_at, None)  # type: ignore[arg-type]
            else:
                card.deleteLater()
        self._open_at = QPersistentModelIndex()

    def _fit(self) -> None:
        if self._card is not None and self._open_at.isValid():
            self.scheduleDelayedItemsLayout()

    def _restyle(self) -> None:
        self._painter.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
