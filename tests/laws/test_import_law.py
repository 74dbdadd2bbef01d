"""Arrows point inwards: the contracts are kept, and each room keeps to its libraries."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ogp_desktop"

# What a room may import beside the standard library and the program itself. The contracts forbid
# whole libraries; this list knows the modules of Qt, and is closed: a new library is a decision.
LIBRARIES = {
    "domain": (),
    "kits": ("msgspec",),
    "storage": ("msgspec", "sqlalchemy", "alembic"),
    "services": ("msgspec",),
    "delivery": ("msgspec", "httpx2", "cryptography", "keyring", "defusedxml", "pyrage"),
    "documents": (
        *("PySide6.QtCore", "PySide6.QtGui", "docx", "pptx", "segno", "markdown_it", "zxingcpp"),
    ),
    "lan": ("msgspec", "starlette", "uvicorn", "httptools", "segno", "markdown_it"),
    "endpoint": (
        *("msgspec", "starlette", "uvicorn", "httptools", "sqlalchemy", "cryptography", "pyrage"),
    ),
    "runtime": ("PySide6.QtCore", "PySide6.QtNetwork"),
    "ui": ("PySide6", "shiboken6"),
}


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            yield from (f"PySide6.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _is_allowed(module: str, room: str) -> bool:
    top = module.partition(".")[0]
    if top == "ogp_desktop" or top in sys.stdlib_module_names:
        return True
    return any(module == one or module.startswith(f"{one}.") for one in LIBRARIES[room])


def test_contracts_are_kept() -> None:
    # In a process of its own: it silences every logger of the one it runs in.
    check = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    ran = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_room_is_known() -> None:
    # The command line, like the wiring, may import everything.
    rooms = {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists()}
    assert rooms <= {*LIBRARIES, "commands"}


@pytest.mark.parametrize("room", LIBRARIES)
def test_room_keeps_to_its_libraries(room: str) -> None:
    strangers = [
        f"{file.relative_to(ROOT)}: {module}"
        for file in sorted((PACKAGE / room).rglob("*.py"))
        for module in _imports(file)
        if not _is_allowed(module, room)
    ]
    assert strangers == []
