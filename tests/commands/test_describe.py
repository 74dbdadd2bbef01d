"""``endpoint describe`` writes what the program takes; ``outbox test`` says what is wrong."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from ogp_desktop.cli import main
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.endpoint_file import read_endpoint_file
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.endpoint.signing import signer_at
from ogp_desktop.services import addressing
from tests.commands.test_cli import Captured, refused, told
from tests.support.stub_server import http, stub_server
from tests.support.workplaces import workplace_at

URL = "https://feedback.example.org/africa/2027"
RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Give the key of an endpoint that was started once."""
    path = tmp_path / "endpoint.key"
    signer_at(path)
    return path


def _describe(key: Path, *more: str) -> tuple[str, ...]:
    usual = ("--key", str(key), "--name", "Open forum", "--out", str(key.with_name("forum")))
    return ("endpoint", "describe", *usual, *more)


def test_written_file_is_one_that_the_program_takes(
    capsys: Captured, key: Path, tmp_path: Path
) -> None:
    more = ("--recipient", RECIPIENT, "--closes", "2027-08-31", "--protocol", "openrosa")
    said = told(capsys, *_describe(key, "--url", URL + "/", *more))
    card = read_endpoint_file((tmp_path / "forum").read_bytes(), ed25519_verifier)
    assert (card.name, card.url, card.protocol) == ("Open forum", URL, "openrosa")
    assert (card.recipient, card.closes) == (RECIPIENT, "2027-08-31")
    assert card.receipt_key == said["receipt_key"] == signer_at(key).public_key
    assert read_endpoint_file(said["text"].encode(), ed25519_verifier) == card


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (("--recipient", "age1zz"), "the key for encrypted files is no age key (age1...)"),
        (("--closes", "2020-01-31"), "the last day, 2020-01-31, is over"),
        (("--name", ""), "name must not be empty"),
        (("--name", "Open\nforum"), "name must be one line of visible characters"),
    ],
)
def test_file_that_the_program_would_refuse_is_not_written(
    capsys: Captured, key: Path, wrong: tuple[str, ...], sentence: str
) -> None:
    assert refused(capsys, *_describe(key, "--url", URL, *wrong)) == sentence
    assert not key.with_name("forum").exists()


def test_key_stands_beside_a_sqlite_file(capsys: Captured, key: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.ogpendpoint"
    said = told(
        capsys,
        *("endpoint", "describe", "--database", f"sqlite:///{tmp_path}/endpoint.db"),
        *("--url", URL, "--name", "N", "--out", str(out)),
    )
    assert said["receipt_key"] == signer_at(key).public_key


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_code_is_drawn_small_enough_for_a_webcam(
    capsys: Captured, key: Path, tmp_path: Path, ending: str
) -> None:
    picture = tmp_path / f"code.{ending}"
    more = ("--recipient", RECIPIENT, "--closes", "2027-08-31", "--qr", str(picture))
    said = told(capsys, *_describe(key, "--url", URL, *more))
    assert said["qr_squares"] <= 73  # version 14, so that half a sheet of paper is enough
    side = (said["qr_squares"] + 8) * 8
    if ending == "png":
        assert QImage(str(picture)).size().toTuple() == (side, side)
    else:
        assert QSvgRenderer(str(picture)).isValid()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--url", "http://example.org"), "url must begin with https"),
        (("--url", "nowhere"), "url is no address"),
        (("--url", URL, "--qr", "code.jpg"), "code.jpg must end with .svg or .png"),
    ],
)
def test_nothing_is_written_when_what_is_asked_is_wrong(
    capsys: Captured, key: Path, tmp_path: Path, more: tuple[str, ...], sentence: str
) -> None:
    assert refused(capsys, *_describe(key, *more)).startswith(sentence)
    assert not (tmp_path / "forum").exists()


def test_no_key_is_made_for_a_file_that_nobody_could_believe(
    capsys: Captured, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.key"
    assert "missing.key" in refused(capsys, *_describe(missing, "--url", URL))
    assert not missing.exists()


def _set(tmp_path: Path, url: str) -> tuple[str, ...]:
    with workplace_at(tmp_path) as at:
        addressing.set_destination(at, MemorySecrets(), name="Forum", url=url)
    return ("outbox", "test", "--data-dir", str(tmp_path), "--json")


def test_way_is_tested_and_what_is_wrong_is_said(capsys: Captured, tmp_path: Path) -> None:
    with stub_server(http(200, b"<html>", "text/html")) as stub:
        assert main(_set(tmp_path, stub.url)) == 1
    [found] = json.loads(capsys.readouterr().out)
    assert (found["destination"], found["finding"], found["is_well"]) == (
        *("Forum", "login_page"),
        False,
    )
    assert "login page" in found["sentence"]


def test_endpoint_that_wants_a_code_says_so(capsys: Captured, tmp_path: Path) -> None:
    with running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as endpoint:
        assert main(_set(tmp_path, endpoint.url)) == 1
    [found] = json.loads(capsys.readouterr().out)
    assert found["finding"] == "access_code"
    assert abs(found["clock_off_s"]) < 600


def test_nothing_to_test_is_no_success(capsys: Captured, tmp_path: Path) -> None:
    with workplace_at(tmp_path):
        pass
    assert main(("outbox", "test", "--data-dir", str(tmp_path))) == 1
    assert "No address is set yet" in capsys.readouterr().out
