"""A list of painted rows keeps the place of what stays, and says its rows in words."""

from dataclasses import dataclass, replace
from operator import attrgetter

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.row_list import ROW, RowList, RowPainter, Rows


@dataclass(frozen=True)
class Fruit:
    id: str
    words: str


class Plain(RowPainter):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, 20)


APPLE, PEAR, PLUM = Fruit("a", "Apple"), Fruit("b", "Pear"), Fruit("c", "Plum")


def some_rows() -> Rows[Fruit]:
    return Rows[Fruit](
        key=attrgetter("id"),
        words=attrgetter("words"),
        aloud=lambda fruit: f"{fruit.words}, a fruit",
    )


def shown(rows: Rows[Fruit]) -> list[Fruit]:
    return [rows.index(place).data(ROW) for place in range(rows.rowCount())]


@pytest.mark.parametrize(
    "after",
    [
        (),
        (APPLE,),
        (APPLE, PLUM),
        (PLUM, PEAR, APPLE),
        (PEAR, PLUM),
        (APPLE, Fruit("d", "Fig"), PLUM),
    ],
)
def test_show_replaces_rows_whatever_stood_there(after: tuple[Fruit, ...]) -> None:
    rows = some_rows()
    assert rows.show((APPLE, PEAR, PLUM))
    assert rows.show(after)
    assert shown(rows) == list(after)
    assert not rows.show(after)


def test_show_keeps_the_place_of_rows_that_stay() -> None:
    rows = some_rows()
    rows.show((APPLE, PLUM))
    at_plum = QPersistentModelIndex(rows.at("c"))
    rows.show((PEAR, APPLE, replace(PLUM, words="Damson")))
    assert (at_plum.row(), at_plum.data(Qt.ItemDataRole.DisplayRole)) == (2, "Damson")
    assert at_plum.data(Qt.ItemDataRole.AccessibleTextRole) == "Damson, a fruit"
    assert not rows.at("b").data(Qt.ItemDataRole.ToolTipRole)
    assert not rows.at("nowhere").isValid()


def test_enter_chooses_and_letters_are_left_to_the_page(theme: Theme, qtbot: QtBot) -> None:
    rows = RowList[Fruit](theme, some_rows(), Plain(theme))
    qtbot.addWidget(rows)
    rows.rows.show((APPLE, PEAR))
    told: list[str] = []
    rows.row_chosen.connect(told.append)
    rows.setCurrentIndex(rows.rows.at("a"))
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClicks(rows, "A")
    assert told == ["b"]
    assert rows.currentIndex() == rows.rows.at("b")


def test_click_chooses_a_row_and_leaves_the_cursor_where_somebody_writes(
    theme: Theme, qtbot: QtBot
) -> None:
    page, line = QWidget(), QLineEdit()
    rows = some_rows()
    rows.show((APPLE, PEAR))
    fruits = RowList(theme, rows, Plain(theme))
    column = QVBoxLayout(page)
    column.addWidget(line)
    column.addWidget(fruits)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    place = fruits.visualRect(rows.index(1)).center()
    with qtbot.waitSignal(fruits.row_chosen) as chosen:
        QTest.mouseClick(
            fruits.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place,
        )
    assert chosen.args == ["b"]
    assert line.hasFocus()
