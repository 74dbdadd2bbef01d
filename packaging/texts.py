"""Finds, by reading the source, every text that the program shows and each that Qt would miss.

A text is translated only if it stands in the source as a plain literal: Qt looks it up by exactly
those characters.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Qt's lupdate takes f-strings and sums for texts, which then never match, and does not see plurals
# in translate(...); so the texts are read here, and lupdate only keeps the catalogues.
APPLICATIONS = {"QCoreApplication", "QGuiApplication", "QApplication"}
# The name under which functions take whose language to use (ogp_desktop/ui/translation.py).
SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text as Qt looks it up; ``note`` tells equal texts apart."""

    context: str
    source: str
    note: str
    is_plural: bool


def sources(root: Path) -> list[Path]:
    """Return every file whose texts a person may read."""
    ui = root / "ogp_desktop" / "ui"
    # The one module that passes on what others gave it, and has no text of its own.
    screens = (file for file in ui.rglob("*.py") if file != ui / "translation.py")
    return [*sorted(screens), root / "ogp_desktop" / "cli.py"]


def read(root: Path) -> tuple[set[Text], list[str]]:
    """Return the program's texts, and for each that cannot be translated where it is and why."""
    found: set[Text] = set()
    faults: list[str] = []
    for file in sources(root):
        if file.exists():
            place = file.relative_to(root).as_posix()
            tree = ast.parse(file.read_text(encoding="utf-8"), place)
            for line, text in _calls(tree, ""):
                if isinstance(text, Text):
                    found.add(text)
                else:
                    faults.append(f"{place}:{line}: {text}")
    return found, faults


def _calls(node: ast.AST, context: str) -> Iterator[tuple[int, Text | str]]:
    """Yield the line and the text, or what is wrong with it, of each call that translates."""
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            given = _arguments(child)
            if given is not None:
                yield child.lineno, _text(given, context)
        yield from _calls(child, inner)


def _arguments(call: ast.Call) -> dict[str, ast.expr] | None:
    """Return the arguments of a call that translates by their names, None for any other call."""
    match call.func:
        case ast.Attribute(attr="tr"):
            names = ["source", "note", "n"]
        case ast.Attribute(value=ast.Name(id=owner), attr="translate") if (
            owner in APPLICATIONS or owner == SPEAKER
        ):
            names = ["context", "source", "note", "n"]
        case ast.Name(id="translate"):
            names = ["context", "source", "note", "n"]
        case _:
            return None
    known = {"sourceText": "source", "key": "source", "disambiguation": "note", "comment": "note"}
    given = dict(zip(names, call.args, strict=False))
    given |= {known.get(word.arg, word.arg): word.value for word in call.keywords if word.arg}
    return given


def _text(given: dict[str, ast.expr], enclosing: str) -> Text | str:
    context = _literal(given["context"]) if "context" in given else enclosing
    source = _literal(given.get("source"))
    note = _literal(given.get("note"), absent="")
    if source is None:
        return "the text is not a plain literal"
    if not context or not context.isidentifier():
        return "the context is not a plain name"
    if note is None:
        return "the note that tells equal texts apart is not a plain literal"
    if "%n" in source and "n" not in given:
        return "%n stands in the text and no number is given"
    return Text(context, source, note, "n" in given)


def _literal(value: ast.expr | None, *, absent: str | None = None) -> str | None:
    if value is None or (isinstance(value, ast.Constant) and value.value is None):
        return absent
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    return None
