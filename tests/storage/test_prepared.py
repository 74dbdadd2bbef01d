"""A prepared statement does what it does through SQLAlchemy, and forgets nothing."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.storage import schema
from ogp_desktop.storage.engine import READ_ONLY, driver_of, open_engine
from ogp_desktop.storage.prepared import Prepared
from ogp_desktop.storage.trouble import troubles_named

DROP = Prepared(schema.draft.delete().where(schema.draft.c.conversation_id == bindparam("of")))


def test_values_are_bound_beside_the_constants_of_the_statement(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "file.sqlite3")
    schema.kit_copy.create(engine)
    columns = [column.name for column in schema.kit_copy.columns]
    keep = Prepared(insert(schema.kit_copy).values(body=b"'); --"), columns=columns[:-1])
    given = {name: f"{name} :of" for name in columns if name != "body"}
    with engine.connect() as connection, connection.begin():
        keep.on(connection, given)
    with engine.connect() as connection:
        row = connection.execute(select(schema.kit_copy)).mappings().one()
    assert dict(row) == {**given, "body": b"'); --"}
    engine.dispose()


def test_value_left_out_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "file.sqlite3")
    schema.metadata.create_all(engine)
    with engine.connect() as connection, pytest.raises(sqlite3.ProgrammingError, match="of"):
        DROP.on(connection, {})
    engine.dispose()


def test_trouble_of_the_file_is_named_as_through_sqlalchemy(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "file.sqlite3")
    schema.metadata.create_all(engine)
    with engine.connect() as other, other.begin():
        connection = engine.connect().execution_options(**{READ_ONLY: True})
        driver_of(connection).execute("PRAGMA busy_timeout=0")
        with connection, pytest.raises(Trouble, match="locked"), troubles_named():
            DROP.on(connection, {"of": "one"})
    engine.dispose()
