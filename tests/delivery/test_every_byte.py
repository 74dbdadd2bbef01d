"""Proof 3: the connection is reset, closed or silent after any byte of the request or
of the answer, and a proxy sends the request twice; there is one row, and no doubt is called proof.

Every offset is tried in the slow part, and some of them in the fast one, through the whole outbox.
"""

import ssl
import threading
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from queue import SimpleQueue

import pytest

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services.delivering import Sender, deliver_next
from tests.support.clock import FixedClock
from tests.support.delivering import parcel
from tests.support.oracle import bytes_of, check_delivered_once, check_nothing_lost
from tests.support.queued import move_to, queue, small_submission
from tests.support.stub_server import End, Line, stub_server
from tests.support.workplaces import file_in, workplace_at

SMALL = small_submission()
SEALED = bytes_of(SMALL)
LATER = timedelta(hours=7)
SILENT_S = 1.0
"""Long enough that all bytes before the silence have arrived, even on a slow computer."""
AT_ONCE = 150
"""Requests that are silent side by side: one after the other they would take most of an hour."""
SAMPLE = 12
TLS = ssl.create_default_context()
"""Made once: it takes longer than a whole request, and these go by plain HTTP."""
BROKEN = [End.CLOSE, End.RESET]
MANY = [*BROKEN, pytest.param(End.STALL, marks=pytest.mark.slow)]


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[RunningEndpoint]:
    """Give a real endpoint."""
    with running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as running:
        yield running


def _port(endpoint: RunningEndpoint) -> int:
    return int(endpoint.url.rpartition(":")[2])


def _gateway(endpoint: RunningEndpoint, url: str) -> JsonPut:
    verify = ed25519_verifier(endpoint.receipt_key)
    return JsonPut(url, token=endpoint.token, verify=verify, tls=TLS)


def _rows(endpoint: RunningEndpoint) -> dict[str, bytes]:
    return {row.id: endpoint.store.body(row.id) or b"" for row in endpoint.store.listed()}


def _told(endpoint: RunningEndpoint, lines: Sequence[Line], deadline_s: float) -> list[Outcome]:
    """Send the same parcel through each line in its turn, over a connection of its own.

    The stub leaves after each answer. Over a kept connection the next request may be on its way
    before that is seen: then nobody answers it, which is true, and not what is tried here.
    """
    told = []
    with stub_server(*lines) as stub:
        for _ in lines:
            gateway = _gateway(endpoint, stub.url)
            told.append(gateway.deliver(parcel(SMALL), deadline_s=deadline_s))
            gateway.close()
    return told


def _told_at_once(endpoint: RunningEndpoint, lines: Sequence[Line]) -> list[Outcome]:
    """Send the same parcel through each line, many at a time."""
    left: SimpleQueue[Line] = SimpleQueue()
    for line in lines:
        left.put(line)
    told: list[Outcome] = []

    def work() -> None:
        while not left.empty():
            told.extend(_told(endpoint, [left.get()], SILENT_S))

    lanes = [threading.Thread(target=work) for _ in range(min(AT_ONCE, len(lines)))]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    return told


@pytest.fixture
def lengths(tmp_path: Path) -> tuple[int, int]:
    """Measure a request and its repeated answer at another endpoint: ours has stored nothing."""
    with running_endpoint(f"sqlite:///{tmp_path}/other.db") as other:
        for status in (201, 200):
            with stub_server(Line(forward_to=_port(other))) as stub:
                gateway = _gateway(other, stub.url)
                assert gateway.deliver(parcel(SMALL), deadline_s=20).status == status
                gateway.close()
    return len(stub.requests[0]), len(stub.answers[0])


