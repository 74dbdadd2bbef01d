"""The one drawing that buttons, pills, tags and choices share: a rounded box with an icon, a
line of text, perhaps a second line, and perhaps an icon after it. Mirrors by itself.
"""

from dataclasses import dataclass, replace
from typing import Literal, cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName, FontRole
from ogp_desktop.ui.widgets.bidi import in_own_direction

Tone = Literal[
    "neutral", "accent", "ok", "warn", "over", "idle",
    "k_chal", "k_opp", "k_take", "k_we", "k_ogp", "k_oth",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """What stands in a box; icons are names of files in `resources/icons`."""

    text: str = ""
    icon: str | None = None
    icon_after: str | None = None
    second: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a box is drawn; lengths in pixels at 100 %."""

    ink: ColorName
    fill: ColorName | None = None
    edge: ColorName | None = None
    edge_width: int = 1
    icon_ink: ColorName | None = None
    font: FontRole = "body_m"
    icon_size: int = 18
    pad: int = 14
    gap: int = 8
    height: int = 36
    radius: int = 8
    is_centred: bool = True


def tone_ink(tone: Tone) -> ColorName:
    """Text and icon colour of a tone, readable on its fill."""
    if tone == "neutral":
        return "ink2"
    return "accent_on_soft" if tone == "accent" else cast("ColorName", tone)


def tone_fill(tone: Tone) -> ColorName:
    """Soft ground of a tone."""
    return "chip" if tone == "neutral" else cast("ColorName", f"{tone}_soft")


def box_size(theme: Theme, look: Look, face: Face) -> QSize:
    """The smallest size at which nothing is cut."""
    _, width, height = _inner(theme, look, face)
    has_words = bool(face.text)
    pad = theme.px(look.pad if has_words else max(look.pad - 6, 6))
    tall = height + theme.px(8) if face.second else height + theme.px(4)
    tall = max(theme.px(look.height), tall)
    return QSize(max(width + 2 * pad, tall if not has_words else 0), tall)


def paint_frame(
    painter: QPainter, theme: Theme, rect: QRect, look: Look, *, has_focus: bool = False
) -> None:
    """Fill and edge; keyboard focus is a ring of two pixels at over 3:1 (WCAG 2.4.7, 1.4.11).

    Where the fill or the edge is strong already, the ring lies within it, or nobody would see it.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.fill or look.edge:
        _rounded(painter, theme, rect, look, look.edge, theme.px(look.edge_width) * 1.0)
    if has_focus:
        is_strong = look.fill in ("accent", "accent_hover")
        is_within = is_strong or look.edge_width > 1
        ring = replace(look, fill=None, radius=look.radius - 3 if is_within else look.radius)
        inset = theme.px(3) if is_within else 0
        around = rect.adjusted(inset, inset, -inset, -inset)
        color: ColorName = "accent_ink" if is_strong else "focus"
        _rounded(painter, theme, around, ring, color, theme.px(2) * 1.0)


def paint_box(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    look: Look,
    face: Face,
    *,
    has_focus: bool = False,
) -> None:
    """Draw the box into `rect`; the direction is the painter's own."""
    paint_frame(painter, theme, rect, look, has_focus=has_focus)
    widths, total, _ = _inner(theme, look, face)
    pad = theme.px(look.pad)
    free = rect.width() - total
    left = rect.left() + (max(free // 2, 0) if look.is_centred or not face.text else pad)
    direction = painter.layoutDirection()
    for part, width in widths:
        place = QRect(left, rect.top(), width, rect.height())
        shown = QStyle.visualRect(direction, rect, place)
        left += width + theme.px(look.gap)
        if part == "text":
            _paint_words(painter, theme, shown, look, face)
        else:
            paint_icon(painter, theme, shown, part, look.icon_ink or look.ink, look.icon_size)


def paint_icon(
    painter: QPainter, theme: Theme, rect: QRect, name: str, color: ColorName, size: float
) -> None:
    """One icon in the middle of `rect`."""
    side = theme.px(size)
    spot = QRect(0, 0, side, side)
    spot.moveCenter(rect.center())
    painter.drawPixmap(
        spot.topLeft(), theme.pixmap(name, color, size, painter.device().devicePixelRatio())
    )


def _inner(theme: Theme, look: Look, face: Face) -> tuple[list[tuple[str, int]], int, int]:
    parts: list[tuple[str, int]] = []
    icon = theme.px(look.icon_size)
    height = 0
    if face.icon:
        parts.append((face.icon, icon))
        height = icon
    if face.text:
        metrics = QFontMetrics(theme.font(look.font))
        width = metrics.horizontalAdvance(face.text) + 1
        height = max(height, metrics.height())
        if face.second:
            small = QFontMetrics(theme.font("caption"))
            width = max(width, small.horizontalAdvance(face.second) + 1)
            height = metrics.height() + small.height()
        parts.append(("text", width))
    if face.icon_after:
        parts.append((face.icon_after, icon))
        height = max(height, icon)
    gaps = theme.px(look.gap) * max(len(parts) - 1, 0)
    return parts, sum(width for _, width in parts) + gaps, height


def _paint_words(painter: QPainter, theme: Theme, rect: QRect, look: Look, face: Face) -> None:
    # A script that stands taller than the first font of the family is not clipped.
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.setFont(theme.font(look.font))
    painter.setPen(theme.color(look.ink))
    is_rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    words = in_own_direction(face.text, is_rtl=is_rtl)
    if not face.second:
        painter.drawText(rect, flags | Qt.AlignmentFlag.AlignVCenter, words)
        return
    first = QFontMetrics(theme.font(look.font)).height()
    small = QFontMetrics(theme.font("caption")).height()
    top = rect.top() + (rect.height() - first - small) // 2
    painter.drawText(QRect(rect.left(), top, rect.width(), first), flags, words)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color("ink2" if look.ink == "ink" else look.ink))
    second = in_own_direction(face.second, is_rtl=is_rtl)
    painter.drawText(QRect(rect.left(), top + first, rect.width(), small), flags, second)


def _rounded(
    painter: QPainter, theme: Theme, rect: QRect, look: Look, edge: ColorName | None, width: float
) -> None:
    half = width / 2 if edge else 0.0
    area = QRectF(rect).adjusted(half, half, -half, -half)
    painter.setPen(QPen(theme.color(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(look.fill) if look.fill else Qt.BrushStyle.NoBrush)
    radius = min(theme.px(look.radius), area.height() / 2)
    painter.drawRoundedRect(area, radius, radius)
