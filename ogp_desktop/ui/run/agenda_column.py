"""The agenda as a list: what is done, what is going on, what is to come, and where notes are.

Arrows move, Enter or a click goes to an item; going there never moves a note.
"""

from operator import attrgetter

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ogp_desktop.domain.schedule import BlockStatus
from ogp_desktop.ui import words_plan, words_run
from ogp_desktop.ui.row_text import draw_wrapped, wrapped_height
from ogp_desktop.ui.run.agenda_menu import ItemDeed
from ogp_desktop.ui.run.run_state import ItemState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName, FontRole
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon
from ogp_desktop.ui.widgets.row_list import ROW, Index, RowList, RowPainter, Rows

_ICONS: dict[BlockStatus, tuple[str, ColorName]] = {
    BlockStatus.DONE: ("circle-check", "ok"),
    BlockStatus.CURRENT: ("circle-dot", "accent_on_soft"),
    BlockStatus.AHEAD: ("circle", "ink2"),
}
_LEFT_OUT: tuple[str, ColorName] = ("tablet-smartphone", "ink2")
_DEEDS: dict[tuple[int, bool], ItemDeed] = {
    (Qt.Key.Key_Up, True): ItemDeed.EARLIER,
    (Qt.Key.Key_Down, True): ItemDeed.LATER,
    (Qt.Key.Key_Return, True): ItemDeed.SPLIT,
    (Qt.Key.Key_Enter, True): ItemDeed.SPLIT,
    (Qt.Key.Key_Plus, False): ItemDeed.MINUTE_MORE,
    (Qt.Key.Key_Plus, True): ItemDeed.MINUTE_MORE,
    (Qt.Key.Key_Minus, False): ItemDeed.MINUTE_LESS,
}

_WHOLE_LINE = 10_000
"""A width in which no name is wrapped."""


def _name(item: ItemState) -> str:
    return words_run.item_name(item.id, item.number)


def _name_role(item: ItemState) -> FontRole:
    return "strong" if item.status is BlockStatus.CURRENT else "body_m"


def _aloud(item: ItemState) -> str:
    if item.is_left_out:
        return ". ".join((_name(item), *second_lines(item)))
    status, minutes = words_run.status_word(item.status), words_run.minutes(item.minutes)
    return ". ".join((_name(item), status, minutes, *second_lines(item)))


def _minutes(item: ItemState) -> str:
    return "" if item.is_left_out else words_run.minutes(item.minutes)


def second_lines(item: ItemState) -> tuple[str, ...]:
    """Return what stands beneath the name: what it is about, and what happened in it."""
    about = item.theme or words_run.item_about(item.id)
    if item.is_left_out:
        return tuple(line for line in (about, words_plan.on_the_sheet()) if line)
    if item.status is BlockStatus.DONE:
        return (words_run.took(item.used_minutes, item.notes),)
    if item.status is BlockStatus.CURRENT:
        has_begun = item.used_minutes or item.notes
        used = words_run.used(item.used_minutes, item.notes) if has_begun else ""
        return tuple(line for line in (about, used) if line)
    return (about,) if about else ()


