"""Small things with a soft ground: pills (buttons), tags and counts (not), and the state of the
clock, told by shape, word and colour together.
"""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPolygonF, QTransform
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.widgets.box import (
    Face,
    Look,
    Tone,
    box_size,
    paint_box,
    tone_fill,
    tone_ink,
)

ClockState = Literal["running", "wrap_up", "over", "paused"]
_STATE_TONES: dict[ClockState, Tone] = {
    "running": "ok",
    "wrap_up": "warn",
    "over": "over",
    "paused": "idle",
}
_TRIANGLE = ((0.5, 0.0), (1.05, 1.0), (-0.05, 1.0))
_OCTAGON = (
    (0.29, 0.0), (0.71, 0.0), (1.0, 0.29), (1.0, 0.71),
    (0.71, 1.0), (0.29, 1.0), (0.0, 0.71), (0.0, 0.29),
)  # fmt: skip


def pill_look(tone: Tone, height: int = 24) -> Look:
    """The look that pills, tags and chips share."""
    return Look(
        ink=tone_ink(tone),
        fill=tone_fill(tone),
        font="chip",
        icon_size=14,
        pad=8,
        gap=6,
        height=height,
        radius=6,
    )


class Pill(QPushButton):
    """`Pill(theme, "Civil society", icon="users", has_menu=True)`: a small button.

    `has_menu` shows a chevron; connect `clicked` and open the menu there. In `set_is_short(True)`
    only the icon and `short` stay, and the whole text becomes the name.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        icon: str | None = None,
        tone: Tone = "neutral",
        *,
        has_menu: bool = False,
        short: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: Tone = tone
        self._text, self._short, self._is_short = text, short, False
        self._icon_name = icon
        self._has_menu = has_menu
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.changed.connect(self._restyle)

    def setText(self, text: str) -> None:
        """Change the words."""
        self._text = text
        super().setText(text.replace("&", "&&"))
        self._restyle()

    def set_short(self, short: str) -> None:
        """Change what stays when there is little room."""
        self._short = short
        self._restyle()

    def set_is_short(self, is_short: bool) -> None:
        """Show the icon and the short text only, or everything again."""
        self._is_short = is_short
        self.setToolTip(self._text if is_short else "")
        self._restyle()

    def set_icon(self, icon: str | None) -> None:
        """Change the icon."""
        self._icon_name = icon
        self._restyle()

    def set_tone(self, tone: Tone) -> None:
        """Change the colours."""
        self._tone = tone
        self._restyle()

    def sizeHint(self) -> QSize:
        """Room for everything."""
        return box_size(self._theme, pill_look(self._tone), self._face())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the state of the moment."""
        painter = QPainter(self)
        look = pill_look(self._tone)
        if not self.isEnabled():
            look = replace(look, ink="ink3", fill="sunken")
        elif self.underMouse() or self.isDown():
            look = replace(look, edge=look.ink)
        paint_box(painter, self._theme, self.rect(), look, self._face(), has_focus=self.hasFocus())

    def _face(self) -> Face:
        text = self._short if self._is_short and self._icon_name else self._text
        return Face(text, self._icon_name, "chevron-down" if self._has_menu else None)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Tag(QLabel):
    """`Tag(theme, "Challenge", "mountain", "k_chal")`: a kind, or a count (`Tag(theme, "2")`)."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        icon: str | None = None,
        tone: Tone = "neutral",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tone: Tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.changed.connect(self._restyle)

    def set_look(self, icon: str | None, tone: Tone) -> None:
        """Change icon and colours."""
        self._icon, self._tone = icon, tone
        self._restyle()

    def sizeHint(self) -> QSize:
        """Room for everything."""
        return box_size(self._theme, pill_look(self._tone, 22), Face(self.text(), self._icon))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tag."""
        painter = QPainter(self)
        face = Face(self.text(), self._icon)
        paint_box(painter, self._theme, self.rect(), pill_look(self._tone, 22), face)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class StatePill(QLabel):
    """The state of the clock: `pill.set_state("wrap_up", self.tr("Wrap up"))`.

    Disc running, triangle wrap up, octagon over time, two bars paused: told apart without colour.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: ClockState = "paused"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_state(self, state: ClockState, word: str) -> None:
        """Change shape, colour and word; repaints only when something is different."""
        if (state, word) != (self._state, self.text()):
            self._state = state
            self.setText(word)
            self._restyle()

    def sizeHint(self) -> QSize:
        """Room for shape and word."""
        metrics = QFontMetrics(self._theme.font("caption_b"))
        px = self._theme.px
        width = px(10 + 12 + 6 + 13) + metrics.horizontalAdvance(self.text()) + 1
        return QSize(width, max(px(22), metrics.height() + px(6)))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shape and word."""
        tone = _STATE_TONES[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(tone_fill(tone)))
        half = self.height() / 2
        painter.drawRoundedRect(self.rect(), half, half)
        px = self._theme.px
        side = px(12)
        spot = QRect(px(9), (self.height() - side) // 2, side, side)
        words = QRect(px(27), 0, self.width() - px(27), self.height())
        where = self.layoutDirection()
        paint_shape(
            painter,
            self._theme,
            QRectF(QStyle.visualRect(where, self.rect(), spot)),
            self._state,
            tone_ink(tone),
        )
        painter.setFont(self._theme.font("caption_b"))
        painter.setPen(self._theme.color(tone_ink(tone)))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QStyle.visualRect(where, self.rect(), words), flags, self.text())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def paint_shape(
    painter: QPainter, theme: Theme, rect: QRectF, state: ClockState, color: ColorName
) -> None:
    """The shape of a clock state in `rect`, in a colour of the theme."""
    painter.setBrush(theme.color(color))
    draw_shape(painter, rect, state)


def draw_shape(painter: QPainter, rect: QRectF, state: ClockState) -> None:
    """The shape of a clock state in `rect`, with the brush of the moment."""
    painter.setPen(Qt.PenStyle.NoPen)
    x, y, side = rect.x(), rect.y(), rect.width()
    if state == "running":
        painter.drawEllipse(rect)
    elif state == "paused":
        bar = side * 0.34
        painter.drawRoundedRect(QRectF(x + side * 0.08, y, bar, side), 1, 1)
        painter.drawRoundedRect(QRectF(x + side * 0.58, y, bar, side), 1, 1)
    else:
        frame = QTransform(side, 0, 0, side, x, y)
        painter.drawPath(frame.map(_alarm(state == "wrap_up")))


def _alarm(is_triangle: bool) -> QPainterPath:
    """Triangle, or octagon with a mark cut out of it: a bare octagon this small is a disc."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    corners = _TRIANGLE if is_triangle else _OCTAGON
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    if not is_triangle:
        path.addRect(QRectF(0.42, 0.18, 0.16, 0.40))
        path.addRect(QRectF(0.42, 0.68, 0.16, 0.16))
    return path
