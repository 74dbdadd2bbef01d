"""Proof 9: the disk refuses any write of a delivery, that of the receipt included, and
the plug is pulled at any moment; what is left on disk delivers exactly once.

A file that may not grow (RLIMIT_FSIZE) makes each write in turn fail or come out short: SQLite
names that I/O error or full disk. A small tmpfs, where one may be made, is really full.
"""

import os
import random
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.sealing import SealedSubmission
from ogp_desktop.services.delivering import Sender, deliver_due, deliver_next
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.ledger import RESET, Ledger, Request, reply, running_ledger
from tests.support.oracle import bytes_of, check_delivered_once, check_nothing_lost
from tests.support.queued import numbered_submission, queue, small_submission
from tests.support.storm import TLS
from tests.support.workplaces import file_in, workplace_at

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="limits of files are Linux's here"),
]
LATER = timedelta(hours=7)
FRAME = 24 + 4096
"""One page in the write-ahead log, after its head of 32 bytes."""
MOMENTS = int(os.environ.get("OGP_MOMENTS", "50"))
"""``OGP_MOMENTS=200`` asks for as many as the research names."""
MEMORY = Path("/dev/shm")
"""A disk that forgets, for the starts: it is the first program that was cut off, not they."""
SEED = 20220801


def _sender(ledger: Ledger) -> Sender:
    verify = ed25519_verifier(ledger.signer.public_key)
    return Sender(
        owner="one",
        open_gateway=lambda to: JsonPut(to.url, token="t", verify=verify, tls=TLS),
        jitter=lambda: 0.0,
    )


def _drained(at: Workplace, clock: FixedClock, ledger: Ledger) -> None:
    for _ in range(3):
        clock.advance(LATER)
        while deliver_next(at, _sender(ledger)) is not None:
            pass