class AgendaRow(RowPainter):
    """Draws an item: icon, name, minutes, and one or two lines beneath."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for every line at the width of the list."""
        px = self._theme.px
        item: ItemState = index.data(ROW)
        font, width = self._theme.font("caption"), self._width(option)
        room = self._text_width(width)
        below = (wrapped_height(font, words, room) for words in second_lines(item))
        return QSize(px(120), self._name_place(width, item).height() + sum(below) + px(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the item."""
        item: ItemState = index.data(ROW)
        theme, px = self._theme, self._theme.px
        is_current = item.status is BlockStatus.CURRENT
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        rect = option.rect.adjusted(0, px(1), 0, -px(1))
        look = Look(ink="ink", fill="accent_soft" if is_current else None, radius=8)
        paint_frame(painter, theme, rect, look, has_focus=has_focus)
        if is_current:
            self._paint_mark(painter, rect)
        icon, color = _LEFT_OUT if item.is_left_out else _ICONS[item.status]
        spot = QRect(rect.left() + px(9), rect.top() + px(7), px(20), px(20))
        paint_icon(painter, theme, self._mirrored(painter, rect, spot), icon, color, 18)
        self._paint_words(painter, rect, item, self._width(option))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, item: ItemState, room: int) -> None:
        """Write in the same width that the height was measured with."""
        px, theme = self._theme.px, self._theme
        left, top = rect.left() + px(38), rect.top() + px(7)
        width = self._text_width(room)
        place = self._name_place(room, item).translated(left, top)
        painter.setPen(
            theme.color("ink2" if item.status is BlockStatus.DONE or item.is_left_out else "ink")
        )
        painter.setFont(theme.font(_name_role(item)))
        draw_wrapped(painter, self._mirrored(painter, rect, place), _name(item))
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font("caption"))
        line = QRect(left, top, rect.width() - px(38 + 8), self._first_line(item))
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        draw_wrapped(painter, self._mirrored(painter, rect, line), _minutes(item), end)
        top += place.height()
        for words in second_lines(item):
            place = QRect(left, top, width, wrapped_height(painter.font(), words, width))
            draw_wrapped(painter, self._mirrored(painter, rect, place), words)
            top += place.height()

    def _first_line(self, item: ItemState) -> int:
        """Return the height of the first line of the name, in whatever script."""
        return wrapped_height(self._theme.font(_name_role(item)), _name(item), _WHOLE_LINE)

    def _name_place(self, width: int, item: ItemState) -> QRect:
        """Return the room of the name beside its minutes, over as many lines as it takes."""
        minutes = self._metrics("caption").horizontalAdvance(_minutes(item))
        room = self._text_width(width) - minutes - self._theme.px(6)
        font = self._theme.font(_name_role(item))
        return QRect(0, 0, room, wrapped_height(font, _name(item), room))

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        bar = QRect(rect.left(), rect.top() + self._theme.px(8), self._theme.px(3), rect.height())
        bar.setBottom(rect.bottom() - self._theme.px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(self._mirrored(painter, rect, bar), 1.5, 1.5)

    def _text_width(self, width: int) -> int:
        return width - self._theme.px(38 + 6)


def _deed_of(event: QKeyEvent) -> ItemDeed | None:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    has_shift = modifiers == Qt.KeyboardModifier.ShiftModifier
    if modifiers and not has_shift:
        return None
    return _DEEDS.get((event.key(), has_shift))


class AgendaList(RowList[ItemState]):
    """The list; ``row_chosen(item_id)`` when a person picks one, ``deed_chosen(ItemDeed, item_id)``
    by a key, ``menu_requested(item_id, place)`` by the menu key or the right button.
    """

    deed_chosen = Signal(object, str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        rows = Rows[ItemState](key=attrgetter("id"), words=_name, aloud=_aloud)
        super().__init__(theme, rows, AgendaRow(theme), parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every row the height of its words at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def show_items(self, items: tuple[ItemState, ...], current_id: str) -> None:
        """Show these; the cursor of the list follows the clock unless a person is in the list, and
        then the item it is on.
        """
        had_rows, index = self.rows.rowCount(), self.currentIndex()
        held = self.rows.key_at(index) if index.isValid() and self.hasFocus() else current_id
        self.rows.show(items)
        if not self.hasFocus() or not had_rows:
            held = current_id
        if self.rows.at(held).isValid():
            self.setCurrentIndex(self.rows.at(held))
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of an item from the page, whose single keys some of them are."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _deed_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the item under the cursor, or go there."""
        deed, index = _deed_of(event), self.currentIndex()
        if deed is not None and index.isValid():
            self.deed_chosen.emit(deed, self.rows.key_at(index))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button open the menu of an item."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.request_menu()
        elif (index := self.indexAt(event.pos())).isValid():
            self.setCurrentIndex(index)
            self.menu_requested.emit(self.rows.key_at(index), event.globalPos())

    def request_menu(self) -> None:
        """Ask for the menu of the item under the cursor."""
        index = self.currentIndex()
        if index.isValid():
            corner = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_requested.emit(self.rows.key_at(index), corner)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Only the left button goes to an item."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only the left button goes to an item."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)

    def retranslate(self) -> None:
        """Speak the other language at once."""
        self.setAccessibleName(self.tr("Agenda"))
        super().retranslate()
