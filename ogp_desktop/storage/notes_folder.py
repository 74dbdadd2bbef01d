"""Tells whether a folder can hold the data file, before anything is kept in it."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.storage.upgrade import FileState, look_at

OWN_NAME = "OGP Desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesFolder:
    """A folder that can hold the data file; ``has_notes`` when there is one in it already."""

    path: Path
    has_notes: bool


def notes_folder(chosen: Path, file_name: str) -> NotesFolder:
    """Return where notes go when a person chose this folder; it exists then and can be written.

    ``file_name`` is what the data file is called.

    A folder with other things in it gets one of our own inside: its rights are not ours to change.
    Raises ``Trouble``: ``"cannot_write"``, ``"newer_file"``, ``"damaged"``, ...; then nothing is
    left behind.
    """
    path = chosen if _is_ours(chosen, file_name) else chosen / OWN_NAME
    is_new = not path.exists()
    try:
        _write_in(path)
        has_notes = _look_in(path / file_name)
    except Trouble:
        if is_new:
            with suppress(OSError):
                path.rmdir()
        raise
    return NotesFolder(path=path, has_notes=has_notes)


def _write_in(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path) as probe:
            probe.write(b"written")
    except OSError as error:
        raise Trouble("cannot_write", what=str(path), errno=error.errno) from error


def _look_in(file: Path) -> bool:
    found = look_at(file)
    if found.state is FileState.NEWER:
        raise Trouble("newer_file", version=found.version)
    if found.state is FileState.DAMAGED:
        raise Trouble("damaged")
    return found.state is not FileState.MISSING


def _is_ours(folder: Path, file_name: str) -> bool:
    """Tell whether a folder is empty, or holds our data file."""
    if (folder / file_name).exists():
        return True
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError as error:
        raise Trouble("cannot_write", what=str(folder), errno=error.errno) from error
