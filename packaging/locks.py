"""Renews the locked lists: versions with hashes for every system, naming no package index."""

import subprocess
from pathlib import Path

from say import Stop, say
from setup_python import find_uv

# The later lists keep to the versions of the first, so that they can share one environment.
LISTS = {
    "runtime": [],
    "test": ["--group", "test", "--constraints", "packaging/requirements/runtime.txt"],
    "freeze": ["--group", "freeze", "--constraints", "packaging/requirements/test.txt"],
}


def renew(root: Path) -> int:
    """Write ``packaging/requirements/*.txt`` from pyproject.toml; return the exit code."""
    uv = find_uv()
    if uv is None:
        raise Stop("Renewing the locked lists needs uv.", "python3 -m pip install --user uv")
    for name, chosen in LISTS.items():
        target = f"packaging/requirements/{name}.txt"
        say(f"Locking {target}")
        command = [
            *(uv, "pip", "compile", "pyproject.toml", "--quiet", "--upgrade", "--universal"),
            *("--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"),
            *("--custom-compile-command", "python3 packaging/dev.py lock"),
            *(*chosen, "--output-file", target),
        ]
        if subprocess.run(command, cwd=root, check=False).returncode != 0:
            raise Stop(f"{target} could not be renewed.")
    return 0
