"""Everything in the notes pane has a name, a size that can be hit, and follows the language."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.desk import Desk
from tests.support.pages_notes import CONTROL, NotesPage, new_conversation

# Menus pop up: the offscreen platform cannot raise them or grab the keyboard, and says so.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> NotesPage:
    """A pane with a note under each question."""
    page = NotesPage(qtbot, desk, new_conversation(desk))
    for question in ("q1", "q2", "q3"):
        page.pane.show_question(question)
        page.write(f"Something about {question}")
    return page


def _shown(page: NotesPage) -> list[QWidget]:
    return [one for one in page.pane.findChildren(QWidget) if one.isVisible()]


@pytest.mark.parametrize("question", ["q1", "q2", "q3"])
def test_everything_that_takes_the_focus_has_a_name(page: NotesPage, question: str) -> None:
    page.pane.show_question(question)
    nameless = []
    for widget in _shown(page):
        face = QAccessible.queryAccessibleInterface(widget)
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes_focus and not face.text(QAccessible.Text.Name):
            nameless.append(repr(widget))
    assert nameless == []


@pytest.mark.parametrize("question", ["q1", "q2", "q3"])
def test_every_button_can_be_hit(page: NotesPage, question: str) -> None:
    page.pane.show_question(question)
    small = [
        (repr(one), one.size().toTuple())
        for one in _shown(page)
        if isinstance(one, QAbstractButton) and min(one.width(), one.height()) < 24
    ]
    assert small == []


def test_kind_keys_are_radio_buttons_that_follow_the_keys(page: NotesPage) -> None:
    page.pane.show_question("q1")
    page.press(Qt.Key.Key_2, CONTROL)
    faces = [QAccessible.queryAccessibleInterface(radio) for radio in page.pane.entry.keys.radios()]
    assert {face.role() for face in faces} == {QAccessible.Role.RadioButton}
    checked = [face.text(QAccessible.Text.Name) for face in faces if face.state().checked]
    assert checked == ["Opportunity"]


def test_tab_leaves_the_box_and_comes_to_the_list(page: NotesPage) -> None:
    page.pane.focus_entry()
    met = set()
    for _ in range(30):
        page.press(Qt.Key.Key_Tab)
        met.add(page.cursor())
    assert {page.pane.entry.save, page.pane.list, page.pane.progress} <= met


@pytest.mark.parametrize("question", ["q1", "q2", "q3"])
def test_words_and_focus_stay_when_the_language_changes(page: NotesPage, question: str) -> None:
    page.pane.show_question(question)
    page.type("half a line")
    before = page.sentences
    QApplication.sendEvent(page.pane, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendPostedEvents()
    assert page.text == "half a line"
    assert page.sentences == before
    assert page.cursor() is page.pane.entry.box.edit


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("question", ["q1", "q2", "q3"])
def test_rows_stay_inside_their_panels_in_both_directions(
    page: NotesPage, desk: Desk, qapp: QApplication, question: str, scale: float
) -> None:
    page.pane.show_question(question)
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(way)
        desk.theme.apply(qapp, "light", scale)
        qapp.processEvents()
        notes = page.pane.list
        for place in range(notes.model().rowCount()):
            rect = notes.visualRect(notes.model().index(place, 0))
            assert rect.left() >= 0
            assert rect.right() <= notes.viewport().width()
            for piece in notes._laid(place).pieces:
                assert piece.rect.right() <= rect.width() + 2
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
