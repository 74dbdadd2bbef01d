"""The published JSON Schema of the two kinds of kit file, made from the very rules that read them.

``python -m ogp_desktop.kits.schema FOLDER`` writes it anew.
"""

import json
import sys
from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from ogp_desktop.kits.model import KitStructure
from ogp_desktop.kits.texts import EACH, SHAPE, Shape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string", "minLength": 1}


def schemas() -> Mapping[str, dict[str, Any]]:
    """Return the schema of each kind of file, by file name."""
    structure = msgspec.json.schema(KitStructure)
    for table in structure["$defs"].values():
        # Python keeps the indentation of a docstring up to 3.12, and drops it from 3.13 on.
        table["description"] = cleandoc(table["description"])
    return {
        "kit.schema.json": {"$schema": _DIALECT, "title": "kit.toml", **structure},
        "text.schema.json": {
            "$schema": _DIALECT,
            "title": "text.<language>.toml",
            **_tables(SHAPE),
        },
    }


def _tables(shape: Shape) -> dict[str, Any]:
    names = {name: _value(inner) for name, inner in shape.items() if name != EACH}
    table: dict[str, Any] = {"type": "object", "additionalProperties": False}
    if names:
        table["properties"] = names
        table["required"] = [name for name, inner in shape.items() if inner is True]
    if EACH in shape:
        table["additionalProperties"] = _value(shape[EACH])
    return table


def _value(inner: Shape | bool) -> dict[str, Any]:
    return _TEXT if isinstance(inner, bool) else _tables(inner)


def write(folder: Path) -> None:
    """Write each schema into a folder, as text that people can compare."""
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