@contextmanager
def _no_file_beyond(length: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes; Python ignores the signal."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def test_refused_write_anywhere_in_a_delivery_loses_and_doubles_nothing(tmp_path: Path) -> None:
    sealed = small_submission()
    with running_ledger(tmp_path) as ledger:
        whole = _log_after_delivery(tmp_path / "whole", sealed, ledger)
        ledger.rows.clear()
        told: set[str] = set()
        stored_unrecorded = 0
        for number, length in enumerate(range(0, whole, FRAME // 2)):
            ledger.rows.clear()
            folder, clock = tmp_path / str(number), FixedClock()
            with workplace_at(folder, clock) as at:
                queue(at, ledger.url, sealed, key=ledger.signer.public_key)
                _fold(at)
                with _no_file_beyond(length):
                    told.add(_code(lambda at=at: deliver_next(at, _sender(ledger))))
                kept = check_nothing_lost(file_in(folder), bytes_of(sealed), ledger.rows)
                (now,) = kept.values()
                assert now.state == "sending" or not ledger.rows or now.has_receipt
                stored_unrecorded += bool(ledger.rows) and not now.has_receipt
                _drained(at, clock, ledger)
                check_delivered_once(file_in(folder), bytes_of(sealed), ledger.rows)
        assert {"disk_full", "disk_error"} & told
        assert stored_unrecorded, "the commit of a receipt was never refused"


def _log_after_delivery(folder: Path, sealed: SealedSubmission, ledger: Ledger) -> int:
    """Return how long the write-ahead log is after one delivery that nothing disturbs."""
    with workplace_at(folder, FixedClock()) as at:
        queue(at, ledger.url, sealed, key=ledger.signer.public_key)
        _fold(at)
        assert deliver_next(at, _sender(ledger)) is not None
        return _log_of(file_in(folder)).stat().st_size


def _fold(at: Workplace) -> None:
    """Fold the write-ahead log into the file, so that it begins anew at its first byte."""
    with at.store._engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _code(act: Callable[[], object]) -> str:
    try:
        act()
    except Trouble as trouble:
        return trouble.code
    return ""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where this may be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk may be made here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_disk_that_is_full_at_any_page_loses_and_doubles_nothing(
    tmp_path: Path, small_disk: Path
) -> None:
    sealed = [numbered_submission(number) for number in range(30)]
    clock, filler = FixedClock(), small_disk / "filler"
    told: set[str] = set()
    with running_ledger(tmp_path) as ledger, workplace_at(small_disk, clock) as at:
        queue(at, ledger.url, *sealed, key=ledger.signer.public_key)
        for pages in range(30):
            _fold(at)
            _fill(filler, pages)
            told.add(_code(lambda: deliver_next(at, _sender(ledger))))
            check_nothing_lost(file_in(small_disk), bytes_of(*sealed), ledger.rows)
            filler.unlink()
            clock.advance(LATER)
        _drained(at, clock, ledger)
        check_delivered_once(file_in(small_disk), bytes_of(*sealed), ledger.rows)
    assert "disk_full" in told
    assert "" in told


def _fill(filler: Path, pages: int) -> None:
    """Leave room for so many pages."""
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(bytes(4096)):
                pass
        file.truncate(max(0, file.tell() - 4096 * pages))


def _bad_line(ledger: Ledger, request: Request) -> bytes | None:
    """Lose every third answer, and send every fifth request away."""
    sleep(0.002)
    if len(ledger.seen) % 3 == 0:
        ledger.stored(request)
        return RESET
    return reply(500) if len(ledger.seen) % 5 == 0 else None


def test_file_as_it_was_at_any_moment_delivers_once(tmp_path: Path) -> None:
    """Copy the file and its log while items are sent; each copy is a computer that was cut off."""
    sealed = [numbered_submission(number) for number in range(6)]
    copies: list[tuple[bytes, bytes]] = []
    with running_ledger(tmp_path, _bad_line) as ledger:
        with workplace_at(tmp_path / "data", FixedClock()) as at:
            queue(at, ledger.url, *sealed, key=ledger.signer.public_key)
            _fold(at)
            _copy_while(at, ledger, copies)
        first = file_in(tmp_path / "data")
        check_delivered_once(first, bytes_of(*sealed), ledger.rows)
        rows = dict(ledger.rows)
        ledger.fault = None
        with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
            for number, (file, log) in enumerate(copies):
                _start_from(Path(name) / str(number), file, log, ledger, rows, sealed)
    assert len(copies) >= MOMENTS
    assert len({len(log) for _, log in copies}) > MOMENTS // 10  # they are of many moments


def _copy_while(at: Workplace, ledger: Ledger, copies: list[tuple[bytes, bytes]]) -> None:
    """Drain, and take copies at random moments meanwhile; no log is folded before the end."""
    chance, clock = random.Random(SEED), at.clock
    assert isinstance(clock, FixedClock)
    gateways = OpenGateways(_sender(ledger).open_gateway)

    def drain() -> None:
        for _ in range(40):
            clock.advance(LATER)
            deliver_due(at, _sender(ledger), gateways)

    file = file_in(at.store.path.parent)
    lane = threading.Thread(target=drain)
    lane.start()
    while len(copies) < MOMENTS:
        body = file.read_bytes()
        log = _log_of(file).read_bytes()
        cut = chance.randrange(len(log) + 1) if chance.random() < 0.5 else len(log)
        if file.read_bytes() == body:  # else the log was folded meanwhile: no such moment existed
            copies.append((body, log[:cut]))
        sleep(chance.uniform(0, 0.01))
    lane.join()


def _start_from(
    folder: Path,
    file: bytes,
    log: bytes,
    ledger: Ledger,
    rows: Mapping[str, bytes],
    sealed: list[SealedSubmission],
) -> None:
    folder.mkdir()
    file_in(folder).write_bytes(file)
    _log_of(file_in(folder)).write_bytes(log)
    ledger.rows = dict(rows)  # what had arrived since then stays there
    clock = FixedClock()
    clock.advance(timedelta(days=900))
    with workplace_at(folder, clock) as at:
        check_nothing_lost(file_in(folder), bytes_of(*sealed), rows)
        _drained(at, clock, ledger)
    check_delivered_once(file_in(folder), bytes_of(*sealed), ledger.rows)
