"""Draws the lines that are read back to the room, and marks the one that is read just now.

All of them stand on one page if they fit at 5 % of the height or more; else they fill the fewest
pages. The size is the largest, up to 10 %, at which that is so (over many pages it is 5 %), and no
line is ever cut.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ogp_desktop.ui import words_audience
from ogp_desktop.ui.audience.audience_state import AudienceState, RoomLine
from ogp_desktop.ui.audience.sheet import (
    DESIGN_HEIGHT,
    LARGEST,
    READABLE_PX,
    SMALLEST,
    Sheet,
    paint_heading,
)
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.row_text import draw_wrapped, wrapped_height

_CAPTION = 24
_BAR, _TEXT, _DISC, _INDENT = 0.14, 0.6, 1.7, 1.0
_LABEL, _GAP, _GAP_UNDER = 0.6, 0.75, 0.4
"""Lengths as multiples of the size of the text."""
_FEW_PAGES = 3


def paint_read_back(sheet: Sheet, state: AudienceState) -> None:
    """Draw the page on which the line that is read just now stands."""
    if sheet.is_small:
        _paint_scaled(sheet, state)
        return
    inner = sheet.inner()
    top = paint_heading(sheet, inner, state)
    caption = sheet.font("body", _CAPTION)
    foot = QRect(inner.left(), inner.bottom(), inner.width(), QFontMetrics(caption).height())
    foot.moveBottom(inner.bottom())
    body = QRect(inner.left(), top, inner.width(), foot.top() - sheet.size(20) - top)
    laid = lay_out(sheet, state.lines, body)
    number = next((at for at, page in enumerate(laid.pages) if state.reading in page), 0)
    y = body.top()
    for at in laid.pages[number] if laid.pages else ():
        _paint_line(sheet, laid, state, at, QRect(body.left(), y, body.width(), laid.heights[at]))
        y += laid.heights[at] + laid.gap_before(at + 1)
    if len(laid.pages) > 1:
        sheet.painter.setFont(caption)
        sheet.pen("ink2")
        said = words_audience.page(number + 1, len(laid.pages), sheet.speaker)
        sheet.painter.drawText(foot, Qt.AlignmentFlag.AlignRight, said)


def _paint_scaled(sheet: Sheet, state: AudienceState) -> None:
    """Draw the small copy as a true small picture: its pages are those that the room sees."""
    scale = sheet.rect.height() / DESIGN_HEIGHT
    sheet.painter.save()
    sheet.painter.scale(scale, scale)
    whole = QRect(0, 0, round(sheet.rect.width() / scale), DESIGN_HEIGHT)
    paint_read_back(Sheet(sheet.painter, sheet.theme, whole, sheet.speaker, sheet.is_bright), state)
    sheet.painter.restore()


@dataclass(frozen=True, slots=True)
class Laid:
    """Lines in a size in pixels: how high each is, and which stand together on a page."""

    lines: tuple[RoomLine, ...]
    px: int
    caption_px: int
    has_ranks: bool
    heights: tuple[int, ...]
    pages: tuple[range, ...]

    def gap_before(self, at: int) -> int:
        """Return the space above a line; nothing after the last."""
        return _gap(self.lines[at], self.px) if at < len(self.lines) else 0

    def left(self, line: RoomLine) -> int:
        """Return where the words of a line begin."""
        return _left(line, self.px, has_ranks=self.has_ranks)


def lay_out(sheet: Sheet, lines: tuple[RoomLine, ...], body: QRect) -> Laid:
    """Return the lines as they stand on pages of the size of ``body``."""
    fonts = (sheet.theme.font("question").toString(), sheet.theme.font("body_m").toString())
    return _laid(lines, body.width(), body.height(), sheet.rect.height(), sheet.size(24), fonts)


@lru_cache(maxsize=8)
def _laid(
    lines: tuple[RoomLine, ...],
    width: int,
    height: int,
    room: int,
    caption_px: int,
    fonts: tuple[str, str],
) -> Laid:
    has_ranks = any(line.rank is not None for line in lines)

    @cache
    def at(px: int) -> Laid:
        ruler = _Ruler(px, max(round(_LABEL * px), min(caption_px, px)), fonts, has_ranks)
        heights = tuple(ruler.height(line, width) for line in lines)
        pages = tuple(_pages(lines, heights, px, height))
        return Laid(lines, px, ruler.caption_px, has_ranks, heights, pages)

    def fits(px: int) -> bool:
        if max(at(px).heights, default=0) > height:
            return False
        ruler = _Ruler(px, px, fonts, has_ranks)
        return all(ruler.widest_word(line) <= width for line in lines)

    smallest = max(round(SMALLEST * room), READABLE_PX)
    largest = max(round(LARGEST * room), smallest)
    if not fits(smallest):
        return at(_largest(READABLE_PX, smallest, fits))
    fewest = len(at(smallest).pages)
    if fewest > _FEW_PAGES:
        return at(smallest)
    return at(_largest(smallest, largest, lambda px: fits(px) and len(at(px).pages) <= fewest))


def _largest(low: int, high: int, is_good: Callable[[int], bool]) -> int:
    """Return the largest good number; the lowest when none is."""
    while low < high:
        middle = (low + high + 1) // 2
        if is_good(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _pages(
    lines: tuple[RoomLine, ...], heights: tuple[int, ...], px: int, height: int
) -> list[range]:
    starts, used = [0], 0
    for at, line in enumerate(lines):
        above = 0 if at == starts[-1] else _gap(line, px)
        if at > starts[-1] and used + above + heights[at] > height:
            starts.append(at)
            used, above = 0, 0
        used += above + heights[at]
    return [range(start, end) for start, end in pairwise((*starts, len(lines))) if start < end]


@dataclass(frozen=True, slots=True)
class _Ruler:
    px: int
    caption_px: int
    fonts: tuple[str, str]
    has_ranks: bool

    def height(self, line: RoomLine, width: int) -> int:
        room = width - _left(line, self.px, has_ranks=self.has_ranks)
        tall = wrapped_height(self.font(line), no_break(line.text), room)
        said = _caption(line)
        if said:
            tall += wrapped_height(_sized(self.fonts[1], self.caption_px), said, room)
        return max(tall, round(_DISC * self.px * 0.75) if line.rank is not None else 0)

    def widest_word(self, line: RoomLine) -> int:
        metrics = QFontMetrics(self.font(line))
        words = no_break(line.text).split()
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return widest + _left(line, self.px, has_ranks=self.has_ranks)

    def font(self, line: RoomLine) -> QFont:
        return _sized(self.fonts[1 if line.level else 0], self.px)


def _sized(font: str, px: int) -> QFont:
    made = QFont()
    made.fromString(font)
    made.setPixelSize(px)
    return made


def _gap(line: RoomLine, px: int) -> int:
    return round((_GAP_UNDER if line.level else _GAP) * px)


def _left(line: RoomLine, px: int, *, has_ranks: bool) -> int:
    return round((_TEXT + (_DISC if has_ranks else 0) + _INDENT * line.level) * px)


def _caption(line: RoomLine) -> str:
    return " · ".join(part for part in (no_break(line.label), *line.groups) if part)


def _paint_line(sheet: Sheet, laid: Laid, state: AudienceState, at: int, place: QRect) -> None:
    line, painter, is_read = state.lines[at], sheet.painter, at == state.reading
    if is_read:
        bar = QRect(place.left(), place.top(), max(round(_BAR * laid.px), 2), place.height())
        painter.fillRect(
            sheet.mirrored(bar), sheet.theme.room_color("bar", is_bright=sheet.is_bright)
        )
    if line.rank is not None:
        _paint_rank(sheet, laid, line.rank, place)
    left = laid.left(line)
    words = QRect(place.left() + left, place.top(), place.width() - left, place.height())
    said = _caption(line)
    if said:
        painter.setFont(_font(sheet, laid.caption_px, is_under=True))
        sheet.pen("ink2")
        draw_wrapped(painter, sheet.mirrored(words), said)
        words.setTop(words.top() + wrapped_height(painter.font(), said, words.width()))
    painter.setFont(_font(sheet, laid.px, is_under=line.level > 0))
    sheet.pen("ink" if is_read else "ink2")
    draw_wrapped(painter, sheet.mirrored(words), no_break(line.text))


def _paint_rank(sheet: Sheet, laid: Laid, rank: int, place: QRect) -> None:
    side = round(_DISC * laid.px * 0.75)
    spot = QRect(place.left() + round(_TEXT * laid.px), place.top(), side, side)
    painter = sheet.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sheet.theme.room_color("track", is_bright=sheet.is_bright))
    painter.drawEllipse(sheet.mirrored(spot))
    painter.setFont(_font(sheet, laid.caption_px, is_under=False))
    sheet.pen("ink")
    number = sheet.speaker.number(rank)
    painter.drawText(sheet.mirrored(spot), Qt.AlignmentFlag.AlignCenter, number)


def _font(sheet: Sheet, px: int, *, is_under: bool) -> QFont:
    font = sheet.theme.font("body_m" if is_under else "question")
    font.setPixelSize(px)
    return font
