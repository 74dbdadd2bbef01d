"""Runs the endpoint as a program of its own, or on loopback beside a demonstration or a test."""

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from socket import (
    AF_INET,
    AF_INET6,
    IPPROTO_TCP,
    SO_REUSEADDR,
    SOCK_STREAM,
    SOL_SOCKET,
    socket,
)

import uvicorn
from sqlalchemy import make_url
from starlette.requests import Request

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.endpoint.app import Busy, Endpoint, create_app
from ogp_desktop.endpoint.bundles import Opener
from ogp_desktop.endpoint.signing import Signer, signer_at
from ogp_desktop.endpoint.store import Store, StoredSubmission
from ogp_desktop.endpoint.storing import stored_answer
from ogp_desktop.endpoint.tokens import Scope, new_token

LOOPBACK = "127.0.0.1"
_LEAVE_S = 2


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningEndpoint:
    """An endpoint that answers on this computer: its address and what a client needs for it."""

    url: str
    token: str = field(repr=False)
    receipt_key: str
    endpoint_id: str
    store: Store


def key_file(database_url: str) -> Path:
    """Return where the key is kept: beside a SQLite file.

    Raises ``Refusal("key_file_needed")`` for any other database: its workers must share one.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Refusal("key_file_needed", field="key_file")
    return Path(url.database).with_suffix(".key")


def serve(
    database_url: str,
    host: str = LOOPBACK,
    port: int = 8080,
    *,
    key: Path | None = None,
    opener: Opener | None = None,
    on_ready: Callable[[Signer], None] = lambda _signer: None,
) -> None:
    """Answer requests until the program is told to stop; ``on_ready`` learns the public key.

    Raises ``Trouble("address_in_use")`` when the port is not to be had.
    """
    signer = signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store, _listening(host, port) as listening:
        on_ready(signer)
        endpoint = Endpoint(store=store, signer=signer, now=_now, opener=opener)
        _server(endpoint).run([listening])


@contextmanager
def running_endpoint(
    database_url: str,
    *,
    port: int = 0,
    key: Path | None = None,
    now: Callable[[], datetime] = _now,
    busy: Callable[[Request], Busy | None] = lambda _request: None,
    opener: Opener | None = None,
) -> Iterator[RunningEndpoint]:
    """Serve on a loopback port, any free one by default, in a thread, until the block is left."""
    signer = signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store, _listening(LOOPBACK, port) as listening:
        token = new_token(store, Scope.SUBMIT, now=now(), random_bytes=secrets.token_bytes)
        endpoint = Endpoint(store=store, signer=signer, now=now, busy=busy, opener=opener)
        server = _server(endpoint)
        # The socket listens already: whoever connects before the loop runs only waits.
        thread = threading.Thread(target=server.run, args=([listening],), name="endpoint")
        thread.start()
        try:
            yield RunningEndpoint(
                url=f"http://{LOOPBACK}:{listening.getsockname()[1]}",
                token=token,
                receipt_key=signer.public_key,
                endpoint_id=signer.endpoint_id,
                store=store,
            )
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket]:
    # The protocol is named, for asyncio sends without delay only on sockets that name it: with
    # protocol 0 each answer waits 40 ms for the client's acknowledgement.
    family = AF_INET6 if ":" in host else AF_INET
    with socket(family, SOCK_STREAM, IPPROTO_TCP) as listening:
        if os.name == "posix":  # elsewhere the option would let two programs share the port
            listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen(128)
        except OSError as error:
            raise Trouble("address_in_use", host=host, port=port) from error
        yield listening


def _server(endpoint: Endpoint) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            create_app(endpoint),
            http="httptools",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_LEAVE_S,
        )
    )


def add_token(database_url: str, scope: str) -> str:
    """Make a token with the scope ``submit`` or ``read`` and return it.

    Raises ``Refusal("unknown_scope")``.
    """
    if scope not in set(Scope):
        raise Refusal("unknown_scope", field="scope")
    with closing(Store(database_url)) as store:
        return new_token(store, Scope(scope), now=_now(), random_bytes=secrets.token_bytes)


def list_submissions(database_url: str) -> tuple[StoredSubmission, ...]:
    """Return what the endpoint holds, oldest first."""
    with closing(Store(database_url)) as store:
        return store.listed()


def export_submissions(database_url: str, to: Path) -> int:
    """Write each submission's bytes to ``to/<id>.json``, and ``index.json``; return how many."""
    to.mkdir(parents=True, exist_ok=True)
    with closing(Store(database_url)) as store:
        listed = store.listed()
        for row in listed:
            (to / f"{row.id}.json").write_bytes(store.body(row.id) or b"")
    (to / "index.json").write_bytes(canonical_json(listed))
    return len(listed)


def import_submission(database_url: str, file: Path, to: Path, *, key: Path | None = None) -> Path:
    """Store a submission that came as a file, and write its receipt into ``to``; return where.

    The same file again brings the same receipt. Raises ``Refusal`` when it is no submission, or
    when its id is stored with other content.
    """
    signer = signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store:
        answer, _ = stored_answer(store, signer, file.read_bytes(), now=_now())
    receipt = to / f"receipt-{file.stem}.json"
    to.mkdir(parents=True, exist_ok=True)
    receipt.write_bytes(answer)
    return receipt
