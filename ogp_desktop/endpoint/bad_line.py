"""A bad line to an endpoint, for demonstrations: requests arrive, the first replies get lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR, SHUT_WR, create_connection, create_server, socket
from urllib.parse import urlsplit

from ogp_desktop.endpoint.serve import LOOPBACK

_PATIENCE_S = 20


@contextmanager
def bad_line(endpoint_url: str, *, lost_replies: int = 1) -> Iterator[str]:
    """Return an address on loopback that leads to the endpoint.

    On the first ``lost_replies`` connections the endpoint hears everything, and its reply is cut
    off before the first byte; later connections are left alone.
    """
    target = urlsplit(endpoint_url)
    end = (target.hostname or LOOPBACK, target.port or 80)
    with create_server((LOOPBACK, 0)) as listening:
        is_over = threading.Event()
        thread = threading.Thread(
            target=_run, args=(listening, end, lost_replies, is_over), name="bad line"
        )
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{listening.getsockname()[1]}"
        finally:
            is_over.set()
            create_connection(listening.getsockname()).close()  # wakes it from waiting
            thread.join()


def _run(
    listening: socket, end: tuple[str, int], lost_replies: int, is_over: threading.Event
) -> None:
    carried: list[threading.Thread] = []
    while True:
        client, _ = listening.accept()
        if is_over.is_set():
            client.close()
            break
        is_lossy = len(carried) < lost_replies
        carried.append(threading.Thread(target=_carry, args=(client, end, is_lossy)))
        carried[-1].start()
    for thread in carried:
        thread.join()


def _carry(client: socket, end: tuple[str, int], is_lossy: bool) -> None:
    with client, suppress(OSError), create_connection(end, timeout=_PATIENCE_S) as server:
        client.settimeout(_PATIENCE_S)
        up = threading.Thread(target=_pump, args=(client, server))
        up.start()
        if is_lossy:
            server.recv(1)  # it has answered, so it has stored
            client.shutdown(SHUT_RDWR)
        else:
            _pump(server, client)
        up.join()


def _pump(source: socket, to: socket) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            to.sendall(part)
    with suppress(OSError):
        to.shutdown(SHUT_WR)
