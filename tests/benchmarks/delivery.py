"""What delivery costs: draining an outbox beside a bare client, bytes, a slow link, and memory.

The bare client is httpx2, which PUTs the same bytes with the same headers over one connection and
keeps nothing; both take turns against endpoints in processes of their own. ``Slow link`` is one
submission over 32 kbit/s, a round trip of a second and a tenth of the packets lost
(``tests/support/slow_link.py``), without TLS, which adds a round trip or two.
"""

import multiprocessing
import resource
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import httpx2

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.canonical import sha256_hex
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.sealing import SealedSubmission
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Delivered, Sender, Watch, deliver_due, deliver_next
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.workplace import Workplace
from tests.benchmarks.measuring import asked, percentile, tell
from tests.support.clock import FixedClock
from tests.support.queued import HERE, numbered_submission, queue
from tests.support.slow_link import Link, slow_link
from tests.support.stub_server import Line, stub_server
from tests.support.workplaces import workplace_at

TURN = 50
"""So many items by the one, then by the other."""
ENDED = "it was not confirmed"


def many(number: int) -> list[SealedSubmission]:
    """Return so many submissions that differ in their id alone; sealing each would take long."""
    first = numbered_submission(0)
    made = []
    for place in range(number):
        name = f"{first.submission.id[:-12]}{place:012x}"
        data = first.data.replace(first.submission.id.encode(), name.encode())
        object.__setattr__(submission := _copy(first.submission), "id", name)
        made.append(SealedSubmission(submission=submission, data=data, sha256=sha256_hex(data)))
    return made


def _copy(submission: Any) -> Any:
    from dataclasses import replace

    return replace(submission)


def _serve(folder: str, told: Connection) -> None:
    with running_endpoint(f"sqlite:///{folder}/endpoint.db") as endpoint:
        told.send((endpoint.url, endpoint.token, endpoint.receipt_key))
        told.recv()