def _some(whole: int) -> list[int]:
    return sorted({0, 1, whole - 1, *range(0, whole, whole // SAMPLE)})


def _deliver_through(endpoint: RunningEndpoint, folder: Path, lines: Sequence[Line]) -> None:
    """Try one sealed item over and over, once through each line, then straight: the oracle."""
    clock = FixedClock()
    with stub_server(*lines) as stub, workplace_at(folder, clock) as at:
        queue(at, stub.url, SMALL, key=endpoint.receipt_key)

        def opened(to: Destination) -> JsonPut:
            return _gateway(endpoint, to.url)

        sender = Sender(owner="one", open_gateway=opened, jitter=lambda: 0.0, deadline_s=SILENT_S)
        for line in lines:
            delivered = deliver_next(at, sender)
            assert delivered is not None
            assert delivered.outcome.kind is not OutcomeKind.CONFIRMED, line
            check_nothing_lost(file_in(folder), SEALED, _rows(endpoint))
            clock.advance(LATER)
        move_to(at, endpoint.url)
        assert deliver_next(at, sender) is not None
        check_delivered_once(file_in(folder), SEALED, _rows(endpoint))


@pytest.mark.parametrize("end", MANY)
def test_item_is_stored_once_when_the_line_broke_at_many_places(
    endpoint: RunningEndpoint, tmp_path: Path, lengths: tuple[int, int], end: End
) -> None:
    request, answer = lengths
    port = _port(endpoint)
    lines = [Line(forward_to=port, read=n, end=end) for n in _some(request)]
    lines += [Line(forward_to=port, write=n, end=end) for n in _some(answer)]
    lines = lines[:: 5 if end is End.STALL else 1]
    _deliver_through(endpoint, tmp_path / "data", lines)


@pytest.mark.slow
@pytest.mark.parametrize("end", BROKEN)
def test_no_byte_of_the_request_is_a_place_where_half_is_stored(
    endpoint: RunningEndpoint, lengths: tuple[int, int], end: End
) -> None:
    lines = [Line(forward_to=_port(endpoint), read=n, end=end) for n in range(lengths[0])]
    told = _told(endpoint, lines, 20)
    assert {outcome.kind for outcome in told} == {OutcomeKind.UNREACHABLE}
    assert _rows(endpoint) == {}
    assert _told(endpoint, [Line(forward_to=_port(endpoint))], 20)[0].status == 201
    assert _rows(endpoint) == SEALED


@pytest.mark.slow
@pytest.mark.parametrize("end", BROKEN)
def test_no_byte_of_the_answer_is_a_place_where_a_part_is_believed(
    endpoint: RunningEndpoint, lengths: tuple[int, int], end: End
) -> None:
    lines = [Line(forward_to=_port(endpoint), write=n, end=end) for n in range(lengths[1])]
    told = _told(endpoint, lines, 20)
    assert {outcome.kind for outcome in told} == {OutcomeKind.UNREACHABLE}
    assert all(outcome.bytes_may_have_left for outcome in told)
    assert _rows(endpoint) == SEALED
    assert _told(endpoint, [Line(forward_to=_port(endpoint))], 20)[0].status == 200


@pytest.mark.slow
def test_no_byte_is_a_place_where_silence_is_believed(
    endpoint: RunningEndpoint, lengths: tuple[int, int]
) -> None:
    port = _port(endpoint)
    cut = [Line(forward_to=port, read=n, end=End.STALL) for n in range(lengths[0])]
    told = _told_at_once(endpoint, cut)
    assert _rows(endpoint) == {}
    cut = [Line(forward_to=port, write=n, end=End.STALL) for n in range(lengths[1])]
    told += _told_at_once(endpoint, cut)
    assert {outcome.kind for outcome in told} == {OutcomeKind.TIMED_OUT}
    assert len(told) == sum(lengths)
    assert _rows(endpoint) == SEALED


def test_request_that_a_proxy_sends_twice_at_once_is_stored_once(
    endpoint: RunningEndpoint, tmp_path: Path
) -> None:
    port = _port(endpoint)
    lines = [Line(forward_to=port, twin=True, write=write) for write in (0, 17, 200)]
    _deliver_through(endpoint, tmp_path / "data", lines)
    told = _told(endpoint, [Line(forward_to=port, twin=True)] * 20, 20)
    assert {outcome.kind for outcome in told} == {OutcomeKind.CONFIRMED}
    assert len({outcome.receipt for outcome in told}) == 1
    assert _rows(endpoint) == SEALED
