"""The form's side of Review shows what was planned and what it took, once it is over."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QGridLayout, QLabel

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.turns import TurnsBy
from ogp_desktop.services import counting_turns
from ogp_desktop.services.reading import time_of
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.places import FORM
from ogp_desktop.ui.review.time_table import TimeTable
from tests.support.pages_review import ReviewPage

pytestmark = pytest.mark.slow

Hold = Callable[..., ConversationId]
Open = Callable[..., ReviewPage]


def _rows(table: TimeTable) -> list[list[str]]:
    grid = table.findChild(QGridLayout)
    assert isinstance(grid, QGridLayout)
    rows = []
    for row in range(grid.rowCount()):
        cells = [grid.itemAtPosition(row, at) for at in range(4)]
        labels = [cell.widget() for cell in cells if cell is not None]
        texts = [label.text() for label in labels if isinstance(label, QLabel)]
        rows += [texts] if texts else []
    return rows


def test_table_tells_each_part_and_sums_that_agree(hold: Hold, open_page: Open, desk: Desk) -> None:
    made = hold()
    page = open_page(made)
    page.screen.section_chosen.emit(FORM)
    page.settle()
    table = page.screen.findChild(TimeTable)
    assert isinstance(table, TimeTable)
    taken = time_of(desk.workplace, conversation_id=made)
    assert taken is not None
    head, *rows = _rows(table)
    assert head == ["Part", "Planned", "Took", "Difference"]
    assert [(row[0], int(row[1]), int(row[2])) for row in rows[:2]] == [
        ("Welcome", taken.items[0].planned, taken.items[0].taken),
        ("Question 1", taken.items[1].planned, taken.items[1].taken),
    ]
    assert rows[-1][0] == "In all"
    assert [sum(int(row[at]) for row in rows[:-1]) for at in (1, 2)] == [
        int(rows[-1][1]),
        int(rows[-1][2]),
    ]
    for row in rows:
        assert int(row[3].replace("\u2212", "-")) == int(row[2]) - int(row[1])


def test_table_waits_for_the_end(hold: Hold, open_page: Open) -> None:
    page = open_page(hold(until="q2"))
    page.screen.section_chosen.emit(FORM)
    page.settle()
    assert page.screen.findChild(TimeTable) is None


def test_turns_that_were_counted_are_told_as_one_total(
    hold: Hold, open_page: Open, desk: Desk
) -> None:
    made = hold()
    counting_turns.count_by(desk.workplace, conversation_id=made, by=TurnsBy.SEAT)
    counting_turns.add_turns(desk.workplace, conversation_id=made, turns=42)
    page = open_page(made)
    page.screen.section_chosen.emit(FORM)
    page.settle()
    table = page.screen.findChild(TimeTable)
    assert isinstance(table, TimeTable)
    assert any("42 turn" in label.text() for label in table.findChildren(QLabel))
