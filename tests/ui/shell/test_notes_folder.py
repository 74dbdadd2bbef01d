"""The first page settles where notes are kept before anything is; later starts find them there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ogp_desktop import wiring
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.settings import Preferences, load, save
from ogp_desktop.ui.home.first_run import FirstRunScreen
from ogp_desktop.ui.prepare.prepare_screen import PrepareScreen
from tests.support.pages_program import ProgramPage, close, open_program, program_at

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folders, all below one that is empty."""
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


@contextmanager
def _first_page(qtbot: QtBot, **given: object) -> Iterator[ProgramPage]:
    """Open the program as somebody does who has never been here and names no folder."""
    where = wiring.folders()
    program = program_at(where, is_offline=True, **given)
    program.window.resize(1280, 800)
    page = ProgramPage(qtbot, program, where.data)
    try:
        program.open()
        assert isinstance(page.page, FirstRunScreen)
        qtbot.waitUntil(page.page.start_button.isEnabled, timeout=20_000)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        yield page
    finally:
        program.window.leave()
        close(program)


def _choose(page: ProgramPage, folder: Path) -> None:
    first = page.page
    assert isinstance(first, FirstRunScreen)
    first.folder_chosen.emit(folder)


def test_nothing_is_kept_before_the_first_page_is_left(qtbot: QtBot, home: Path) -> None:
    with _first_page(qtbot):
        assert not wiring.folders().file.exists()


def test_notes_are_kept_in_the_chosen_folder_now_and_later(qtbot: QtBot, home: Path) -> None:
    chosen = home / "Conversations"
    with _first_page(qtbot) as page:
        _choose(page, chosen)
        qtbot.waitUntil(lambda: str(chosen) in page.words())
        with qtbot.waitSignal(page.program.ready, timeout=20_000):
            page.click("Start my own")
        assert isinstance(page.page, PrepareScreen)
        assert page.window.header.isVisible()
    assert (chosen / "conversations.sqlite3").exists()
    usual = wiring.folders()
    assert (usual.data, usual.must_exist) == (chosen, True)
    assert load(usual.settings).data_folder == str(chosen)
    assert not list((home / "data").rglob("*.sqlite3"))


def test_named_folder_beats_the_chosen_one(home: Path) -> None:
    save(wiring.folders().settings, Preferences(data_folder=str(home / "chosen")))
    assert wiring.folders().data == home / "chosen"
    assert wiring.folders(home / "named").data == home / "named"
    assert not wiring.folders(home / "named").may_change


def test_folder_that_cannot_serve_is_refused_in_words(qtbot: QtBot, home: Path) -> None:
    (home / "file").write_text("")
    with _first_page(qtbot) as page:
        _choose(page, home / "file" / "inside")
        qtbot.waitUntil(lambda: "That folder cannot be written." in page.words())
        assert str(wiring.folders().data) in page.words()
    assert load(wiring.folders().settings).data_folder is None


def test_folder_of_another_window_is_refused(qtbot: QtBot, home: Path) -> None:
    with _first_page(qtbot, takes_place=lambda _: False) as page:
        _choose(page, home / "taken")
        qtbot.waitUntil(lambda: "Another window has the notes" in page.words())


def test_change_asks_for_a_folder(qtbot: QtBot, home: Path) -> None:
    with _first_page(qtbot) as page:
        page.push("Keep the notes in another folder")
        [dialog] = page.page.findChildren(QFileDialog)
        assert dialog.fileMode() is QFileDialog.FileMode.Directory
        dialog.reject()


def test_named_folder_is_not_offered_to_change(qtbot: QtBot, data_dir: Path) -> None:
    with open_program(qtbot, data_dir) as page:
        assert "Change..." not in [button.text() for button in page.buttons()]


def test_chosen_folder_that_is_gone_is_told_and_not_made_anew(home: Path) -> None:
    gone = home / "stick"
    save(wiring.folders().settings, Preferences(language="en", data_folder=str(gone)))
    with pytest.raises(Trouble) as met:
        wiring.open_workplace(wiring.folders())
    assert met.value.code == "folder_missing"
    assert not gone.exists()


def test_chosen_folder_that_is_gone_is_named_in_the_window(qtbot: QtBot, home: Path) -> None:
    gone = home / "stick"
    save(wiring.folders().settings, Preferences(language="en", data_folder=str(gone)))
    program = program_at(wiring.folders(), is_offline=True)
    page = ProgramPage(qtbot, program, gone)
    try:
        with qtbot.waitSignal(program.stuck, timeout=20_000):
            program.open()
        assert "The folder of your notes is not there now." in page.notice
        assert str(gone) in page.notice
        gone.mkdir()
        with qtbot.waitSignal(program.ready, timeout=20_000):
            page.click("Try again")
    finally:
        program.window.leave()
        close(program)
