"""Rows of the agenda are as high as their words at the width there is."""

from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.agenda_column import AgendaList
from tests.support.pages_run import RunPage, new_conversation


def test_rows_lose_the_lines_they_no_longer_need_when_the_column_grows(
    qtbot: QtBot, desk: Desk
) -> None:
    page = RunPage(qtbot, desk, new_conversation(desk), size=(1024, 552))
    page.screen.show_pane("agenda")
    rows = page.screen.findChild(AgendaList)
    assert isinstance(rows, QListView)
    indexes = [rows.model().index(row, 0) for row in range(rows.model().rowCount())]

    def heights(wide: int) -> list[int]:
        rows.setFixedWidth(wide)
        qtbot.waitUntil(lambda: rows.width() == wide)
        return [rows.visualRect(index).height() for index in indexes]

    narrow = heights(150)
    assert sum(heights(380)) < sum(narrow)
    assert heights(150) == narrow
