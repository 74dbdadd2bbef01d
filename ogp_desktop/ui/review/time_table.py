"""Planned against actual, part by part: for the host to learn from, nothing to be answered."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ogp_desktop.domain.time_taken import TimeTaken
from ogp_desktop.ui import words_time_taken as words
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName, FontRole
from ogp_desktop.ui.widgets.card import Line
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.words_run import item_name, number

_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_DIFFERENCE = 3


class TimeTable(QWidget):
    """``TimeTable(theme, time, {"q1": 1})``; it does not change any more."""

    def __init__(
        self,
        theme: Theme,
        time: TimeTaken,
        numbers: Mapping[str, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(WrapLabel(theme, words.title(), "h3"))
        said = " ".join(filter(None, (words.hours(time), words.changed(time), words.turns(time))))
        column.addWidget(WrapLabel(theme, said, "body"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(0, 1)
        self._add_row(0, words.columns(), "caption_b")
        for at, item in enumerate(time.items, start=2):
            name = item_name(item.item_id, numbers.get(item.item_id))
            self._add_row(at, _cells(name, item.planned, item.taken, item.difference), "body")
        total = _cells(words.in_all(), time.planned, time.taken, time.difference)
        last = len(time.items) + 2
        self._grid.addWidget(Line(), 1, 0, 1, 4)
        self._grid.addWidget(Line(), last, 0, 1, 4)
        self._add_row(last + 1, total, "strong")
        column.addLayout(self._grid)
        column.addWidget(WrapLabel(theme, words.about(), "caption", "ink2"))

    def _add_row(self, row: int, cells: tuple[str, ...], role: FontRole) -> None:
        color: ColorName = "ink2" if role == "caption_b" else "ink"
        name, *numbers = cells
        self._grid.addWidget(WrapLabel(self._theme, name, role, color), row, 0)
        for at, text in enumerate(numbers, start=1):
            cell = Label(self._theme, text, role, color)
            if at == _DIFFERENCE:  # a sign stays before its number
                cell.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self._grid.addWidget(cell, row, at, _NUMBER)


def _cells(name: str, planned: int, taken: int, difference: int) -> tuple[str, str, str, str]:
    return name, number(planned), number(taken), words.difference(difference)
