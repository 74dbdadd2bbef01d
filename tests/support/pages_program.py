"""The whole program as a person meets it: its window, what its notices say, and the keyboard."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop import wiring
from ogp_desktop.commands.dress import Dress
from ogp_desktop.commands.program import Program
from ogp_desktop.commands.window import application
from ogp_desktop.paths import data_root
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.settings import Preferences, save
from ogp_desktop.ui import translation
from ogp_desktop.ui.shell.navigator import Navigator
from ogp_desktop.ui.stage import StageScreen
from ogp_desktop.wiring import Folders

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class ProgramPage:
    """An open program over one data folder."""

    def __init__(self, qtbot: QtBot, program: Program, folder: Path) -> None:
        self.qtbot, self.program, self.folder = qtbot, program, folder
        self.window = program.window

    @property
    def at(self) -> Workplace:
        """Return the workplace behind it."""
        assert self.program.workplace is not None
        return self.program.workplace

    @property
    def navigator(self) -> Navigator:
        """Return what leads from page to page."""
        assert self.program.navigator is not None
        return self.program.navigator

    # What is seen

    @property
    def notice(self) -> str:
        """Return the words of the notice, nothing when there is none."""
        return self.window.notice.words.text() if self.window.notice else ""

    @property
    def choices(self) -> list[str]:
        """Return the words of the notice's buttons."""
        if self.window.notice is None:
            return []
        return [one.text() for one in self.window.notice.findChildren(QAbstractButton)]

    @property
    def page(self) -> QWidget:
        """Return the page in front, once all its parts are made."""
        self.await_page()
        return self.window.pages.currentWidget()

    def await_page(self) -> None:
        """Wait until the page in front has all its parts."""
        page = self.window.pages.currentWidget()
        if isinstance(page, StageScreen):
            self.qtbot.waitUntil(lambda: page.is_whole, timeout=20_000)

    def words(self) -> str:
        """Return everything that labels say on the page in front."""
        labels = self.page.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible())

    def buttons(self) -> list[QAbstractButton]:
        """Return every visible button of the window."""
        self.await_page()
        return [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button whose words or name begin like this."""
        found = (one for one in self.buttons() if words_of(one).startswith(words))
        return next(found)

    # What is done

    def cursor(self) -> QWidget:
        """Return where the keyboard is: in what popped up, else in the window."""
        self.await_page()
        return QApplication.activePopupWidget() or self.window.focusWidget() or self.window

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key wherever the keyboard is."""
        self.qtbot.keyClick(self.cursor(), key, held)

    def type(self, words: str) -> None:
        """Type into whatever has the keyboard."""
        self.qtbot.keyClicks(self.cursor(), words)

    def tab_to(self, words: str) -> QWidget:
        """Press Tab until the keyboard is on what is read out beginning like this."""
        seen: list[str] = []
        for _ in range(200):
            here = self.cursor()
            said = words_of(here)
            if here.isVisible() and said.startswith(words):
                return here
            seen.append(said)
            self.press(Qt.Key.Key_Tab)
        message = f"Tab never came to {words!r}: {seen}"
        raise AssertionError(message)

    def push(self, words: str) -> None:
        """Go by Tab to the button with these words and press it with the space bar."""
        button = self.tab_to(words)
        assert button.isEnabled()
        self.press(Qt.Key.Key_Space)

    def fill(self, name: str, words: str) -> None:
        """Go by Tab to the field with this name, type into it, and leave it by Tab."""
        self.tab_to(name)
        self.press(Qt.Key.Key_A, CONTROL)
        self.type(words)
        if QApplication.activePopupWidget() is not None:  # names to choose from
            self.press(Qt.Key.Key_Return)
        self.press(Qt.Key.Key_Tab)

    def click(self, words: str) -> None:
        """Press the visible button whose words begin like this with the pointer."""
        self.qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)


def words_of(widget: QWidget) -> str:
    """Return what a widget is read out as: its name, else its words."""
    name = widget.accessibleName()
    return name or (widget.text() if isinstance(widget, QAbstractButton) else "")


def prefer(folder: Path, preferences: Preferences | None = None) -> None:
    """Let somebody have been here before, so that Home comes first."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = preferences or Preferences(language="en", scheme="light")
    save(wiring.folders(folder).settings, wanted)


def program_at(where: Folders, **given: Any) -> Program:
    """Return the program over these folders in English, made and not yet open."""
    return Program(where, Dress(application(), where, "en"), **given)


@contextmanager
def open_program(
    qtbot: QtBot,
    folder: Path,
    *,
    is_offline: bool = False,
    waits: str = "ready",
    size: tuple[int, int] = (1280, 800),
) -> Iterator[ProgramPage]:
    """Open the program and wait until everything is loaded, or until it is ``stuck``."""
    program = program_at(wiring.folders(folder), is_offline=is_offline)
    program.window.resize(*size)
    try:
        with qtbot.waitSignal(getattr(program, waits), timeout=20_000):
            program.open()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        yield ProgramPage(qtbot, program, folder)
    finally:
        program.window.leave()
        close(program)


def close(program: Program) -> None:
    """Let go of everything that the program made, as the end of the process does."""
    program.window.deleteLater()
    program.deleteLater()
    program._theme.deleteLater()  # else it would follow every change of direction to come
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translation.install(app, "en", data_root())
