"""With a second screen the test shows the first question there, and what is said follows it."""

from pathlib import Path

import pytest

from tests.support.two_screens import said_beside

pytestmark = pytest.mark.slow

CHILD = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from ogp_desktop.ui.prepare.prepare_opening import open_prepare
from ogp_desktop.ui.prepare.screen_field import ScreenField
from ogp_desktop.ui.prepare.second_screen import SecondScreen
from tests.support.desks import desk_at
from tests.support.pages_run import new_conversation

app = QApplication(["test", "-platform", "offscreen:configfile=" + sys.argv[1]])
with desk_at(Path(sys.argv[2]), app) as desk:
    screen = open_prepare(desk, new_conversation(desk))
    screen.show()
    field, second = screen.findChild(ScreenField), screen.findChild(SecondScreen)
    said = lambda: field.findChild(QLabel).text().strip("\\u2066").replace("\\u2069", "")
    buttons = lambda: [b.text() for b in field.findChildren(QPushButton) if b.isVisible()]
    print(said(), buttons())
    field.test_requested.emit()
    window = second.output.window
    print(window.screen().name(), window.accessibleName()[:40])
    print(said(), buttons())
    field.test_requested.emit()
    print(second.output.is_open, said())
    field.test_requested.emit()
    room = next(one for one in app.screens() if one.name() == "HDMI-1")
    app.screenRemoved.emit(room)
    print(second.output.is_open, buttons())
    field.test_requested.emit()
    screen.leave()
    print(second.output.is_open)
    screen.deleteLater()
"""


def test_picture_is_on_the_other_screen_until_pressed_again(tmp_path: Path) -> None:
    done = said_beside(tmp_path, CHILD, str(tmp_path / "data"), name="HDMI-1")
    assert done.stdout.splitlines() == [
        "HDMI-1 found ['Test']",
        "HDMI-1 The room sees: What are the three most i",
        "HDMI-1 shows the first question. Walk to the back and read it. ['End the test']",
        "False HDMI-1 found",
        "False ['Test']",
        "False",
    ], done.stderr
