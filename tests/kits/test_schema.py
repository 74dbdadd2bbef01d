"""The published schemas say what the program reads, today."""

import re
from pathlib import Path

from ogp_desktop.kits.schema import schemas, write
from tests.support.kits import BUILT_IN

PUBLISHED = BUILT_IN / "schema"


def test_published_schemas_are_up_to_date(tmp_path: Path) -> None:
    write(tmp_path)
    written = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert written == {file.name: file.read_bytes() for file in PUBLISHED.iterdir()}


def test_schemas_know_no_further_fields() -> None:
    for schema in schemas().values():
        for table in [schema, *schema.get("$defs", {}).values()]:
            if table.get("type") == "object":
                assert table["additionalProperties"] is False


def names(table: object) -> set[str]:
    """Return every field that a schema names, at any depth."""
    if isinstance(table, list):
        return set().union(*map(names, table))
    if not isinstance(table, dict):
        return set()
    own = set(table["properties"]) if isinstance(table.get("properties"), dict) else set()
    return own.union(*map(names, table.values()))


def test_readme_explains_every_field() -> None:
    readme = (BUILT_IN / "README.md").read_text(encoding="utf-8")
    marked = re.findall(r"`([^`]+)`|^#+ (.*)$", readme, re.MULTILINE)
    explained = set(re.findall(r"[a-z_0-9]+", " ".join(map(" ".join, marked))))
    for schema in schemas().values():
        assert names(schema) - explained == set()
