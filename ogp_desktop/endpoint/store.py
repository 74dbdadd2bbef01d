"""What the endpoint keeps: the bytes as they came, once for each id, on SQLite or PostgreSQL.

The primary key decides who came first (insert on conflict do nothing), never a look before the
write, so that any number of workers may store at the same time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    Engine,
    Executable,
    Select,
    Table,
    bindparam,
    delete,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.submission import Submission
from ogp_desktop.endpoint.database import POSTGRESQL, SQLITE, engine_at, told_as_trouble
from ogp_desktop.endpoint.kept_bundles import KeptBundles
from ogp_desktop.endpoint.search import LONGEST_PAGE, Place, Wanted, conditions
from ogp_desktop.endpoint.tables import (
    found_by,
    make_tables,
    submission_table,
    token_table,
)

_INSERTS: Mapping[str, Callable[[Table], Any]] = {
    SQLITE: sqlite.insert,
    POSTGRESQL: postgresql.insert,
}
ALL = Wanted()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSubmission:
    """What is known of a stored submission beside its bytes; times are ISO text in UTC.

    ``held_on`` is the date of the meeting, ``language`` that of the notes.
    """

    id: SubmissionId
    sha256: str
    size: int
    kit_id: str
    kit_version: str
    replaces: SubmissionId | None
    stored_at: str
    held_on: str | None
    language: str | None
    withdrawn_at: str | None = None


Page = list[tuple[StoredSubmission, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredToken:
    """A token as it is kept: its digest and what it allows, never the token."""

    sha256: str
    scope: str
    created_at: str


class Store:
    """The tables at one database address; raises ``Trouble("database")`` when it says no."""

    def __init__(self, database_url: str) -> None:
        with told_as_trouble():
            self._engine = engine_at(database_url)
            # Made once: to build a statement takes longer than to run it.
            self._insert = _insert_unless_taken(self._engine)
            self.bundles = KeptBundles(self._engine)
            try:
                make_tables(self._engine)
            except SQLAlchemyError:
                self._engine.dispose()
                raise

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(
        self, submission: Submission, data: bytes, *, now: datetime
    ) -> tuple[StoredSubmission, bool]:
        """Store the bytes unless the id is taken; return what is stored, and whether it is new.

        The caller compares ``sha256`` and ``withdrawn_at``: an id that is taken stays so for good.
        """
        found = found_by(submission)
        row = StoredSubmission(
            id=submission.id,
            sha256=sha256_hex(data),
            size=len(data),
            kit_id=submission.kit.id,
            kit_version=submission.kit.version,
            replaces=submission.replaces,
            stored_at=now.isoformat(),
            held_on=found["held_on"],
            language=found["language"],
        )
        values = {name: getattr(row, name) for name in StoredSubmission.__slots__}
        with told_as_trouble(), self._engine.begin() as connection:
            new = connection.execute(self._insert, values | {"body": data, "words": found["words"]})
            if new.first() is not None:
                return row, True
            stored = connection.execute(_ONE, {"wanted": submission.id}).mappings().one()
        return StoredSubmission(**stored), False

    def body(self, submission_id: str) -> bytes | None:
        """Return the stored bytes, ``None`` when there are none or they were withdrawn."""
        row = submission_table.c
        found = select(row.body).where(row.id == submission_id, row.withdrawn_at.is_(None))
        with told_as_trouble(), self._engine.connect() as connection:
            return connection.execute(found).scalar_one_or_none()

    def withdrawn_at(self, submission_id: str) -> str | None:
        """Return when what was under this id was withdrawn, ``None`` when it was not."""
        row = submission_table.c
        found = select(row.withdrawn_at).where(row.id == submission_id)
        with told_as_trouble(), self._engine.connect() as connection:
            return connection.execute(found).scalar_one_or_none()

    def empty(self, submission_id: str, *, now: datetime) -> bool:
        """Withdraw: take away all but id, digest and times; tell whether there was something.

        SQLite overwrites what it frees, and its write-ahead log is cut at once, or by the last
        reader that still needs it. PostgreSQL marks the space as free here, overwrites it in time,
        and keeps older log segments until they are recycled: ``compact`` rewrites the table. Copies
        and archives that the operator makes are out of reach.
        """
        row = submission_table.c
        emptied = {"body": b"", "size": 0, "kit_id": "", "kit_version": "", "words": ""}
        emptied |= dict.fromkeys(("replaces", "held_on", "language"))
        withdrawn = (
            update(submission_table)
            .where(row.id == submission_id, row.withdrawn_at.is_(None))
            .values(withdrawn_at=now.isoformat(), **emptied)
        )
        with told_as_trouble(), self._engine.begin() as connection:
            was_there = connection.execute(withdrawn).rowcount > 0
        if was_there:
            self._maintain("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM submission")
        return was_there

    def compact(self) -> None:
        """Rewrite the file, or the table, so that nothing withdrawn is left in free space."""
        self._maintain("VACUUM", "VACUUM (FULL) submission")
        self._maintain("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM token")

    def _maintain(self, on_sqlite: str, on_postgresql: str) -> None:
        statement = on_sqlite if self._engine.dialect.name == "sqlite" else on_postgresql
        autocommit = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        with told_as_trouble(), autocommit.connect() as connection:
            connection.execute(text(statement))

    def listed(
        self, wanted: Wanted = ALL, *, after: Place | None = None, limit: int | None = None
    ) -> tuple[StoredSubmission, ...]:
        """Return what is wanted, first stored first, at most ``limit`` of it.

        Workers commit in no fixed order: a row may still come to stand a few seconds before the
        last one that was seen. Who asks again for what is new asks from a day earlier on.
        """
        return tuple(self._rows(_in_order(_listing(), wanted, after).limit(limit)))

    def pages(self, wanted: Wanted = ALL) -> Iterator[Page]:
        """Return all that is wanted with its bytes, in pages; no transaction outlives a page."""
        after: Place | None = None
        while True:
            found = _in_order(_listing().add_columns(submission_table.c.body), wanted, after)
            with told_as_trouble(), self._engine.connect() as connection:
                rows = connection.execute(found.limit(LONGEST_PAGE)).all()
            page = [(StoredSubmission(**_without_body(row)), row.body) for row in rows]
            if page:
                yield page
            if len(page) < LONGEST_PAGE:
                return
            after = Place(stored_at=page[-1][0].stored_at, id=page[-1][0].id)

    def _rows(self, wanted: Select[Any]) -> list[StoredSubmission]:
        with told_as_trouble(), self._engine.connect() as connection:
            rows = connection.execute(wanted).mappings()
            return [StoredSubmission(**row) for row in rows]

    def add_token(self, token_sha256: str, scope: str, *, now: datetime) -> None:
        """Store the digest of a token with what it allows."""
        row = {"sha256": token_sha256, "scope": scope, "created_at": now.isoformat()}
        with told_as_trouble(), self._engine.begin() as connection:
            connection.execute(token_table.insert().values(row))

    def scope(self, token_sha256: str) -> str | None:
        """Return what the token with this digest allows, ``None`` when it is unknown."""
        with told_as_trouble(), self._engine.connect() as connection:
            return connection.execute(_SCOPE, {"wanted": token_sha256}).scalar_one_or_none()

    def tokens(self) -> tuple[StoredToken, ...]:
        """Return every token as it is kept, the oldest first."""
        row = token_table.c
        found = select(token_table).order_by(row.created_at, row.sha256)
        with told_as_trouble(), self._engine.connect() as connection:
            return tuple(StoredToken(**one) for one in connection.execute(found).mappings())

    def remove_token(self, token_sha256: str) -> None:
        """Let a token allow nothing from now on."""
        gone = delete(token_table).where(token_table.c.sha256 == token_sha256)
        with told_as_trouble(), self._engine.begin() as connection:
            connection.execute(gone)


def _listing() -> Select[Any]:
    return select(*(submission_table.c[name] for name in StoredSubmission.__slots__))


_ONE = _listing().where(submission_table.c.id == bindparam("wanted"))
_SCOPE = select(token_table.c.scope).where(token_table.c.sha256 == bindparam("wanted"))


def _insert_unless_taken(engine: Engine) -> Executable:
    insert = _INSERTS[engine.dialect.name](submission_table)
    unless_taken = insert.on_conflict_do_nothing(index_elements=["id"])
    return cast("Executable", unless_taken.returning(submission_table.c.id))


def _in_order(rows: Select[Any], wanted: Wanted, after: Place | None) -> Select[Any]:
    order = submission_table.c
    return rows.where(*conditions(wanted, after)).order_by(order.stored_at, order.id)


def _without_body(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if name != "body"}  # noqa: SLF001
