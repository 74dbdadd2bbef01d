"""A child process of the offscreen platform with two screens: the host's and one beside it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from ogp_desktop.paths import data_root

_HOST = {"name": "host", "x": 0, "y": 0, "width": 1280, "height": 800}
_SHARP = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def said_beside(
    folder: Path, program: str, *arguments: str, name: str, width: int = 1280
) -> subprocess.CompletedProcess[str]:
    """Run a program, which is given the file of the screens first; return what it said."""
    other = {**_HOST, "name": name, "x": _HOST["width"], "width": width}
    config = folder / "screens.json"
    screens = [{**one, **_SHARP} for one in (_HOST, other)]
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", program, str(config), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(data_root().parent)},
        check=False,
    )
