"""Proof 8: two programs on one data folder send 200 items; no item is ever in two
open requests, and each is stored once. The window's loop sends beside the command as well.
"""

from collections.abc import Sequence
from multiprocessing.context import BaseContext
from pathlib import Path
from time import sleep

import pytest

from tests.endurance import sender
from tests.support.clock import FixedClock
from tests.support.ledger import Ledger, Request, running_ledger
from tests.support.oracle import bytes_of, check_delivered_once, check_same_bytes
from tests.support.queued import numbered_submission, queue
from tests.support.workplaces import file_in, workplace_at

pytestmark = pytest.mark.slow
ITEMS = 200
PATIENCE_S = 120
HELD_OPEN_S = 0.004
"""Long enough that the other program is at work while a request is open."""


def _slowly(_ledger: Ledger, _request: Request) -> None:
    sleep(HELD_OPEN_S)


@pytest.mark.parametrize(
    "programs",
    [
        (sender.send, sender.send),
        (sender.send, sender.send_in_window),
    ],
    ids=["two commands", "command and window"],
)
def test_no_item_is_in_two_open_requests_when_two_programs_send(
    tmp_path: Path, context: BaseContext, programs: Sequence[sender.Program]
) -> None:
    sealed = [numbered_submission(number) for number in range(ITEMS)]
    with running_ledger(tmp_path, _slowly) as ledger:
        with workplace_at(tmp_path / "data", FixedClock()) as at:
            queue(at, ledger.url, *sealed, key=ledger.signer.public_key)
        processes = [
            context.Process(  # type: ignore[attr-defined]
                target=program, args=(str(tmp_path / "data"), f"code-{number}", None, None)
            )
            for number, program in enumerate(programs)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join(PATIENCE_S)
        # Whoever comes to its end while the other sends the last one says that it is not there yet.
        assert {process.exitcode for process in processes} <= {0, 1}
        check_delivered_once(file_in(tmp_path / "data"), bytes_of(*sealed), ledger.rows)
        check_same_bytes(ledger, bytes_of(*sealed))
        assert set(ledger.most_open.values()) == {1}
        assert len(ledger.seen) == ITEMS  # nobody sent what the other had sent
        codes = [request.headers["authorization"] for request in ledger.seen]
    shares = [codes.count(f"Bearer code-{number}") for number in (0, 1)]
    assert min(shares) > ITEMS // 20, "only one of them was at work"
