"""The data file is made, upgraded or refused; dying in between leaves it as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from ogp_desktop.domain.destination import FormThere
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.storage import schema, upgrade
from ogp_desktop.storage.engine import open_engine
from ogp_desktop.storage.upgrade import FileState, look_at, make_ready
from tests.support.workplaces import begun, copies_of, file_in, workplace_at

OLDEST = Path(__file__).parents[1] / "golden" / "0.1.0.sqlite3"


def made(folder: Path) -> Path:
    make_ready(file_in(folder), copies_of(folder))
    return file_in(folder)


def written(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


def test_migrations_make_exactly_the_tables_of_the_schema(tmp_path: Path) -> None:
    path = made(tmp_path)
    engine = open_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()
    fresh = open_engine(tmp_path / "fresh.sqlite3")
    schema.metadata.create_all(fresh)
    fresh.dispose()
    migrated = tables(path)
    del migrated["alembic_version"]
    assert migrated == tables(tmp_path / "fresh.sqlite3")  # the checks too


def tables(path: Path) -> dict[str, set[str]]:
    with closing(sqlite3.connect(path)) as file:
        found = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: _clauses(sql) for name, sql in found if not name.startswith("sqlite_")}


def _clauses(sql: str) -> set[str]:
    """Return what stands between the commas; those within brackets part nothing."""
    inside = " ".join(sql[sql.index("(") + 1 : sql.rindex(")")].split())
    parts, depth = [""], 0
    for sign in inside:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return {part.strip() for part in parts}


def test_file_is_missing_then_current(tmp_path: Path) -> None:
    path, copies = file_in(tmp_path), copies_of(tmp_path)
    assert look_at(path).state is FileState.MISSING
    assert make_ready(path, copies).state is FileState.MISSING
    assert make_ready(path, copies) == upgrade.Found(state=FileState.CURRENT, version=upgrade.HEAD)
    assert copies.all() == ()


def test_empty_file_left_by_a_killed_first_start_is_made_ready(tmp_path: Path) -> None:
    file_in(tmp_path).touch()
    made(tmp_path)
    open_engine(tmp_path / "other.sqlite3").connect().close()
    assert look_at(tmp_path / "other.sqlite3").state is FileState.MISSING


def test_file_left_in_the_middle_of_a_transaction_is_made_ready(tmp_path: Path) -> None:
    path = file_in(tmp_path)
    path.parent.mkdir(parents=True, exist_ok=True)
    dies = (
        "import os, sqlite3, sys\n"
        "file = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "file.execute('PRAGMA cache_size=1')\n"
        "file.execute('BEGIN')\n"
        "file.execute('CREATE TABLE half_made (words)')\n"
        "for _ in range(500): file.execute('INSERT INTO half_made VALUES (?)', ('x' * 500,))\n"
        "os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", dies, str(path)], check=False).returncode == 9
    assert path.with_name(f"{path.name}-journal").exists()
    assert make_ready(path, copies_of(tmp_path)).state is FileState.MISSING
    assert look_at(path).state is FileState.CURRENT


@pytest.mark.parametrize("loss", ["gone", "emptied"])
def test_lost_file_is_not_replaced_by_a_blank_one_while_copies_exist(
    tmp_path: Path, loss: str
) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
    copies_of(tmp_path).take()
    if loss == "gone":
        file_in(tmp_path).unlink()
    else:
        file_in(tmp_path).write_bytes(b"")
    with pytest.raises(Trouble, match="damaged"):
        made(tmp_path)
    copies = copies_of(tmp_path)
    newest = copies.newest_good()
    assert newest is not None
    copies.put_back(newest)
    with workplace_at(tmp_path) as at, at.store.reading() as unit:
        assert unit.conversations.get(conversation_id).id == conversation_id


def test_newer_file_is_refused_and_untouched(tmp_path: Path) -> None:
    path = made(tmp_path)
    written(path, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(Trouble) as caught:
        made(tmp_path)
    assert (caught.value.code, caught.value.data) == ("newer_file", {"version": "9999"})
    assert path.read_bytes() == before
    assert copies_of(tmp_path).all() == ()


def test_file_of_another_program_is_refused_and_untouched(tmp_path: Path) -> None:
    path = file_in(tmp_path)
    written(path, "CREATE TABLE recipes (name TEXT)", "INSERT INTO recipes VALUES ('fufu')")
    before = path.read_bytes()
    with pytest.raises(Trouble, match="damaged"):
        made(tmp_path)
    assert path.read_bytes() == before


def test_older_file_is_copied_before_it_is_upgraded(tmp_path: Path) -> None:
    path, copies = file_in(tmp_path), copies_of(tmp_path)
    shutil.copyfile(OLDEST, path)
    assert make_ready(path, copies).state is FileState.OLDER
    assert look_at(path).state is FileState.CURRENT
    (copy,) = copies.all()
    assert look_at(copy.path).version == "0001"
    made(tmp_path / "fresh")
    assert tables(path) == tables(file_in(tmp_path / "fresh"))


def test_upgrade_that_breaks_a_reference_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path)
    written(path, "UPDATE alembic_version SET version_num = '0000'")
    before = path.read_bytes()
    monkeypatch.setattr(upgrade, "KNOWN", ("0000", upgrade.HEAD))

    def clumsy(connection: object) -> None:
        run = connection.exec_driver_sql  # type: ignore[attr-defined]
        run(f"UPDATE alembic_version SET version_num = '{upgrade.HEAD}'")
        run("PRAGMA defer_foreign_keys=ON")
        run("INSERT INTO pulse (conversation_id, at) VALUES ('nobody', 'now')")

    monkeypatch.setattr(upgrade, "_upgrade", clumsy)
    with pytest.raises(Trouble, match="damaged"):
        make_ready(path, copies_of(tmp_path))
    assert path.read_bytes() == before


DYING = """
import os, signal, sys
from pathlib import Path
from shutil import copyfile
from sqlalchemy import Engine, event
from ogp_desktop.clocks import SystemClock
from ogp_desktop.storage.snapshots import Snapshots
from ogp_desktop.storage.upgrade import make_ready

