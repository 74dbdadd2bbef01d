"""The test command: every check runs even when one before it failed; pytest speaks last."""

import os
import subprocess
from pathlib import Path

CHECKS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "import law": ["lint-imports"],
}


def check(root: Path, python: Path) -> int:
    """Run every check but the tests; print one line for each and return the exit code."""
    failed = []
    for name, (tool, *arguments) in CHECKS.items():
        ran = subprocess.run(
            [python.with_name(tool), *arguments],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        print(f"{name}: {'ok' if ran.returncode == 0 else 'FAILED'}", flush=True)
        if ran.returncode != 0:
            failed.append(name)
            print(ran.stdout, flush=True)
    if failed:
        print(f"These checks failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def test(root: Path, python: Path, further: list[str], *, is_fast: bool) -> int:
    """Run the checks, then pytest with ``further`` arguments; non-zero if anything failed."""
    checked = check(root, python)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    chosen = ["-m", "not slow"] if is_fast else []
    if is_fast:
        environment["OGP_TEST_PROFILE"] = "fast"
    workers = str(min(4, os.cpu_count() or 1))
    options = ["-n", workers, "--dist", "worksteal", "--benchmark-disable", *chosen, *further]
    command = [str(python), "-m", "pytest", *options]
    tested = subprocess.run(command, cwd=root, env=environment, check=False).returncode
    return tested or checked
