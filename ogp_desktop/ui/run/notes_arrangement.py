"""Where panels and rows of the notes list stand, for a width: one frame per card, choice or box.

Rectangles run from the leading edge in pixels of the whole content; the list mirrors and scrolls.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from ogp_desktop.ui.run.notes_pieces import INDENT, Laid
from ogp_desktop.ui.run.notes_state import Panel, RowKind

TWO_PANELS_FROM = 400
TWO_COLUMNS_FROM = 400
_WITH_GAP = (RowKind.FOLLOW_UP, RowKind.LINE, RowKind.GAP)
_WITH_DISC = (RowKind.CARD, RowKind.CANDIDATE, RowKind.CHOICE)

Measured = Callable[[int, int, int], Laid]
"""Given the place of a row, its width and its indent, all but the place in pixels."""


@dataclass(slots=True)
class Arrangement:
    """The rectangle of every row, in order, and of every panel."""

    rows: list[QRect] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    panels: list[QRect] = field(default_factory=list)
    height: int = 0


def arranged(
    panels: Sequence[Panel], width: int, px: Callable[[float], int], measured: Measured
) -> Arrangement:
    """Place all panels below each other, half ones in pairs where there is room for two."""
    done = Arrangement()
    gap = px(9)
    y = 0
    waiting: list[int] = []
    is_paired = width >= px(TWO_PANELS_FROM)
    half = (width - gap) // 2

    def level() -> None:
        tall = max((done.panels[index].height() for index in waiting), default=0)
        for index in waiting:
            done.panels[index].setHeight(tall)
        waiting.clear()

    for index, panel in enumerate(panels):
        is_half = panel.is_half and is_paired
        if is_half and len(waiting) == 1:
            left = width - half
            top = done.panels[waiting[0]].top()
        else:
            level()
            left, top = 0, y
        tall = _place_rows(done, panel, (left, top, half if is_half else width), px, measured)
        done.panels.append(QRect(left, top, half if is_half else width, tall))
        if is_half:
            waiting.append(index)
        if len(waiting) == 2 or not is_half:
            level()
        y = max(y, done.panels[index].bottom() + 1 + gap, top + tall + gap)
    level()
    done.height = max(0, y - gap)
    return done


def _place_rows(
    done: Arrangement,
    panel: Panel,
    where: tuple[int, int, int],
    px: Callable[[float], int],
    measured: Measured,
) -> int:
    """Place the rows of one panel; return the panel's height."""
    left, top, width = where
    pad = px(14) if panel.has_frame else 0
    inner = width - 2 * pad
    has_disc = bool(panel.rows) and panel.rows[0].kind in _WITH_DISC
    indent = px(INDENT) if has_disc else 0
    begins_with_gap = bool(panel.rows) and panel.rows[0].kind in _WITH_GAP
    upper = px(11) if panel.has_frame and not begins_with_gap else px(4)
    column = (inner - indent - px(14)) // 2
    is_wide = inner >= px(TWO_COLUMNS_FROM)
    tops = [top + upper, top + upper]
    for row in panel.rows:
        if row.column is not None and is_wide:
            x = left + pad + indent + row.column * (inner - indent - column)
            y, wide, own_indent = tops[row.column], column, 0
        else:
            x, y, wide, own_indent = left + pad, max(tops), inner, indent
        laid = measured(len(done.rows), wide, own_indent)
        done.rows.append(QRect(x, y, wide, laid.height))
        done.indents.append(own_indent)
        if row.column is not None and is_wide:
            tops[row.column] = y + laid.height
        else:
            tops = [y + laid.height, y + laid.height]
    return max(tops) + (px(13) if panel.has_frame else 0) - top
