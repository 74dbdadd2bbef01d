"""What one row of the notes list is drawn of: texts, icons, tags and places that can be pressed.

Lengths run from the leading edge of the row; whoever paints mirrors them.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from ogp_desktop.ui.theme.tokens import ColorName, FontRole
from ogp_desktop.ui.widgets.box import Face, Look
from ogp_desktop.ui.widgets.quiet_marks import Mark

INDENT = 35
"""Where text begins beside a card's disc."""
MENU = "menu"
RANK = "rank"
DOTS = "dots"
"""Followed by a colon and how many more, or fewer."""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Words in a role and a colour; ``flags`` hold the direction of the paragraph, ``marks`` what
    has a quiet line under it.
    """

    rect: QRect
    text: str
    role: FontRole
    color: ColorName
    flags: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class IconPiece:
    """An icon; a quiet one is drawn only on the row that is pointed at or current."""

    rect: QRect
    name: str
    color: ColorName
    size: int
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class BoxPiece:
    """A tag or a button."""

    rect: QRect
    look: Look
    face: Face


@dataclass(frozen=True, slots=True)
class DiscPiece:
    """The number of a card: filled when it is chosen, else a dashed ring."""

    rect: QRect
    text: str
    is_filled: bool


Piece = TextPiece | IconPiece | BoxPiece | DiscPiece


@dataclass(frozen=True, slots=True)
class Hot:
    """A place that does something of its own when pressed."""

    rect: QRect
    action: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A measured row: ``text_rect`` is where its words are edited in place."""

    height: int
    pieces: tuple[Piece, ...] = ()
    hots: tuple[Hot, ...] = ()
    text_rect: QRect = field(default_factory=QRect)
