"""The list of sealed submissions in three parts; each says in words where it stands."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.ui.row_text import draw_wrapped, room_in, wrapped_height
from ogp_desktop.ui.send.send_state import Group, Row
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon
from ogp_desktop.ui.words_home import title_or_unnamed
from ogp_desktop.ui.words_outbox import headline, state_color, state_icon
from ogp_desktop.ui.words_send import group_word, revision_word

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_PAD, _ICON, _GAP = 10, 18, 10


@dataclass(frozen=True, slots=True)
class Heading:
    """A part's name above its lines."""

    group: Group


def row_title(row: Row) -> str:
    """Return the title of a line; a corrected copy says so."""
    title = title_or_unnamed(row.title)
    return title if row.revision == 1 else f"{title} · {revision_word(row.revision)}"


class DispatchRows(QAbstractListModel):
    """Headings and lines as Qt's list sees them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Heading | Row] = []

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Replace everything."""
        lines: list[Heading | Row] = []
        for row in rows:
            if not lines or not isinstance(lines[-1], Row) or lines[-1].group is not row.group:
                lines.append(Heading(row.group))
            lines.append(row)
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def index_of(self, item_id: OutboxItemId) -> QModelIndex:
        """Return where a submission is; an invalid index when it is not there."""
        for place, line in enumerate(self._lines):
            if isinstance(line, Row) and line.item_id == item_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many headings and lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        is_row = isinstance(self._lines[index.row()], Row)
        return super().flags(index) if is_row else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, or for a screen reader the whole line as a sentence."""
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if isinstance(line, Heading):
            return group_word(line.group)
        if role == Qt.ItemDataRole.DisplayRole:
            return row_title(line)
        return ", ".join((row_title(line), headline(line.standing)))


class DispatchDelegate(QStyledItemDelegate):
    """Paints a heading, or a line: icon, title, and below it the state in words."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words at this width."""
        px, line = self._theme.px, index.data(_LINE)
        if isinstance(line, Heading):
            return QSize(0, QFontMetrics(self._theme.font("caption_b")).height() + px(18))
        room = room_in(self._view) - px(2 * _PAD + _ICON + _GAP)
        title = wrapped_height(self._theme.font("strong"), row_title(line), room)
        below = wrapped_height(self._theme.font("caption"), headline(line.standing), room)
        return QSize(0, title + below + px(2 + 2 * _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line with its state; selection by tint and by an edge."""
        line = index.data(_LINE)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if isinstance(line, Heading):
            self._paint_heading(painter, option, line.group)
        else:
            self._paint_row(painter, option, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font("caption_b"))
        painter.setPen(self._theme.color("ink2"))
        rect = option.rect.adjusted(px(_PAD), px(12), -px(_PAD), 0)
        draw_wrapped(painter, rect, group_word(group))

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        theme, px = self._theme, self._theme.px
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        look = Look(
            ink="ink",
            fill="accent_soft" if is_chosen else "sunken" if is_under else None,
            edge="accent" if is_chosen else None,
        )
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_frame(painter, theme, option.rect, look, has_focus=has_focus)
        inner = option.rect.adjusted(px(_PAD), px(_PAD), -px(_PAD), -px(_PAD))
        title_font, state_font = theme.font("strong"), theme.font("caption")
        room = room_in(self._view) - px(2 * _PAD + _ICON + _GAP)
        tall = wrapped_height(title_font, row_title(row), room)
        words = QRect(inner.left() + px(_ICON + _GAP), inner.top(), room, tall)
        sign = QRect(inner.left(), inner.top(), px(_ICON), QFontMetrics(title_font).height())

        def mirror(rect: QRect) -> QRect:
            return QStyle.visualRect(option.direction, option.rect, rect)

        paint_icon(
            painter,
            theme,
            mirror(sign),
            state_icon(row.standing),
            state_color(row.standing),
            _ICON,
        )
        painter.setFont(title_font)
        painter.setPen(theme.color("ink"))
        draw_wrapped(painter, mirror(words), row_title(row))
        below = QRect(words.left(), words.bottom() + px(2), room, inner.bottom() - words.bottom())
        painter.setFont(state_font)
        painter.setPen(theme.color("accent_on_soft" if is_chosen else "ink2"))
        draw_wrapped(painter, mirror(below), headline(row.standing))


class DispatchList(QListView):
    """``row_chosen(item_id)`` when a person goes to a line; ``row_opened(item_id)`` on Enter or
    a click, which opens the detail where it has a page of its own.
    """

    row_chosen = Signal(str)
    row_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = DispatchRows(self)
        self._is_filling = False
        self.setModel(self._rows)
        self.setItemDelegate(DispatchDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._open)
        theme.changed.connect(self.doItemsLayout)

    def show_rows(self, rows: tuple[Row, ...], chosen: OutboxItemId | None) -> None:
        """Show the lines with one of them chosen."""
        self._is_filling = True
        self._rows.show_rows(rows)
        if chosen is not None:
            self.setCurrentIndex(self._rows.index_of(chosen))
        self._is_filling = False

    def keyPressEvent(self, event: Any) -> None:
        """Open with Enter on every system; Qt leaves that to the platform."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need other heights."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new language or direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.doItemsLayout()

    def _tell(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if isinstance(line, Row) and not self._is_filling:
            self.row_chosen.emit(line.item_id)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if isinstance(line, Row):
            self.row_opened.emit(line.item_id)
