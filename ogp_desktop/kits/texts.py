"""Which texts a kit must hold in each language: one key for every word that people will read.

A text file is nested tables; a key is the path to a text, joined by dots
(``questions.q1.prompts.take.short``).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ogp_desktop.kits.model import KitStructure

Shape = Mapping[str, Any]

EACH = "*"
"""Stands for the id of every item that the structure lists under this name."""

SLOT_LINK = re.compile(r"(?<!!)\[(?P<label>[^\[\]]*)\]\(link:(?P<slot>[a-z0-9_]+)\)")
"""A Markdown link to one of the kit's link slots, the only kind of link a text may hold."""

REQUIRED, OPTIONAL = True, False

SHAPE: Shape = {
    "title": REQUIRED,
    "subtitle": REQUIRED,
    "purpose": REQUIRED,
    "closed_note": OPTIONAL,
    "parts": {EACH: {"title": REQUIRED, "intro": REQUIRED}},
    "questions": {
        EACH: {
            "theme": REQUIRED,
            "text": REQUIRED,
            "individual": OPTIONAL,
            "prompts": {
                EACH: {
                    "text": REQUIRED,
                    "short": REQUIRED,
                    "not_asked": REQUIRED,
                    "examples": OPTIONAL,
                    "individual": OPTIONAL,
                }
            },
            "choices": {
                EACH: {
                    "text": REQUIRED,
                    "first": REQUIRED,
                    "second": REQUIRED,
                    "first_short": REQUIRED,
                    "second_short": REQUIRED,
                }
            },
            "kinds": {EACH: {"label": REQUIRED, "short": OPTIONAL}},
        }
    },
    "groups": {EACH: REQUIRED},
    "consent": {
        "title": REQUIRED,
        "spoken": REQUIRED,
        "points": {EACH: REQUIRED},
        "attribution": {EACH: {"title": REQUIRED, "spoken": REQUIRED}},
    },
    "guidance": {EACH: {"title": REQUIRED, "body": REQUIRED}},
    "definitions": {EACH: {"term": REQUIRED, "text": REQUIRED}},
    "facts": {EACH: {"figure": REQUIRED, "label": REQUIRED}},
    "links": {EACH: {"label": REQUIRED, "note": OPTIONAL}},
    "sections": {
        EACH: {
            "title": REQUIRED,
            "note": OPTIONAL,
            "fields": {EACH: {"label": REQUIRED, "help": OPTIONAL, "choices": {EACH: REQUIRED}}},
        }
    },
    "destinations": {EACH: {"name": REQUIRED, "note": OPTIONAL}},
    "web_forms": {EACH: {"name": REQUIRED, "note": OPTIONAL}},
}


def text_keys(structure: KitStructure) -> dict[str, bool]:
    """Return the key of every text the structure has a place for, and whether it is required."""
    return dict(_keys(SHAPE, structure, ""))


def _keys(shape: Shape, owner: object, prefix: str) -> Iterator[tuple[str, bool]]:
    for name, inner in shape.items():
        if isinstance(inner, bool):
            yield prefix + name, inner
        elif EACH not in inner:
            yield from _keys(inner, getattr(owner, name), f"{prefix}{name}.")
        else:
            for item in getattr(owner, name):
                yield from _item_keys(inner[EACH], item, f"{prefix}{name}.")


def _item_keys(shape: Shape | bool, item: object, prefix: str) -> Iterator[tuple[str, bool]]:
    # An item that has nothing but words is listed by its bare id.
    item_id = str(getattr(item, "id", item))
    if isinstance(shape, bool):
        yield prefix + item_id, shape
    else:
        yield from _keys(shape, item, f"{prefix}{item_id}.")


def flat(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each text of nested tables with its key; what is no table is yielded as it is."""
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value
