"""What a person prefers, in one typed and versioned file that is always whole on disk.

A file that cannot be read is put aside, never overwritten, and the defaults serve meanwhile.
"""

import os
from pathlib import Path
from typing import Literal

import msgspec

VERSION = 1


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that Settings shows. ``text_scale`` runs from 1.0 to 2.0."""

    version: int = VERSION
    language: str | None = None
    scheme: Literal["system", "light", "dark"] = "system"
    text_scale: float = 1.0
    has_single_keys: bool = True
    shows_key_hints: bool = True
    shows_whole_minutes: bool = False
    data_folder: str | None = None


def load(path: Path) -> Preferences:
    """Return the preferences in the file; defaults when there is none or it cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Preferences)
    except FileNotFoundError:
        return Preferences()
    except (OSError, msgspec.DecodeError):
        unread = path.with_suffix(".unread.json")
        path.replace(unread)
        return Preferences()


def save(path: Path, preferences: Preferences) -> None:
    """Write the preferences so that a crash leaves either the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_bytes(msgspec.json.format(msgspec.json.encode(preferences)))
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    partial.replace(path)


def with_text_scale(preferences: Preferences, text_scale: float) -> Preferences:
    """Return the preferences with another text size (1.0 to 2.0)."""
    return msgspec.structs.replace(preferences, text_scale=text_scale)


def changed(preferences: Preferences, **parts: object) -> Preferences:
    """Return the preferences with some parts replaced."""
    return msgspec.structs.replace(preferences, **parts)
