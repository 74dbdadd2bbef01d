"""Where every row of the notes list stands at a width; what is not measured yet stands by a guess.

A panel whose rows stayed the same is not placed again, so that a note more costs one panel.
"""

from collections.abc import Collection, Iterable
from itertools import islice
from typing import Protocol

from ogp_desktop.ui.run.notes_arrangement import (
    Arrangement,
    Inside,
    Lengths,
    arranged,
    inside_of,
    lengths,
)
from ogp_desktop.ui.run.notes_pieces import Laid
from ogp_desktop.ui.run.notes_state import Panel, Row
from ogp_desktop.ui.theme.theme import Theme


class Measures(Protocol):
    """What knows how tall a row is; widths, indents and heights are pixels."""

    def measure(self, row: Row, width: int, indent: int) -> Laid:
        """Return a row laid out."""
        ...

    def height_of(self, row: Row, width: int, indent: int) -> tuple[int, bool]:
        """Return the height of a row, and whether it was measured or is a guess."""
        ...

    def restless_panels(self) -> Collection[str]:
        """Return the keys of panels whose rows may need another height though they are the same."""
        ...


class Geometry:
    """``placed`` is where everything stands now."""

    def __init__(self, theme: Theme, measures: Measures) -> None:
        self._theme = theme
        self._measures = measures
        self._by: Lengths = lengths(theme.px)
        self._panels: tuple[Panel, ...] = ()
        self._width = -1
        self._insides: dict[str, tuple[Panel, int, Inside]] = {}
        self.placed = Arrangement()

    def is_for(self, panels: tuple[Panel, ...], width: int) -> bool:
        """Tell whether these panels are placed already."""
        return panels is self._panels and width == self._width

    def forget(self) -> None:
        """Place every panel anew next time: the text has another size, or the page was turned."""
        self._insides.clear()
        self._by = lengths(self._theme.px)

    def arrange(self, panels: tuple[Panel, ...], width: int) -> None:
        """Place panels for a width."""
        self._panels, self._width = panels, width
        self._place()

    def row_at(self, place: int) -> Row:
        """Return the row that is placed there."""
        at = self.placed.panel_of(place)
        return self._panels[at].rows[place - self.placed.firsts[at]]

    def is_measured(self, place: int) -> bool:
        """Tell whether a row stands as it was measured, and not by a guess."""
        rect, indent = self.placed.row(place), self.placed.indent(place)
        return self._measures.height_of(self.row_at(place), rect.width(), indent)[1]

    def measure_between(self, top: int, bottom: int) -> bool:
        """Measure what reaches into a stretch of the content; tell whether anything moved."""
        guessed = (at for at in self.placed.rows_between(top, bottom) if not self.is_measured(at))
        return self._measure(guessed)

    def measure_more(self, count: int) -> bool:
        """Measure as many of the rows that stand by a guess; tell whether there may be more."""
        rough = [at for at, inside in enumerate(self.placed.insides) if not inside.is_measured]
        first = self.placed.firsts
        places = (
            first[at] + offset for at in rough for offset in range(len(self._panels[at].rows))
        )
        some = list(islice((place for place in places if not self.is_measured(place)), count))
        self._measure(some)
        return len(some) == count

    def _measure(self, places: Iterable[int]) -> bool:
        touched: set[str] = set()
        has_moved = False
        for place in places:
            rect, indent = self.placed.row(place), self.placed.indent(place)
            laid = self._measures.measure(self.row_at(place), rect.width(), indent)
            has_moved = has_moved or laid.height != rect.height()
            touched.add(self._panels[self.placed.panel_of(place)].key)
        if touched:
            self._insides = {key: one for key, one in self._insides.items() if key not in touched}
            self._place()
        return has_moved

    def _place(self) -> None:
        before, restless = self._insides, self._measures.restless_panels()
        now: dict[str, tuple[Panel, int, Inside]] = {}

        def inside(panel: Panel, width: int) -> Inside:
            key = panel.key
            known = before.get(key)
            is_same = known is not None and known[0] is panel and known[1] == width
            if known is None or not is_same or key in restless:
                known = (panel, width, inside_of(panel, width, self._by, self._measures.height_of))
            now[key] = known
            return known[2]

        self.placed = arranged(self._panels, self._width, self._by, inside)
        self._insides = now
