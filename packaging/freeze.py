"""Builds the one-folder program that needs no Python, and believes in it only after it ran."""

import os
import subprocess
import sys
from pathlib import Path

from say import Stop, say


def build(root: Path, python: Path) -> int:
    """Write ``dist/ogp-desktop/`` and run its smoke test without a screen; return the exit code."""
    spec = root / "packaging" / "pyinstaller" / "ogp-desktop.spec"
    say("Building dist/ogp-desktop (about a minute)")
    options = ["--noconfirm", "--log-level", "WARN", "--workpath", "build", "--distpath", "dist"]
    command = [str(python), "-m", "PyInstaller", *options, str(spec)]
    if subprocess.run(command, cwd=root, stdout=sys.stderr, check=False).returncode != 0:
        raise Stop("The program could not be built.")
    folder = root / "dist" / "ogp-desktop"
    size = sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink())
    say(f"Built, {size / 1e6:.0f} MB; now its smoke test")
    program = folder / ("ogp-desktop.exe" if os.name == "nt" else "ogp-desktop")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    tried = subprocess.run([program, "--smoke-test"], env=environment, timeout=120, check=False)
    return tried.returncode
