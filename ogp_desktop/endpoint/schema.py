"""The published JSON Schema of a submission, made from the types themselves.

``python -m ogp_desktop.endpoint.schema FILE`` writes it; a test holds the file up to date.
"""

import json
import sys
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from ogp_desktop.domain.submission import MEDIA_TYPE, Submission


def submission_schema() -> bytes:
    """Return the JSON Schema (2020-12) for the structure; counts and ids have rules beyond it."""
    schema = msgspec.json.schema(Submission)
    for definition in schema["$defs"].values():
        _close(definition)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Submission",
        "description": f"Media type {MEDIA_TYPE}, in canonical form: sorted keys, no spaces, NFC.",
    }
    text = json.dumps(head | schema, indent=2, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()


def _close(definition: dict[str, Any]) -> None:
    """Say what reading does: every field is there, and no other."""
    if "description" in definition:
        # Python 3.13 strips the margin of a docstring, earlier ones keep it.
        definition["description"] = cleandoc(definition["description"])
    if "properties" in definition:
        definition["required"] = sorted(definition["properties"])
        definition["additionalProperties"] = False
        for field in definition["properties"].values():
            field.pop("default", None)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(submission_schema())
