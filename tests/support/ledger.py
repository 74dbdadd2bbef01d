"""A receiving side on loopback that keeps the rules of the protocol, writes down every request, and
can be told to break them; it is not the program's endpoint, so it shares no fault with it.
"""

import json
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from socket import SO_LINGER, SOL_SOCKET
from struct import pack

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.receipt import Receipt
from ogp_desktop.endpoint.signing import Signer, signer_at

STORED_AT = "2022-08-01T18:00:00+00:00"
RESET = b""
"""As an answer: the connection is reset instead."""


@dataclass(slots=True)
class Request:
    """One request that came whole; ``number`` counts from 1 for each id."""

    id: str
    number: int
    body: bytes = field(repr=False)
    headers: dict[str, str] = field(repr=False)
    opened_s: float
    closed_s: float = 0.0

    @property
    def sha256(self) -> str:
        """Return the digest of the body as it came."""
        return sha256(self.body).hexdigest()


Fault = Callable[["Ledger", Request], "bytes | None"]
"""Answers in the ledger's place, after storing or without; ``None`` leaves it to the ledger."""


class Ledger:
    """What was stored, what was asked, and how many requests for one id were ever open at once."""

    def __init__(self, signer: Signer, fault: Fault | None) -> None:
        self.signer, self.fault = signer, fault
        self.rows: dict[str, bytes] = {}
        self.seen: list[Request] = []
        self.most_open: dict[str, int] = {}
        self.port = 0
        self._open: dict[str, int] = {}
        self._guard = threading.Lock()

    @property
    def url(self) -> str:
        """Return the base address for a gateway."""
        return f"http://127.0.0.1:{self.port}"

    def requests_of(self, submission_id: str) -> list[Request]:
        """Return the requests for one id in their order."""
        return [one for one in self.seen if one.id == submission_id]

    def answer(self, submission_id: str, body: bytes, headers: dict[str, str]) -> bytes:
        """Answer one request, by the fault or by the rules."""
        with self._guard:
            number = len(self.requests_of(submission_id)) + 1
            request = Request(submission_id, number, body, headers, time.monotonic())
            self.seen.append(request)
            self._open[submission_id] = self._open.get(submission_id, 0) + 1
            at_once = max(self.most_open.get(submission_id, 0), self._open[submission_id])
            self.most_open[submission_id] = at_once
        try:
            told = self.fault(self, request) if self.fault else None
            return self.stored(request) if told is None else told
        finally:
            with self._guard:
                request.closed_s = time.monotonic()
                self._open[submission_id] -= 1

    def stored(self, request: Request) -> bytes:
        """Store the body once; return the answer that the protocol has for it."""
        with self._guard:
            is_new = request.id not in self.rows
            first = self.rows.setdefault(request.id, request.body)
        if first != request.body:
            return reply(409, b'{"title":"Conflict"}', "application/problem+json")
        return reply(201 if is_new else 200, self.receipt(request.id, request.sha256))

    def receipt(self, submission_id: str, digest: str) -> bytes:
        """Return a signed receipt, whether or not anything is stored."""
        receipt = Receipt(
            id=SubmissionId(submission_id),
            sha256=digest,
            endpoint=self.signer.endpoint_id,
            stored_at=STORED_AT,
        )
        return canonical_json({"receipt": receipt, "sig": self.signer.sign(receipt)})


def reply(
    status: int, body: bytes = b"", content_type: str = "application/json", **headers: str
) -> bytes:
    """Return an HTTP/1.1 answer that keeps the connection."""
    lines = [f"HTTP/1.1 {status} Because", f"Content-Length: {len(body)}"]
    lines += [f"Content-Type: {content_type}"] if content_type else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


@contextmanager
def running_ledger(
    folder: Path, fault: Fault | None = None, *, port: int = 0, signer: Signer | None = None
) -> Iterator[Ledger]:
    """Serve on a loopback port in threads until the block is left."""
    ledger = Ledger(signer or signer_at(folder / "ledger.key"), fault)

    class Handler(socketserver.StreamRequestHandler):
        disable_nagle_algorithm = True

        def handle(self) -> None:
            with suppress(OSError):
                while self._one():
                    pass

        def _one(self) -> bool:
            first = self.rfile.readline().split()
            headers: dict[str, str] = {}
            while (line := self.rfile.readline().strip()) != b"":
                name, _, value = line.decode().partition(":")
                headers[name.lower()] = value.strip()
            length = int(headers.get("content-length", 0))
            body = self.rfile.read(length)
            if not first or len(body) < length:
                return False  # half a request is nothing
            answer = ledger.answer(first[1].decode().rpartition("/")[2], body, headers)
            if answer == RESET:
                self.request.setsockopt(SOL_SOCKET, SO_LINGER, pack("ii", 1, 0))
                self.request.close()
                return False
            self.wfile.write(answer)
            return b"\r\nConnection: close\r\n" not in answer

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False
        request_queue_size = 128

        def shutdown_request(self, request: object) -> None:
            with suppress(OSError):  # a connection that was reset is closed already
                super().shutdown_request(request)  # type: ignore[arg-type]

    with Server(("127.0.0.1", port), Handler) as server:
        ledger.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="ledger")
        thread.start()
        try:
            yield ledger
        finally:
            server.shutdown()
            thread.join()


def title_of(answer: bytes) -> str:
    """Return the title of a problem, for whoever reads an answer in a test."""
    return str(json.loads(answer.partition(b"\r\n\r\n")[2]).get("title", ""))
