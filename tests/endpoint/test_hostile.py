"""Whatever is sent, the endpoint answers with a clear 4xx, and stores nothing but submissions."""

import json
import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ogp_desktop.domain.canonical import canonical_json, sha256_hex
from ogp_desktop.domain.submission import MEDIA_TYPE
from ogp_desktop.endpoint.organising import export_submissions
from ogp_desktop.endpoint.problems import TYPE_PREFIX
from ogp_desktop.endpoint.serve import RunningEndpoint
from tests.support.asking import digest
from tests.support.delivering import SEALED

pytestmark = pytest.mark.slow

HEADERS = (
    "Authorization",
    "Content-Digest",
    "Content-Encoding",
    "Content-Type",
    "Withdrawal-Proof",
)
_PATIENCE_S = 30
_PLAIN = json.loads(SEALED.data)
_MANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def line(endpoint: RunningEndpoint) -> Iterator["Line"]:
    line = Line(endpoint)
    yield line
    line.close()


class Line:
    """One kept connection that says exactly what it is told to say."""

    def __init__(self, endpoint: RunningEndpoint) -> None:
        self.endpoint = endpoint
        self._port = int(endpoint.url.rpartition(":")[2])
        self._socket: socket.socket | None = None

    def ask(
        self,
        method: str = "PUT",
        target: bytes = b"/feedback/" + SEALED.submission.id.encode(),
        body: bytes = b"",
        **changes: bytes | None,
    ) -> tuple[int, dict[str, Any]]:
        """Return the status and what the problem says."""
        headers: dict[str, bytes | None] = {
            "Authorization": f"Bearer {self.endpoint.token}".encode(),
            "Content-Type": MEDIA_TYPE.encode(),
            "Content-Digest": digest(body).encode(),
        }
        headers |= {name.replace("_", "-"): value for name, value in changes.items()}
        lines = [
            f"{name}: ".encode() + value for name, value in headers.items() if value is not None
        ]
        head = [method.encode() + b" " + target + b" HTTP/1.1", b"Host: x", *lines]
        head.append(b"Content-Length: %d" % len(body))
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self._port), _PATIENCE_S)
        self._socket.sendall(b"\r\n".join([*head, b"", b""]) + body)
        return self._heard()

    def _heard(self) -> tuple[int, dict[str, Any]]:
        assert self._socket is not None
        told = b""
        while b"\r\n\r\n" not in told:
            told += self._part()
        head, _, body = told.partition(b"\r\n\r\n")
        names = dict(one.lower().split(b": ", 1) for one in head.split(b"\r\n")[1:])
        while len(body) < int(names.get(b"content-length", b"0")):
            body += self._part()
        if names.get(b"connection") == b"close":
            self.close()
        status = int(head[9:12])
        if status >= 400:
            assert names[b"content-type"] == b"application/problem+json", told
            problem = json.loads(body)
            assert problem["status"] == status
            assert problem["type"].startswith(TYPE_PREFIX)
            return status, problem
        return status, {}

    def _part(self) -> bytes:
        assert self._socket is not None
        part = self._socket.recv(65536)
        assert part, "the endpoint left without a word"
        return part

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def _is_clear(status: int) -> bool:
    return 400 <= status < 500


def _nested(depth: int) -> bytes:
    return b'{"id":' * depth + b"1" + b"}" * depth


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe\x00",
        b"\xed\xa0\x80",
        SEALED.data.replace("Ça".encode(), b"\xc3\x28"),
        SEALED.data.replace("Ça".encode(), b"\\ud800"),
        SEALED.data.replace("Ça".encode(), b"\\u0000"),
        b"\xef\xbb\xbf" + SEALED.data,
        SEALED.data[:-1] + b',"id":"other"}',
        SEALED.data.replace(b'"total":18', b'"total":1' + b"0" * 4000),
        SEALED.data.replace(b'"total":18', b'"total":1' + b"0" * 5000),
        SEALED.data.replace(b'"total":18', b'"total":1e999'),
        SEALED.data.replace(b'"total":18', b'"total":NaN'),
        SEALED.data.replace(b'"total":18', b'"total":true'),
        SEALED.data.replace(b'"total":18', b'"total":9007199254740992'),
        SEALED.data.replace(b"2022-07-05T15:58:00+00:00", b"9999-12-31T24:00:00+00:00"),
        _nested(50_000),
        b"[" * 400_000,
        b'"' + b"a" * 900_000 + b'"',
        b"null",
        b"[]",
    ],
    ids=range(19),
)
def test_hostile_body_is_refused_and_not_stored(line: Line, body: bytes) -> None:
    status, problem = line.ask(body=body)
    assert (status, problem["type"]) == (422, f"{TYPE_PREFIX}invalid")
    assert line.endpoint.store.listed() == ()


