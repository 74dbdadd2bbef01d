"""Many submissions, each sent by twins at the same moment, leave exactly one row each.

``python -m tests.endurance.endpoint_soak 100000`` runs the endpoint with several workers on a real
PostgreSQL that waits for the disk, sends every submission ``--twins`` times at once over different
connections, and then compares every row with what was sent. It prints the figures as JSON.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.receipt import SignedReceipt, judge_receipt
from ogp_desktop.domain.sealing import seal
from ogp_desktop.domain.submission import MEDIA_TYPE
from ogp_desktop.endpoint.serve import add_token
from ogp_desktop.endpoint.signing import signer_at
from ogp_desktop.endpoint.store import Store
from tests.support.endpoint_process import served
from tests.support.postgres import fresh_database, postgres, why_not
from tests.support.submissions import SAMPLE_ID, sample_submission

_TEMPLATE = seal(sample_submission()).data
_PATIENCE_S = 60


@dataclass(slots=True)
class Soaked:
    """What came of it; ``mismatches`` are rows or receipts that are not of the sent bytes."""

    submissions: int
    twins: int
    workers: int
    seconds: float = 0.0
    rows: int = 0
    mismatches: int = 0
    unanswered: int = 0
    statuses: dict[str, int] = field(default_factory=dict)

    @property
    def is_clean(self) -> bool:
        """Tell whether each submission has its one row, one 201, and receipts for nothing else."""
        repeats = self.submissions * (self.twins - 1)
        expected = {"201": self.submissions} | ({"200": repeats} if repeats else {})
        is_whole = self.rows == self.submissions and self.statuses == expected
        return is_whole and not self.mismatches and not self.unanswered


def submission_at(number: int) -> tuple[str, bytes]:
    """Return the id and the bytes of one submission of many."""
    name = str(UUID(int=(4 << 76) | (2 << 62) | number))
    return name, _TEMPLATE.replace(SAMPLE_ID.encode(), name.encode())


def soak(
    submissions: int, *, workers: int, twins: int, lanes: int, is_durable: bool = True
) -> Soaked:
    """Send it all and compare it all."""
    soaked = Soaked(submissions=submissions, twins=twins, workers=workers)
    with (
        postgres(is_durable=is_durable) as server,
        fresh_database(server) as database,
        tempfile.TemporaryDirectory() as folder,
    ):
        key = Path(folder) / "endpoint.key"
        token, signer = add_token(database, "submit"), signer_at(key)
        with served(database, key, "--workers", str(workers), "--per-minute", "0") as url:
            port = int(url.rpartition(":")[2])
            crowd = _Crowd(port, token, signer.public_key, soaked)
            started = time.monotonic()
            asyncio.run(crowd.send(lanes))
            soaked.seconds = round(time.monotonic() - started, 1)
        with closing(Store(database)) as store:
            for stored_id, data in _stored(store):
                soaked.rows += 1
                soaked.mismatches += submission_at(UUID(stored_id).int & 0xFFFFFFFF) != (
                    stored_id,
                    data,
                )
    return soaked


def _stored(store: Store) -> Iterator[tuple[str, bytes]]:
    for page in store.pages():
        for stored, data in page:
            assert stored.sha256 == sha256(data).hexdigest()
            yield stored.id, data


class _Crowd:
    """Lanes of twins: each lane sends one submission over all its connections at once."""

    def __init__(self, port: int, token: str, receipt_key: str, soaked: Soaked) -> None:
        self._port = port
        self._token = token
        self._verify = ed25519_verifier(receipt_key)
        self._soaked = soaked
        self._statuses: Counter[str] = Counter()
        self._numbers = iter(range(soaked.submissions))

    async def send(self, lanes: int) -> None:
        await asyncio.gather(*(self._lane() for _ in range(lanes)))
        self._soaked.statuses = dict(sorted(self._statuses.items()))

    async def _lane(self) -> None:
        lines = [_Line(self._port) for _ in range(self._soaked.twins)]
        for number in self._numbers:
            name, data = submission_at(number)
            request = _request(name, data, self._token)
            answers = await asyncio.gather(*(line.ask(request) for line in lines))
            for answer in answers:
                self._judge(name, data, answer)
        for line in lines:
            line.close()

    def _judge(self, name: str, data: bytes, answer: tuple[int, bytes] | None) -> None:
        if answer is None:
            self._soaked.unanswered += 1
            return
        status, body = answer
        self._statuses[str(status)] += 1
        receipt = judge_receipt(
            status,
            "application/json",
            body,
            submission_id=SubmissionId(name),
            sha256=sha256(data).hexdigest(),
            verify=self._verify,
        )
        self._soaked.mismatches += not isinstance(receipt, SignedReceipt)


def _request(name: str, data: bytes, token: str) -> bytes:
    digest = b64encode(sha256(data).digest()).decode()
    head = (
        f"PUT /feedback/{name} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n"
        f"content-type: {MEDIA_TYPE}\r\ncontent-digest: sha-256=:{digest}:\r\n"
        f"content-length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data


class _Line:
    """One kept connection; a lost one is opened again for the next request."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> tuple[int, bytes] | None:
        """Return status and body, ``None`` when no whole answer came in time."""
        try:
            async with asyncio.timeout(_PATIENCE_S):
                if self._streams is None:
                    self._streams = await asyncio.open_connection("127.0.0.1", self._port)
                reader, writer = self._streams
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
                return int(head[9:12]), await reader.readexactly(length)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
            self.close()
            return None

    def close(self) -> None:
        """Let go of the connection."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


def main() -> int:
    """Run it and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("submissions", type=int, nargs="?", default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--twins", type=int, default=2)
    parser.add_argument("--lanes", type=int, default=16)
    asked = parser.parse_args()
    reason = why_not()
    if reason is not None:
        sys.stderr.write(f"{reason}\n")
        return 2
    soaked = soak(asked.submissions, workers=asked.workers, twins=asked.twins, lanes=asked.lanes)
    rate = round(soaked.submissions * soaked.twins / max(soaked.seconds, 0.1))
    told = asdict(soaked) | {"requests_per_s": rate, "clean": soaked.is_clean}
    sys.stdout.write(f"{json.dumps(told)}\n")
    return 0 if soaked.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
