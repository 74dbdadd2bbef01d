"""The list of conversations: plain rows, read page by page, painted by a delegate."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from ogp_desktop.domain.conversation_row import ConversationRow
from ogp_desktop.ui import words_home
from ogp_desktop.ui.home.conversation_row_delegate import ROW, ConversationRowDelegate
from ogp_desktop.ui.theme.theme import Theme

PAGE = 50
Rows = Callable[[int, int], Sequence[ConversationRow]]
_Index = QModelIndex | QPersistentModelIndex


class ConversationListModel(QAbstractListModel):
    """Rows in the order given, fetched in pages of 50 as the list is scrolled."""

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fetch = rows
        self._rows: list[ConversationRow] = []
        self._is_whole = False

    def reload(self) -> None:
        """Read the first page again; nothing below stays."""
        self.beginResetModel()
        self._rows = list(self._fetch(PAGE, 0))
        self._is_whole = len(self._rows) < PAGE
        self.endResetModel()

    def row(self, index: _Index) -> ConversationRow:
        """Return the conversation behind an index."""
        return self._rows[index.row()]

    def place_of(self, conversation_id: str) -> int:
        """Return the row of a conversation among those that are loaded, else the first."""
        ids = [row.id for row in self._rows]
        return ids.index(conversation_id) if conversation_id in ids else 0

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many rows are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether there may be more rows in the file."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, _parent: _Index) -> None:
        """Read one page more."""
        page = list(self._fetch(PAGE, len(self._rows)))
        self._is_whole = len(page) < PAGE
        if page:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self._rows += page
            self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, or for a screen reader the whole line as a sentence."""
        row = self._rows[index.row()]
        title = words_home.title_or_unnamed(row.title)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            phase = words_home.phase_word(row)
            return ", ".join((phase, title, words_home.row_facts(row), words_home.state_words(row)))
        return row if role == ROW else None


class ConversationList(QListView):
    """The list; ``open_requested(conversation_id)`` on Enter or a click on a row."""

    open_requested = Signal(str)

    def __init__(self, theme: Theme, model: ConversationListModel, parent: QWidget | None = None):
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self._painter = ConversationRowDelegate(theme, self)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a narrow row is higher
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("look", "bare")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        theme.changed.connect(self.doItemsLayout)

    def reload(self) -> None:
        """Read the rows again and stay on the conversation that was current, else on the first."""
        here = self.currentIndex()
        before = self._rows.row(here).id if here.isValid() else ""
        self._rows.reload()
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(self._rows.place_of(before), 0))

    def first_places(self) -> tuple[QRect, QRect, QRect] | None:
        """Return, within the window, what is seen of the list, its first row and the title there.

        ``None`` unless the first row is the first that is seen.
        """
        first = self._rows.index(0, 0)
        row = self.visualRect(first)
        if not self.isVisible() or not first.isValid() or row.top() != 0:
            return None
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = row
        title = self._painter.title_place(option, first)
        corner = self.viewport().mapTo(self.window(), QPoint(0, 0))
        seen = self.viewport().rect()
        return seen.translated(corner), row.translated(corner), title.translated(corner)

    def _open(self, index: QModelIndex) -> None:
        self.open_requested.emit(self._rows.row(index).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter on every system; Qt leaves that to the platform."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new language or direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.doItemsLayout()
