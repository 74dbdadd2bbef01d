"""Gives each row the card it opens as, or none where it is only read."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.review.lean_card import LeanCard
from ogp_desktop.ui.review.line_card import LineCard
from ogp_desktop.ui.review.row_card import RowCard
from ogp_desktop.ui.review.rows import (
    AddRow,
    CoverRow,
    GapRow,
    LeanRow,
    LineRow,
    NoteRow,
    Row,
    TextRow,
)
from ogp_desktop.ui.review.small_cards import (
    AddCard,
    CoverCard,
    GapCard,
    NoteCard,
    TextCard,
)
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme


def card_for(
    theme: Theme,
    row: Row,
    wishes: Wishes,
    siblings: Callable[[str], Sequence[LineRow]],
    parent: QWidget,
) -> RowCard | None:
    """Return the open form of a row."""
    match row:
        case LineRow():
            return LineCard(theme, row, wishes, siblings, parent)
        case AddRow():
            return AddCard(theme, row, wishes, parent)
        case LeanRow():
            return LeanCard(theme, row, wishes, parent)
        case CoverRow():
            return CoverCard(theme, row, wishes, parent)
        case TextRow():
            return TextCard(theme, row, wishes, parent)
        case NoteRow():
            return None if row.is_used else NoteCard(theme, row, wishes, parent)
        case GapRow():
            return GapCard(theme, row, wishes, parent)
    return None
