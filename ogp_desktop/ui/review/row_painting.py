"""Measures and paints the rows of Review: an icon, a line of facts, and words over many lines.

Nothing is cut: every height is measured at the width of the list, once for each row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ogp_desktop.ui.review.row_face import Piece, RowFace, face_of
from ogp_desktop.ui.review.rows import Row
from ogp_desktop.ui.row_text import wrapped_height
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.bidi import is_right_to_left
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon

Index = QModelIndex | QPersistentModelIndex
_GUTTER, _INDENT, _PAD, _END = 38, 30, 6, 8


class Tall(Protocol):
    """Something open in place of a row."""

    def tall(self, width: int) -> int:
        """Return its height in pixels at this width."""
        ...


_WIDTHS_KEPT = 2
"""With and without a scroll bar."""


@dataclass(slots=True)
class _Measured:
    row: Row
    height: int


class RowPainter(QStyledItemDelegate):
    """Paints rows; the open one is a widget, for which it only keeps the room."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._measured: dict[int, dict[str, _Measured]] = {}
        self._open_key = ""
        self._open: Tall | None = None

    def open_card(self, key: str, card: Tall | None) -> None:
        """Keep room for this card in place of the row."""
        self._open_key, self._open = key, card

    def forget(self) -> None:
        """Measure everything anew: fonts or words are others."""
        self._measured.clear()

    def height(self, row: Row, width: int) -> int:
        """Return the room for everything in the row, in pixels."""
        (height,) = self.known_heights([row], width)
        if height is None:
            height = self._height(face_of(row), width)
            self._at(width)[row.key] = _Measured(row, height)
        return height

    def known_heights(self, rows: Sequence[Row], width: int) -> list[int | None]:
        """Return the height of each row that was measured before, or in whose place a card is."""
        heights: list[int | None] = []
        measured = self._at(width)
        for row in rows:  # many, and often
            height, known = None, measured.get(row.key)
            if self._open is not None and row.key == self._open_key:
                height = self._open.tall(width)
            elif known is not None and known.row is row:
                height = known.height
            elif known is not None and known.row == row:
                known.row, height = row, known.height
            heights.append(height)
        return heights

    def _at(self, width: int) -> dict[str, _Measured]:
        measured = self._measured.setdefault(width, {})
        if len(self._measured) > _WIDTHS_KEPT:
            del self._measured[next(one for one in self._measured if one != width)]
        return measured

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for everything in the row."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(self._theme.px(120), self.height(row, self._view.viewport().width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, unless a card stands in its place."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        if self._open is not None and row.key == self._open_key:
            return
        face = face_of(row)
        painter.save()
        px, rect = self._theme.px, option.rect
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_here = index == self._view.currentIndex()
        ground = rect.adjusted(0, px(1), 0, -px(1))
        look = Look(ink="ink", fill="accent_soft" if is_here else None, radius=8)
        paint_frame(painter, self._theme, ground, look, has_focus=has_focus and is_here)
        top = rect.top() + px(_PAD) + px(face.space)
        left = self._left(face)
        self._paint_sign(painter, rect, face, top)
        top = self._paint_pieces(painter, rect, face, left, top)
        width = rect.width() - left - px(_END)
        if face.text:
            painter.setFont(self._theme.font(face.role))
            painter.setPen(self._theme.color(face.ink))
            tall = wrapped_height(painter.font(), face.text, width)
            place = QRect(rect.left() + left, top, width, tall)
            self._paint_words(painter, self._mirrored(rect, place), face.text)
        painter.restore()

    def _height(self, face: RowFace, width: int) -> int:
        px, left = self._theme.px, self._left(face)
        room = width - left - px(_END)
        tall = px(2 * _PAD) + px(face.space)
        lines = self._lines(face.pieces, room)
        tall += sum(self._piece_height(line[0]) for line in lines)
        if face.text:
            tall += wrapped_height(self._theme.font(face.role), face.text, room)
        return max(tall, px(30))

    def _left(self, face: RowFace) -> int:
        px = self._theme.px
        if not face.icon and not face.number:
            return px(_PAD) + px(_GUTTER) * face.level
        return px(_GUTTER) + px(_INDENT) * face.level

    def _paint_sign(self, painter: QPainter, rect: QRect, face: RowFace, top: int) -> None:
        px, theme = self._theme.px, self._theme
        side = px(26) if face.number else px(20)
        left = self._left(face) - side - px(6 if face.number else 8)
        spot = self._mirrored(rect, QRect(rect.left() + left, top - px(1), side, side))
        if face.number:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(spot)
            painter.setPen(theme.color("accent_ink"))
            painter.setFont(theme.font("caption_b"))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, face.number)
        elif face.icon:
            paint_icon(painter, theme, spot, face.icon, face.icon_ink, 18)

    def _paint_pieces(
        self, painter: QPainter, rect: QRect, face: RowFace, left: int, top: int
    ) -> int:
        px, theme = self._theme.px, self._theme
        for line in self._lines(face.pieces, rect.width() - left - px(_END)):
            at = left
            for piece in line:
                wide, tall = self._piece_width(piece), self._piece_height(line[0])
                place = QRect(rect.left() + at, top, wide, tall)
                if piece.icon:
                    spot = QRect(place.left(), top, px(14), tall)
                    paint_icon(
                        painter, theme, self._mirrored(rect, spot), piece.icon, piece.ink, 14
                    )
                    place.setLeft(place.left() + px(18))
                painter.setFont(theme.font(piece.role))
                painter.setPen(theme.color(piece.ink))
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(self._mirrored(rect, place), flags, piece.text)
                at += wide + px(12)
            top += self._piece_height(line[0])
        return top

    def _paint_words(self, painter: QPainter, place: QRect, text: str) -> None:
        """Words run the way of their own script, and line up with the interface."""
        is_rtl = is_right_to_left(text, otherwise=self._view.isRightToLeft())
        way = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        flag = Qt.AlignmentFlag
        edge = flag.AlignRight if self._view.isRightToLeft() else flag.AlignLeft
        painter.setLayoutDirection(way)
        painter.drawText(place, edge | flag.AlignAbsolute | Qt.TextFlag.TextWordWrap, text)
        painter.setLayoutDirection(self._view.layoutDirection())

    def _lines(self, pieces: tuple[Piece, ...], room: int) -> list[list[Piece]]:
        lines: list[list[Piece]] = []
        used = 0
        for piece in pieces:
            wide = self._piece_width(piece)
            if not lines or used + wide > room:
                lines.append([])
                used = 0
            lines[-1].append(piece)
            used += wide + self._theme.px(12)
        return lines

    def _piece_width(self, piece: Piece) -> int:
        words = QFontMetrics(self._theme.font(piece.role)).horizontalAdvance(piece.text) + 2
        return words + (self._theme.px(18) if piece.icon else 0)

    def _piece_height(self, piece: Piece) -> int:
        metrics = QFontMetrics(self._theme.font(piece.role))
        return max(metrics.height(), self._theme.px(14)) + self._theme.px(2)

    def _mirrored(self, rect: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, place)
