"""The window pays only for what it shows first: heavy libraries come after the first paint."""

import json
import subprocess
import sys

HEAVY = {"sqlalchemy", "alembic", "httpx2", "starlette", "uvicorn", "cryptography", "keyring"}
FIRST = (
    "ogp_desktop.storage.first_list",
    "ogp_desktop.ui.home.home_screen",
    "ogp_desktop.ui.shell.window",
    "ogp_desktop.ui.translation",
)


def test_first_paint_loads_no_heavy_library() -> None:
    script = (
        "import importlib, json, sys\n"
        f"for name in {FIRST!r}: importlib.import_module(name)\n"
        f"print(json.dumps(sorted({HEAVY!r} & set(sys.modules))))\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == []
