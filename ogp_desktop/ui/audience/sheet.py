"""What the room's pictures are drawn on: lengths, fonts and colours of the room, at any size."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from ogp_desktop.ui import words_audience
from ogp_desktop.ui.audience.audience_state import AudienceState
from ogp_desktop.ui.row_text import draw_wrapped
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import FontRole, RoomColorName
from ogp_desktop.ui.translation import Speaker

DESIGN_HEIGHT = 720
LARGEST, SMALLEST = 0.10, 0.05
"""Sizes of the text, as shares of the height."""
READABLE_PX = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where and with what to draw, and in whose language our own words are said."""

    painter: QPainter
    theme: Theme
    rect: QRect
    speaker: Speaker
    is_bright: bool = False

    @property
    def is_small(self) -> bool:
        """Tell whether captions would be too small to read, and are left out."""
        return self.size(24) < READABLE_PX

    def size(self, length: float) -> int:
        """Turn a length at a height of 720 into pixels here."""
        return max(1, round(length * self.rect.height() / DESIGN_HEIGHT))

    def font(self, role: FontRole, length: float) -> QFont:
        """Return a font as high as ``length``, never too small to read."""
        font = self.theme.font(role)
        font.setPixelSize(max(self.size(length), READABLE_PX))
        return font

    def pen(self, color: RoomColorName) -> None:
        """Draw text in a colour of the room."""
        self.painter.setPen(self.theme.room_color(color, is_bright=self.is_bright))

    def mirrored(self, rect: QRect) -> QRect:
        """Return the rectangle on the other side where the script runs from right to left."""
        return QStyle.visualRect(self.painter.layoutDirection(), self.rect, rect)

    def inner(self) -> QRect:
        """Return the sheet within its margins."""
        margin = self.size(72)
        return self.rect.adjusted(margin, self.size(54), -margin, -self.size(40))


def paint_heading(sheet: Sheet, inner: QRect, state: AudienceState) -> int:
    """Draw what this is about; return where the body begins."""
    heading = words_audience.heading(state, sheet.speaker)
    if sheet.is_small or not heading:
        return inner.top()
    font = sheet.font("body_m", 24)
    line = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(font).height())
    sheet.painter.setFont(font)
    sheet.pen("ink2")
    draw_wrapped(sheet.painter, line, heading)
    return line.bottom() + sheet.size(26)
