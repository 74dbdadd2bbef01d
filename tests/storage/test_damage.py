"""A damaged file is noticed, the newest sound copy put back, and the damaged file kept aside."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.services import note_taking
from ogp_desktop.storage.snapshots import KEPT
from ogp_desktop.storage.upgrade import FileState, look_at, make_ready
from tests.support.clock import FixedClock
from tests.support.workplaces import begun, copies_of, file_in, line, workplace_at

PARTS = 10_000
PLACES = st.integers(0, PARTS)
"""A place in a file, in ten thousandths of its length."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound file with a conversation and 60 notes in it."""
    folder = tmp_path_factory.mktemp("whole")
    with workplace_at(folder) as at:
        conversation_id = begun(at)
        for number in range(60):
            entry = line(f"Note {number} " + "mot " * 30)
            note_taking.record_note(at, conversation_id=conversation_id, entry=entry)
    return file_in(folder).read_bytes()


def damaged_files(whole: bytes) -> dict[str, bytes]:
    page = 4096
    zeros = bytes(page)
    noise = bytes((7 * n + n // 251) % 256 for n in range(page))
    return {
        "cut in the middle": whole[: len(whole) // 2],
        "cut inside the first page": whole[:1000],
        "last page gone": whole[:-page],
        "first page overwritten": noise + whole[page:],
        "second page zeroed": whole[:page] + zeros + whole[2 * page :],
        "every page but the first is noise": whole[:page] + noise * (len(whole) // page - 1),
        "not a database": b"To whom it may concern\n" * 800,
    }


@pytest.mark.parametrize("damage", damaged_files(b""))
def test_damage_is_noticed_at_the_start(tmp_path: Path, whole: bytes, damage: str) -> None:
    path = file_in(tmp_path)
    path.write_bytes(damaged_files(whole)[damage])
    assert look_at(path).state is FileState.DAMAGED
    with pytest.raises(Trouble, match="damaged"):
        make_ready(path, copies_of(tmp_path))
    assert path.read_bytes() == damaged_files(whole)[damage]


@settings(max_examples=150)
@given(
    noises=st.lists(st.tuples(PLACES, st.binary(min_size=1, max_size=600))),
    kept=PLACES,
)
def test_any_damage_ends_in_a_verdict_and_never_in_a_fault(
    tmp_path_factory: pytest.TempPathFactory,
    whole: bytes,
    noises: list[tuple[int, bytes]],
    kept: int,
) -> None:
    path = tmp_path_factory.mktemp("any") / "conversations.sqlite3"
    spoilt = bytearray(whole)
    for place, noise in noises:
        at = len(whole) * place // PARTS
        spoilt[at : at + len(noise)] = noise
    path.write_bytes(bytes(spoilt[: len(whole) * kept // PARTS]))
    verdict: str
    try:
        verdict = look_at(path).state
    except Trouble as trouble:
        verdict = trouble.code
    assert verdict in {*FileState, "cannot_open", "disk_error"}


def test_newest_sound_copy_is_put_back_and_the_damaged_file_kept(tmp_path: Path) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        conversation_id = begun(at)
        texts = []
        for number in range(3):
            texts.append(f"Note {number}")
            entry = line(texts[-1])
            note_taking.record_note(at, conversation_id=conversation_id, entry=entry)
            clock.advance(timedelta(minutes=10))
            newest = copies_of(tmp_path, clock).take()
    newest.path.write_bytes(newest.path.read_bytes()[:5000])
    file_in(tmp_path).write_bytes(b"rubbish" * 1000)
    copies = copies_of(tmp_path, clock)
    good = copies.newest_good()
    assert good is not None
    assert good.made_at == newest.made_at - timedelta(minutes=10)
    aside = copies.put_back(good)
    assert aside.read_bytes() == b"rubbish" * 1000
    with workplace_at(tmp_path, clock) as at, at.store.reading() as unit:
        assert [note.text for note in unit.notes.of(conversation_id)] == texts[:2]
    file_in(tmp_path).write_bytes(b"again")
    clock.advance(timedelta(milliseconds=1))
    assert copies.put_back(good) != aside
    assert aside.read_bytes() == b"rubbish" * 1000


def test_no_copy_is_offered_when_none_is_sound(tmp_path: Path) -> None:
    copies = copies_of(tmp_path)
    assert copies.newest_good() is None
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "conversations-20220801T150000000000Z.sqlite3").write_bytes(b"x" * 9999)
    (tmp_path / "copies" / "conversations-mine.sqlite3").write_bytes(b"x")
    assert len(copies.all()) == 1
    assert copies.newest_good() is None


def test_ten_copies_are_kept_and_the_oldest_go(tmp_path: Path) -> None:
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        begun(at)
        taken = []
        for _ in range(KEPT + 3):
            clock.advance(timedelta(minutes=10))
            taken.append(copies_of(tmp_path, clock).take())
    assert copies_of(tmp_path, clock).all() == tuple(reversed(taken[-KEPT:]))


def test_copy_of_a_damaged_file_never_takes_the_place_of_a_sound_one(
    tmp_path: Path, whole: bytes
) -> None:
    clock = FixedClock()
    path = file_in(tmp_path)
    path.write_bytes(whole)
    copies = copies_of(tmp_path, clock)
    sound = copies.take()
    path.write_bytes(damaged_files(whole)["every page but the first is noise"])
    for _ in range(KEPT + 1):
        clock.advance(timedelta(minutes=10))
        with pytest.raises(Trouble, match="damaged"):
            copies.take()
    assert copies.all() == (sound,)
    assert [one.name for one in (tmp_path / "copies").iterdir()] == [sound.path.name]


def test_copy_is_whole_while_others_write(tmp_path: Path) -> None:
    done = Event()
    clock = FixedClock()
    with workplace_at(tmp_path, clock) as at:
        conversation_id = begun(at)

        def write() -> None:
            while not done.is_set():
                entry = line("Pendant la copie")
                note_taking.record_note(at, conversation_id=conversation_id, entry=entry)

        writer = Thread(target=write)
        writer.start()
        try:
            for _ in range(8):
                clock.advance(timedelta(minutes=10))
                copy = copies_of(tmp_path, clock).take()
                with closing(sqlite3.connect(copy.path)) as file:
                    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                    changes = file.execute("SELECT count(*) FROM note_change").fetchone()
                    assert file.execute("SELECT count(*) FROM note").fetchone() == changes
        finally:
            done.set()
            writer.join()


def test_leftovers_of_a_killed_copy_are_cleared_and_never_offered(tmp_path: Path) -> None:
    with workplace_at(tmp_path) as at:
        begun(at)
        folder = tmp_path / "copies"
        folder.mkdir()
        for name in ("conversations-20220101T000000000000Z.partial", "x"):
            (folder / name).write_bytes(b"half")
        (folder / "conversations-20220101T000000000000Z.partial-journal").write_bytes(b"half")
        (tmp_path / "conversations.partial").write_bytes(b"half")
        copies = copies_of(tmp_path)
        copy = copies.take()
        assert {one.name for one in folder.iterdir()} == {copy.path.name, "x"}
    copies.put_back(copy)
    assert look_at(file_in(tmp_path)).state is FileState.CURRENT
    assert not (tmp_path / "conversations.partial").exists()
