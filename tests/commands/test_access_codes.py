"""A code for one run comes from a file or a pipe, goes to one place, and is kept nowhere."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ogp_desktop.cli import main
from ogp_desktop.commands import access_codes
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.exporting import export_waiting
from tests.support.bundles import office_in, place_for, several, writer_to
from tests.support.clock import FixedClock
from tests.support.queued import HERE, queue, small_submission
from tests.support.workplaces import workplace_at

Captured = pytest.CaptureFixture[str]
CANARY = "canary-code-0123456789"


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[RunningEndpoint]:
    """Run an endpoint."""
    with running_endpoint(f"sqlite:///{tmp_path / 'endpoint.sqlite3'}") as running:
        yield running


@pytest.fixture
def waiting(endpoint: RunningEndpoint, data_dir: Path) -> tuple[str, ...]:
    """Give the option of a data folder where one submission waits for the endpoint."""
    with workplace_at(data_dir) as at:
        queue(at, endpoint.url, small_submission(), key=endpoint.receipt_key)
    return ("--data-dir", str(data_dir))


def _sentence(capsys: Captured, *arguments: str) -> str:
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert told.out == ""
    return told.err.removeprefix("ogp-desktop: ").removesuffix("\n")


def test_code_in_a_file_opens_the_way_for_this_run_alone(
    capsys: Captured, waiting: tuple[str, ...], endpoint: RunningEndpoint, tmp_path: Path
) -> None:
    code = tmp_path / "code.txt"
    code.write_bytes(b"\xef\xbb\xbf  " + endpoint.token.encode() + b" \r\n")  # as Notepad saves it
    assert main(("outbox", "send", *waiting)) == 1  # no code, no way
    capsys.readouterr()
    assert main(("outbox", "test", *waiting, "--access-code-file", str(code))) == 0
    capsys.readouterr()
    # The place waits for hours after its 401, but not for who brings a code.
    assert main(("outbox", "send", *waiting, "--access-code-file", str(code), "--json")) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert told["outcome"] == "confirmed"


def test_code_comes_through_a_pipe(
    capsys: Captured,
    waiting: tuple[str, ...],
    endpoint: RunningEndpoint,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    piped = io.TextIOWrapper(io.BytesIO(f"{endpoint.token}\n".encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    assert main(("outbox", "send", *waiting, "--access-code-file", "-")) == 0
    assert "confirmed" in capsys.readouterr().out


def test_code_is_asked_for_unseen_where_somebody_sits(
    capsys: Captured,
    waiting: tuple[str, ...],
    endpoint: RunningEndpoint,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(access_codes, "getpass", lambda _prompt: endpoint.token)
    assert main(("outbox", "send", *waiting, "--access-code-file", "-")) == 0
    assert endpoint.token not in capsys.readouterr().out


def test_courier_without_a_keyring_carries(
    capsys: Captured, endpoint: RunningEndpoint, data_dir: Path, tmp_path: Path
) -> None:
    office, stick = office_in(tmp_path / "office"), tmp_path / "stick"
    with workplace_at(tmp_path / "host", FixedClock()) as host:
        several(host, 1)
        to = place_for(host, office)
        [made] = export_waiting(host, writer_to(stick), destination_id=to.id)
    with workplace_at(data_dir, first_id=900) as at:
        addressing.set_destination(at, MemorySecrets(), name="OGP", url=endpoint.url)
    code = tmp_path / "code"
    code.write_text(endpoint.token)
    carry = ("outbox", "carry", made.place, "--data-dir", str(data_dir))
    assert main(carry) == 1
    assert main((*carry, "--access-code-file", str(code))) == 0
    assert "kept by OGP" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "there is no access code in {file}: it is empty"),
        (b" \n\n", "there is no access code in {file}: it is empty"),
        (b"one\ntwo\n", "{file} holds no access code, which is one line of visible signs"),
        (b"with space", "{file} holds no access code, which is one line of visible signs"),
        ("clé".encode(), "{file} holds no access code, which is one line of visible signs"),
        (b"\xff\xfe\x00", "{file} holds no access code, which is one line of visible signs"),
        (b"x" * 5000, "{file} holds no access code, which is one line of visible signs"),
    ],
)
def test_file_that_holds_no_code_is_told_in_words(
    capsys: Captured, waiting: tuple[str, ...], tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "code"
    file.write_bytes(content)
    told = _sentence(capsys, "outbox", "send", *waiting, "--access-code-file", str(file))
    assert told == sentence.format(file=file)


def test_file_that_is_missing_or_cannot_be_read_is_told_in_words(
    capsys: Captured, waiting: tuple[str, ...], tmp_path: Path
) -> None:
    send = ("outbox", "send", *waiting, "--access-code-file")
    missing = tmp_path / "none"
    assert _sentence(capsys, *send, str(missing)) == (
        f"the file of the access code is not there: {missing}"
    )
    assert _sentence(capsys, *send, str(tmp_path)) == (
        f"the access code cannot be read from {tmp_path} (Is a directory)"
    )


def test_code_goes_to_one_place_alone(
    capsys: Captured, waiting: tuple[str, ...], data_dir: Path, tmp_path: Path
) -> None:
    with workplace_at(data_dir, first_id=500) as at:
        addressing.set_destination(at, MemorySecrets(), name="Other", url="http://127.0.0.1:9")
    file = tmp_path / "code"
    file.write_text(CANARY)
    send = ("outbox", "send", *waiting, "--access-code-file", str(file))
    assert _sentence(capsys, *send) == "name one place with --code-for (known: Other, Somewhere)"
    secrets = access_codes.OneRun(destination_id=HERE, given=CANARY, kept=MemorySecrets())
    assert secrets.code(HERE) == CANARY
    assert secrets.code(DestinationId("other")) is None
    assert not secrets.is_lasting


def test_code_is_in_no_log_no_answer_and_no_file(
    capsys: Captured,
    waiting: tuple[str, ...],
    data_dir: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    file = tmp_path / "code"
    file.write_text(CANARY)
    with caplog.at_level(logging.DEBUG):
        assert main(("outbox", "send", *waiting, "--access-code-file", str(file), "--json")) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)[0]["outcome"] == "auth"
    assert CANARY not in told.out + told.err + caplog.text
    kept = [one for one in data_dir.rglob("*") if one.is_file()]
    assert kept
    assert not [one for one in kept if CANARY.encode() in one.read_bytes()]
    shown = repr(access_codes.OneRun(destination_id=HERE, given=CANARY, kept=MemorySecrets()))
    assert CANARY not in shown
