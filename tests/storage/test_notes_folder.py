"""A folder is looked at before anything is kept in it, and left as it was when it cannot serve."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.storage.notes_folder import OWN_NAME, notes_folder
from ogp_desktop.storage.snapshots import Snapshots
from ogp_desktop.storage.upgrade import make_ready
from tests.support.clock import FixedClock

NAME = "conversations.sqlite3"


def _keep_notes(folder: Path) -> Path:
    folder.mkdir()
    file = folder / NAME
    make_ready(file, Snapshots(file, folder / "copies", FixedClock().now))
    return file


def test_empty_and_new_folders_are_taken_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new"):
        found = notes_folder(tmp_path / name, NAME)
        assert (found.path, found.has_notes) == (tmp_path / name, False)
        assert list(found.path.iterdir()) == []


def test_folder_with_other_things_gets_one_of_our_own(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("private")
    rights = tmp_path.stat().st_mode
    found = notes_folder(tmp_path, NAME)
    assert found.path == tmp_path / OWN_NAME
    assert tmp_path.stat().st_mode == rights


def test_folder_with_notes_is_opened_again(tmp_path: Path) -> None:
    _keep_notes(tmp_path / "notes")
    found = notes_folder(tmp_path / "notes", NAME)
    assert (found.path, found.has_notes) == (tmp_path / "notes", True)


def test_newer_and_damaged_notes_are_refused_and_stay(tmp_path: Path) -> None:
    newer = _keep_notes(tmp_path / "newer")
    with closing(sqlite3.connect(newer)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / NAME).write_bytes(b"not a database" * 1000)
    for name, code in (("newer", "newer_file"), ("damaged", "damaged")):
        before = (tmp_path / name / NAME).read_bytes()
        with pytest.raises(Trouble) as met:
            notes_folder(tmp_path / name, NAME)
        assert met.value.code == code
        assert (tmp_path / name / NAME).read_bytes() == before


def test_place_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble) as met:
        notes_folder(tmp_path / "file" / "inside", NAME)
    assert met.value.code == "cannot_write"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind here")
def test_folder_without_the_right_to_write_is_refused(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(Trouble) as met:
        notes_folder(closed, NAME)
    assert met.value.code == "cannot_write"
