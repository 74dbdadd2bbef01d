"""Draws the panels and rows of the notes list; told apart by a line and a tint, never by shadow."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen, QTextOption
from PySide6.QtWidgets import QStyle

from ogp_desktop.ui.run.notes_layouts import Layouts
from ogp_desktop.ui.run.notes_pieces import (
    BoxPiece,
    DiscPiece,
    IconPiece,
    Laid,
    Piece,
    TextPiece,
)
from ogp_desktop.ui.run.notes_state import Panel
from ogp_desktop.ui.widgets.box import Look, paint_box, paint_frame, paint_icon
from ogp_desktop.ui.widgets.quiet_marks import paint_marked


def paint_panel(painter: QPainter, layouts: Layouts, rect: QRect, panel: Panel) -> None:
    """Draw the frame; the active one has an outline of two pixels."""
    if not panel.has_frame:
        return
    look = Look(ink="ink", fill="surface", edge="line", edge_width=1, radius=10)
    if panel.is_active:
        look = replace(look, edge="accent", edge_width=2)
    paint_frame(painter, layouts.theme, rect, look)


def paint_focus(painter: QPainter, layouts: Layouts, rect: QRect, *, is_first: bool) -> None:
    """Draw the ring of the row that the keyboard is on; later rows begin with a gap."""
    px = layouts.theme.px
    around = rect.adjusted(-px(6), -px(5) if is_first else px(3), px(6), px(5))
    paint_frame(painter, layouts.theme, around, Look(ink="ink", radius=6), has_focus=True)


def paint_row(
    painter: QPainter, layouts: Layouts, rect: QRect, laid: Laid, *, is_pointed: bool
) -> None:
    """Draw a row into ``rect``, mirrored where the reading direction asks for it."""
    direction = painter.layoutDirection()
    for piece in laid.pieces:
        if isinstance(piece, IconPiece) and piece.is_quiet and not is_pointed:
            continue
        _paint(painter, layouts, mirrored(direction, rect, piece.rect), piece)


def mirrored(direction: Qt.LayoutDirection, row: QRect, part: QRect) -> QRect:
    """Return a part of a row where it stands on the screen."""
    return QStyle.visualRect(direction, row, part.translated(row.topLeft()))


def _paint(painter: QPainter, layouts: Layouts, rect: QRect, piece: Piece) -> None:
    theme = layouts.theme
    match piece:
        case TextPiece():
            painter.setFont(layouts.font(piece.role))
            painter.setPen(theme.color(piece.color))
            if piece.marks:
                paint_marked(painter, theme, rect, piece.text, piece.marks, _option(piece.flags))
            else:
                painter.drawText(rect, piece.flags, piece.text)
        case IconPiece():
            if piece.is_quiet:  # it stands over the end of the words
                painter.fillRect(rect, theme.color("surface"))
            paint_icon(painter, theme, rect, piece.name, piece.color, piece.size)
        case BoxPiece():
            paint_box(painter, theme, rect, piece.look, piece.face)
        case DiscPiece():
            _paint_disc(painter, layouts, rect, piece)


def _option(flags: int) -> QTextOption:
    """Return the paragraph that the flags of a text piece say."""
    is_rtl = bool(flags & Qt.TextFlag.TextForceRightToLeft.value)
    is_right = bool(flags & Qt.AlignmentFlag.AlignRight.value)
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    way = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(way)
    is_anywhere = bool(flags & Qt.TextFlag.TextWrapAnywhere.value)
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WrapAnywhere if is_anywhere else modes.WordWrap)
    return option


def _paint_disc(painter: QPainter, layouts: Layouts, rect: QRect, disc: DiscPiece) -> None:
    theme = layouts.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(layouts.font("caption_b" if disc.is_filled else "caption"))
    if disc.is_filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(rect)
        painter.setPen(theme.color("accent_ink"))
    else:
        pen = QPen(theme.color("line_strong"), theme.px(1.4), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        painter.setPen(theme.color("ink3"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, disc.text)
