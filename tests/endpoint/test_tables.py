"""A database of an earlier version is brought up to date when the endpoint starts."""

from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.endpoint.search import Wanted
from ogp_desktop.endpoint.store import Store
from tests.support.asking import numbered

_FIRST = (
    "CREATE TABLE submission (id TEXT NOT NULL, sha256 TEXT NOT NULL, body {bytes} NOT NULL,"
    " size INTEGER NOT NULL, kit_id TEXT NOT NULL, kit_version TEXT NOT NULL, replaces TEXT,"
    " stored_at TEXT NOT NULL, PRIMARY KEY (id))"
)
_ROW = (
    "INSERT INTO submission (id, sha256, body, size, kit_id, kit_version, stored_at)"
    " VALUES (:id, :sha256, :body, :size, 'k', '1', :stored_at)"
)


def test_earlier_database_keeps_its_rows_and_can_be_searched(database_url: str) -> None:
    many = [numbered(number) for number in range(5)]
    engine = create_engine(database_url)
    kind = "BLOB" if engine.dialect.name == "sqlite" else "BYTEA"
    rows = [
        {
            "id": one.submission.id,
            "sha256": one.sha256,
            "body": one.data,
            "size": len(one.data),
            "stored_at": "2022-07-06T09:00:00+00:00",
        }
        for one in many
    ]
    unreadable = rows[0] | {"id": "00000000-0000-4000-8000-000000000999", "body": b"not ours"}
    with engine.begin() as connection:
        connection.execute(text(_FIRST.format(bytes=kind)))
        connection.execute(text(_ROW), [*rows, unreadable])
    engine.dispose()
    with closing(Store(database_url)) as store:
        found = store.listed(Wanted(text="arrete du maire", language="fr"))
        assert [one.id for one in found] == [one.submission.id for one in many]
        assert len(store.listed()) == len(many) + 1
        assert store.body(many[0].submission.id) == many[0].data
    with closing(Store(database_url)) as again:
        assert len(again.listed()) == len(many) + 1


def test_other_kind_of_database_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        Store("mysql+pymysql://host/name")
    assert caught.value.code == "unknown_database"
