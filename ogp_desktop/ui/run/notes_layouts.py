"""Remembers how the rows of the notes list are laid out, so that each is measured once a width."""

from ogp_desktop.ui.run.notes_pieces import Laid
from ogp_desktop.ui.run.notes_sheet import RowFonts, Sheet
from ogp_desktop.ui.run.notes_state import Row
from ogp_desktop.ui.theme.theme import Theme


class Layouts(RowFonts):
    """Measures rows for a width and remembers them until told to forget."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._known: dict[str, tuple[Row, int, int, Laid]] = {}

    def forget(self) -> None:
        """Measure everything anew."""
        super().forget()
        self._known.clear()

    def keep_only(self, keys: set[str]) -> None:
        """Forget rows that are shown no more."""
        if len(self._known) > 2 * len(keys) + 50:
            self._known = {key: one for key, one in self._known.items() if key in keys}

    def laid(self, row: Row, width: int, indent: int) -> Laid:
        """Return a row measured for ``width`` pixels; its words begin ``indent`` pixels in."""
        known = self._known.get(row.key)
        if known is not None and known[1] == width and known[2] == indent and known[0] == row:
            return known[3]
        laid = Sheet(self, width, indent).of(row)
        self._known[row.key] = (row, width, indent, laid)
        return laid
