"""The environment in ``.venv``: made once, filled from a locked list, linked to this source tree.

A stamp inside the environment says which list it holds, so that a second run does nothing.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import apt
from say import Stop, say

OLDEST, NEWEST = (3, 11), (3, 13)


def prepare(root: Path, lock: str) -> Path:
    """Return the environment's Python with the packages of ``requirements/<lock>.txt`` in place."""
    environment = root / ".venv"
    python = python_of(environment)
    listed = root / "packaging" / "requirements" / f"{lock}.txt"
    stamp = environment / f"ogp-desktop-{lock}.stamp"
    if python.exists() and stamp.is_file() and stamp.read_text() == _mark(root, python, listed):
        return python
    if not _is_usable(python):
        _make(environment)
    _install(python, listed)
    _link(root, python)
    stamp.write_text(_mark(root, python, listed))
    return python


def python_of(environment: Path) -> Path:
    """Return where an environment keeps its interpreter on this system."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def find_uv() -> str | None:
    """Return uv where it is present and runs (a version switcher's empty shim does not count)."""
    uv = shutil.which("uv")
    if uv is None:
        return None
    tried = subprocess.run([uv, "--version"], capture_output=True, check=False)
    return uv if tried.returncode == 0 else None


def _mark(root: Path, python: Path, listed: Path) -> str:
    facts = (str(root), str(python.resolve()), listed.read_text(encoding="utf-8"))
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def _is_usable(python: Path) -> bool:
    if not python.exists():
        return False
    asked = "import sys; print(*sys.version_info[:2])"
    answer = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=False)
    version = tuple(int(part) for part in answer.stdout.split())
    return answer.returncode == 0 and OLDEST <= version <= NEWEST


def _make(environment: Path) -> None:
    say(f"Making the virtual environment {environment.name}")
    uv = find_uv()
    if uv:
        command = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(environment)]
    else:
        _ensure_venv()
        command = [sys.executable, "-m", "venv", "--clear", str(environment)]
    _run(command, "The virtual environment could not be made.")


def _ensure_venv() -> None:
    """Debian and Ubuntu ship this part of Python separately."""
    packages = [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]
    if importlib.util.find_spec("ensurepip") is None:
        apt.install(packages)
        importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(
            "This Python cannot make virtual environments. Run this, then try again:",
            apt.command(packages),
        )


def _install(python: Path, listed: Path) -> None:
    say(f"Installing the locked packages of {listed.name}")
    uv = find_uv()
    if uv:
        command = [uv, "pip", "install", "--quiet", "--python", str(python)]
    else:
        _ensure_pip(python)
        command = [str(python), "-m", "pip", "install", "--quiet", "--no-input"]
    _run(
        [*command, "--require-hashes", "-r", str(listed)],
        "The packages could not be installed. The first run needs a connection to a Python "
        "package index; later runs do not.",
    )


def _ensure_pip(python: Path) -> None:
    has_pip = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
    if has_pip.returncode != 0:
        _run([str(python), "-m", "ensurepip", "--upgrade"], "pip could not be installed.")


def _link(root: Path, python: Path) -> None:
    """Make the source tree importable and give it its command.

    A path file and a two-line launcher need no build and no package that is not locked.
    """
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=True)
    Path(answer.stdout.strip(), "ogp_desktop_source.pth").write_text(f"{root}\n", encoding="utf-8")
    if os.name == "nt":
        launcher = python.with_name("ogp-desktop.cmd")
        launcher.write_text('@"%~dp0python.exe" -m ogp_desktop %*\n', encoding="utf-8")
    else:
        launcher = python.with_name("ogp-desktop")
        text = f'#!/bin/sh\nexec "{python}" -m ogp_desktop "$@"\n'
        launcher.write_text(text, encoding="utf-8")
        launcher.chmod(0o755)


def _run(command: list[str], failure: str) -> None:
    # What a command prints goes to the error stream: the program's own answer may be JSON.
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode != 0:
        raise Stop(failure)
