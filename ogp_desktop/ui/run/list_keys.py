"""What a key means on a row of the notes list; nothing where the row has no such deed."""

from enum import Enum, auto

from PySide6.QtCore import Qt

from ogp_desktop.ui.run.notes_dropping import CARDS
from ogp_desktop.ui.run.notes_state import Row, RowKind

_RANKS = {
    Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_0: 0,
    Qt.Key.Key_Ampersand: 1, Qt.Key.Key_Eacute: 2, Qt.Key.Key_QuoteDbl: 3, Qt.Key.Key_Agrave: 0,
}  # fmt: skip
_DOTS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
_SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class Deed(Enum):
    """What can be done to a row by keys."""

    TAKE_UP = auto()
    LEAN = auto()
    EDIT = auto()
    DELETE = auto()
    RANK = auto()
    DOTS = auto()
    SHIFT = auto()


def deed_of(row: Row, key: int, *, has_shift: bool) -> tuple[Deed, int] | None:
    """Return the deed and its number: the rank, how many dots more, or how many places down."""
    if key in _OPEN and row.kind in (RowKind.GAP, RowKind.CHOICE):
        return (Deed.TAKE_UP if row.kind is RowKind.GAP else Deed.LEAN), 0
    if row.note is None:
        return None
    if key in _OPEN:
        return Deed.EDIT, 0
    if key == Qt.Key.Key_Delete:
        return Deed.DELETE, 0
    if key in _RANKS and row.kind in CARDS:
        return Deed.RANK, _RANKS[Qt.Key(key)]
    if key in _DOTS and row.kind is RowKind.CANDIDATE:
        return Deed.DOTS, _DOTS[Qt.Key(key)]
    if has_shift and key in _SHIFTS:
        return Deed.SHIFT, _SHIFTS[Qt.Key(key)]
    return None
