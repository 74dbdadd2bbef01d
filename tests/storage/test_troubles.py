"""When the disk or another program says no, it is told as ``Trouble`` and nothing kept is lost."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import note_taking
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage import engine
from ogp_desktop.storage.store import Store
from ogp_desktop.storage.trouble import trouble_in
from ogp_desktop.storage.upgrade import look_at, make_ready
from tests.support.workplaces import begun, copies_of, file_in, line, workplace_at

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where this may be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if not (is_root and sys.platform == "linux"):
        pytest.skip("only root on Linux may make a small disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk may be made here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@contextmanager
def few_pages(at: Workplace) -> Iterator[None]:
    """Let the data file grow no further, on every connection of the store."""
    with at.store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.rollback()
    yield
    with at.store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")


def fill(at: Workplace, conversation_id: ConversationId) -> tuple[list[str], str, Trouble]:
    """Take notes, each drafted first, until one is refused; return what was kept and that one."""
    kept: list[str] = []
    while True:
        entry = line(f"Note {len(kept)} " + "mot " * 300)
        try:
            note_taking.keep_draft(at, conversation_id=conversation_id, entry=entry)
        except Trouble as trouble:
            return kept, "", trouble
        try:
            note_taking.record_note(at, conversation_id=conversation_id, entry=entry)
        except Trouble as trouble:
            return kept, entry.text, trouble
        kept.append(entry.text.strip())


def test_full_file_refuses_the_note_keeps_the_others_and_its_draft(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        with few_pages(at):
            kept, refused, trouble = fill(at, conversation_id)
        assert trouble.code == "disk_full"
        with at.store.reading() as unit:
            assert [note.text for note in unit.notes.of(conversation_id)] == kept
            draft = unit.notes.draft(conversation_id)
        if refused:
            assert draft is not None
            assert draft.text == refused
        # there is room again: the same words go in
        note_taking.record_note(at, conversation_id=conversation_id, entry=line("Encore"))


def test_full_disk_is_named_and_loses_nothing(small_disk: Path) -> None:
    with workplace_at(small_disk) as at:
        conversation_id = begun(at)
        kept, _, trouble = fill(at, conversation_id)
        assert trouble.code == "disk_full"
        assert len(kept) > 20
        with pytest.raises(Trouble, match="disk_full"):
            copies_of(small_disk).take()
        assert list((small_disk / "copies").glob("*")) == []
        with at.store.reading() as unit:
            assert [note.text for note in unit.notes.of(conversation_id)] == kept
    assert look_at(file_in(small_disk)).state == "current"
    with workplace_at(small_disk) as at, at.store.reading() as unit:
        assert [note.text for note in unit.notes.of(conversation_id)] == kept


def test_full_disk_is_named_at_the_first_start(small_disk: Path) -> None:
    with (small_disk / "filler").open("wb") as filler, pytest.raises(OSError, match="space"):
        filler.write(bytes(4_000_000))
    with pytest.raises(Trouble, match="disk_full"):
        make_ready(file_in(small_disk), copies_of(small_disk))


LIMITED = """
import resource, signal, sys
from pathlib import Path
from tests.support.workplaces import begun, line, workplace_at
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.services import note_taking

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with workplace_at(Path(sys.argv[1])) as at:
    conversation_id = begun(at)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    kept = 0
    try:
        while True:
            note_taking.record_note(at, conversation_id=conversation_id, entry=line("mot " * 300))
            kept += 1
    except Trouble as trouble:
        with at.store.reading() as unit:
            assert len(unit.notes.of(conversation_id)) == kept
        print(trouble.code, kept)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such limit on this system")
def test_file_that_may_not_grow_is_trouble_and_loses_nothing(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    code, kept = ran.stdout.split()
    assert code in {"disk_full", "disk_error"}
    with closing(sqlite3.connect(file_in(tmp_path))) as file:
        assert file.execute("SELECT count(*) FROM note").fetchone() == (int(kept),)


HOLDER = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.stdin.write("\n")
            holder.stdin.close()
            holder.wait()


def test_file_held_by_another_program_is_locked_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tuple(one for one in engine.PRAGMAS if "busy" not in one)
    monkeypatch.setattr(engine, "PRAGMAS", (*short, "PRAGMA busy_timeout=50"))
    with workplace_at(tmp_path) as at:
        conversation_id = begun(at)
        note_taking.keep_draft(at, conversation_id=conversation_id, entry=line("En cours"))
        with held_by_another_program(file_in(tmp_path)):
            with pytest.raises(Trouble, match="locked"):
                note_taking.record_note(at, conversation_id=conversation_id, entry=line("En cours"))
            with at.store.reading() as unit:
                draft = unit.notes.draft(conversation_id)
            assert draft is not None
            assert draft.text == "En cours"
            assert copies_of(tmp_path).take().path.exists()
        note_taking.record_note(at, conversation_id=conversation_id, entry=line("En cours"))


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Act as somebody who may read the folder and not write it."""
    folder.chmod(0o555)
    for path in folder.iterdir():
        path.chmod(0o444)
    for parent in (folder, *folder.parents):
        if is_root and parent.stat().st_uid == 0 and parent.is_relative_to(tempfile.gettempdir()):
            parent.chmod(parent.stat().st_mode | 0o555)
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="no such rights on this system")
def test_folder_that_may_not_be_written_is_trouble(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with workplace_at(folder) as at:
        conversation_id = begun(at)
    with without_rights(folder):
        store = Store(file_in(folder))
        with pytest.raises(Trouble) as caught, store.writing() as unit:
            unit.notes.drop_draft(conversation_id)
        store.close()
        assert caught.value.code in {"read_only", "cannot_open"}
        with pytest.raises(Trouble, match="read_only"):
            copies_of(folder).take()
        with pytest.raises(Trouble, match="read_only"):
            Store(folder / "deeper" / "conversations.sqlite3")


def test_fault_of_ours_is_no_trouble() -> None:
    assert trouble_in(ValueError("x")) is None
    assert trouble_in(sqlite3.IntegrityError("x")) is None
    assert trouble_in(sqlite3.ProgrammingError("x")) is None
