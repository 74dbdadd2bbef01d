"""The list of conversations: plain rows, read page by page, painted by a delegate."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ogp_desktop.domain.conversation_row import ConversationRow
from ogp_desktop.ui import words_home
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName, FontRole

PAGE = 50
Rows = Callable[[int, int], Sequence[ConversationRow]]
_Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
_NARROW = 620
"""Below this width, at 100 %, the state stands under the facts instead of beside them."""


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
            return ", ".join((title, words_home.row_facts(row), words_home.state_words(row)))
        return row if role == ROW else None


class ConversationDelegate(QStyledItemDelegate):
    """Paints a row: title and facts at one side, the state in words and icon at the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Two lines of text, or three when there is little width."""
        title = QFontMetrics(self._theme.font("strong")).height()
        caption = QFontMetrics(self._theme.font("caption")).height()
        lines = 2 if self._is_narrow(option.rect.width()) else 1
        return QSize(0, title + lines * caption + self._theme.px(26))

    def _is_narrow(self, width: int) -> bool:
        return 0 < width < self._theme.px(_NARROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row with its state; selection by tint and by an edge."""
        row: ConversationRow = index.data(ROW)
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(px(2), px(2), -px(2), -px(2))
        self._paint_ground(painter, option, rect)
        inner = rect.adjusted(px(14), px(10), -px(14), -px(10))
        title_height = QFontMetrics(theme.font("strong")).height()
        caption_height = QFontMetrics(theme.font("caption")).height()
        is_narrow = self._is_narrow(option.rect.width())
        state_top = inner.top() + title_height + caption_height + px(4)
        state = (
            QRect(inner.left(), state_top, inner.width(), caption_height)
            if is_narrow
            else QRect(inner.left(), inner.top(), inner.width(), inner.height())
        )
        taken = self._paint_state(painter, option, row, state, is_narrow)
        words = inner.adjusted(0, 0, -taken, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            words = inner.adjusted(taken, 0, 0, 0)
        self._text(
            painter,
            "strong",
            "ink",
            QRect(words.left(), words.top(), words.width(), title_height),
            words_home.title_or_unnamed(row.title),
        )
        below = QRect(
            words.left(), words.top() + title_height + px(2), words.width(), caption_height
        )
        self._text(painter, "caption", "ink2", below, words_home.row_facts(row))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        theme = self._theme
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground: ColorName = "accent_soft" if is_chosen else "sunken" if is_under else "surface"
        edge: ColorName = "focus" if has_focus else "accent" if is_chosen else "line"
        painter.setPen(QPen(theme.color(edge), 2 if has_focus else 1))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(rect, theme.px(8), theme.px(8))

    def _paint_state(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: ConversationRow,
        rect: QRect,
        is_narrow: bool,
    ) -> int:
        theme, px = self._theme, self._theme.px
        text = words_home.state_words(row)
        metrics = QFontMetrics(theme.font("caption_b"))
        width = metrics.horizontalAdvance(text) + px(24)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        at_start = is_narrow is not is_mirrored
        left = rect.left() if at_start else rect.right() - width
        box = QRect(left, rect.top(), width, rect.height())
        icon = theme.pixmap(words_home.state_icon(row), "ink2", 16)
        icon_left = box.right() - px(16) if is_mirrored else box.left()
        painter.drawPixmap(icon_left, box.center().y() - px(8), px(16), px(16), icon)
        words = box.adjusted(0, 0, -px(22), 0) if is_mirrored else box.adjusted(px(22), 0, 0, 0)
        self._text(painter, "caption_b", "ink2", words, text)
        return 0 if is_narrow else width + px(16)

    def _text(
        self, painter: QPainter, role: FontRole, color: ColorName, rect: QRect, text: str
    ) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class ConversationList(QListView):
    """The list; ``open_requested(conversation_id)`` on Enter or a click on a row."""

    open_requested = Signal(str)

    def __init__(self, theme: Theme, model: ConversationListModel, parent: QWidget | None = None):
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(ConversationDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        theme.changed.connect(self.doItemsLayout)

    def _open(self, index: QModelIndex) -> None:
        self.open_requested.emit(self._rows.row(index).id)

    def keyPressEvent(self, event: Any) -> None:
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
