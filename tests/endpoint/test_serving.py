"""The endpoint as a program: its key, its tokens, its lists, its exports, its published schema."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.endpoint.digests import sha256_of
from ogp_desktop.endpoint.organising import (
    compact,
    export_submissions,
    list_submissions,
    list_tokens,
)
from ogp_desktop.endpoint.schema import submission_schema
from ogp_desktop.endpoint.serve import (
    add_token,
    key_file,
    running_endpoint,
    serve,
)
from ogp_desktop.endpoint.signing import Signer, signer_at
from ogp_desktop.endpoint.store import Store
from tests.support.delivering import SEALED, parcel
from tests.support.submissions import NOW

pytestmark = pytest.mark.slow

PUBLISHED = Path(__file__).parents[2] / "resources/schema/submission.schema.json"


def test_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "endpoint.key"
    first, again = signer_at(path), signer_at(path)
    assert first.public_key == again.public_key
    assert list(path.parent.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_key_is_trouble_when_its_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "endpoint.key"
    path.write_bytes(b"short")
    with pytest.raises(Trouble) as caught:
        signer_at(path)
    assert caught.value.code == "key_damaged"


def test_key_must_be_named_when_the_database_is_no_file() -> None:
    for url in ("postgresql+psycopg://host/db", "sqlite://"):
        with pytest.raises(Refusal) as caught:
            key_file(url)
        assert caught.value.data["field"] == "key_file"


def test_token_is_kept_only_as_its_digest(database_url: str, database_files: Path) -> None:
    token = add_token(database_url, "submit")
    assert len(bytes.fromhex(token)) == 32
    store = Store(database_url)
    store.compact()  # so that all is in the files
    for file in database_files.rglob("*"):
        assert not file.is_file() or token.encode() not in file.read_bytes()
    assert store.scope(sha256_hex(token.encode())) == "submit"
    assert store.scope(token) is None
    store.close()


def test_token_is_refused_when_the_scope_is_unknown(database_url: str) -> None:
    with pytest.raises(Refusal):
        add_token(database_url, "write")


def test_export_writes_the_very_bytes(database_url: str, key: Path, tmp_path: Path) -> None:
    with running_endpoint(database_url, key=key) as endpoint:
        gateway = JsonPut(endpoint.url, token=endpoint.token)
        assert gateway.deliver(parcel(), deadline_s=20).kind is OutcomeKind.CONFIRMED
        gateway.close()
    (row,) = list_submissions(database_url)
    assert (row.id, row.sha256, row.size) == (
        SEALED.submission.id,
        SEALED.sha256,
        len(SEALED.data),
    )
    assert (row.kit_id, row.replaces) == ("ogp-strategy-2022", None)
    assert export_submissions(database_url, tmp_path / "out") == 1
    assert (tmp_path / "out" / f"{row.id}.json").read_bytes() == SEALED.data
    (listed,) = json.loads((tmp_path / "out" / "index.json").read_bytes())
    assert listed["sha256"] == SEALED.sha256


def test_serve_is_trouble_when_the_port_is_taken(database_url: str, key: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(Trouble) as caught:
        serve(database_url, "127.0.0.1", taken.getsockname()[1], key=key)
    assert caught.value.code == "address_in_use"


def test_serve_is_trouble_when_the_host_is_not_this_computer(database_url: str, key: Path) -> None:
    with pytest.raises(Trouble) as caught:
        serve(database_url, "192.0.2.1", 0, key=key)  # RFC 5737: nobody's address
    assert caught.value.code == "cannot_listen"


def test_serve_tells_the_port_that_it_was_given(database_url: str, key: Path) -> None:
    class ToldError(Exception):
        pass

    def told(_signer: Signer, url: str) -> None:
        raise ToldError(url)

    with pytest.raises(ToldError, match=r"^http://127\.0\.0\.1:[1-9]\d+$"):
        serve(database_url, "127.0.0.1", 0, key=key, on_ready=told)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are those of Posix")
def test_database_of_an_endpoint_is_closed_to_other_accounts(tmp_path: Path) -> None:
    file = tmp_path / "new" / "endpoint.db"
    with closing(Store(f"sqlite:///{file}")) as store:
        store.add_token("0" * 64, "read", now=NOW)
        made = [one for one in file.parent.iterdir() if one.name.startswith(file.name)]
        assert {stat.S_IMODE(one.stat().st_mode) for one in made} == {0o600}


@pytest.mark.parametrize("look", [list_submissions, list_tokens, compact])
def test_looking_into_a_database_that_is_not_there_makes_none(
    look: Callable[[str], object], tmp_path: Path
) -> None:
    with pytest.raises(Trouble) as caught:
        look(f"sqlite:///{tmp_path}/mistyped.db")
    assert caught.value.code == "not_found"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("wrong", ["feedback", "", "postgresql+psycopg://me:secret@here:port/x"])
def test_address_that_is_no_database_is_refused_without_repeating_it(wrong: str, key: Path) -> None:
    for ask in (key_file, list_tokens, partial(serve, host="127.0.0.1", port=0, key=key)):
        with pytest.raises(Refusal) as caught:
            ask(wrong)
        assert caught.value.code == "not_a_database"
        assert "secret" not in str(caught.value.data)


def test_store_is_trouble_when_there_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "endpoint.db").write_bytes(b"this is no database" * 100)
    with pytest.raises(Trouble) as caught:
        Store(f"sqlite:///{tmp_path}/endpoint.db")
    assert caught.value.code == "database"


def test_serve_answers_until_it_is_told_to_stop(database_url: str, key: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    token = add_token(database_url, "submit")
    program = (
        "import sys; from pathlib import Path; from ogp_desktop.endpoint.serve import serve;"
        "serve(sys.argv[1], '127.0.0.1', int(sys.argv[2]), key=Path(sys.argv[3]),"
        " on_ready=lambda signer, _: print(signer.public_key, flush=True))"
    )
    served = subprocess.Popen(
        [sys.executable, "-c", program, database_url, str(port), str(key)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert served.stdout is not None
    verify = ed25519_verifier(served.stdout.readline().strip())
    gateway = JsonPut(f"http://127.0.0.1:{port}", token=token, verify=verify)
    outcome = gateway.deliver(parcel(), deadline_s=20)
    gateway.close()
    served.send_signal(signal.SIGINT)
    served.communicate(timeout=20)
    assert outcome.kind is OutcomeKind.CONFIRMED
    assert [row.sha256 for row in list_submissions(database_url)] == [SEALED.sha256]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("sha-256=:AAAA:", "000000"),
        ("sha-512=:BBBB:,sha-256 = :AAAA:", "000000"),
        ("sha-256=AAAA", None),
        ("sha-256=:AAA:", None),
        ("", None),
    ],
)
def test_digest_is_read_from_its_header(header: str, expected: str | None) -> None:
    assert sha256_of(header) == expected


def test_published_schema_is_up_to_date() -> None:
    assert PUBLISHED.read_bytes() == submission_schema(), (
        "run: python -m ogp_desktop.endpoint.schema resources/schema/submission.schema.json"
    )


def test_published_schema_names_every_field_that_leaves() -> None:
    schema = json.loads(PUBLISHED.read_bytes())
    assert set(json.loads(SEALED.data)) == set(schema["$defs"]["Submission"]["properties"])
    for name, definition in schema["$defs"].items():
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is False, name
