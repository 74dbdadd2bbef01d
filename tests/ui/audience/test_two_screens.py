"""With a second screen the room's window goes there, and closes when that screen is unplugged."""

from pathlib import Path

from tests.support.two_screens import said_beside

CHILD = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from ogp_desktop.paths import data_root
from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.theme.theme import Theme

app = QApplication(["test", "-platform", "offscreen:configfile=" + sys.argv[1]])
theme = Theme(data_root())
theme.apply(app, "light")
host = QWidget()
host.show()
output = AudienceOutput(theme)
told = []
output.changed.connect(lambda: told.append(output.is_open))
output.lost.connect(lambda: told.append("lost"))
output.open(host)
shown = output.window
print(shown.screen().name(), shown.geometry().width(), output.is_only_screen)
app.screenRemoved.emit(app.screens()[1])
print(output.is_open, told)
output.open(host)
print(output.window.screen().name())
output.close()
"""


def test_window_opens_on_the_other_screen_and_closes_when_it_goes(tmp_path: Path) -> None:
    done = said_beside(tmp_path, CHILD, name="room", width=1920)
    assert done.stdout.splitlines() == [
        "room 1920 False",
        "False [True, False, 'lost']",
        "room",
    ], done.stderr
