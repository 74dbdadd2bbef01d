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


@dataclass(frozen=True, slots=True)
class _Lengths:
    """The lengths of the design in pixels, worked out once for all rows."""

    gap: int
    pad: int
    above: int
    above_gap: int
    below: int
    indent: int
    between: int
    columns_from: int


def arranged(
    panels: Sequence[Panel], width: int, px: Callable[[float], int], measured: Measured
) -> Arrangement:
    """Place all panels below each other, half ones in pairs where there is room for two."""
    done = Arrangement()
    by = _Lengths(px(9), px(14), px(11), px(4), px(13), px(INDENT), px(14), px(TWO_COLUMNS_FROM))
    is_paired = width >= px(TWO_PANELS_FROM)
    half = (width - by.gap) // 2
    y = 0
    partner: QRect | None = None
    for panel in panels:
        is_half = panel.is_half and is_paired
        is_second = is_half and partner is not None
        if partner is not None and not is_second:
            partner = None
        wide = half if is_half else width
        left = width - half if is_second else 0
        top = partner.top() if is_second and partner is not None else y
        rect = QRect(left, top, wide, _place_rows(done, panel, (left, top, wide), by, measured))
        if is_second and partner is not None:  # both as tall as the taller one
            rect.setHeight(max(rect.height(), partner.height()))
            partner.setHeight(rect.height())
            partner = None
        elif is_half:
            partner = rect
        done.panels.append(rect)
        y = rect.bottom() + 1 + by.gap
    done.height = max(0, y - by.gap)
    return done


def _place_rows(
    done: Arrangement,
    panel: Panel,
    where: tuple[int, int, int],
    by: _Lengths,
    measured: Measured,
) -> int:
    """Place the rows of one panel; return the panel's height."""
    left, top, width = where
    first = panel.rows[0].kind if panel.rows else None
    pad = by.pad if panel.has_frame else 0
    above = by.above if panel.has_frame and first not in _WITH_GAP else by.above_gap
    inner = width - 2 * pad
    indent = by.indent if first in _WITH_DISC else 0
    column = (inner - indent - by.between) // 2
    is_wide = inner >= by.columns_from
    y_first = y_second = top + above
    for row in panel.rows:
        if row.column is not None and is_wide:
            x = left + pad + indent + row.column * (inner - indent - column)
            y, wide, own_indent = (y_second if row.column else y_first), column, 0
        else:
            x, y, wide, own_indent = left + pad, max(y_first, y_second), inner, indent
        tall = measured(len(done.rows), wide, own_indent).height
        done.rows.append(QRect(x, y, wide, tall))
        done.indents.append(own_indent)
        if row.column is None or not is_wide:
            y_first = y_second = y + tall
        elif row.column:
            y_second = y + tall
        else:
            y_first = y + tall
    return max(y_first, y_second) + (by.below if panel.has_frame else 0) - top
