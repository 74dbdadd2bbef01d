"""The one command for work from the source tree: sets the machine up, then does what was asked.

Needs Python 3.11 to 3.13 and nothing else. The first run installs what is missing; later runs
start at once.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    found = ".".join(str(part) for part in sys.version_info[:2])
    sys.exit(
        "OGP Desktop needs Python 3.11, 3.12 or 3.13; this is Python " + found + ".\n"
        "Try for example: python3.12 " + " ".join(sys.argv)
    )

import argparse
import os
import subprocess
from pathlib import Path

import checks
import freeze
import locks
import setup_libraries
import setup_python
import translations
from say import Stop, explain

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    parser = _parser()
    asked, further = parser.parse_known_args(arguments)
    if further and asked.command not in ("demo", "run", "screens", "test"):
        parser.error(f"unknown arguments: {' '.join(further)}")
    try:
        return _do(asked, further)
    except Stop as stop:
        explain(stop)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Set this machine up and run, test or package OGP Desktop."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("demo", help="hold the sample conversation, from kit to receipt")
    test = commands.add_parser(
        "test", allow_abbrev=False, help="format, lint, types, import law and every test"
    )
    test.add_argument("--fast", action="store_true", help="leave out the slow tests")
    commands.add_parser("check", help="the checks of `test` without the tests")
    commands.add_parser("run", help="open the window")
    commands.add_parser("screens", help="draw every screen to a PNG (--out DIR)")
    commands.add_parser("translate", help="collect new texts into i18n/ and build the catalogues")
    commands.add_parser("freeze", help="build the program that needs no Python, and try it")
    commands.add_parser("lock", help="renew packaging/requirements/ from pyproject.toml (needs uv)")
    return parser


def _do(asked: argparse.Namespace, further: list[str]) -> int:
    command = asked.command
    if command == "run":
        return _program(_prepare("runtime", desktop=True), further)
    if command == "test":
        return checks.test(ROOT, _prepare("test"), further, is_fast=asked.fast)
    if command == "check":
        return checks.check(ROOT, _prepare("test"))
    if command == "translate":
        return translations.renew(ROOT, _prepare("runtime"))
    if command == "freeze":
        return freeze.build(ROOT, _prepare("freeze"))
    if command == "lock":
        return locks.renew(ROOT)
    return _program(_prepare("runtime"), [command, *further], offscreen=True)


def _prepare(lock: str, *, desktop: bool = False) -> Path:
    python = setup_python.prepare(ROOT, lock)
    setup_libraries.prepare(python, desktop=desktop)
    return python


def _program(python: Path, arguments: list[str], *, offscreen: bool = False) -> int:
    environment = dict(os.environ)
    if offscreen:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [str(python), "-m", "ogp_desktop", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
