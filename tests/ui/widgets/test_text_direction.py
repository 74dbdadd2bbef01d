"""Words stand where the page begins, and on one line, whatever script they are in."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.widgets.text_line import TextLine
from ogp_desktop.ui.widgets.time_field import TimeField

FRAME = 6


def inked(widget: QWidget) -> tuple[set[int], set[int]]:
    """Return the columns and the rows of a widget, without its frame, in which words stand."""
    paper = QPixmap(widget.size())
    paper.fill(Qt.GlobalColor.white)
    widget.render(paper)
    image = paper.toImage()
    dark = [
        (x, y)
        for x in range(FRAME, image.width() - FRAME)
        for y in range(FRAME, image.height() - FRAME)
        if image.pixelColor(x, y).lightness() < 120
    ]
    assert dark
    return {x for x, _ in dark}, {y for _, y in dark}


@pytest.mark.parametrize("text", ["Agenda", "جدول الأعمال"])
def test_label_stands_where_the_page_begins(theme: Theme, qtbot: QtBot, text: str) -> None:
    label = Label(theme, text)
    qtbot.addWidget(label)
    label.resize(400, 40)
    assert max(inked(label)[0]) < 200
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(inked(label)[0]) > 200


def test_label_at_the_end_is_mirrored_too(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "Agenda")
    qtbot.addWidget(label)
    label.resize(400, 40)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    assert min(inked(label)[0]) > 200
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert max(inked(label)[0]) < 200


def test_digits_of_every_script_stand_on_one_line(theme: Theme, qtbot: QtBot) -> None:
    ours, arabic = (CountField(theme, "Minutes", 46) for _ in range(2))
    arabic.setLocale(QLocale("ar_EG"))
    rows = []
    for field in (ours, arabic):
        qtbot.addWidget(field)
        rows.append(max(inked(field)[1]))
    assert arabic.text() == "٤٦"
    assert abs(rows[0] - rows[1]) <= 1


def test_typed_words_of_every_script_stand_on_one_line(theme: Theme, qtbot: QtBot) -> None:
    line = TextLine()
    qtbot.addWidget(line)
    line.setFont(theme.font("body"))
    line.setFixedHeight(36)
    line.setText("ana")
    latin = max(inked(line)[1])
    line.setText("ana ٤")
    assert abs(max(inked(line)[1]) - latin) <= 1
    line.setText("ana")
    assert max(inked(line)[1]) == latin


def test_time_reads_hours_first_from_right_to_left_too(
    qapp: QApplication, theme: Theme, qtbot: QtBot
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field = TimeField(theme)
    qtbot.addWidget(field)
    field.set_clock(8, 24)
    assert field.text() == "08:24"
