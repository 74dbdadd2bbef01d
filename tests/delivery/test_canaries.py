"""Proofs 11 and 13: the same bytes leave on every attempt, also after an upgrade of
the program; the access code is in no file of it; what was withdrawn is in none but the data file.
"""

import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop import logs, wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from tests.support.clock import FixedClock
from tests.support.ledger import RESET, Ledger, Request, reply, running_ledger
from tests.support.oracle import bytes_of, check_delivered_once, check_same_bytes
from tests.support.queued import HERE, item_id_of, numbered_submission, queue
from tests.support.workplaces import file_in, workplace_at

TOKEN = "canary-token-5f2d"
LATER = timedelta(hours=7)
TROUBLES = 6


def _troubled(ledger: Ledger, request: Request) -> bytes | None:
    if request.number % 2:
        ledger.stored(request)
        return RESET
    if request.number <= TROUBLES:
        return reply(500)
    return None


def _everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_same_bytes_leave_on_every_attempt_and_after_an_upgrade(tmp_path: Path) -> None:
    one, clock, secrets = numbered_submission(0), FixedClock(), MemorySecrets()
    sender = Sender(owner="one", open_gateway=wiring.gateways(secrets), jitter=lambda: 0.0)
    with running_ledger(tmp_path, _troubled) as ledger:
        for attempt in range(TROUBLES + 2):
            version, first_id = f"{attempt}.0.0", 1 + 1000 * attempt
            with workplace_at(tmp_path / "data", clock, first_id, version) as at:
                if attempt == 0:
                    queue(at, ledger.url, one, key=ledger.signer.public_key)
                assert deliver_next(at, sender) is not None
            clock.advance(LATER)
        check_same_bytes(ledger, bytes_of(one))
        check_delivered_once(file_in(tmp_path / "data"), bytes_of(one), ledger.rows)
    assert [request.headers["x-attempt"] for request in ledger.seen] == [*"12345678"]
    digests = {request.headers["content-digest"] for request in ledger.seen}
    assert len(digests) == 1


def test_code_and_words_are_in_no_file_but_where_they_belong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, clock, secrets = numbered_submission(0), FixedClock(), MemorySecrets()
    words = one.submission.observations.summary.encode()
    secrets.keep(HERE, TOKEN)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    stop = logs.start(tmp_path / "logs")
    try:
        with running_ledger(tmp_path / "ledger", _silent_fault) as ledger:
            with workplace_at(tmp_path / "data", clock) as at:
                sender = Sender(
                    owner="one", open_gateway=wiring.gateways(secrets), jitter=lambda: 0.0
                )
                queue(at, ledger.url, one, key=ledger.signer.public_key)
                for _ in range(4):
                    assert deliver_next(at, sender) is not None
                    clock.advance(LATER)
                addressing.withdraw(at, item_id=item_id_of(one))
                logging.getLogger("ogp_desktop.test").info("here")
                with at.store._engine.connect() as connection:
                    connection.rollback()
                    raw = connection.connection.dbapi_connection
                    assert raw is not None
                    raw.execute("VACUUM")
            assert all(TOKEN in request.headers["authorization"] for request in ledger.seen)
    finally:
        stop()
    assert b"here" in _everything_in(tmp_path / "logs")
    for folder in ("data", "logs", "tmp"):
        assert TOKEN.encode() not in _everything_in(tmp_path / folder), folder
    for folder in ("logs", "tmp"):
        assert words not in _everything_in(tmp_path / folder), folder
    # What was withdrawn stays with the person who wrote it, and with nobody else.
    assert words in _everything_in(tmp_path / "data")


def _silent_fault(ledger: Ledger, request: Request) -> bytes:
    echo = json.dumps({"title": f"{request.headers['authorization']} may not"}).encode()
    told = reply(401, echo, "application/problem+json")  # a server may say what it heard
    return (RESET, told, reply(200, b"<html>", "text/html"), reply(500))[request.number % 4]
