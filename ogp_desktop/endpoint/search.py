"""What an organiser looks for, and where a page of it ends; unknown wishes are refused by name."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, tuple_

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.sealing import is_uuid
from ogp_desktop.endpoint.observation_rows import folded
from ogp_desktop.endpoint.tables import submission_table

LONGEST_PAGE, USUAL_PAGE = 500, 100
_LONGEST_WISH = 200
_DATES = ("held_from", "held_until", "stored_from", "stored_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """All that is stored and not withdrawn, less whatever does not fit a wish that is given.

    Dates are ``YYYY-MM-DD``, both ends included: of the meeting (``held``), or of the storing in
    UTC (``stored``). A meeting whose day is unknown is in every range that touches its month.
    ``text`` is looked for in what people wrote, without case and accents; it reads through every
    row that the other wishes leave.
    """

    text: str | None = None
    kit: str | None = None
    language: str | None = None
    held_from: str | None = None
    held_until: str | None = None
    stored_from: str | None = None
    stored_until: str | None = None

    def __post_init__(self) -> None:
        for one in fields(self):
            wish = getattr(self, one.name)
            if wish is None:
                continue
            is_fit = one.name not in _DATES or _is_date(wish)
            if not (wish.strip() and wish.isprintable() and is_fit and len(wish) <= _LONGEST_WISH):
                raise Refusal("bad_query", field=one.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page ended: the row after it has a later time, or the same and a later id."""

    stored_at: str
    id: str

    def cursor(self) -> str:
        """Return it as text that stands in an address."""
        return urlsafe_b64encode(f"{self.stored_at} {self.id}".encode()).decode().rstrip("=")


def place_of(cursor: str) -> Place:
    """Return the place that a cursor means; raise ``Refusal("bad_query", field="cursor")``."""
    try:
        raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError as error:
        raise Refusal("bad_query", field="cursor") from error
    stored_at, _, found_id = raw.partition(" ")
    if not (is_uuid(found_id) and stored_at.isprintable()):
        raise Refusal("bad_query", field="cursor")
    return Place(stored_at=stored_at, id=found_id)


def wanted_from(asked: Mapping[str, str]) -> Wanted:
    """Return the wishes; raise ``Refusal("bad_query")`` with the ``field`` nobody can fulfil."""
    known = {one.name for one in fields(Wanted)}
    for name in asked:
        if name not in known:
            raise Refusal("bad_query", field=name[:80])
    return Wanted(**asked)


def page_length(asked: str) -> int:
    """Return how many rows a page may have."""
    if not (asked.isascii() and asked.isdigit() and len(asked) < 6):
        raise Refusal("bad_query", field="limit")
    if not 1 <= int(asked) <= LONGEST_PAGE:
        raise Refusal("bad_query", field="limit")
    return int(asked)


def conditions(wanted: Wanted, after: Place | None) -> list[ColumnElement[Any]]:
    """Return what a row must fulfil."""
    row = submission_table.c
    found: list[ColumnElement[Any]] = [row.withdrawn_at.is_(None)]
    if after is not None:
        found.append(tuple_(row.stored_at, row.id) > (after.stored_at, after.id))
    if wanted.kit:
        found.append(row.kit_id == wanted.kit)
    if wanted.language:
        found.append(row.language == wanted.language)
    if wanted.held_from:
        month = wanted.held_from[: len("2022-07")]
        found.append(or_(row.held_on >= wanted.held_from, row.held_on == month))
    if wanted.held_until:
        found.append(row.held_on <= wanted.held_until)
    if wanted.stored_from:
        found.append(row.stored_at >= wanted.stored_from)
    if wanted.stored_until:
        found.append(row.stored_at < _day_after(wanted.stored_until))
    if wanted.text:
        found.append(row.words.contains(folded(wanted.text), autoescape=True))
    return found


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _day_after(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except OverflowError:
        return "9999-12-32"
