"""Paints one conversation of the list: how far it is, what it is, and what it waits for, in words.

Only a title or a fact that is too long is shortened; the whole line is then its tool tip.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ogp_desktop.domain.conversation_row import ConversationRow
from ogp_desktop.ui import words_home
from ogp_desktop.ui.home.first_look import ROW_GAP, ROW_RADIUS
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName, FontRole
from ogp_desktop.ui.widgets.box import Face, box_size, paint_box
from ogp_desktop.ui.widgets.pill import pill_look

ROW = int(Qt.ItemDataRole.UserRole)
_NARROW = 620
"""Below this width, at 100 %, phase and state stand under the facts instead of beside them."""
_Index = QModelIndex | QPersistentModelIndex


class ConversationRowDelegate(QStyledItemDelegate):
    """Phase, title and facts at one side, the state with its icon at the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Two lines of text, or three when there is little width."""
        px = self._theme.px
        height = self._height("strong") + self._height("caption") + px(34)
        if self._is_narrow(option.rect.width()):
            height += self._phase_size("").height() + px(6)
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row; selection is told by tint and edge, focus by a wider edge."""
        row: ConversationRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame(option.rect)
        self._paint_ground(painter, option, frame)
        inner = self._inner(option.rect)
        if self._is_narrow(option.rect.width()):
            self._paint_narrow(painter, option, row, inner)
        else:
            self._paint_wide(painter, option, row, inner)
        painter.restore()

    def title_place(self, option: QStyleOptionViewItem, index: _Index) -> QRect:
        """Return where ``paint`` puts the title."""
        inner, row = self._inner(option.rect), index.data(ROW)
        is_narrow = self._is_narrow(option.rect.width())
        place = QRect(inner) if is_narrow else self._parts(row, inner)[1]
        place.setHeight(self._height("strong"))
        return self._mirrored(option, inner, place)

    def _parts(self, row: ConversationRow, inner: QRect) -> tuple[QRect, QRect, QRect]:
        gap = self._theme.px(14)
        phase = max(self._phase_size(word).width() for word in words_home.phase_words().values())
        state = self._state_width(row)
        words = inner.width() - phase - state - 2 * gap
        return (
            QRect(inner.left(), inner.top(), phase, inner.height()),
            QRect(inner.left() + phase + gap, inner.top(), words, inner.height()),
            QRect(inner.right() + 1 - state, inner.top(), state, inner.height()),
        )

    def _paint_wide(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ConversationRow, inner: QRect
    ) -> None:
        start, middle, end = self._parts(row, inner)
        self._paint_phase(painter, row, self._mirrored(option, inner, start))
        self._paint_words(painter, row, self._mirrored(option, inner, middle))
        self._paint_state(painter, option, row, self._mirrored(option, inner, end))

    def _paint_narrow(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ConversationRow, inner: QRect
    ) -> None:
        px = self._theme.px
        size = self._phase_size(words_home.phase_word(row))
        foot = inner.bottom() + 1 - size.height()
        self._paint_words(painter, row, inner.adjusted(0, 0, 0, -size.height() - px(6)))
        phase = QRect(inner.left(), foot, size.width(), size.height())
        left = phase.right() + px(10)
        width = min(self._state_width(row), inner.right() - left)
        state = QRect(left, foot, width, size.height())
        self._paint_phase(painter, row, self._mirrored(option, inner, phase))
        self._paint_state(painter, option, row, self._mirrored(option, inner, state))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect) -> None:
        theme = self._theme
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground: ColorName = "sunken" if is_under and not is_chosen else "surface"
        edge: ColorName = "focus" if has_focus else "line_strong" if is_chosen else "line"
        painter.setPen(QPen(theme.color(edge), 2 if has_focus else 1))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(frame, theme.px(ROW_RADIUS), theme.px(ROW_RADIUS))

    def _paint_phase(self, painter: QPainter, row: ConversationRow, place: QRect) -> None:
        word = words_home.phase_word(row)
        look = pill_look(words_home.phase_tone(row), 22)
        size = self._phase_size(word)
        box = QRect(place.left(), 0, place.width(), size.height())
        box.moveTop(place.center().y() - size.height() // 2)
        paint_box(painter, self._theme, box, look, Face(word))

    def _paint_words(self, painter: QPainter, row: ConversationRow, place: QRect) -> None:
        title, caption = self._height("strong"), self._height("caption")
        top = QRect(place.left(), place.top(), place.width(), title)
        below = QRect(place.left(), place.bottom() + 1 - caption, place.width(), caption)
        self._text(painter, "strong", "ink", top, words_home.title_or_unnamed(row.title))
        self._text(painter, "caption", "ink2", below, words_home.row_facts(row))

    def _paint_state(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ConversationRow, place: QRect
    ) -> None:
        theme, px = self._theme, self._theme.px
        needs_somebody = row.outbox == "attention"
        color: ColorName = "over" if needs_somebody else "ink2"
        spot = QRect(place.left(), place.center().y() - px(8), px(16), px(16))
        icon = theme.pixmap(words_home.state_icon(row), color, 16)
        painter.drawPixmap(self._mirrored(option, place, spot), icon)
        words = self._mirrored(option, place, place.adjusted(px(22), 0, 0, 0))
        self._text(painter, "caption_b", color, words, words_home.state_words(row))

    def _text(
        self, painter: QPainter, role: FontRole, color: ColorName, place: QRect, text: str
    ) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _mirrored(self, option: QStyleOptionViewItem, whole: QRect, part: QRect) -> QRect:
        return QStyle.visualRect(option.direction, whole, part)

    def _frame(self, rect: QRect) -> QRect:
        gap = self._theme.px(ROW_GAP)
        return rect.adjusted(1, gap, -1, -gap)

    def _inner(self, rect: QRect) -> QRect:
        px = self._theme.px
        return self._frame(rect).adjusted(px(14), px(12), -px(14), -px(12))

    def _is_narrow(self, width: int) -> bool:
        return 0 < width < self._theme.px(_NARROW)

    def _height(self, role: FontRole) -> int:
        return QFontMetrics(self._theme.font(role)).height()

    def _phase_size(self, word: str) -> QSize:
        return box_size(self._theme, pill_look("neutral", 22), Face(word))

    def _state_width(self, row: ConversationRow) -> int:
        metrics = QFontMetrics(self._theme.font("caption_b"))
        return metrics.horizontalAdvance(words_home.state_words(row)) + self._theme.px(24)
