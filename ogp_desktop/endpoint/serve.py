"""Runs the endpoint as a program of its own, or on loopback beside a demonstration or a test."""

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from errno import EADDRINUSE
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
from starlette.applications import Starlette
from starlette.requests import Request
from uvicorn.supervisors import Multiprocess

from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.sealing import LARGEST_SUBMISSION
from ogp_desktop.endpoint.app import create_app
from ogp_desktop.endpoint.bundles import Opener, opener_at
from ogp_desktop.endpoint.database import SQLITE, address_of, file_of
from ogp_desktop.endpoint.guard import USUAL, Busy, Endpoint, Patience
from ogp_desktop.endpoint.limits import ADDRESS_PER_MINUTE, TOKEN_PER_MINUTE, RateLimits
from ogp_desktop.endpoint.patience import PatientProtocol
from ogp_desktop.endpoint.signing import Signer, signer_at
from ogp_desktop.endpoint.store import Store
from ogp_desktop.endpoint.storing import stored_answer
from ogp_desktop.endpoint.tokens import Scope, new_token
from ogp_desktop.paths import write_whole

LOOPBACK = "127.0.0.1"
TOKEN_PER_ADDRESS = TOKEN_PER_MINUTE // ADDRESS_PER_MINUTE
"""A token is shared by so many addresses' worth of hosts."""
_LEAVE_S = 2
_IDLE_S = 5
"""So long a connection is kept between two requests."""


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
    file = file_of(database_url)
    if file is None:
        raise Refusal("key_file_needed", field="key_file")
    return file.with_suffix(".key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """What one process of the endpoint is told; called there, it opens its own connections."""

    database_url: str = field(repr=False)
    key: Path
    address_per_minute: int = ADDRESS_PER_MINUTE
    token_per_minute: int = TOKEN_PER_MINUTE
    identity: Path | None = None

    def __call__(self) -> Starlette:
        """Return the application of this process."""
        return create_app(
            Endpoint(
                store=Store(self.database_url),
                signer=signer_at(self.key),
                now=_now,
                busy=RateLimits(
                    address_per_minute=self.address_per_minute,
                    token_per_minute=self.token_per_minute,
                ),
                opener=None if self.identity is None else opener_at(self.identity),
            )
        )


def serve(
    database_url: str,
    host: str = LOOPBACK,
    port: int = 8080,
    *,
    key: Path | None = None,
    workers: int = 1,
    address_per_minute: int = ADDRESS_PER_MINUTE,
    token_per_minute: int = TOKEN_PER_MINUTE,
    identity: Path | None = None,
    on_ready: Callable[[Signer, str], None] = lambda _signer, _url: None,
) -> None:
    """Answer requests until the program is told to stop; ``on_ready`` learns the key and where.

    Several workers are processes that share the port and keep nothing but connections; one that
    dies is replaced. SQLite lets one process write at a time, so that others would only wait for
    each other: there it is one worker. Raises ``Refusal("one_worker_only")``, and ``Trouble``:
    ``"address_in_use"``, or ``"cannot_listen"`` when the port is not to be had for another reason.
    """
    worker = Worker(
        database_url=database_url,
        key=key or key_file(database_url),
        address_per_minute=address_per_minute,
        token_per_minute=token_per_minute,
        identity=identity,
    )
    if workers > 1 and address_of(database_url).get_backend_name() == SQLITE:
        raise Refusal("one_worker_only", field="workers")
    signer = signer_at(worker.key)
    Store(database_url).close()  # says no before anybody is told that all is ready
    with _listening(host, port) as listening:
        on_ready(signer, _url(listening))
        if workers > 1:
            Multiprocess(_config(worker, workers=workers), [listening]).run()
        else:
            uvicorn.Server(_config(worker)).run([listening])


@contextmanager
def running_endpoint(
    database_url: str,
    *,
    port: int = 0,
    key: Path | None = None,
    now: Callable[[], datetime] = _now,
    busy: Callable[[Request], Busy | None] = lambda _request: None,
    patience: Patience = USUAL,
    idle_s: int = _IDLE_S,
    opener: Opener | None = None,
) -> Iterator[RunningEndpoint]:
    """Serve on a loopback port, any free one by default, in a thread, until the block is left."""
    signer = signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store, _listening(LOOPBACK, port) as listening:
        token = new_token(store, Scope.SUBMIT, now=now(), random_bytes=secrets.token_bytes)
        endpoint = Endpoint(
            store=store, signer=signer, now=now, busy=busy, patience=patience, opener=opener
        )
        server = uvicorn.Server(_config(lambda: create_app(endpoint), idle_s=idle_s))
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
            code = "address_in_use" if error.errno == EADDRINUSE else "cannot_listen"
            raise Trouble(code, host=host, port=port, why=error.strerror) from error
        yield listening


def _url(listening: socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _config(
    make_app: Callable[[], Starlette], *, workers: int = 1, idle_s: int = _IDLE_S
) -> uvicorn.Config:
    return uvicorn.Config(
        make_app,
        factory=True,
        workers=workers,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=idle_s,
        timeout_graceful_shutdown=_LEAVE_S,
    )


def add_token(database_url: str, scope: str) -> str:
    """Make a token with the scope ``submit`` or ``read`` and return it.

    Raises ``Refusal("unknown_scope")``.
    """
    if scope not in set(Scope):
        raise Refusal("unknown_scope", field="scope")
    with closing(Store(database_url)) as store:
        return new_token(store, Scope(scope), now=_now(), random_bytes=secrets.token_bytes)


def import_submission(database_url: str, file: Path, to: Path, *, key: Path | None = None) -> Path:
    """Store a submission that came as a file, and write its receipt into ``to``; return where.

    The same file again brings the same receipt. Raises ``Refusal`` when it is no submission, or
    when its id is stored with other content.
    """
    with file.open("rb") as opened:
        data = opened.read(LARGEST_SUBMISSION + 1)
    signer = signer_at(key or key_file(database_url))
    with closing(Store(database_url)) as store:
        answer, _ = stored_answer(store, signer, data, now=_now())
    receipt = to / f"receipt-{file.stem}.json"
    to.mkdir(parents=True, exist_ok=True)
    write_whole(receipt, answer)
    return receipt
