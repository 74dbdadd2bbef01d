"""What is written while the disk or another program says no stays, and is kept once it can be."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.notes import Lean
from ogp_desktop.runtime.background import Background
from ogp_desktop.services import reading
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run import saving
from tests.support.on_request import OnRequest
from tests.support.pages_notes import FullDisk, NotesPage, new_conversation

# File dialogs pop up: the offscreen platform cannot raise them, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


CHOICE = "breadth"


def page_on_full_disk(
    qtbot: QtBot, desk: Desk, *, is_full: bool = True, workshop: Background | None = None
) -> tuple[NotesPage, FullDisk]:
    """Return an open pane, and the disk under it."""
    desk = replace(desk, workshop=workshop or desk.workshop)
    conversation_id = new_conversation(desk)
    disk = FullDisk(desk.workplace.store)
    workplace = replace(desk.workplace, store=disk)  # type: ignore[arg-type]  # a stand-in
    page = NotesPage(qtbot, replace(desk, workplace=workplace), conversation_id)
    disk.is_full = is_full
    return page, disk


def test_words_stay_in_the_box_when_the_disk_is_full(qtbot: QtBot, desk: Desk) -> None:
    page, disk = page_on_full_disk(qtbot, desk)
    with qtbot.waitSignal(page.pane.unsaved):
        page.write("Do not lose me")
    assert page.text == "Do not lose me"
    said = page.pane.messages.trouble.words.text()
    assert page.pane.messages.trouble.isVisible()
    assert said.startswith("Not saved since")
    assert "Your words are still here" in said
    disk.is_full = False
    page.qtbot.mouseClick(page.button("Try again"), Qt.MouseButton.LeftButton)
    assert [note.text for note in page.notes] == ["Do not lose me"]
    assert page.text == ""
    assert not page.pane.messages.trouble.isVisible()


def test_draft_that_failed_does_not_become_a_note_when_tried_again(
    qtbot: QtBot, desk: Desk
) -> None:
    page, disk = page_on_full_disk(qtbot, desk)
    page.type("Half a li")
    page.pane.leave()
    assert page.pane.messages.trouble.isVisible()
    disk.is_full = False
    page.qtbot.mouseClick(page.button("Try again"), Qt.MouseButton.LeftButton)
    assert not page.pane.messages.trouble.isVisible()
    assert page.text == "Half a li"
    assert page.notes == ()


def test_edited_words_stay_in_their_box_when_the_disk_is_full(qtbot: QtBot, desk: Desk) -> None:
    page, disk = page_on_full_disk(qtbot, desk, is_full=False)
    page.write("One")
    disk.is_full = True
    page.press(Qt.Key.Key_Up)
    page.type(" more")
    page.press(Qt.Key.Key_Return)
    page.pane.focus_entry()
    assert page.pane.list._editor is not None
    assert page.pane.list._editor.edit.toPlainText() == "One more"
    disk.is_full = False
    page.pane.leave()
    assert page.pane.list._editor is None
    assert page.notes[0].text == "One more"


def _draft(page: NotesPage) -> str:
    course = reading.course(page.desk.workplace, conversation_id=page.conversation_id)
    return course.draft.text if course.draft else ""


def test_line_is_kept_by_itself_once_the_disk_has_room(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "RETRY_MS", 10)
    page, disk = page_on_full_disk(qtbot, desk)
    page.write("Do not lose me")
    page.type(", nor this")
    disk.is_full = False
    with qtbot.waitSignal(page.pane.saved):
        pass
    assert _draft(page) == page.text == "Do not lose me, nor this"
    assert page.notes == ()
    assert not page.pane.messages.trouble.isVisible()


def test_typing_waits_for_no_disk_that_said_no(qtbot: QtBot, desk: Desk) -> None:
    workshop = OnRequest()
    page, disk = page_on_full_disk(qtbot, desk, workshop=workshop)
    workshop.do_all()
    page.write("First")
    disk.is_full = False
    for words in (" and", " second", " and third"):
        page.type(words)
        page.pane.leave()
        page.pane.focus_entry()
    assert _draft(page) == ""
    assert page.pane.messages.trouble.isVisible()
    workshop.do_all()
    assert _draft(page) == page.text == "First and second and third"
    assert not page.pane.messages.trouble.isVisible()


def test_line_that_became_a_note_meanwhile_leaves_no_draft(qtbot: QtBot, desk: Desk) -> None:
    workshop = OnRequest()
    page, disk = page_on_full_disk(qtbot, desk, workshop=workshop)
    workshop.do_all()
    page.write("Once")
    disk.is_full = False
    page.pane.entry.tell_line()
    page.press(Qt.Key.Key_Return)
    workshop.do_all()
    assert [note.text for note in page.notes] == ["Once"]
    assert _draft(page) == page.text == ""


def test_disk_that_is_full_again_is_told_with_the_time_of_the_last_save(
    qtbot: QtBot, desk: Desk
) -> None:
    page, disk = page_on_full_disk(qtbot, desk, is_full=False)
    page.write("Kept")
    disk.is_full = True
    with qtbot.waitSignal(page.pane.unsaved) as first:
        page.write("Not kept")
    page.pane.entry.tell_line()
    disk.is_full = False
    page.pane.entry.tell_line()
    disk.is_full = True
    with qtbot.waitSignal(page.pane.unsaved) as second:
        page.press(Qt.Key.Key_Return)
    assert first.args is not None
    assert second.args is not None
    assert second.args[0] >= first.args[0]
    assert page.text == "Not kept"


def test_everything_written_can_be_put_elsewhere(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page, disk = page_on_full_disk(qtbot, desk, is_full=False)
    page.write("The budget comes late")
    page.pane.list.lean_chosen.emit(Lean(choice_id=CHOICE, step=-1))
    disk.is_full = True
    page.write("Nobody reads it")
    path = tmp_path / "notes.txt"
    page.qtbot.mouseClick(page.button("Save elsewhere"), Qt.MouseButton.LeftButton)
    dialog = page.pane.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    text = path.read_text(encoding="utf-8")
    assert "- Challenge: The budget comes late" in text
    assert "Rather: " in text
    assert text.endswith("Being written: Nobody reads it\n")
    assert str(path) in page.pane.messages.trouble.words.text()
    assert [one.name for one in tmp_path.iterdir() if "notes" in one.name] == ["notes.txt"]


def test_place_that_cannot_be_written_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page, _disk = page_on_full_disk(qtbot, desk)
    page.write("Nobody reads it")
    page.qtbot.mouseClick(page.button("Save elsewhere"), Qt.MouseButton.LeftButton)
    dialog = page.pane.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(page.pane.trouble_met):
        dialog.fileSelected.emit(str(tmp_path / "gone" / "notes.txt"))
    dialog.reject()
    assert page.text == "Nobody reads it"
