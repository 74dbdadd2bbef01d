"""Processes that can be killed: fresh, and forked where it can be from one that has the program."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

DISK = Path("/var/tmp")
PRELOADED = ["tests.endurance.note_taker", "tests.endurance.sender"]


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Give a folder on the disk: what is broken off here is what a disk takes long for."""
    with TemporaryDirectory(prefix="ogp-", dir=DISK if DISK.is_dir() else None) as name:
        yield Path(name)


@pytest.fixture(scope="session")
def context() -> Iterator[multiprocessing.context.BaseContext]:
    """Fresh processes; where it can be done, forked from one that has loaded the program."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        yield multiprocessing.get_context("spawn")
        return
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(PRELOADED)
    yield made
    from multiprocessing import forkserver

    forkserver._forkserver._stop()  # type: ignore[attr-defined]  # no public way to let it go
