"""What organisers take away: CSV for spreadsheets, JSON Lines for programs, both as they are read.

JSON Lines are the exact bytes of each submission, one a line: a line's SHA-256 is the receipt's.
CSV has one row for each observation, in UTF-8 with a byte order mark (spreadsheets ask for it) and
CRLF. A spreadsheet may take text for a formula, so in CSV an apostrophe stands before whatever
could start one, also behind separators, for a program may split a row at the wrong one. The exact
words are in the JSON Lines.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, fields

from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.endpoint.observation_rows import ObservationRow, observation_rows
from ogp_desktop.endpoint.store import Page, StoredSubmission

BOM = "\ufeff"
_NOTHING = ObservationRow(part="nothing")
_OF_ALL = (
    "id",
    "revision",
    "replaces",
    "stored_at",
    "kit_id",
    "kit_version",
    "held_on",
    "country",
    "place",
    "language",
    "people",
    "people_up_to",
    "publication",
    "attribution",
)
COLUMNS = (*_OF_ALL, *(one.name for one in fields(ObservationRow)))

_FORMULA = re.compile(r"((?:^|[;,|\t\r\n])[\s\"']*)(?=[=+\-@\uff0b\uff0d\uff1d\uff20])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One form of an export, given out part by part while the database is read."""

    media_type: str
    parts: Callable[[Iterable[Page]], Iterator[bytes]]


def defused(text: str) -> str:
    """Return the text as a spreadsheet shows it, and never reckons with it."""
    return _FORMULA.sub(r"\1'", text)


def _csv(pages: Iterable[Page]) -> Iterator[bytes]:
    yield (BOM + _rows([COLUMNS])).encode()
    for page in pages:
        yield _rows(row for stored, data in page for row in _observed(stored, data)).encode()


def _json_lines(pages: Iterable[Page]) -> Iterator[bytes]:
    for page in pages:
        yield b"".join(data + b"\n" for _, data in page)


EXPORTS = {
    "csv": Export(media_type="text/csv; charset=utf-8; header=present", parts=_csv),
    "jsonl": Export(media_type="application/jsonl", parts=_json_lines),
}


def _observed(stored: StoredSubmission, data: bytes) -> Iterator[tuple[object, ...]]:
    submission = submission_from_bytes(data)
    meeting, people = submission.meeting, submission.participants
    of_all = (
        submission.id,
        submission.revision,
        submission.replaces or "",
        stored.stored_at,
        submission.kit.id,
        submission.kit.version,
        meeting.date,
        meeting.country or "",
        meeting.place or "",
        meeting.notes_language,
        people.total,
        "" if people.total_up_to is None else people.total_up_to,
        submission.consent.publication.value,
        submission.consent.attribution.value,
    )
    rows = list(observation_rows(submission)) or [_NOTHING]
    yield from ((*of_all, *astuple(row)) for row in rows)


def _rows(rows: Iterable[tuple[object, ...]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    for row in rows:
        writer.writerow(
            defused(cell) if isinstance(cell, str) else "" if cell is None else cell for cell in row
        )
    return text.getvalue()