@contextmanager
def endpoint(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Give the address, token and key of an endpoint in a process of its own."""
    folder.mkdir(parents=True)
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(str(folder), there))
    process.start()
    try:
        yield here.recv()
    finally:
        here.send("leave")
        process.join()


def drained(items: int) -> dict[str, object]:
    """Return how long so many items take, bare and by the program, in turns."""
    sealed, seconds = many(items), {"bare": list[float](), "ours": list[float]()}
    with ExitStack() as opened:
        folder = Path(opened.enter_context(TemporaryDirectory(prefix="ogp-desktop-benchmark-")))
        bare_at = opened.enter_context(endpoint(folder / "bare"))
        ours_at = opened.enter_context(endpoint(folder / "ours"))
        client = opened.enter_context(httpx2.Client())
        at = opened.enter_context(workplace_at(folder / "data", FixedClock()))
        queue(at, ours_at[0], *sealed, key=ours_at[2])
        gateways = OpenGateways(lambda _to: _gateway(ours_at))
        sender = Sender(owner="one", open_gateway=lambda _to: _gateway(ours_at), jitter=lambda: 0.5)
        for start in range(0, items, TURN):
            began = perf_counter()
            for one in sealed[start : start + TURN]:
                _put(client, bare_at, one)
            seconds["bare"].append(perf_counter() - began)
            began = perf_counter()
            _drain(at, sender, gateways, len(sealed[start : start + TURN]))
            seconds["ours"].append(perf_counter() - began)
        gateways.rest()
    each = {name: round(1000 * sum(spent) / items, 2) for name, spent in seconds.items()}
    return {
        "drain, ms for each item": each,
        "drain, ratio (goal 1.4)": round(sum(seconds["ours"]) / sum(seconds["bare"]), 2),
        "drain, ratio of median turns": round(median(seconds["ours"]) / median(seconds["bare"]), 2),
    }


def _drain(at: Workplace, sender: Sender, gateways: OpenGateways, number: int) -> None:
    """Deliver so many."""
    done: list[Delivered] = []
    begun: list[object] = []
    watch = Watch(begun=begun.append, delivered=done.append, may_go_on=lambda: len(begun) < number)
    deliver_due(at, sender, gateways, watch)
    if [one.outcome.kind for one in done] != [OutcomeKind.CONFIRMED] * number:
        raise RuntimeError(ENDED)


def _gateway(to: tuple[str, str, str]) -> JsonPut:
    return JsonPut(to[0], token=to[1], verify=ed25519_verifier(to[2]))


def _parcel(one: SealedSubmission) -> Parcel:
    return Parcel(submission_id=one.submission.id, data=one.data, sha256=one.sha256)


def _put(client: httpx2.Client, to: tuple[str, str, str], one: SealedSubmission) -> None:
    parcel = _parcel(one)
    headers = JsonPut._headers(_HEADERS, parcel, parcel.data)
    headers |= {"Authorization": f"Bearer {to[1]}"}
    url = f"{to[0]}/feedback/{parcel.submission_id}"
    client.put(url, content=parcel.data, headers=headers).raise_for_status()


_HEADERS = JsonPut("http://127.0.0.1")


def bytes_on_the_wire() -> dict[str, object]:
    """Return how many bytes pass in both directions for one submission, by its size."""
    one, told = numbered_submission(0), {}
    with TemporaryDirectory() as name, running_endpoint(f"sqlite:///{name}/e.db") as to:
        port = int(to.url.rpartition(":")[2])
        with stub_server(Line(forward_to=port)) as stub:
            gateway = _gateway((stub.url, to.token, to.receipt_key))
            gateway.deliver(_parcel(one), deadline_s=20)
            gateway.close()
        around = len(stub.requests[0]) + len(stub.answers[0]) - len(one.data)
    for size in (len(one.data), 6_000, 20_000):
        told[f"{size} bytes"] = round((size + around) / size, 2)
    return {"wire, bytes around a payload": around, "wire, ratio (goal 1.3)": told}


def over_a_slow_link(runs: int) -> dict[str, object]:
    """Return in how many round trips one submission is confirmed."""
    one, trips, tries = numbered_submission(0), [], []
    with ExitStack() as opened:
        folder = Path(opened.enter_context(TemporaryDirectory(prefix="ogp-desktop-benchmark-")))
        to = opened.enter_context(endpoint(folder / "endpoint"))
        for run in range(runs):
            link = Link()
            with slow_link(int(to[0].rpartition(":")[2]), link, run) as port:
                gateway = _gateway((f"http://127.0.0.1:{port}", to[1], to[2]))
                began, attempts, is_done = perf_counter(), 0, False
                while not is_done:
                    outcome = gateway.deliver(_parcel(one), deadline_s=120)
                    attempts, is_done = attempts + 1, outcome.kind is OutcomeKind.CONFIRMED
                trips.append((perf_counter() - began) / link.round_trip_s)
                gateway.close()
            tries.append(attempts)
    return {
        "slow link, round trips until confirmed": {
            "median": round(median(trips), 1),
            "p90": round(percentile(trips, 0.9), 1),
            "most requests": max(tries),
            "runs": runs,
        }
    }


def _wait(number: int, told: Connection) -> None:
    """Let so many items wait: look, hear that the network is back, and look once more."""
    with TemporaryDirectory(prefix="ogp-desktop-benchmark-") as name:
        clock = FixedClock()
        with workplace_at(Path(name), clock) as at:
            queue(at, "http://127.0.0.1:1", *many(number))
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            sender = Sender(
                owner="one", open_gateway=lambda to: JsonPut(to.url), jitter=lambda: 1.0
            )
            deliver_next(at, sender)
            began = perf_counter()
            deliver_next(at, sender)
            looked = perf_counter() - began
            with at.store.writing() as unit:
                health = unit.destinations.health(HERE)
                unit.destinations.keep(unit.destinations.one(HERE), health.updated_at)
            addressing.network_returned(at)
            deliver_next(at, sender)
            told.send((before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, looked))


def memory(number: int) -> dict[str, object]:
    """Return the peak of a program in which so many items wait, beside one with a single item."""
    context = multiprocessing.get_context("spawn")
    peaks = {}
    for count in (1, number):
        here, there = context.Pipe()
        process = context.Process(target=_wait, args=(count, there))
        process.start()
        _, peak, looked = here.recv()
        process.join()
        peaks[count] = (peak, looked)
    (one, _), (all_of_them, looked) = peaks[1], peaks[number]
    return {
        "memory, MB with 1 / all waiting": f"{one // 1024} / {all_of_them // 1024}",
        "a look when none may go, ms": round(1000 * looked, 2),
    }


if __name__ == "__main__":
    wanted = asked(__doc__, items=1000, links=10, waiting=10_000)
    results = drained(wanted.items) | bytes_on_the_wire()
    results |= over_a_slow_link(wanted.links) | memory(wanted.waiting)
    tell(results, as_json=wanted.json)
