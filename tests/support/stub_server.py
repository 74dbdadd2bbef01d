"""A server on loopback that answers whatever a test wrote, or breaks off wherever it says.

Each connection follows the next line of the script, and the last line again when they run out.
"""

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from time import monotonic, sleep

_PATIENCE_S = 30


class End(Enum):
    """How the stub leaves a connection."""

    CLOSE = "close"
    RESET = "reset"
    STALL = "stall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the stub does with one connection.

    It reads the whole request, or ``read`` bytes of it; then it writes ``answer``, or what the real
    server at port ``forward_to`` answers to what was read, but no more than ``write`` bytes of it.
    A ``twin`` is what a confused proxy makes: the same request a second time, at the same moment.
    One that ``says_close`` adds to the answer that it leaves, else the next request may be on its
    way over the same connection before that is seen.
    ``then`` happens after all that, before the stub leaves.
    """

    answer: bytes = b""
    forward_to: int | None = None
    read: int | None = None
    write: int | None = None
    end: End = End.CLOSE
    twin: bool = False
    says_close: bool = False
    then: Callable[[], object] = lambda: None


@dataclass(slots=True)
class Stub:
    """A running stub: its address, and what was sent each way, one entry for each connection.

    ``was_asked`` once a whole request has arrived, be it read or left unread.
    """

    port: int
    scheme: str
    requests: list[bytes] = field(default_factory=list)
    answers: list[bytes] = field(default_factory=list)
    was_asked: threading.Event = field(default_factory=threading.Event)
    is_over: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """The base address for a gateway."""
        return f"{self.scheme}://127.0.0.1:{self.port}"


def http(
    status: int = 200, body: bytes = b"", content_type: str = "application/json", **headers: str
) -> bytes:
    """Return an HTTP/1.1 answer; ``Retry_After="9"`` becomes ``Retry-After: 9``."""
    lines = [f"HTTP/1.1 {status} Because", f"Content-Length: {len(body)}"]
    lines += [f"Content-Type: {content_type}"] if content_type else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + body


@contextmanager
def stub_server(*script: Line | bytes, tls: ssl.SSLContext | None = None) -> Iterator[Stub]:
    """Run the script; bytes stand for a line that answers them."""
    lines = [Line(answer=line) if isinstance(line, bytes) else line for line in script]
    with socket.create_server(("127.0.0.1", 0)) as listening:
        stub = Stub(port=listening.getsockname()[1], scheme="https" if tls else "http")
        thread = threading.Thread(target=_serve, args=(listening, stub, lines, tls))
        thread.start()
        try:
            yield stub
        finally:
            stub.is_over.set()
            socket.create_connection(listening.getsockname()).close()  # wakes it from waiting
            thread.join()


def _serve(
    listening: socket.socket, stub: Stub, lines: Sequence[Line], tls: ssl.SSLContext | None
) -> None:
    served: list[threading.Thread] = []
    while True:
        connection, _ = listening.accept()
        if stub.is_over.is_set():
            connection.close()
            break
        line = lines[min(len(served), len(lines) - 1)]
        served.append(threading.Thread(target=_follow, args=(connection, stub, line, tls)))
        served[-1].start()
    for thread in served:
        thread.join()


def _follow(connection: socket.socket, stub: Stub, line: Line, tls: ssl.SSLContext | None) -> None:
    connection.settimeout(_PATIENCE_S)
    with suppress(OSError):  # the client may leave whenever it likes
        if tls is not None:
            connection = tls.wrap_socket(connection, server_side=True)
        request = _read(connection, line.read)
        stub.requests.append(request)
        if line.end is End.STALL:
            _await_rest(connection, request)
        stub.was_asked.set()
        answer = line.answer
        if line.forward_to is not None:
            answer = _forwarded(
                request, line.forward_to, is_whole=line.read is None, times=1 + line.twin
            )
        if line.says_close:
            answer = answer.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)
        stub.answers.append(answer)
        connection.sendall(answer[: line.write])
        line.then()
        if line.end is End.STALL:
            stub.is_over.wait(_PATIENCE_S)
        elif line.end is End.RESET:
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        else:  # unread bytes would turn a close into a reset
            connection.shutdown(socket.SHUT_WR)
    connection.close()


def _read(connection: socket.socket, limit: int | None) -> bytes:
    data = b""
    while len(data) < (_length(data) if limit is None else limit):
        part = connection.recv(65536 if limit is None else limit - len(data))
        if not part:
            break
        data += part
    return data


def _await_rest(connection: socket.socket, data: bytes) -> None:
    """Wait until all of the request is here, and leave it where it is; TLS lets nobody look."""
    if isinstance(connection, ssl.SSLSocket):
        return
    until, here = monotonic() + _PATIENCE_S, data
    while len(here) < _length(here) and monotonic() < until:
        sleep(0.001)
        here = data + connection.recv(65536, socket.MSG_PEEK)


def _length(data: bytes) -> int:
    """Return how long the request is, as far as that can be known."""
    head, end, _ = data.partition(b"\r\n\r\n")
    if not end:
        return len(data) + 1
    for header in head.split(b"\r\n"):
        name, _, value = header.partition(b":")
        if name.lower() == b"content-length":
            return len(head) + 4 + int(value)
    return len(head) + 4


def _forwarded(request: bytes, port: int, *, is_whole: bool, times: int) -> bytes:
    """Send the request so many times at once; return the answer to the last of them."""
    with ExitStack() as opened:
        servers = [
            opened.enter_context(socket.create_connection(("127.0.0.1", port), _PATIENCE_S))
            for _ in range(times)
        ]
        for server in servers:
            server.sendall(request)
            if not is_whole:  # the connection broke on the way: the server sees its end
                with suppress(OSError):  # and may have left before
                    server.shutdown(socket.SHUT_WR)
        answers = [_read(server, None) if is_whole else b"" for server in servers]
        return answers[-1]
