"""Home says of each conversation how far it is and what it waits for, and stays quick when long."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.conversation_row import ConversationRow
from ogp_desktop.ui.home.home_screen import HomeScreen, KitLine
from ogp_desktop.ui.theme.theme import Theme

LONG = "A title that is much longer than any window is wide, " * 6


def _row(number: int, **more: object) -> ConversationRow:
    return ConversationRow(
        **{
            "id": str(number),
            "title": f"Forum {number}",
            "place": "Kpalimé",
            "format": "in_person",
            "minutes": 90,
            "people": 18,
            "state": "ready",
            "updated_at": "2026-03-12T15:28:00+00:00",
            "kit_id": "ogp-strategy-2022",
            "outbox": None,
            **more,
        }  # type: ignore[arg-type]  # one place for the values that do not matter
    )


def _home(
    qtbot: QtBot,
    theme: Theme,
    rows: Sequence[ConversationRow],
    size: tuple[int, int] = (1280, 752),
) -> HomeScreen:
    home = HomeScreen(theme, lambda limit, offset: rows[offset : offset + limit])
    qtbot.addWidget(home)
    home.show_kits([KitLine(title="A kit", languages="en, fr", closed_on="31 August 2022")])
    home.resize(*size)
    home.show()
    qtbot.waitExposed(home)
    home.reload()
    return home


def _sentence(home: HomeScreen, row: int) -> str:
    index = home.list.model().index(row, 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize(
    ("state", "outbox", "phase", "words"),
    [
        ("draft", None, "Draft", "Agenda to check"),
        ("ready", None, "Next", "Ready to run"),
        ("running", None, "Running", "The clock is going"),
        ("paused", None, "Running", "Paused"),
        ("held", None, "Done", "To review"),
        ("sealed", "waiting", "Done", "Waiting for a connection"),
        ("sealed", "confirmed", "Done", "Confirmed"),
    ],
)
def test_row_says_how_far_it_is_and_what_it_waits_for(
    qtbot: QtBot, theme: Theme, state: str, outbox: str | None, phase: str, words: str
) -> None:
    home = _home(qtbot, theme, [_row(1, state=state, outbox=outbox)])
    said = _sentence(home, 0)
    assert said.startswith(f"{phase}, Forum 1, Kpalimé · In person · 90 min · 18 people · ")
    assert said.endswith(f", {words}")


def test_list_is_read_out_as_a_list(qtbot: QtBot, theme: Theme) -> None:
    home = _home(qtbot, theme, [_row(1), _row(2)])
    interface = QAccessible.queryAccessibleInterface(home.list)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Conversations"
    assert interface.child(0).role() == QAccessible.Role.ListItem
    assert "Forum 1" in interface.child(0).text(QAccessible.Text.Name)


def test_current_row_stays_when_rows_are_read_again(qtbot: QtBot, theme: Theme) -> None:
    rows = [_row(1), _row(2), _row(3)]
    home = _home(qtbot, theme, rows)
    home.list.setCurrentIndex(home.list.model().index(2, 0))
    rows.insert(0, rows.pop())
    home.reload()
    assert home.list.currentIndex().row() == 0
    assert "Forum 3" in _sentence(home, 0)


def test_click_and_enter_open_a_row(qtbot: QtBot, theme: Theme) -> None:
    home = _home(qtbot, theme, [_row(1), _row(2)])
    opened: list[str] = []
    home.open_requested.connect(opened.append)
    spot = home.list.visualRect(home.list.model().index(1, 0)).center()
    qtbot.mouseClick(home.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.keyClick(home.list, Qt.Key.Key_Return)
    assert opened == ["2", "2"]


def test_thousand_rows_are_read_in_pages_as_it_is_scrolled(qtbot: QtBot, theme: Theme) -> None:
    rows = [_row(number) for number in range(1000)]
    asked: list[int] = []

    def page(limit: int, offset: int) -> Sequence[ConversationRow]:
        asked.append(offset)
        return rows[offset : offset + limit]

    home = HomeScreen(theme, page)
    qtbot.addWidget(home)
    home.resize(1280, 752)
    home.show()
    qtbot.waitExposed(home)
    assert len(asked) <= 2, "the whole list was read before anybody scrolled"
    for _ in range(40):
        bar = home.list.verticalScrollBar()
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert home.list.model().rowCount() == 1000
    assert asked == [*range(0, 1001, 50)], "a page was read twice on the way"


def test_long_title_is_shortened_and_told_whole_by_the_tip(qtbot: QtBot, theme: Theme) -> None:
    home = _home(qtbot, theme, [_row(1, title=LONG)], (640, 420))
    index = home.list.model().index(0, 0)
    assert home.list.visualRect(index).width() <= home.list.viewport().width()
    assert LONG in index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((1280, 752), 1.0),
        ((1024, 552), 1.0),
        ((640, 372), 1.0),
        ((1280, 704), 2.0),
        ((1024, 504), 2.0),
    ],
)
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_no_button_is_cut_at_any_size(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    size: tuple[int, int],
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    home = _home(qtbot, theme, [_row(1)], size)
    QApplication.processEvents()
    shown = [one for one in home.findChildren(QAbstractButton) if one.isVisible()]
    assert home.new_button in shown
    for button in shown:
        corner = button.mapTo(home, QPoint(0, 0))
        assert home.rect().contains(button.rect().translated(corner)), button.text()
        assert button.width() >= button.sizeHint().width(), button.text()
        assert button.height() >= button.minimumSizeHint().height(), button.text()


def test_kits_are_a_second_tab_where_height_is_scarce(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    theme.apply(qapp, "light", 2.0)
    home = _home(qtbot, theme, [_row(1)], (1024, 552))
    names = {one.accessibleName(): one for one in home.findChildren(QAbstractButton)}
    qtbot.mouseClick(names["Kits"], Qt.MouseButton.LeftButton)
    shown = {one.text() for one in home.findChildren(QAbstractButton) if one.isVisible()}
    assert "Import kit" in shown
    assert not home.list.isVisible()
