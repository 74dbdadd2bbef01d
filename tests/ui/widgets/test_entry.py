"""The entry box loses nothing, tells its drafts in time, and is never a trap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.bidi import is_right_to_left
from ogp_desktop.ui.widgets.entry import EntryBox
from ogp_desktop.ui.widgets.pill import Pill
from ogp_desktop.ui.widgets.settling import LONGEST_MS, QUIET_MS


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> EntryBox:
    box = EntryBox(theme, "Note", "Type what you hear")
    qtbot.addWidget(box)
    box.resize(400, 100)
    box.show()
    box.activateWindow()
    box.edit.setFocus()
    qtbot.waitUntil(box.edit.hasFocus)
    return box


def test_enter_submits_and_keeps_the_words(box: EntryBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box.edit, "A budget evening")
    with qtbot.waitSignal(box.submitted, check_params_cb=lambda text: text == "A budget evening"):
        QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert box.text() == "A budget evening"
    box.clear()
    assert box.text() == ""


def test_shift_enter_is_a_new_line_and_control_enter_a_key_point(
    box: EntryBox, qtbot: QtBot
) -> None:
    QTest.keyClicks(box.edit, "one")
    QTest.keyClick(box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box.edit, "two")
    assert box.text() == "one\ntwo"
    with qtbot.waitSignal(box.key_point_submitted):
        QTest.keyClick(box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_up_on_an_empty_line_asks_for_the_last_note(box: EntryBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.edit_last_requested):
        QTest.keyClick(box.edit, Qt.Key.Key_Up)
    QTest.keyClicks(box.edit, "x")
    with qtbot.assertNotEmitted(box.edit_last_requested):
        QTest.keyClick(box.edit, Qt.Key.Key_Up)


def test_escape_is_told_and_takes_nothing_away(box: EntryBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box.edit, "half a sentence")
    with qtbot.waitSignal(box.escaped):
        QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert box.text() == "half a sentence"


def test_draft_is_told_once_after_the_last_key(box: EntryBox, qtbot: QtBot) -> None:
    told: list[str] = []
    box.text_settled.connect(told.append)
    QTest.keyClicks(box.edit, "abc")
    assert told == []
    qtbot.waitUntil(lambda: told == ["abc"], timeout=QUIET_MS + 1500)


def test_draft_does_not_wait_for_a_pause_that_never_comes(box: EntryBox, qtbot: QtBot) -> None:
    told: list[str] = []
    box.text_settled.connect(told.append)

    def type_on() -> bool:
        QTest.keyClicks(box.edit, "x")
        return bool(told)

    qtbot.waitUntil(type_on, timeout=LONGEST_MS + 1500)
    assert set(told[0]) == {"x"}


def test_leaving_the_box_tells_the_draft_at_once(box: EntryBox) -> None:
    told: list[str] = []
    box.text_settled.connect(told.append)
    QTest.keyClicks(box.edit, "abc")
    box.edit.clearFocus()
    assert told == ["abc"]
    box.settle()
    assert told == ["abc"]


def test_text_put_in_by_the_program_is_no_draft(box: EntryBox) -> None:
    told: list[str] = []
    box.text_settled.connect(told.append)
    box.set_text("restored")
    box.settle()
    assert told == []
    assert box.edit.textCursor().atEnd()


def test_box_grows_to_three_lines_and_then_scrolls(box: EntryBox, qtbot: QtBot) -> None:
    heights = []
    for lines in (1, 2, 3, 4, 9):
        box.set_text("\n".join("line" for _ in range(lines)))
        qtbot.wait(0)
        heights.append(box.edit.height())
    assert heights[0] < heights[1] < heights[2]
    assert heights[2] == heights[3] == heights[4]


def test_tab_goes_on(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, after = EntryBox(theme, "Note"), QLineEdit()
    pill = Pill(theme, "Civil society")
    box.add_chip(pill)
    column = QVBoxLayout(page)
    column.addWidget(box)
    column.addWidget(after)
    page.show()
    page.activateWindow()
    box.edit.setFocus()
    qtbot.waitUntil(box.edit.hasFocus)
    QTest.keyClick(box.edit, Qt.Key.Key_Tab)
    assert pill.hasFocus()
    QTest.keyClick(pill, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_page_keys_are_left_to_the_clicker(theme: Theme, qtbot: QtBot) -> None:
    heard: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            heard.append(event.key())

    page = Page()
    qtbot.addWidget(page)
    box = EntryBox(theme, "Note", parent=page)
    page.show()
    QTest.keyClick(box.edit, Qt.Key.Key_PageDown)
    assert heard == [Qt.Key.Key_PageDown]


def test_arabic_words_run_from_right_to_left_in_any_interface(box: EntryBox) -> None:
    box.set_text("ملاحظة")
    option = box.edit.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft
    assert option.alignment() & Qt.AlignmentFlag.AlignRight
    box.set_text("a note")
    option = box.edit.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.LeftToRight


def test_tall_letters_are_not_cut(box: EntryBox) -> None:
    box.set_text("يمكن لمجلس الشباب")
    QApplication.processEvents()
    line = box.edit.document().begin().layout().lineAt(0)
    assert box.edit.viewport().height() >= line.height()


def test_placeholder_can_be_read(box: EntryBox, theme: Theme) -> None:
    color = box.edit.palette().color(QPalette.ColorRole.PlaceholderText)
    assert color == theme.color("ink3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", False), ("ابج", True), ("12 ابج", True), ("(a) ابج", False), ("שלום", True)],
)
def test_first_strong_letter_decides(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_text_without_letters_takes_the_other_direction() -> None:
    assert is_right_to_left("12:30", otherwise=True)
    assert not is_right_to_left("")
