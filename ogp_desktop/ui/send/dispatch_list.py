"""The list of sealed submissions in three parts; each says in words where it stands."""

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.ui.row_text import draw_wrapped, wrapped_height
from ogp_desktop.ui.send.send_state import Group, Row
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon
from ogp_desktop.ui.widgets.row_list import ROW, Index, RowList, RowPainter, Rows
from ogp_desktop.ui.words_home import title_or_unnamed
from ogp_desktop.ui.words_outbox import headline, state_color, state_icon
from ogp_desktop.ui.words_send import group_word, revision_word

_PAD, _ICON, _GAP = 10, 18, 10


@dataclass(frozen=True, slots=True)
class Heading:
    """A part's name above its lines."""

    group: Group


def row_title(row: Row) -> str:
    """Return the title of a line; a corrected copy says so."""
    title = title_or_unnamed(row.title)
    return title if row.revision == 1 else f"{title} · {revision_word(row.revision)}"


Line = Heading | Row


def _key(line: Line) -> str:
    return f"group {line.group}" if isinstance(line, Heading) else line.item_id


def _words(line: Line) -> str:
    return group_word(line.group) if isinstance(line, Heading) else row_title(line)


def _aloud(line: Line) -> str:
    if isinstance(line, Heading):
        return group_word(line.group)
    return ", ".join((row_title(line), headline(line.standing)))


class DispatchRows(Rows[Line]):
    """Headings and lines; a heading cannot be chosen."""

    def __init__(self) -> None:
        super().__init__(key=_key, words=_words, aloud=_aloud)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        is_row = isinstance(index.data(ROW), Row)
        return super().flags(index) if is_row else Qt.ItemFlag.NoItemFlags


class DispatchPainter(RowPainter):
    """Paints a heading, or a line: icon, title, and below it the state in words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words at this width."""
        px, line = self._theme.px, index.data(ROW)
        if isinstance(line, Heading):
            return QSize(0, self._metrics("caption_b").height() + px(18))
        room = self._width(option) - px(2 * _PAD + _ICON + _GAP)
        title = wrapped_height(self._theme.font("strong"), row_title(line), room)
        below = wrapped_height(self._theme.font("caption"), headline(line.standing), room)
        return QSize(0, title + below + px(2 + 2 * _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line with its state; selection by tint and by an edge."""
        line = index.data(ROW)
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
        room = self._width(option) - px(2 * _PAD + _ICON + _GAP)
        tall = wrapped_height(title_font, row_title(row), room)
        words = QRect(inner.left() + px(_ICON + _GAP), inner.top(), room, tall)
        sign = QRect(inner.left(), inner.top(), px(_ICON), self._metrics("strong").height())

        def mirror(rect: QRect) -> QRect:
            return self._mirrored(painter, option.rect, rect)

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


class DispatchList(RowList[Line]):
    """``row_reached(item_id)`` when a person goes to a line; ``row_chosen(item_id)`` on Enter or
    a click, which opens the detail where it has a page of its own.
    """

    row_reached = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, DispatchRows(), DispatchPainter(theme), parent)
        self._is_filling = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, rows: tuple[Row, ...], chosen: OutboxItemId | None) -> None:
        """Show the lines part by part, with one of them chosen."""
        lines: list[Line] = []
        for group, found in groupby(rows, key=lambda row: row.group):
            lines += [Heading(group), *found]
        self._is_filling = True
        self.rows.show(lines)
        if chosen is not None:
            self.setCurrentIndex(self.rows.at(chosen))
        self._is_filling = False

    def _tell(self, index: QModelIndex) -> None:
        line = index.data(ROW)
        if isinstance(line, Row) and not self._is_filling:
            self.row_reached.emit(line.item_id)

    def _choose(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW), Row):
            super()._choose(index)
