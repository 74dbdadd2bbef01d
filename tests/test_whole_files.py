"""What is written for a person stands there whole, or the file of before does, whatever happens."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ogp_desktop.paths import whole_file, write_whole
from tests.support.sealed import sealed_sample
from tests.support.workplaces import workplace_at

BEFORE = b"the file of before"


def _left(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def test_new_file_takes_the_place_of_the_one_before_with_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "forum.json"
    file.write_bytes(BEFORE)
    file.chmod(0o640)
    write_whole(file, b"new")
    assert _left(tmp_path) == {"forum.json": b"new"}
    assert file.stat().st_mode & 0o777 == 0o640


def test_fault_on_the_way_leaves_the_file_of_before_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "forum.json"
    file.write_bytes(BEFORE)

    def write_half() -> None:
        with whole_file(file) as half:
            half.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert _left(tmp_path) == {"forum.json": BEFORE}


def test_name_as_long_as_the_system_takes_is_written(tmp_path: Path) -> None:
    file = tmp_path / ("n" * 250 + ".json")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of Posix")
def test_link_stays_one_and_what_is_no_file_is_written_to_as_it_is(tmp_path: Path) -> None:
    goal, link = tmp_path / "goal.json", tmp_path / "link.json"
    goal.write_bytes(BEFORE)
    link.symlink_to(goal)
    write_whole(link, b"new")
    assert (link.is_symlink(), goal.read_bytes()) == (True, b"new")
    script = (
        "from pathlib import Path; from ogp_desktop.paths import write_whole;"
        "write_whole(Path('/dev/stdout'), b'piped')"
    )
    told = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, check=True)
    assert told.stdout == b"piped"
    assert Path("/dev/stdout").is_symlink()


def _exported(data: Path) -> tuple[list[str], int]:
    """Give the command that writes one sealed submission, and how long that is."""
    with workplace_at(data) as at:
        made = sealed_sample(at)
    export = ["outbox", "export", made.sealed.id, "--data-dir", str(data), "--to"]
    return export, len(made.sealed.body)


def _conversation(data: Path) -> tuple[list[str], int]:
    """Give the command that writes one conversation with its notes, and how long that is, about."""
    with workplace_at(data) as at:
        made = sealed_sample(at)
    which = made.sealed.conversation_id
    return ["conversation", "export", which, "--data-dir", str(data), "--to"], 8000


BROKEN = """
import os, resource, signal, sys
from pathlib import Path
from ogp_desktop import cli, paths

how, file, *command = sys.argv[1:]
written = paths.whole_file

def full(path):
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # no file may grow beyond it
    return written(path)

def die(_file):
    os.kill(os.getpid(), signal.SIGKILL)

if how == "full":
    paths.whole_file = full
else:
    os.fsync = die
sys.exit(cli.main([*command, file]))
"""
"""The command itself, on a disk that is full after 1,000 bytes, or killed before the last word."""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="limits of files are Linux's here")
@pytest.mark.parametrize("command", [_exported, _conversation])
@pytest.mark.parametrize("how", ["full", "killed"])
def test_export_that_breaks_off_leaves_the_file_of_before(
    tmp_path: Path, command: Callable[[Path], tuple[list[str], int]], how: str
) -> None:
    export, size = command(tmp_path / "data")
    assert size > 1000
    out = tmp_path / "out"
    out.mkdir()
    file = out / "forum.json"
    file.write_bytes(BEFORE)
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN, how, str(file), *export], capture_output=True, check=False
    )
    assert file.read_bytes() == BEFORE
    if how == "full":
        assert ended.returncode == 1
        assert _left(out) == {"forum.json": BEFORE}
        assert ended.stderr.startswith(b"ogp-desktop: ")
    else:
        assert ended.returncode == -9
    again = [sys.executable, "-m", "ogp_desktop", *export, str(file)]
    subprocess.run(again, capture_output=True, check=True)
    assert file.stat().st_size > 1000
