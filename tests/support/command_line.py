"""Runs commands and returns what they print."""

import json
from typing import Any

import pytest

from ogp_desktop.cli import main

Captured = pytest.CaptureFixture[str]


def said(capsys: Captured, *arguments: str) -> str:
    """Run a command that succeeds and return what it printed."""
    assert main(arguments) == 0
    return capsys.readouterr().out


def told(capsys: Captured, *arguments: str) -> Any:
    """Run a command that succeeds and return its JSON."""
    return json.loads(said(capsys, *arguments, "--json"))


def refused(capsys: Captured, *arguments: str) -> str:
    """Run a command that fails and return its one sentence."""
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    [sentence] = captured.err.splitlines()
    assert sentence.startswith("ogp-desktop: ")
    return sentence.removeprefix("ogp-desktop: ")
