"""A line on loopback that carries all to a server but loses the first reply, as radios do."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

_CHUNK = 65_536
_LOOPBACK = "127.0.0.1"


class _Line:
    def __init__(self, port: int) -> None:
        self._port = port
        self._must_lose = True
        self.listening = socket.create_server((_LOOPBACK, 0))
        self._thread = threading.Thread(target=self._serve, name="lossy-line", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):  # the listening socket was closed: the line is taken down
            while True:
                near, _ = self.listening.accept()
                threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with closing(near), socket.create_connection((_LOOPBACK, self._port)) as far:
            up = threading.Thread(target=_pump, args=(near, far), daemon=True)
            up.start()
            if self._must_lose:
                self._must_lose = False
                with suppress(OSError):
                    far.recv(_CHUNK)  # the server has answered; nobody will hear it
                return
            _pump(far, near)


def _pump(source: socket.socket, to: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(_CHUNK):
            to.sendall(data)


@contextmanager
def lossy_line(port: int) -> Iterator[str]:
    """Give the address of a line to ``port`` on this computer whose first reply is lost."""
    line = _Line(port)
    try:
        yield f"http://{_LOOPBACK}:{line.listening.getsockname()[1]}"
    finally:
        line.listening.close()
