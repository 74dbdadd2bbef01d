"""What a person prefers, in one typed and versioned file that is always whole on disk.

A file that cannot be read is put aside, never overwritten, and the defaults serve meanwhile. Read
with the standard library alone: the first paint waits for it.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from types import NoneType
from typing import Any, Literal

VERSION = 1
SCHEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Everything that Settings shows. ``text_scale`` runs from 1.0 to 2.0."""

    version: int = VERSION
    language: str | None = None
    scheme: Literal["system", "light", "dark"] = "system"
    text_scale: float = 1.0
    has_single_keys: bool = True
    shows_key_hints: bool = True
    shows_whole_minutes: bool = False
    plays_sound: bool = False
    data_folder: str | None = None


def load(path: Path) -> Preferences:
    """Return the preferences in the file; defaults when there is none or it cannot be read."""
    try:
        return _checked(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError, RecursionError):
        with suppress(OSError):  # a folder that may not be written is no reason not to start
            path.replace(path.with_suffix(".unread.json"))
        return Preferences()


def _checked(found: Any) -> Preferences:
    if not isinstance(found, dict):
        raise ValueError("no object")  # noqa: TRY004  one kind of error for a file that is wrong
    known = {field.name: found[field.name] for field in fields(Preferences) if field.name in found}
    for name, value in known.items():
        default = getattr(Preferences(), name)
        kinds = (str, NoneType) if default is None else (type(default),)
        if isinstance(default, float):
            known[name] = value = float(value) if type(value) is int else value
        if type(value) not in kinds:
            raise ValueError(name)
    if known.get("scheme", "system") not in SCHEMES:
        raise ValueError("scheme")
    return Preferences(**known)


def save(path: Path, preferences: Preferences) -> None:
    """Write the preferences so that a crash leaves either the old file or the new one.

    Raises ``OSError`` when the file cannot be written; the old one stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    with partial.open("w", encoding="utf-8") as file:
        json.dump(asdict(preferences), file, indent=2, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def with_text_scale(preferences: Preferences, text_scale: float) -> Preferences:
    """Return the preferences with another text size (1.0 to 2.0)."""
    return replace(preferences, text_scale=text_scale)


def changed(preferences: Preferences, **parts: Any) -> Preferences:
    """Return the preferences with some parts replaced."""
    return replace(preferences, **parts)