import alembic.command, alembic.config  # the children share what is loaded

folder = Path(sys.argv[1])
counted = [0]


def dies_at(limit):
    counted[0] = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_):
        counted[0] += 1
        if counted[0] == limit:
            os.kill(os.getpid(), signal.SIGKILL)


path = folder / "conversations.sqlite3"
step = 0
while True:
    step += 1
    child = os.fork()
    if child == 0:
        dies_at(step)
        make_ready(path, Snapshots(path, folder / "copies", SystemClock().now))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        print(step, os.WEXITSTATUS(status))
        break
    from ogp_desktop.storage.upgrade import look_at
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert look_at(path).state == "missing", step
"""


@pytest.mark.slow
@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="kills a fork of the program at every statement"
)
def test_file_is_as_it_was_when_the_upgrade_is_killed_at_any_statement(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", DYING, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    statements, code = map(int, ran.stdout.split())
    assert code == 0
    assert statements > len(schema.metadata.tables)
    assert look_at(file_in(tmp_path)).state is FileState.CURRENT


def test_file_of_the_first_schema_is_upgraded_with_every_note(tmp_path: Path) -> None:
    golden = Path(__file__).parent.parent / "golden" / "0.1.0.sqlite3"
    path = file_in(tmp_path)
    copyfile(golden, path)
    with closing(sqlite3.connect(path)) as file:
        before = file.execute("SELECT id, text FROM note ORDER BY id").fetchall()
    assert look_at(path) == upgrade.Found(state=FileState.OLDER, version="0001")
    assert make_ready(path, copies_of(tmp_path)).state is FileState.OLDER
    assert look_at(path).state is FileState.CURRENT
    with closing(sqlite3.connect(path)) as file:
        after = file.execute("SELECT id, text FROM note ORDER BY id").fetchall()
        assert after == before
        assert file.execute("SELECT DISTINCT dots FROM note").fetchall() == [(None,)]
    (copy,) = copies_of(tmp_path).all()
    assert look_at(copy.path).version == "0001"


def test_form_that_a_server_was_given_before_is_of_every_kit_afterwards(tmp_path: Path) -> None:
    path = file_in(tmp_path)
    engine = open_engine(path)
    with engine.begin() as connection:
        upgrade._upgrade(connection, "0005")
    engine.dispose()
    columns = "id, name, protocol, url, form_version, form_key, state, failures, updated_at"
    rest = "'openrosa', 'https://example.org', {}, 'ok', 0, '2026-03-12T14:00:00+00:00'"
    for name, set_before in (("a", "'2', 'MII'"), ("b", "NULL, 'MII'"), ("c", "NULL, NULL")):
        values = rest.format(set_before)
        written(path, f"INSERT INTO destination ({columns}) VALUES ('{name}', '{name}', {values})")
    with workplace_at(tmp_path) as at, at.store.reading() as unit:
        told = {one.id: one.form_of("any-kit") for one in unit.destinations.all()}
    assert told == {
        "a": FormThere(kit_id="", version="2", key="MII"),
        "b": FormThere(kit_id="", key="MII"),
        "c": FormThere(kit_id="any-kit"),
    }
