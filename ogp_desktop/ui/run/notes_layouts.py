"""Remembers how the rows of the notes list are laid out, so that each is measured once a width."""

from collections.abc import Collection
from dataclasses import dataclass

from ogp_desktop.ui.run.notes_pieces import Laid
from ogp_desktop.ui.run.notes_sheet import Sheet
from ogp_desktop.ui.run.notes_state import Row, RowKind
from ogp_desktop.ui.run.row_fonts import RowFonts
from ogp_desktop.ui.theme.theme import Theme

_AROUND_WORDS = {
    RowKind.CARD: 33,
    RowKind.CANDIDATE: 71,
    RowKind.FOLLOW_UP: 24,
    RowKind.LINE: 8,
    RowKind.GAP: 8,
}
"""What a row has above and below its words, for a first guess of its height."""


@dataclass(frozen=True, slots=True)
class _Guess:
    """What a height is guessed by, in pixels at the text size of now."""

    letter: int
    line: int
    beside: int
    narrow: int
    around: dict[RowKind, int]


class Layouts(RowFonts):
    """Measures rows for a width and remembers them until told to forget."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._known: dict[str, tuple[Row, int, int, Laid]] = {}
        self._guess: _Guess | None = None

    def forget(self) -> None:
        """Measure everything anew."""
        super().forget()
        self._known.clear()
        self._guess = None

    def keep_only(self, rows: Collection[Row]) -> None:
        """Forget rows that are shown no more."""
        if len(self._known) > 2 * len(rows) + 50:
            keys = {row.key for row in rows}
            self._known = {key: one for key, one in self._known.items() if key in keys}

    def laid(self, row: Row, width: int, indent: int) -> Laid:
        """Return a row measured for ``width`` pixels; its words begin ``indent`` pixels in."""
        laid = self._found(row, width, indent)
        if laid is None:
            laid = Sheet(self, width, indent).of(row)
            self._known[row.key] = (row, width, indent, laid)
        return laid

    def height(self, row: Row, width: int, indent: int) -> tuple[int, bool]:
        """Return the height of a row as measured, or else a guess from the number of its letters;
        and whether it was measured.
        """
        laid = self._found(row, width, indent)
        if laid is not None:
            return laid.height, True
        by = self._guess or self._guess_by()
        wide = max(width - indent - by.beside, by.narrow)
        lines = 1 + len(row.text) * by.letter // wide
        return lines * by.line + by.around.get(row.kind, 0), False

    def _guess_by(self) -> "_Guess":
        metrics, px = self.metrics("body"), self.theme.px
        self._guess = _Guess(
            letter=metrics.averageCharWidth(),
            line=metrics.lineSpacing(),
            beside=px(24),
            narrow=px(40),
            around={kind: px(tall) for kind, tall in _AROUND_WORDS.items()},
        )
        return self._guess

    def _found(self, row: Row, width: int, indent: int) -> Laid | None:
        known = self._known.get(row.key)
        if known is None or known[1] != width or known[2] != indent:
            return None
        return known[3] if known[0] is row or known[0] == row else None
