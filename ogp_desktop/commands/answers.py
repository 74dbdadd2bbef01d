"""What a command prints: text for people or JSON for programs, and the sentence for an error."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ogp_desktop import wiring
from ogp_desktop.domain.errors import DomainError, Trouble
from ogp_desktop.wiring import Folders

_SENTENCES = {
    "out_of_range": "{field} must be between {low} and {high}",
    "counts_exceed_people": "{field}: more than the {people} people in the room",
    "damaged": "the data file is damaged; open the window to put a copy back",
    "newer_file": "the data file was written by a newer version of the program",
    "disk_full": "the disk is full",
    "locked": "another program holds the data file",
    "read_only": "the data file may not be written",
    "cannot_open": "the data file cannot be opened",
    "address_in_use": "{host}:{port} is taken by another program",
    "not_found": "nothing is found under {what}",
}


def folders(asked: argparse.Namespace) -> Folders:
    """Return the folders that the person named, or the usual ones."""
    return wiring.folders(getattr(asked, "data_dir", None))


def answer(asked: argparse.Namespace, value: Any, lines: Iterable[str]) -> int:
    """Print the value as JSON where that was asked, else the lines; return success."""
    if asked.json:
        print(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            print(line)
    return 0


def say(line: str) -> None:
    """Tell how far the work is, beside the answer."""
    print(line, file=sys.stderr, flush=True)


def explain(error: DomainError) -> str:
    """Return one sentence that names the field or the file."""
    sentence = _SENTENCES.get(error.code)
    if sentence is not None:
        try:
            return sentence.format_map(error.data)
        except KeyError:
            pass
    facts = ", ".join(f"{name}: {value}" for name, value in error.data.items())
    kind = "cannot go on" if isinstance(error, Trouble) else "refused"
    return f"{kind} ({error.code}{'; ' if facts else ''}{facts})"


def existing(path: Path) -> Path:
    """Return the path; raise ``Trouble("not_found")`` when nothing is there."""
    if not path.exists():
        raise Trouble("not_found", what=str(path))
    return path
