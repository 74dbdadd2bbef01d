"""One data folder has one window: a second start raises it, and a dead one never bars the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.runtime.single_instance import SingleInstance

START = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ogp_desktop.runtime.single_instance import SingleInstance

app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
is_first = instance.is_first()
if is_first:
    instance.listen()
print("first" if is_first else "second", flush=True)
if is_first and len(sys.argv) > 2:
    os.kill(os.getpid(), 9)
"""


def start(folder: Path, *more: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", START, str(folder), *more],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert "Traceback" not in ran.stderr
    return ran.stdout.strip()


def test_second_start_raises_the_first_and_ends(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    first = SingleInstance(tmp_path)
    assert first.is_first()
    first.listen()
    for _ in range(2):
        with qtbot.waitSignal(first.raise_requested, timeout=10_000):
            assert start(tmp_path) == "second"
    first.leave()
    assert start(tmp_path) == "first"


def test_other_folder_has_its_own_window(tmp_path: Path, qapp: QApplication) -> None:
    first = SingleInstance(tmp_path)
    assert first.is_first()
    (tmp_path / "other").mkdir()
    assert start(tmp_path / "other") == "first"
    first.leave()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal on this system")
def test_place_of_a_killed_program_is_taken_over(tmp_path: Path, qapp: QApplication) -> None:
    assert start(tmp_path, "die") == "first"
    assert (tmp_path / "window.lock").exists()
    after = SingleInstance(tmp_path)
    assert after.is_first()
    after.listen()
    after.leave()


def test_lock_left_under_another_name_of_the_computer_is_taken_over(
    tmp_path: Path, qapp: QApplication
) -> None:
    left = f"{os.getpid()}\nanother\nsome-other-host\n{QSysInfo.machineUniqueId().data()}\n\n"
    (tmp_path / "window.lock").write_text(left)
    after = SingleInstance(tmp_path)
    assert after.is_first()
    after.leave()


def test_first_start_that_does_not_listen_yet_keeps_its_place(
    tmp_path: Path, qapp: QApplication
) -> None:
    first = SingleInstance(tmp_path)
    assert first.is_first()
    assert start(tmp_path) == "second"
    first.leave()


def test_folder_that_may_not_be_written_still_gets_a_window(
    tmp_path: Path, qapp: QApplication
) -> None:
    assert SingleInstance(tmp_path / "not there").is_first()


def test_window_moves_to_another_folder_and_leaves_the_first_one_free(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    usual, chosen = tmp_path / "usual", tmp_path / "chosen"
    usual.mkdir()
    chosen.mkdir()
    window = SingleInstance(usual)
    assert window.is_first()
    window.listen()
    assert window.move_to(chosen)
    assert start(usual) == "first"
    with qtbot.waitSignal(window.raise_requested, timeout=10_000):
        assert start(chosen) == "second"
    window.leave()


def test_window_stays_where_it_is_when_the_other_folder_has_one(
    tmp_path: Path, qapp: QApplication
) -> None:
    usual, chosen = tmp_path / "usual", tmp_path / "chosen"
    usual.mkdir()
    chosen.mkdir()
    window, other = SingleInstance(usual), SingleInstance(chosen)
    assert window.is_first()
    assert other.is_first()
    assert not window.move_to(chosen)
    assert window.move_to(usual)
    window.leave()
    other.leave()
