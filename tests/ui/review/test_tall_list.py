"""The rows of Review stand one below the other, measured when seen or when nobody waits."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.review import Line
from ogp_desktop.ui.review.row_list import RowList
from ogp_desktop.ui.review.rows import LineRow, Mark, Spot, SpotKind
from ogp_desktop.ui.theme.theme import Theme

pytestmark = pytest.mark.slow

WORDS = "Public contracts of the commune are published late, or only after somebody asks. "


def rows(count: int) -> list[LineRow]:
    spot = Spot(kind=SpotKind.OTHER, question_id="q1")
    return [
        LineRow(
            key=f"n{number}",
            line=Line(id=f"n{number}", text=f"{number} {WORDS * (1 + number % 4)}"),
            spot=spot,
            mark=Mark(label="Other"),
        )
        for number in range(count)
    ]


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> RowList:
    """Give a list of many rows, of which only those in sight are measured."""
    made = RowList(theme, lambda _row, _parent: None)
    qtbot.addWidget(made)
    made.resize(420, 480)
    made.show_rows(rows(600), "n0")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def settled(qtbot: QtBot, shown: RowList) -> None:
    qtbot.waitUntil(lambda: not shown.has_guesses)


def test_rows_follow_each_other_without_gap_at_their_own_height(
    qtbot: QtBot, shown: RowList
) -> None:
    settled(qtbot, shown)
    model, width = shown.model(), shown.viewport().width()
    bottom = shown.visualRect(model.index(0, 0)).top()
    for place in range(model.rowCount()):
        rect = shown.visualRect(model.index(place, 0))
        assert rect.top() == bottom
        assert rect.height() == shown.row_height(place, width)
        bottom = rect.bottom() + 1
    bar = shown.verticalScrollBar()
    assert bar.maximum() == bottom + bar.value() - shown.viewport().height()


def test_what_is_seen_does_not_move_while_the_rest_is_measured(
    qtbot: QtBot, shown: RowList
) -> None:
    shown.scrollTo(shown.model().index(300, 0))
    assert shown.has_guesses
    seen = shown.indexAt(QPoint(5, 5))
    top = shown.visualRect(seen).top()
    settled(qtbot, shown)
    assert shown.indexAt(QPoint(5, 5)) == seen
    assert shown.visualRect(seen).top() == top


def test_rows_in_sight_are_never_guessed(qtbot: QtBot, shown: RowList) -> None:
    for place in (0, 599, 250):
        shown.scrollTo(shown.model().index(place, 0))
        width, y = shown.viewport().width(), 0
        while y < shown.viewport().height():
            index = shown.indexAt(QPoint(5, y))
            if not index.isValid():
                break
            rect = shown.visualRect(index)
            assert shown.known_heights(width)[index.row()] == rect.height()
            y = rect.bottom() + 1
    settled(qtbot, shown)


def test_changed_row_alone_is_measured_again(qtbot: QtBot, shown: RowList) -> None:
    settled(qtbot, shown)
    changed = rows(600)
    changed[7] = rows(8)[4]
    shown.show_rows(changed, "n0")
    assert not shown.has_guesses or shown._unknown == {7}


@pytest.mark.parametrize(
    ("key", "far"),
    [(Qt.Key.Key_End, 599), (Qt.Key.Key_Home, 0)],
)
def test_keys_lead_to_the_ends(qtbot: QtBot, shown: RowList, key: Qt.Key, far: int) -> None:
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(20, 0))
    QTest.keyClick(shown, key)
    assert shown.currentIndex().row() == far
    settled(qtbot, shown)


def test_page_keys_go_one_height_on_and_back(qtbot: QtBot, shown: RowList) -> None:
    settled(qtbot, shown)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    below = shown.currentIndex().row()
    assert 2 < below < 20
    QTest.keyClick(shown, Qt.Key.Key_PageUp)
    assert shown.currentIndex().row() < below
