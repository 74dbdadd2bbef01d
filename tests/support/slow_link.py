"""A relay on loopback that is as slow as a mobile network of the second generation.

Each way carries so many bits a second; a packet takes half a round trip; one of ten is lost and
comes again after a timeout that doubles, as TCP does it. Opening a connection takes a round trip
of its own, which loopback would give for nothing.
"""

import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

PACKET = 1400


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How slow: 32 kbit/s, a second there and back, a tenth lost."""

    bits_a_second: float = 32_000
    round_trip_s: float = 1.0
    loss: float = 0.1

    def lost_s(self, chance: random.Random) -> float:
        """Return how long a packet is waited for because it, or its repeats, were lost."""
        waited, timeout = 0.0, self.round_trip_s + 0.2
        while chance.random() < self.loss:
            waited, timeout = waited + timeout, timeout * 2
        return waited


@contextmanager
def slow_link(port: int, link: Link, seed: int) -> Iterator[int]:
    """Relay to a port of this computer; give the port of the relay."""
    chance = random.Random(seed)
    lanes: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        near = listening.getsockname()[1]

        def serve() -> None:
            while True:
                client, _ = listening.accept()
                if not lanes[0].is_alive() or is_over.is_set():
                    client.close()
                    return
                time.sleep(link.round_trip_s + link.lost_s(chance))
                server = socket.create_connection(("127.0.0.1", port))
                for source, sink in ((client, server), (server, client)):
                    lane = threading.Thread(target=_carry, args=(source, sink, link, chance))
                    lane.start()
                    lanes.append(lane)

        is_over = threading.Event()
        lanes.append(threading.Thread(target=serve))
        lanes[0].start()
        try:
            yield near
        finally:
            is_over.set()
            socket.create_connection(("127.0.0.1", near)).close()
            for lane in lanes:
                lane.join()


def _carry(source: socket.socket, sink: socket.socket, link: Link, chance: random.Random) -> None:
    """Carry packets one way; those on their way do not wait for each other's half round trip."""
    free_at = 0.0
    is_burst_over = True
    with suppress(OSError):
        while data := source.recv(PACKET):
            now = time.monotonic()
            is_burst_over = now > free_at
            free_at = max(free_at, now) + len(data) * 8 / link.bits_a_second + link.lost_s(chance)
            travel = link.round_trip_s / 2 if is_burst_over else 0.0
            free_at += travel
            time.sleep(max(0.0, free_at - time.monotonic()))
            sink.sendall(data)
    for end in (source, sink):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
    if source.fileno() != -1:
        source.close()
