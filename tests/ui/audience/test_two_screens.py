"""With a second screen the room's window goes there, and closes when that screen is unplugged."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
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
    kind = {"y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{**kind, "name": "host", "x": 0}, {**kind, "name": "room", "x": 1280, "width": 1920}]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(config)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.stdout.splitlines() == [
        "room 1920 False",
        "False [True, False, 'lost']",
        "room",
    ], done.stderr
