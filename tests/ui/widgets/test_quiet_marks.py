"""What could lead to a person gets a quiet line: nothing more, and under nothing else."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QTextCharFormat, QTextOption
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.entry import GrowingText
from ogp_desktop.ui.widgets.quiet_marks import mark_words, marks_in, paint_marked

TEXT = "Write to ama@example.org before noon"


@pytest.fixture
def box(qtbot: QtBot, theme: Theme) -> GrowingText:
    """An empty box."""
    box = GrowingText(theme, "Note")
    qtbot.addWidget(box)
    box.resize(500, 40)
    box.show()
    return box


def underlined(box: GrowingText) -> list[str]:
    """Return what has a dotted line."""
    block = box.document().firstBlock()
    text = block.text()
    return [
        text[one.start : one.start + one.length]
        for one in block.layout().formats()
        if one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    ]


def test_address_is_marked_while_it_is_typed_and_said_aloud(qtbot: QtBot, box: GrowingText) -> None:
    qtbot.keyClicks(box, "Write to ama@example")
    assert underlined(box) == []
    assert box.accessibleDescription() == ""
    qtbot.keyClicks(box, ".org today")
    assert underlined(box) == ["ama@example.org"]
    assert box.accessibleDescription() == mark_words()
    assert box.toPlainText() == "Write to ama@example.org today"


def test_mark_goes_when_the_words_go(qtbot: QtBot, box: GrowingText) -> None:
    box.set_text(TEXT)
    assert underlined(box) == ["ama@example.org"]
    box.set_text("")
    assert box.accessibleDescription() == ""


def test_undo_takes_back_words_and_never_a_mark(qtbot: QtBot, box: GrowingText) -> None:
    qtbot.keyClicks(box, TEXT)
    box.undo()
    assert box.toPlainText() == ""


def test_marks_count_as_qt_counts_behind_signs_of_two_units() -> None:
    assert marks_in("\U0001f5f3 ama@example.org") == ((3, 15),)


@pytest.mark.parametrize("width", [400, 120])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_marked_words_stand_where_plain_ones_do(
    theme: Theme, width: int, direction: Qt.LayoutDirection
) -> None:
    """Only the rows right below the letters differ from the same words without a line."""
    rect = QRect(0, 0, width, 120)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setTextDirection(direction)
    plain, marked = (drawn(theme, rect, marks, option) for marks in ((), marks_in(TEXT)))
    assert plain != marked
    others = sum(
        plain.pixelColor(x, y) != marked.pixelColor(x, y) for x in range(width) for y in range(120)
    )
    assert others < width * 4


def drawn(
    theme: Theme, rect: QRect, marks: tuple[tuple[int, int], ...], option: QTextOption
) -> QImage:
    image = QImage(rect.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(theme.font("body"))
    paint_marked(painter, theme, rect, TEXT, marks, option)
    painter.end()
    return image
