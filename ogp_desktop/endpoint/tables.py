"""The endpoint's tables, made or brought up to date when a worker starts.

A submission has one row for good. Withdrawn, the row stays with its id, digest and times alone, so
that the primary key still says that this id is taken.
"""

from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.schema import CreateColumn

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.domain.submission import Submission
from ogp_desktop.endpoint.observation_rows import words_of

metadata = MetaData()

_ORDERED = Text().with_variant(Text(collation="C"), "postgresql")
"""Text whose order is that of its letters' codes, as SQLite has it, whatever the server speaks."""

submission_table = Table(
    "submission",
    metadata,
    Column("id", _ORDERED, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("kit_id", Text, nullable=False),
    Column("kit_version", Text, nullable=False),
    Column("replaces", Text),
    Column("stored_at", _ORDERED, nullable=False),
    Column("held_on", _ORDERED),
    Column("language", Text),
    Column("words", Text),
    Column("withdrawn_at", Text),
    Index("ix_submission_stored_at", "stored_at"),
)

bundle_table = Table(
    "bundle",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("kept_at", Text, nullable=False),
    Column("answer", LargeBinary),
)
"""Encrypted bundles that a courier brought to an endpoint that cannot open them, as they came."""

token_table = Table(
    "token",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("created_at", Text, nullable=False),
)

_START_LOCK = 0x0697
_AT_ONCE = 200


def found_by(submission: Submission) -> dict[str, Any]:
    """Return the columns that a submission is searched by."""
    meeting = submission.meeting
    return {
        "held_on": meeting.date,
        "language": meeting.notes_language,
        "words": words_of(submission),
    }


def make_tables(engine: Engine) -> None:
    """Make what is missing; of workers that start at once, one does and the others wait for it."""
    is_postgresql = engine.dialect.name == "postgresql"
    whole = engine.execution_options(isolation_level="READ COMMITTED") if is_postgresql else engine
    with whole.begin() as connection:
        if is_postgresql:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _START_LOCK})
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        metadata.create_all(connection)
        if _add_columns(connection):
            _fill(connection)


def _add_columns(connection: Connection) -> bool:
    """Add the columns that a table of an earlier version lacks; tell whether there were any."""
    known = {column["name"] for column in inspect(connection).get_columns("submission")}
    missing = [column for column in submission_table.columns if column.name not in known]
    for column in missing:
        definition = CreateColumn(column).compile(dialect=connection.dialect)
        connection.execute(text(f"ALTER TABLE submission ADD COLUMN {definition}"))
    return bool(missing)


def _fill(connection: Connection) -> None:
    """Make what was stored by an earlier version findable."""
    columns = submission_table.c
    lacking = select(columns.id, columns.body).where(columns.words.is_(None)).limit(_AT_ONCE)
    while rows := connection.execute(lacking).all():
        for row in rows:
            try:
                found = found_by(submission_from_bytes(row.body))
            except Refusal:  # kept and handed out all the same
                found = {"words": ""}
            connection.execute(update(submission_table).where(columns.id == row.id).values(**found))
