"""Every choice in Settings is kept and works at once; where the files are is said and copied."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.endpoint_file import qr_text
from ogp_desktop.paths import data_root
from ogp_desktop.runtime.chime import Chime
from ogp_desktop.services import addressing, reading
from ogp_desktop.settings import Preferences, changed
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_opening import open_notes
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.send.given import Given
from ogp_desktop.ui.settings.settings_screen import SettingsScreen, open_keys, open_settings
from tests.support.desks import desk_at
from tests.support.endpoint_files import SIGNER, URL, card, file_of
from tests.support.pages_run import new_conversation


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk with an empty data file."""
    with desk_at(tmp_path, qapp) as made:
        yield made


def _opened(qtbot: QtBot, desk: Desk) -> SettingsScreen:
    screen = open_settings(desk)
    qtbot.addWidget(screen)
    screen.resize(1280, 752)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def _press(qtbot: QtBot, screen: SettingsScreen, words: str) -> None:
    QApplication.processEvents()
    buttons = screen.findChildren(QAbstractButton)
    button = next(one for one in buttons if one.text() == words and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("words", "part", "value"),
    [
        ("Dark", "scheme", "dark"),
        ("Like the computer", "scheme", "system"),
        ("150 %", "text_scale", 1.5),
    ],
)
def test_choice_is_kept_when_pressed(
    qtbot: QtBot, desk: Desk, words: str, part: str, value: object
) -> None:
    _press(qtbot, _opened(qtbot, desk), words)
    assert getattr(desk.preferences(), part) == value


def test_language_is_kept_when_chosen(qtbot: QtBot, desk: Desk) -> None:
    screen = _opened(qtbot, desk)
    screen.language.setCurrentIndex(screen.language.findData("fr"))
    screen.language.activated.emit(screen.language.currentIndex())
    assert desk.preferences().language == "fr"


@pytest.mark.parametrize("part", ["has_single_keys", "shows_key_hints", "shows_whole_minutes"])
def test_check_is_kept_when_pressed(qtbot: QtBot, desk: Desk, part: str) -> None:
    screen = _opened(qtbot, desk)
    before = getattr(desk.preferences(), part)
    qtbot.keyClick(screen.checks[part], Qt.Key.Key_Space)
    assert getattr(desk.preferences(), part) is not before


def _with_player(desk: Desk, *command: str) -> Desk:
    return replace(desk, chime=Chime(data_root() / "sounds" / "turn.wav", [command]))


def test_sound_is_off_until_it_is_switched_on(qtbot: QtBot, desk: Desk) -> None:
    screen = _opened(qtbot, _with_player(desk, sys.executable, "--version"))
    assert not screen.sound.check.isChecked()
    qtbot.keyClick(screen.sound.check, Qt.Key.Key_Space)
    assert desk.preferences().plays_sound


def test_sound_without_a_player_is_off_and_says_why(qtbot: QtBot, desk: Desk) -> None:
    desk.keep_preferences(changed(desk.preferences(), plays_sound=True))
    screen = _opened(qtbot, desk)
    check = screen.sound.check
    assert (check.isEnabled(), check.isChecked(), screen.sound.trial.isVisible()) == (False,) * 3
    assert any("No program that plays sounds" in one.text() for one in _labels(screen))


def test_try_of_the_sound_that_fails_is_said(qtbot: QtBot, desk: Desk) -> None:
    screen = _opened(qtbot, _with_player(desk, "no-such-player"))
    _press(qtbot, screen, "Try it")
    qtbot.waitUntil(lambda: any("could not be played" in one.text() for one in _labels(screen)))


def test_choice_that_cannot_be_written_down_is_said(qtbot: QtBot, desk: Desk) -> None:
    def full(_preferences: Preferences) -> None:
        raise OSError

    screen = _opened(qtbot, replace(desk, keep_preferences=full))
    _press(qtbot, screen, "Dark")
    assert any("This holds until you quit." in one.text() for one in _labels(screen))


def test_path_of_the_files_is_shown_and_copied(qtbot: QtBot, desk: Desk) -> None:
    screen = _opened(qtbot, desk)
    folder = str(desk.workplace.store.path.parent)
    assert any(folder in label.text() for label in _labels(screen))
    _press(qtbot, screen, "Copy the path")
    assert QGuiApplication.clipboard().text() == folder
    assert screen.copy.text() == "Copied"


def test_version_and_licences_are_told(qtbot: QtBot, desk: Desk) -> None:
    texts = " ".join(label.text() for label in _labels(_opened(qtbot, desk)))
    assert desk.workplace.app_version in texts
    assert "Apache License 2.0" in texts


def test_keys_page_takes_the_cursor_into_its_search(qtbot: QtBot, desk: Desk) -> None:
    screen = open_keys(desk)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitExposed(screen)
    focus = screen.first_focus()
    assert focus is not None
    assert focus.accessibleName() == "Search the keys"


def _labels(screen: SettingsScreen) -> list[QLabel]:
    QApplication.processEvents()
    return [label for label in screen.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("is_wanted", [True, False])
def test_key_hints_are_shown_as_preferred(qtbot: QtBot, desk: Desk, is_wanted: bool) -> None:
    desk.keep_preferences(changed(desk.preferences(), shows_key_hints=is_wanted))
    made = new_conversation(desk)
    pane = NotesPane(desk.theme)
    open_notes(desk, reading.course(desk.workplace, conversation_id=made), pane)
    qtbot.addWidget(pane)
    assert pane.hints.isVisibleTo(pane) is is_wanted


def test_address_file_is_shown_then_kept_as_in_send(qtbot: QtBot, desk: Desk) -> None:
    screen = _opened(qtbot, desk)
    QGuiApplication.clipboard().setText(qr_text(file_of(card())))
    _press(qtbot, screen, "Paste")
    said = "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())
    assert "Compare the fingerprint" in said
    assert addressing.destinations(desk.workplace) == ()
    _press(qtbot, screen, "Use this address")
    (kept,) = addressing.destinations(desk.workplace)
    assert (kept.url, kept.receipt_key) == (URL, SIGNER.public_key)
    said = "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())
    assert URL in said
    assert "Compare the fingerprint" not in said


def test_address_file_that_is_left_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    screen = _opened(qtbot, desk)
    screen.connection.offer.given.emit(Given(text=qr_text(file_of(card()))))
    _press(qtbot, screen, "Leave it")
    assert addressing.destinations(desk.workplace) == ()


def test_address_file_is_brought_into_sight_with_the_cursor_on_what_changes_nothing(
    qtbot: QtBot, desk: Desk
) -> None:
    screen = _opened(qtbot, desk)
    screen.resize(1024, 552)
    screen.connection.offer.given.emit(Given(text=qr_text(file_of(card()))))
    decision = screen.connection.offer.decision()
    qtbot.waitUntil(lambda: screen.focusWidget() is decision)
    qtbot.waitUntil(lambda: decision.visibleRegion().boundingRect() == decision.rect())
