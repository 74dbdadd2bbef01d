"""A scratch folder is gone when it is removed, and after a crash when the next one is made."""

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ogp_desktop.storage.scratch import ScratchFolder

_HOLD = """
import sys
from ogp_desktop.storage.scratch import ScratchFolder
folder = ScratchFolder()
(folder.path / "notes.txt").write_text("what was tried out")
print(folder.path, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _held_elsewhere() -> "tuple[subprocess.Popen[str], Path]":
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_folder_is_there_at_once_and_gone_when_removed(temporary: Path) -> None:
    folder = ScratchFolder()
    (folder.path / "file").write_text("x")
    folder.remove()
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_what_a_killed_program_left_is_taken_away_by_the_next_and_a_living_one_is_not() -> None:
    killed, left = _held_elsewhere()
    living, held = _held_elsewhere()
    try:
        killed.send_signal(signal.SIGKILL)
        killed.communicate()
        assert (left / "notes.txt").exists()
        here = ScratchFolder()
        assert not left.exists()
        assert (held / "notes.txt").exists()
        here.remove()
    finally:
        living.communicate("")
    assert not held.exists()
