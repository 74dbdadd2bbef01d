"""Where panels and rows of the notes list stand, for a width: one frame per card, choice or box.

Lengths run from the leading edge in pixels of the whole content; the list mirrors and scrolls.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from ogp_desktop.ui.run.notes_pieces import INDENT
from ogp_desktop.ui.run.notes_state import Panel, Row, RowKind

TWO_PANELS_FROM = 400
TWO_COLUMNS_FROM = 400
_WITH_GAP = (RowKind.FOLLOW_UP, RowKind.LINE, RowKind.GAP)
_WITH_DISC = (RowKind.CARD, RowKind.CANDIDATE, RowKind.CHOICE)

Height = Callable[[Row, int, int], tuple[int, bool]]
"""Given a row, its width and its indent, its height, and whether it was measured; in pixels."""


@dataclass(slots=True)
class Inside:
    """Where the rows of one panel stand, from the panel's own corner."""

    height: int = 0
    is_measured: bool = True
    rows: list[QRect] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Arrangement:
    """Where every panel stands, with its inside; rows are found by their place in the list.

    Plain numbers, because a list of a thousand cards is arranged whenever one is written.
    """

    insides: list[Inside] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    lefts: list[int] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    count: int = 0
    height: int = 0

    def panel(self, at: int) -> QRect:
        """Return where a panel stands."""
        top = self.tops[at]
        return QRect(self.lefts[at], top, self.widths[at], self.ends[at] - top)

    def panel_of(self, place: int) -> int:
        """Return the panel that holds a row."""
        return bisect_right(self.firsts, place) - 1

    def row(self, place: int) -> QRect:
        """Return where a row stands."""
        at = self.panel_of(place)
        inner = self.insides[at].rows[place - self.firsts[at]]
        return inner.translated(self.lefts[at], self.tops[at])

    def indent(self, place: int) -> int:
        """Return how far in the words of a row begin."""
        at = self.panel_of(place)
        return self.insides[at].indents[place - self.firsts[at]]

    def panels_between(self, top: int, bottom: int) -> range:
        """Return the panels that reach into a stretch of the content."""
        return range(bisect_right(self.ends, top), bisect_right(self.tops, bottom))

    def rows_between(self, top: int, bottom: int) -> Iterator[int]:
        """Yield the places of the rows that reach into a stretch of the content."""
        for at in self.panels_between(top, bottom):
            above = self.tops[at]
            for offset, inner in enumerate(self.insides[at].rows):
                if above + inner.bottom() >= top and above + inner.top() <= bottom:
                    yield self.firsts[at] + offset


@dataclass(frozen=True, slots=True)
class Lengths:
    """The lengths of the design in pixels, worked out once for all rows."""

    gap: int
    pad: int
    above: int
    above_gap: int
    below: int
    indent: int
    between: int
    columns_from: int
    pairs_from: int


def lengths(px: Callable[[float], int]) -> Lengths:
    """Return the lengths at the text size of now."""
    return Lengths(
        gap=px(9),
        pad=px(14),
        above=px(11),
        above_gap=px(4),
        below=px(13),
        indent=px(INDENT),
        between=px(14),
        columns_from=px(TWO_COLUMNS_FROM),
        pairs_from=px(TWO_PANELS_FROM),
    )


def arranged(
    panels: Sequence[Panel], width: int, by: Lengths, inside: Callable[[Panel, int], Inside]
) -> Arrangement:
    """Place all panels below each other, half ones in pairs where there is room for two."""
    done = Arrangement()
    is_paired, half = width >= by.pairs_from, (width - by.gap) // 2
    y = end = 0
    has_partner = False
    for panel in panels:
        is_half = panel.is_half and is_paired
        has_partner = is_half and has_partner
        wide = half if is_half else width
        rows = inside(panel, wide)
        if has_partner:  # both as tall as the taller one
            end = max(end, done.tops[-1] + rows.height)
            done.tops.append(done.tops[-1])
            done.ends[-1] = end
        else:
            end = y + rows.height
            done.tops.append(y)
        done.lefts.append(width - half if has_partner else 0)
        done.widths.append(wide)
        done.ends.append(end)
        done.insides.append(rows)
        done.firsts.append(done.count)
        done.count += len(panel.rows)
        has_partner = is_half and not has_partner
        y = end + by.gap
    done.height = end
    return done


def inside_of(panel: Panel, width: int, by: Lengths, height: Height) -> Inside:
    """Place the rows of one panel."""
    first = panel.rows[0].kind if panel.rows else None
    pad = by.pad if panel.has_frame else 0
    above = by.above if panel.has_frame and first not in _WITH_GAP else by.above_gap
    inner = width - 2 * pad
    indent = by.indent if first in _WITH_DISC else 0
    column = (inner - indent - by.between) // 2
    is_wide = inner >= by.columns_from
    done = Inside()
    y_first = y_second = above
    for row in panel.rows:
        if row.column is not None and is_wide:
            x = pad + indent + row.column * (inner - indent - column)
            y, wide, own_indent = (y_second if row.column else y_first), column, 0
        else:
            x, y, wide, own_indent = pad, max(y_first, y_second), inner, indent
        tall, is_measured = height(row, wide, own_indent)
        done.is_measured = done.is_measured and is_measured
        done.rows.append(QRect(x, y, wide, tall))
        done.indents.append(own_indent)
        if row.column is None or not is_wide:
            y_first = y_second = y + tall
        elif row.column:
            y_second = y + tall
        else:
            y_first = y + tall
    done.height = max(y_first, y_second) + (by.below if panel.has_frame else 0)
    return done
