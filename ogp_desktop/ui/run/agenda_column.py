"""The agenda as a list: what is done, what is going on, what is to come, and where notes are.

Arrows move, Enter or a click goes to an item; going there never moves a note.
"""

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
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ogp_desktop.domain.schedule import BlockStatus
from ogp_desktop.ui import words_run
from ogp_desktop.ui.row_text import draw_wrapped, room_in, wrapped_height
from ogp_desktop.ui.run.run_state import ItemState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName, FontRole
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole
_ICONS: dict[BlockStatus, tuple[str, ColorName]] = {
    BlockStatus.DONE: ("circle-check", "ok"),
    BlockStatus.CURRENT: ("circle-dot", "accent_on_soft"),
    BlockStatus.AHEAD: ("circle", "ink2"),
}


class AgendaItems(QAbstractListModel):
    """The items as Qt's list sees them; the accessible text is a whole sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ItemState, ...] = ()

    def show(self, items: tuple[ItemState, ...]) -> None:
        """Replace the items; rows that are the same are left alone."""
        if [item.id for item in items] != [item.id for item in self._items]:
            self.beginResetModel()
            self._items = items
            self.endResetModel()
            return
        changed = [row for row, item in enumerate(items) if item != self._items[row]]
        self._items = items
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many items there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of an item, or the item itself."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == _ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return words_run.item_name(item.id, item.number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            status = words_run.status_word(item.status)
            lines = (status, words_run.minutes(item.minutes), *second_lines(item))
            return ". ".join((words_run.item_name(item.id, item.number), *lines))
        return None

    def row_of(self, item_id: str) -> int:
        """Return the row of an item."""
        return next((row for row, item in enumerate(self._items) if item.id == item_id), -1)

    def retranslate(self) -> None:
        """Tell the list that every word may be another."""
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))


def second_lines(item: ItemState) -> tuple[str, ...]:
    """Return what stands beneath the name: what it is about, and what happened in it."""
    about = item.theme or words_run.item_about(item.id)
    if item.status is BlockStatus.DONE:
        return (words_run.took(item.used_minutes, item.notes),)
    if item.status is BlockStatus.CURRENT:
        has_begun = item.used_minutes or item.notes
        used = words_run.used(item.used_minutes, item.notes) if has_begun else ""
        return tuple(line for line in (about, used) if line)
    return (about,) if about else ()


class AgendaRow(QStyledItemDelegate):
    """Draws an item: icon, name, minutes, and one or two lines beneath."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for every line at the width of the list."""
        view = option.widget
        width = room_in(view) if isinstance(view, QListView) else option.rect.width()
        px = self._theme.px
        font, room = self._theme.font("caption"), self._text_width(width)
        below = (wrapped_height(font, words, room) for words in second_lines(index.data(_ITEM)))
        return QSize(px(120), self._metrics("body_m").height() + sum(below) + px(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the item."""
        item: ItemState = index.data(_ITEM)
        theme, px = self._theme, self._theme.px
        is_current = item.status is BlockStatus.CURRENT
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        rect = option.rect.adjusted(0, px(1), 0, -px(1))
        look = Look(ink="ink", fill="accent_soft" if is_current else None, radius=8)
        paint_frame(painter, theme, rect, look, has_focus=has_focus)
        if is_current:
            self._paint_mark(painter, rect)
        icon, color = _ICONS[item.status]
        spot = QRect(rect.left() + px(9), rect.top() + px(7), px(20), px(20))
        paint_icon(painter, theme, self._mirrored(painter, rect, spot), icon, color, 18)
        self._paint_words(painter, rect, item)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, item: ItemState) -> None:
        px, theme = self._theme.px, self._theme
        is_current = item.status is BlockStatus.CURRENT
        left, top = rect.left() + px(38), rect.top() + px(7)
        width = self._text_width(rect.width())
        title: FontRole = "strong" if is_current else "body_m"
        tall = self._metrics(title).height()
        line = QRect(left, top, rect.width() - px(38 + 8), tall)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("ink2" if item.status is BlockStatus.DONE else "ink"))
        painter.setFont(theme.font(title))
        shown = self._mirrored(painter, rect, line)
        painter.drawText(
            shown,
            flags | Qt.AlignmentFlag.AlignLeft,
            words_run.item_name(item.id, item.number),
        )
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font("caption"))
        painter.drawText(
            shown, flags | Qt.AlignmentFlag.AlignRight, words_run.minutes(item.minutes)
        )
        top += tall
        for words in second_lines(item):
            place = QRect(left, top, width, wrapped_height(painter.font(), words, width))
            draw_wrapped(painter, self._mirrored(painter, rect, place), words)
            top += place.height()

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        bar = QRect(rect.left(), rect.top() + self._theme.px(8), self._theme.px(3), rect.height())
        bar.setBottom(rect.bottom() - self._theme.px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(self._mirrored(painter, rect, bar), 1.5, 1.5)

    def _text_width(self, width: int) -> int:
        return width - self._theme.px(38 + 6)

    def _metrics(self, role: FontRole) -> QFontMetrics:
        return QFontMetrics(self._theme.font(role))

    @staticmethod
    def _mirrored(painter: QPainter, rect: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(painter.layoutDirection(), rect, place)


class AgendaList(QListView):
    """The list; ``item_chosen(item_id)`` when a person picks one."""

    item_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items = AgendaItems(self)
        self.setModel(self._items)
        self.setItemDelegate(AgendaRow(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.clicked.connect(self._choose)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_items(self, items: tuple[ItemState, ...], current_id: str) -> None:
        """Show these; the cursor of the list follows the clock unless a person is in the list."""
        had_rows = self._items.rowCount()
        self._items.show(items)
        if not self.hasFocus() or not had_rows:
            self.setCurrentIndex(self._items.index(self._items.row_of(current_id)))
        self.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        """Speak the other language at once."""
        self.setAccessibleName(self.tr("Agenda"))
        self._items.retranslate()
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the item; letters stay free for the page's single keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.item_chosen.emit(index.data(_ITEM).id)

    def _restyle(self) -> None:
        self.setSpacing(0)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