@pytest.mark.parametrize("time", [b"9999-12-31T23:59:59-23:59", b"0001-01-01T00:00:00+23:59"])
def test_absurd_time_is_stored_as_it_is_and_does_no_harm(
    line: Line, database_url: str, tmp_path: Path, time: bytes
) -> None:
    body = SEALED.data.replace(b"2022-07-05T15:58:00+00:00", time)
    assert line.ask(body=body)[0] == 201
    assert export_submissions(database_url, tmp_path / "all.csv", "csv") == 1


@_MANY
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_random_body_is_refused(line: Line, body: bytes) -> None:
    assert line.ask(body=body)[0] == 422


_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.lists(st.integers(), max_size=2)
    | st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2)
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a submission in which one thing is another."""
    whole = json.loads(SEALED.data)
    at: Any = whole
    while True:
        keys = sorted(at) if isinstance(at, dict) else list(range(len(at)))
        key = draw(st.sampled_from(keys))
        inner = at[key]
        if isinstance(inner, dict | list) and inner and draw(st.booleans()):
            at = inner
            continue
        match draw(st.integers(0, 2)):
            case 0:
                at[key] = draw(_LEAVES)
            case 1:
                del at[key]
            case _:
                at[key] = [inner, inner]
        return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
            errors="replace"
        )


@_MANY
@given(mutated())
def test_mutated_submission_is_refused_or_stored_as_it_is(line: Line, body: bytes) -> None:
    status, _ = line.ask(body=body)
    assert status in {200, 201, 409, 422}
    if status in {200, 201}:
        assert line.endpoint.store.body(SEALED.submission.id) == body


@_MANY
@given(st.integers(0, len(SEALED.data) - 1), st.binary(max_size=3))
def test_submission_with_changed_bytes_is_never_a_fault(
    line: Line, place: int, other: bytes
) -> None:
    body = SEALED.data[:place] + other + SEALED.data[place + 1 :]
    status, _ = line.ask(body=body)
    assert status in {200, 201, 409, 422}
    kept = line.endpoint.store.body(SEALED.submission.id)
    assert status not in {200, 201} or kept == body


_VALUES = st.binary(max_size=60).filter(lambda value: not set(value) & set(b"\r\n\0"))


@_MANY
@given(
    st.sampled_from(HEADERS),
    _VALUES,
    st.sampled_from(["PUT", "GET", "DELETE", "POST", "OPTIONS"]),
)
@example("Authorization", b"Bearer \xff\xfe", "PUT")
@example("Withdrawal-Proof", "é".encode(), "DELETE")
@example("Content-Type", b'application/json; a="' + b"\\" * 30, "PUT")
@example("Content-Type", b"multipart/form-data; boundary*0*=''%ff", "PUT")
@example("Content-Digest", b"sha-256=:" + b"=" * 44 + b":", "PUT")
@example("Content-Encoding", b"gzip\x7f", "PUT")
def test_hostile_header_is_never_a_fault(line: Line, name: str, value: bytes, method: str) -> None:
    status, _ = line.ask(method, body=b"{}", **{name: value})
    assert _is_clear(status) or (status == 200 and method == "GET")


@_MANY
@given(st.text(max_size=30), st.sampled_from(["PUT", "GET", "DELETE"]))
@example("\0", "GET")
@example("..%2F..%2Fetc", "GET")
@example("x%0d%0aSet-Cookie:%20a=b", "GET")
@example("é%ff%fe", "PUT")
@example("a" * 8000, "DELETE")
def test_hostile_id_is_never_a_fault(line: Line, name: str, method: str) -> None:
    quoted = "".join(f"%{byte:02x}" for byte in name.encode(errors="replace")) or "x"
    for target in (quoted, name if name.isascii() and name.isalnum() else quoted):
        status, problem = line.ask(method, b"/feedback/" + target.encode(), body=b"{}")
        assert _is_clear(status)
        assert "set-cookie" not in problem


@_MANY
@given(
    st.sampled_from(["text", "kit", "language", "cursor", "limit", "held_from", "stored_until"]),
    st.text(max_size=30),
)
@example("cursor", "\udcff")
@example("limit", "9" * 5000)
@example("limit", "²")
@example("stored_until", "9999-12-31")
def test_hostile_query_is_never_a_fault(line: Line, name: str, value: str) -> None:
    ask = partial(line.ask, "GET", Authorization=_reader(line.endpoint))
    quoted = "".join(f"%{byte:02x}" for byte in value.encode(errors="surrogateescape"))
    status, _ = ask(f"/feedback?{name}={quoted}".encode())
    assert status in {200, 400}


def _reader(endpoint: RunningEndpoint) -> bytes:
    token = "organiser-of-this-test"
    if endpoint.store.scope(sha256_hex(token.encode())) is None:
        endpoint.store.add_token(
            sha256_hex(token.encode()), "read", now=SEALED.submission.sealed_at
        )
    return f"Bearer {token}".encode()


def test_submission_in_another_spelling_is_refused(line: Line) -> None:
    spaced = json.dumps(_PLAIN, ensure_ascii=False, sort_keys=True).encode()
    assert canonical_json(_PLAIN) == SEALED.data != spaced
    assert line.ask(body=spaced)[1]["reason"] == "not_canonical"
