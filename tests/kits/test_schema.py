"""The published schemas say what the program reads, today."""

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
