"""What has the cursor can be seen, whole, wherever a page has to scroll for it."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.shell.tab_order import bring_into_view
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.widgets.scroll import ScrollPane


def test_field_is_brought_into_view_whole_when_the_cursor_comes_to_it(
    theme: Theme, qtbot: QtBot
) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [CountField(theme, f"Group {number}") for number in range(20)]
    for field in fields:
        column.addWidget(field)
    pane = ScrollPane()
    qtbot.addWidget(pane)
    pane.show_content(content)
    pane.resize(200, 210)
    pane.show()
    qtbot.waitExposed(pane)
    for field in (*fields, *reversed(fields)):
        field.setFocus()
        bring_into_view(field)
        place = QRect(field.mapTo(pane.viewport(), QPoint()), field.size())
        assert pane.viewport().rect().contains(place)
