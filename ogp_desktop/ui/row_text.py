"""Measures and draws text over several lines, for rows that are painted and never cut."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView

from ogp_desktop.ui.widgets.bidi import is_right_to_left


def room_in(view: QAbstractItemView) -> int:
    """Return the width of a row beside the scroll bar, whether the bar is there just now or not.

    Heights that depend on the bar's presence would make it come and go without end.
    """
    if view.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return view.width()
    return view.width() - view.verticalScrollBar().sizeHint().width()


def wrapped_height(font: QFont, text: str, width: int) -> int:
    """Return how many pixels high the text is over lines of this width."""
    room = QRect(0, 0, max(width, 1), 100_000)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


_START, _END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def draw_wrapped(painter: QPainter, rect: QRect, text: str, at: Qt.AlignmentFlag = _START) -> None:
    """Draw a text in its own direction, at the edge where the painter's direction begins.

    ``at`` may name the other edge (right), and a place between top and bottom.
    """
    around = painter.layoutDirection()
    is_rtl = around == Qt.LayoutDirection.RightToLeft
    runs_rtl = is_right_to_left(text, otherwise=is_rtl)
    flags = (at ^ (_START | _END) if is_rtl else at) | Qt.AlignmentFlag.AlignAbsolute
    way = Qt.LayoutDirection.RightToLeft if runs_rtl else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(way)
    painter.drawText(rect, flags | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip, text)
    painter.setLayoutDirection(around)
