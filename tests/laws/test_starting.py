"""The window pays only for what it shows first: heavy libraries come after the first paint."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from ogp_desktop.settings import Preferences, save
from ogp_desktop.wiring import folders
from tests.ui.home.test_first_look import AN_OUTLINE

HEAVY = {
    *("sqlalchemy", "alembic", "httpx2", "starlette", "uvicorn", "cryptography", "keyring"),
    "zxingcpp",
}
FIRST = (
    "ogp_desktop.commands.program",
    "ogp_desktop.storage.first_list",
    "ogp_desktop.ui.translation",
)
FIRST_LOOK = """
import enum, gc, json, sys
from pathlib import Path
from ogp_desktop.runtime.plain_import import import_plainly
import_plainly()
from ogp_desktop.commands import window
from ogp_desktop.ui.home.first_look import Outline, keep_outline

app, where = window.application(), window.wiring.folders(Path(sys.argv[1]))
places = window._places(where)
keep_outline(places, Outline(**json.loads(sys.argv[2])))
shell = window.ShellWindow()

def tell():
    kinds = [one for one in gc.get_objects() if isinstance(one, enum.EnumMeta)]
    print(json.dumps({
        "modules": sorted(sys.modules),
        "enumerations": sorted(k.__qualname__ for k in kinds if k.__qualname__.startswith("Qt.")),
    }))
    app.quit()

shell.shown.connect(tell)
assert window._show_first_look(shell, where, places, "en")
app.exec()
"""


def _answer(script: str, *arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return ran.stdout


def test_window_loads_no_heavy_library() -> None:
    script = (
        "import importlib, json, sys\n"
        f"for name in {FIRST!r}: importlib.import_module(name)\n"
        f"print(json.dumps(sorted({HEAVY!r} & set(sys.modules))))\n"
    )
    assert json.loads(_answer(script)) == []


def test_first_look_makes_none_of_qts_enumerations_and_loads_no_screen(tmp_path: Path) -> None:
    save(folders(tmp_path).settings, Preferences(language="en"))
    told = json.loads(_answer(FIRST_LOOK, str(tmp_path), json.dumps(asdict(AN_OUTLINE))))
    assert told["enumerations"] == []
    screens = [name for name in told["modules"] if name.startswith("ogp_desktop.ui.")]
    assert not {"msgspec", "ogp_desktop.kits", "PySide6.QtNetwork"} & set(told["modules"])
    assert not [name for name in screens if name.endswith(("_screen", ".header", ".theme.theme"))]
