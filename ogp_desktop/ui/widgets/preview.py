"""A small true picture of what the room sees; it knows only what may be shown there."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import RoomColorName
from ogp_desktop.ui.widgets.bidi import is_right_to_left


@dataclass(frozen=True, slots=True)
class RoomView:
    """`used` runs from 0.0 to 1.0; without `time_text` there is no timer; `text` empty is blank."""

    text: str = ""
    time_text: str = ""
    used: float = 0.0
    bar: RoomColorName = "bar"
    is_bright: bool = False


class MiniAudience(QLabel):
    """`preview.set_view(RoomView("What could you do?", "8 min left", 0.7), name="...")`, 16:9."""

    def __init__(self, theme: Theme, width: int = 160, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._view = RoomView()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_view(self, view: RoomView, name: str = "") -> None:
        """Show this; `name` says in words what the room sees."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if view != self._view:
            self._view = view
            self.update()

    def sizeHint(self) -> QSize:
        """The shape of most screens."""
        width = self._theme.px(self._width)
        return QSize(width, width * 9 // 16)

    def minimumSizeHint(self) -> QSize:
        """As it is."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the room's screen."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("line_strong"))
        painter.setBrush(self._color("bg"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(4), px(4))
        inner = self.rect().adjusted(px(10), px(9), -px(10), -px(5))
        small = self._font(9, 500)
        foot = QFontMetrics(small).height() + px(6) if self._view.time_text else 0
        self._paint_text(painter, inner.adjusted(0, 0, 0, -foot))
        if self._view.time_text:
            self._paint_time(painter, inner, small)

    def _paint_text(self, painter: QPainter, room: QRect) -> None:
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        is_rtl = is_right_to_left(self._view.text, otherwise=self.isRightToLeft())
        way = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(way)
        painter.setPen(self._color("ink"))
        for size in (10, 9, 8, 7):
            font = self._font(size, 600)
            needed = QFontMetrics(font).boundingRect(room, flags, self._view.text)
            if needed.height() <= room.height():
                break
        painter.setFont(font)
        painter.setClipRect(room)
        painter.drawText(room, flags, self._view.text)
        painter.setClipping(False)
        painter.setLayoutDirection(self.layoutDirection())

    def _paint_time(self, painter: QPainter, inner: QRect, font: QFont) -> None:
        px = self._theme.px
        metrics = QFontMetrics(font)
        line = QRect(inner.left(), inner.bottom() - px(3), inner.width(), px(2))
        words = QRect(
            inner.left(), line.top() - metrics.height() - px(2), inner.width(), metrics.height()
        )
        painter.setFont(font)
        painter.setPen(self._color("ink2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, self._view.time_text)
        painter.fillRect(line, self._color("track"))
        full = QRect(line)
        full.setWidth(round(line.width() * min(max(self._view.used, 0.0), 1.0)))
        if self.isRightToLeft():
            full.moveRight(line.right())
        painter.fillRect(full, self._color(self._view.bar))

    def _font(self, size: int, weight: int) -> QFont:
        font = self._theme.font("key")
        font.setPixelSize(self._theme.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def _color(self, name: RoomColorName) -> QColor:
        return self._theme.room_color(name, is_bright=self._view.is_bright)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
