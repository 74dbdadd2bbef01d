"""The parts that rows of the notes list are laid out of, each with where it can be pressed."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication

from ogp_desktop.ui import words_notes as words
from ogp_desktop.ui.run.notes_pieces import (
    MENU,
    BoxPiece,
    DiscPiece,
    Hot,
    IconPiece,
    Piece,
    TextPiece,
)
from ogp_desktop.ui.run.notes_state import Row
from ogp_desktop.ui.run.row_fonts import RowFonts
from ogp_desktop.ui.theme.tokens import ColorName, FontRole
from ogp_desktop.ui.widgets.bidi import is_right_to_left
from ogp_desktop.ui.widgets.box import Face, Look, box_size
from ogp_desktop.ui.widgets.quiet_marks import marks_in

_LONG_WORD = 18
_ENDLESS = 1_000_000


class SheetParts:
    """A sheet that is filled from the top down."""

    def __init__(self, fonts: RowFonts, width: int, indent: int) -> None:
        self._fonts = fonts
        self._px = fonts.theme.px
        self._width, self._indent = width, indent
        self._pieces: list[Piece] = []
        self._hots: list[Hot] = []
        self._text_rect = QRect()
        self._y = 0

    def _button(self, x: int, look: Look, face: Face, action: str) -> int:
        """Put a button, on the next line where it does not fit; return where the next one goes."""
        size = self._size(look, face)
        if x > self._indent and x + size.width() > self._width:
            x, self._y = self._indent, self._y + size.height() + self._px(6)
        rect = QRect(QPoint(x, self._y), size)
        self._pieces.append(BoxPiece(rect, look, face))
        if action:
            self._hots.append(Hot(rect, action))
        return x + size.width() + self._px(8)

    def _menu(self, line: int, *, is_quiet: bool) -> int:
        """Put the three dots at the far end; return where the rest of the line ends."""
        wide = self._px(30)
        place = QRect(self._width - wide, self._y, wide, max(line, self._px(24)))
        spot = QRect(place.left(), self._y, wide, line)
        self._pieces.append(IconPiece(spot, "ellipsis", "ink2", 16, is_quiet))
        self._hots.append(Hot(place, MENU))
        return self._width - wide - self._px(4)

    def _words(
        self,
        text: str,
        role: FontRole,
        x: int,
        *,
        color: ColorName = "ink",
    ) -> None:
        width = max(self._width - x, self._px(40))
        metrics = self._fonts.metrics(role)
        flags = self._flags(text, metrics, width)
        tall = metrics.boundingRect(QRect(0, 0, width, _ENDLESS), flags, text).height()
        rect = QRect(x, self._y, width, tall)
        self._pieces.append(TextPiece(rect, text, role, color, flags, marks_in(text)))
        self._text_rect = rect
        self._y += tall

    def _flags(self, text: str, metrics: QFontMetrics, width: int) -> int:
        """Take the direction from the first strong letter, and the side from the page.

        A word is broken only where it fits on no line.
        """
        longest = max(text.split(), key=len, default="")
        is_long = len(longest) > _LONG_WORD and metrics.horizontalAdvance(longest) > width
        wrap = Qt.TextFlag.TextWrapAnywhere if is_long else Qt.TextFlag.TextWordWrap
        is_rtl = is_right_to_left(text)
        way = Qt.TextFlag.TextForceRightToLeft if is_rtl else Qt.TextFlag.TextForceLeftToRight
        is_mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        absolute = Qt.AlignmentFlag.AlignAbsolute
        return wrap.value | way.value | side.value | absolute.value

    def _text(self, rect: QRect, text: str, role: FontRole, color: ColorName) -> None:
        flags = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
        single = Qt.TextFlag.TextSingleLine.value
        self._pieces.append(TextPiece(rect, text, role, color, flags | single))

    def _icon(self, name: str, color: ColorName, x: int, line: int, size: int) -> None:
        side = self._px(size)
        rect = QRect(x, self._y + (line - side) // 2, side, side)
        self._pieces.append(IconPiece(rect, name, color, size))

    def _disc(self, number: int | None, line: int, *, is_filled: bool) -> None:
        side = max(self._px(24), self._fonts.metrics("caption_b").height() + self._px(4))
        rect = QRect(0, self._y + (line - side) // 2, side, side)
        self._pieces.append(DiscPiece(rect, words.number(number or 0), is_filled))

    def _middle(self, x: int, line: int, size: QSize) -> QRect:
        return QRect(QPoint(x, self._y + (line - size.height()) // 2), size)

    def _size(self, look: Look, face: Face) -> QSize:
        return box_size(self._fonts.theme, look, face)

    def _ink(self, row: Row) -> ColorName:
        return row.local.colour.value if row.local else "ink2"
