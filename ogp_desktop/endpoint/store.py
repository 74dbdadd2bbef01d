"""What the endpoint keeps: the bytes as they came, once for each id, in any SQL database.

The primary key decides who came first, never a look before the write, so that any number of
workers may store at the same time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    Table,
    Text,
    create_engine,
    event,
    insert,
    make_url,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError, SQLAlchemyError

from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.submission import Submission

metadata = MetaData()

submission_table = Table(
    "submission",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("kit_id", Text, nullable=False),
    Column("kit_version", Text, nullable=False),
    Column("replaces", Text),
    Column("stored_at", Text, nullable=False),
    Index("ix_submission_stored_at", "stored_at"),
)

token_table = Table(
    "token",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("created_at", Text, nullable=False),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSubmission:
    """What is known of a stored submission beside its bytes; ``stored_at`` is ISO text in UTC."""

    id: SubmissionId
    sha256: str
    size: int
    kit_id: str
    kit_version: str
    replaces: SubmissionId | None
    stored_at: str


class Store:
    """The tables at one database address; raises ``Trouble("database")`` when it says no."""

    def __init__(self, database_url: str) -> None:
        with _in_words():
            self._engine = _engine(database_url)
            try:
                _make_tables(self._engine)
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

        The caller compares ``sha256``: an id that is taken keeps its first bytes for good.
        """
        row = StoredSubmission(
            id=submission.id,
            sha256=sha256_hex(data),
            size=len(data),
            kit_id=submission.kit.id,
            kit_version=submission.kit.version,
            replaces=submission.replaces,
            stored_at=now.isoformat(),
        )
        values = {name: getattr(row, name) for name in StoredSubmission.__slots__}
        with _in_words():
            try:
                with self._engine.begin() as connection:
                    connection.execute(insert(submission_table).values(body=data, **values))
            except IntegrityError:
                return self._row(submission.id), False
        return row, True

    def body(self, submission_id: str) -> bytes | None:
        """Return the stored bytes, ``None`` when there are none."""
        found = select(submission_table.c.body).where(submission_table.c.id == submission_id)
        with _in_words(), self._engine.connect() as connection:
            return connection.execute(found).scalar_one_or_none()

    def listed(self) -> tuple[StoredSubmission, ...]:
        """Return all that is stored, oldest first."""
        order = submission_table.c
        return tuple(self._rows(_listing().order_by(order.stored_at, order.id)))

    def _row(self, submission_id: SubmissionId) -> StoredSubmission:
        (row,) = self._rows(_listing().where(submission_table.c.id == submission_id))
        return row

    def _rows(self, wanted: Select[Any]) -> list[StoredSubmission]:
        with _in_words(), self._engine.connect() as connection:
            rows = connection.execute(wanted).mappings()
            return [StoredSubmission(**row) for row in rows]

    def keep_bundle(self, data: bytes, *, now: datetime) -> bytes | None:
        """Keep an encrypted bundle; return the receipts for it if it was opened meanwhile."""
        name, table = sha256_hex(data), bundle_table
        row = {"sha256": name, "body": data, "kept_at": now.isoformat()}
        with _in_words():
            try:
                with self._engine.begin() as connection:
                    connection.execute(insert(table).values(row))
            except IntegrityError:
                with self._engine.connect() as connection:
                    found = select(table.c.answer).where(table.c.sha256 == name)
                    answer: bytes | None = connection.execute(found).scalar_one()
                    return answer
        return None

    def kept_bundles(self) -> Iterator[bytes]:
        """Return one after the other the bundles that nobody opened yet, oldest first."""
        table = bundle_table
        waiting = select(table.c.sha256).where(table.c.answer.is_(None)).order_by(table.c.kept_at)
        with _in_words(), self._engine.connect() as connection:
            names = connection.execute(waiting).scalars().all()
        for name in names:
            with _in_words(), self._engine.connect() as connection:
                body = select(table.c.body).where(table.c.sha256 == name)
                data: bytes = connection.execute(body).scalar_one()
            yield data

    def answer_bundle(self, data: bytes, answer: bytes) -> None:
        """Keep the receipts for a bundle that was kept, for the courier who asks again."""
        table = bundle_table
        answered = update(table).where(table.c.sha256 == sha256_hex(data)).values(answer=answer)
        with _in_words(), self._engine.begin() as connection:
            connection.execute(answered)

    def add_token(self, token_sha256: str, scope: str, *, now: datetime) -> None:
        """Store the digest of a token with what it allows."""
        row = {"sha256": token_sha256, "scope": scope, "created_at": now.isoformat()}
        with _in_words(), self._engine.begin() as connection:
            connection.execute(insert(token_table).values(row))

    def scope(self, token_sha256: str) -> str | None:
        """Return what the token with this digest allows, ``None`` when it is unknown."""
        found = select(token_table.c.scope).where(token_table.c.sha256 == token_sha256)
        with _in_words(), self._engine.connect() as connection:
            return connection.execute(found).scalar_one_or_none()


def _listing() -> Select[Any]:
    return select(*(submission_table.c[name] for name in StoredSubmission.__slots__))


def _engine(database_url: str) -> Engine:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    # hide_parameters: nobody's words in an error message, and so in no log.
    is_remote = url.get_backend_name() != "sqlite"
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=is_remote)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
    return engine


def _make_tables(engine: Engine) -> None:
    """Make what is missing; of workers that start at once, one does and the others find it."""
    try:
        metadata.create_all(engine)
    except (IntegrityError, OperationalError, ProgrammingError):
        metadata.create_all(engine)


def _durable(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn the database's errors into data; their own text may hold the password of the address."""
    try:
        yield
    except SQLAlchemyError as error:
        raise Trouble("database", kind=type(error).__name__) from error
