"""Installs Debian and Ubuntu packages where that needs no password; silent unless it fails."""

import os
import shutil
import subprocess
import sys

from say import say

WITHOUT_EXTRAS = "--no-install-recommends"


def install(packages: list[str]) -> None:
    """Try to install ``packages``; whether it helped is for the caller to look at."""
    allowed = _permission()
    if allowed is None or not packages:
        return
    say(f"Installing system packages: {', '.join(packages)}")
    for step in (["update"], ["install", "-y", WITHOUT_EXTRAS, *packages]):
        command = [*allowed, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *step]
        ran = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if ran.returncode != 0:
            print(ran.stdout, file=sys.stderr)


def command(packages: list[str]) -> str:
    """Return what a person types to install ``packages``."""
    return f"sudo apt-get install {WITHOUT_EXTRAS} {' '.join(packages)}"


def _permission() -> list[str] | None:
    """Return what goes before a command that changes the system; None where it is not allowed."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None
