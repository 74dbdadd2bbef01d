"""The preview of a fit as a list: every item that is not over, before and after."""

from operator import attrgetter

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ogp_desktop.ui import words_plan, words_run
from ogp_desktop.ui.row_text import draw_wrapped, wrapped_height
from ogp_desktop.ui.run.plan_state import FitRow
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import FontRole
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon
from ogp_desktop.ui.widgets.row_list import ROW, Index, RowPainter, Rows, WholeList

# In the middle, so that letters of a taller script stand on one line with the others.
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_START, _END = _MIDDLE | Qt.AlignmentFlag.AlignLeft, _MIDDLE | Qt.AlignmentFlag.AlignRight


def _name(row: FitRow) -> str:
    return words_run.item_name(row.item_id, row.number)


def _role(row: FitRow) -> FontRole:
    return "strong" if row.before != row.after else "body"


class FitRowPainter(RowPainter):
    """Draws name, minutes before, an arrow, and minutes after; what changes is bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the name and for where it goes, over as many lines as they take."""
        px, row = self._theme.px, index.data(ROW)
        name, _, _, after = self._places(QRect(0, 0, self._width(option), 0))
        font = self._theme.font(_role(row))
        tall = max(
            wrapped_height(font, _name(row), name.width()),
            wrapped_height(font, words_plan.row_after(row), after.width()),
        )
        return QSize(px(120), tall + px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        row: FitRow = index.data(ROW)
        theme, rect = self._theme, option.rect
        painter.save()
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_frame(painter, theme, rect, Look(ink="ink", radius=6), has_focus=has_focus)
        name, before, arrow, after = self._places(rect)
        font = theme.font(_role(row))
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        draw_wrapped(painter, self._mirrored(painter, rect, name), _name(row), _START)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink2"))
        words = words_plan.row_before(row)
        draw_wrapped(painter, self._mirrored(painter, rect, before), words, _END)
        place = self._mirrored(painter, rect, arrow)
        paint_icon(painter, theme, place, "arrow-right", "ink2", 16)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        words = words_plan.row_after(row)
        draw_wrapped(painter, self._mirrored(painter, rect, after), words, _START)
        painter.restore()

    def _places(self, rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
        """Return where name, minutes before, arrow and minutes after stand, read onwards."""
        px, metrics = self._theme.px, self._metrics("strong")
        minutes = metrics.horizontalAdvance(words_run.minutes(240))
        sheet = words_plan.row_after(FitRow(item_id="", number=1, before=0, after=None))
        longest = max(metrics.horizontalAdvance(word) for word in sheet.split(" "))
        after_width = max(minutes, longest) + px(2)
        top, tall = rect.top() + px(5), rect.height() - px(10)
        after = QRect(rect.right() - px(4) - after_width, top, after_width, tall)
        arrow = QRect(after.left() - px(28), top, px(28), tall)
        before = QRect(arrow.left() - minutes, top, minutes, tall)
        left = rect.left() + px(4)
        return QRect(left, top, before.left() - px(6) - left, tall), before, arrow, after


class FitList(WholeList[FitRow]):
    """The list; nothing in it is to be chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        rows = Rows[FitRow](key=attrgetter("item_id"), words=_name, aloud=words_plan.row_aloud)
        super().__init__(theme, rows, FitRowPainter(theme), parent)

    def show_rows(self, rows: tuple[FitRow, ...]) -> None:
        """Show these."""
        if self.rows.show(rows):
            self._measure()

    def retranslate(self) -> None:
        """Speak the other language at once."""
        self.setAccessibleName(self.tr("Before and after"))
        super().retranslate()
        self._measure()
