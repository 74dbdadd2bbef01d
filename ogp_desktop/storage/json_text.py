"""Writes frozen dataclasses as JSON text in a column and reads them back, strictly typed."""

from typing import TypeVar

import msgspec

T = TypeVar("T")


def to_json(value: object) -> str:
    """Return compact JSON with sorted keys, so that equal values give equal text."""
    return msgspec.json.encode(value, order="deterministic").decode()


def from_json(text: str, kind: type[T]) -> T:
    """Return the value of the given type that ``text`` holds; raise ``msgspec.ValidationError``."""
    return msgspec.json.decode(text, type=kind)
