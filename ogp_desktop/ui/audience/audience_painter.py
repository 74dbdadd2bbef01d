"""Draws what the room sees, at any size: the window and the small copy on the host's screen are the
same drawing. Text is as large as fits, from 10 % of the height down to 5 %.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.ui import words_audience
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState, RoomTime
from ogp_desktop.ui.audience.read_back_painter import paint_read_back
from ogp_desktop.ui.audience.sheet import (
    LARGEST,
    READABLE_PX,
    SMALLEST,
    Sheet,
    paint_heading,
)
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.row_text import draw_wrapped, wrapped_height
from ogp_desktop.ui.theme.tokens import RoomColorName
from ogp_desktop.ui.widgets.pill import ClockState, draw_shape

_CLOCK: dict[TimerState, ClockState] = {
    TimerState.WRAP_UP: "wrap_up",
    TimerState.OVER: "over",
    TimerState.PAUSED: "paused",
}


def paint_audience(sheet: Sheet, state: AudienceState) -> None:
    """Draw the state on the sheet; the direction is the painter's own."""
    rect = sheet.rect
    sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet.painter.fillRect(rect, sheet.theme.room_color("bg", is_bright=sheet.is_bright))
    if state.mode is AudienceMode.BLANK:
        return
    if state.mode is AudienceMode.READ_BACK:
        paint_read_back(sheet, state)
        return
    inner = sheet.inner()
    foot = _paint_foot(sheet, inner, state)
    top = paint_heading(sheet, inner, state)
    body = QRect(inner.left(), top, inner.width(), foot - top - sheet.size(20))
    _paint_body(sheet, body, state)


def _paint_body(sheet: Sheet, body: QRect, state: AudienceState) -> None:
    examples = "" if sheet.is_small else state.examples
    small = sheet.font("body", 28)
    below = wrapped_height(small, examples, body.width()) + sheet.size(28) if examples else 0
    text = no_break(words_audience.main_text(state, sheet.speaker))
    font = fitting_font(sheet, text, body.width(), body.height() - below)
    place = QRect(body.left(), body.top(), body.width(), wrapped_height(font, text, body.width()))
    sheet.painter.setFont(font)
    sheet.pen("ink")
    draw_wrapped(sheet.painter, place, text)
    if examples:
        sheet.painter.setFont(small)
        sheet.pen("ink2")
        rest = QRect(body.left(), place.bottom() + sheet.size(28), body.width(), below)
        draw_wrapped(sheet.painter, rest, examples)


def fitting_font(sheet: Sheet, text: str, width: int, height: int) -> QFont:
    """Return the largest font, from 10 % of the height down to 5 %, in which the text fits."""
    largest = max(round(LARGEST * sheet.rect.height()), READABLE_PX)
    smallest = max(round(SMALLEST * sheet.rect.height()), READABLE_PX)
    font = sheet.theme.font("question")
    for px in range(largest, smallest - 1, -1):
        font.setPixelSize(px)
        if wrapped_height(font, text, width) <= height and _widest_word(font, text) <= width:
            break
    return font


def _widest_word(font: QFont, text: str) -> int:
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def _paint_foot(sheet: Sheet, inner: QRect, state: AudienceState) -> int:
    """Draw time and what is next; return where the body must end."""
    if state.time is None and sheet.is_small:
        return inner.bottom()
    font = sheet.font("question", 34)
    tall = QFontMetrics(font).height()
    bar = QRect(
        inner.left(), inner.bottom() - sheet.size(10), inner.width(), max(sheet.size(10), 2)
    )
    line = QRect(inner.left(), bar.top() - sheet.size(18) - tall, inner.width(), tall)
    if state.time is not None:
        _paint_time(sheet, line, bar, font, state.time)
    if not sheet.is_small:
        sheet.painter.setFont(sheet.font("body", 24))
        sheet.pen("ink2")
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        sheet.painter.drawText(line, flags, words_audience.next_up(state, sheet.speaker))
    return line.top()


def _paint_time(sheet: Sheet, line: QRect, bar: QRect, font: QFont, time: RoomTime) -> None:
    color: RoomColorName = "bar"
    if time.state in (TimerState.OVER, TimerState.WRAP_UP):
        color = "over" if time.state is TimerState.OVER else "warn"
    painter, indent = sheet.painter, 0
    if not sheet.is_small:
        side = sheet.size(22)
        indent = side + sheet.size(16)
        spot = QRect(line.left(), line.center().y() - side // 2, side, side)
        painter.setBrush(sheet.theme.room_color(color, is_bright=sheet.is_bright))
        draw_shape(painter, QRectF(sheet.mirrored(spot)), _CLOCK.get(time.state, "running"))
    painter.setFont(font)
    sheet.pen("ink")
    words = QRect(line.left() + indent, line.top(), line.width() - indent, line.height())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    text = words_audience.time_left(time, sheet.speaker, is_short=sheet.is_small)
    painter.drawText(sheet.mirrored(words), flags, text)
    _paint_bar(sheet, bar, color, time.share_used)


def _paint_bar(sheet: Sheet, bar: QRect, color: RoomColorName, share: float) -> None:
    radius = bar.height() / 2
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    sheet.painter.setBrush(sheet.theme.room_color("track", is_bright=sheet.is_bright))
    sheet.painter.drawRoundedRect(bar, radius, radius)
    used = QRect(bar)
    used.setWidth(max(round(bar.width() * share), bar.height()))
    sheet.painter.setBrush(sheet.theme.room_color(color, is_bright=sheet.is_bright))
    sheet.painter.drawRoundedRect(sheet.mirrored(used), radius, radius)
