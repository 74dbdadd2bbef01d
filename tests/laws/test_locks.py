"""The locked lists name versions with hashes, agree with each other, and cover what is declared."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LISTS = ROOT / "packaging" / "requirements"
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = {
    "runtime": DECLARED["project"]["dependencies"],
    "test": DECLARED["project"]["dependencies"] + DECLARED["dependency-groups"]["test"],
    "freeze": DECLARED["project"]["dependencies"] + DECLARED["dependency-groups"]["freeze"],
}


def _blocks(name: str) -> list[str]:
    text = (LISTS / f"{name}.txt").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return re.split(r"\n(?=\S)", lines.strip())


def _locked(name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for block in _blocks(name):
        pinned = Requirement(block.partition("\\")[0].strip())
        (version,) = pinned.specifier
        assert version.operator == "=="
        found.setdefault(canonicalize_name(pinned.name), set()).add(version.version)
    return found


@pytest.mark.parametrize("name", WANTED)
def test_every_version_has_hashes(name: str) -> None:
    assert [block for block in _blocks(name) if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", WANTED)
def test_list_covers_what_is_declared(name: str) -> None:
    locked = _locked(name)
    missing = [
        str(wanted)
        for wanted in map(Requirement, WANTED[name])
        if not any(
            wanted.specifier.contains(v) for v in locked.get(canonicalize_name(wanted.name), ())
        )
    ]
    assert missing == [], "run: python3 packaging/dev.py lock"


def test_lists_agree_on_every_version() -> None:
    runtime, test, freeze = map(_locked, WANTED)
    assert {name: test.get(name) for name in runtime} == runtime
    assert {name: freeze.get(name) for name in runtime} == runtime
    shared = test.keys() & freeze.keys()
    assert {name: test[name] for name in shared} == {name: freeze[name] for name in shared}
