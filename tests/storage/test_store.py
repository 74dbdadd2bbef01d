"""A unit of work is kept whole or not at all, on a connection that is durable and strict."""

import sqlite3
import stat
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from ogp_desktop.domain.clock import moment
from ogp_desktop.domain.conversation import KitPin
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import note_taking
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.engine import BRISK_TIMEOUT_MS, BUSY_TIMEOUT_MS, driver_of
from ogp_desktop.storage.first_list import first_rows
from ogp_desktop.storage.snapshots import Snapshots
from ogp_desktop.storage.store import Store
from tests.support.clock import FixedClock
from tests.support.workplaces import begun, copies_of, file_in, line, workplace_at

needs_rights = pytest.mark.skipif(sys.platform == "win32", reason="no such rights on this system")


class Interrupted(BaseException):
    """What no service expects, such as Ctrl+C."""


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as file:
        tables = [
            row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {
            table: file.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
        }


def _touch_three_tables(
    at: Workplace, conversation_id: ConversationId, error: BaseException
) -> None:
    with at.store.writing() as unit:
        unit.conversations.pin_kit(KitPin(id="k", version="1", digest="d"), b"kit")
        unit.conversations.mark_prompt(conversation_id, "p", "asked")
        unit.conversations.beat(conversation_id, moment(at.clock))
        raise error


@pytest.mark.parametrize("error", [ValueError("x"), Refusal("empty"), Interrupted()])
def test_unit_of_work_rolls_back_whole_when_its_block_fails(
    tmp_path: Path, error: BaseException
) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        before = counts(file_in(tmp_path))
        with pytest.raises(type(error)):
            _touch_three_tables(at, conversation_id, error)
        assert counts(file_in(tmp_path)) == before
        note_taking.record_note(at, conversation_id=conversation_id, entry=line("Après"))


def test_foreign_key_is_enforced(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        with pytest.raises(IntegrityError) as caught, at.store.writing() as unit:
            unit.conversations.mark_prompt(ConversationId("nobody"), "the words", "asked")
        assert "the words" not in str(caught.value)


def test_every_connection_is_durable_and_strict(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at, at.store._engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_reading_sees_one_state_while_others_write(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        with at.store.reading() as unit:
            assert unit.notes.of(conversation_id) == ()
            note_taking.record_note(at, conversation_id=conversation_id, entry=line("Pendant"))
            assert unit.notes.of(conversation_id) == ()


def test_closing_folds_the_log_into_the_file(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        begun(at)
        assert (tmp_path / "conversations.sqlite3-wal").stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["conversations.sqlite3"]


@needs_rights
def test_files_belong_to_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    with workplace_at(folder) as at:
        begun(at)
        copies_of(folder).take()
        inside = [path for path in folder.rglob("*") if path.is_file()]
        assert len(inside) >= 4
        assert {stat.S_IMODE(path.stat().st_mode) for path in inside} == {0o600}
        assert stat.S_IMODE((folder / "copies").stat().st_mode) == 0o700


@needs_rights
def test_store_makes_its_folder_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "conversations.sqlite3"
    Store(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_first_list_reads_what_the_store_wrote(tmp_path: Path) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        made = [begun(at) for _ in range(3)]
        rows = first_rows(file_in(tmp_path))
        assert {row.id for row in rows} == set(made)
        assert {(row.title, row.state, row.kit_id) for row in rows} == {
            ("Kpalimé", "running", "ogp-strategy-2022")
        }
        assert len(first_rows(file_in(tmp_path), 2, 0)) == 2
        assert len(first_rows(file_in(tmp_path), 2, 2)) == 1


def test_first_list_is_empty_when_the_file_cannot_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first_rows(tmp_path / "none.sqlite3") == ()
    (tmp_path / "text.sqlite3").write_bytes(b"no database at all" * 500)
    assert first_rows(tmp_path / "text.sqlite3") == ()
    monkeypatch.chdir(tmp_path)
    with workplace_at(Path("here")) as at:
        begun(at)
        assert len(first_rows(Path("here/conversations.sqlite3"))) == 1
    assert isinstance(copies_of(Path("here")), Snapshots)


def test_window_gives_up_sooner_than_others_when_another_program_writes(tmp_path: Path) -> None:
    patience: dict[str, int] = {}
    store = Store(tmp_path / "new.sqlite3", brisk_thread=threading.get_ident())

    def write(name: str) -> None:
        with store.writing() as unit:
            asked = driver_of(unit.notes._connection).execute("PRAGMA busy_timeout")
            patience[name] = asked.fetchone()[0]

    for name in ("window", "lane", "window again"):
        if name == "lane":
            lane = threading.Thread(target=write, args=(name,))
            lane.start()
            lane.join()
        else:
            write(name)
    store.close()
    assert patience == {
        "window": BRISK_TIMEOUT_MS,
        "lane": BUSY_TIMEOUT_MS,
        "window again": BRISK_TIMEOUT_MS,
    }
    assert BRISK_TIMEOUT_MS < BUSY_TIMEOUT_MS
