"""``outbox send`` is killed (-9) while it takes a submission back; the next run ends it, once."""

from datetime import datetime, timedelta
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from ogp_desktop import wiring
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.withdrawal import WithdrawalState
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.outbox_reading import Dispatch, dispatch
from ogp_desktop.services.withdrawing import Asker, ask_withdrawal, withdraw_next
from ogp_desktop.services.workplace import Workplace
from tests.endurance import sender
from tests.endurance.sender import CLAIM, VERDICT
from tests.support.clock import FixedClock
from tests.support.queued import HERE, item_id_of, queue, small_submission
from tests.support.workplaces import workplace_at

pytestmark = pytest.mark.slow
SMALL = small_submission()
KILLED = -9
PATIENCE_S = 60


def _now(at: Workplace) -> Dispatch:
    return dispatch(at, item_id=item_id_of(SMALL))


def _secrets(endpoint: RunningEndpoint) -> MemorySecrets:
    secrets = MemorySecrets()
    secrets.keep(HERE, endpoint.token)
    return secrets


def _asked(folder: Path, endpoint: RunningEndpoint) -> None:
    """Deliver one, and ask for it back."""
    with workplace_at(folder, FixedClock(datetime.now().astimezone())) as at:
        queue(at, endpoint.url, SMALL, key=endpoint.receipt_key)
        ways = wiring.gateways(_secrets(endpoint))
        deliver_next(at, Sender(owner="one", open_gateway=ways, jitter=lambda: 0.0))
        assert _now(at).item.state is OutboxState.CONFIRMED
        ask_withdrawal(at, item_id=item_id_of(SMALL))


@pytest.mark.parametrize(
    ("number", "moment", "state", "is_there"),
    [
        (CLAIM, "before", WithdrawalState.ASKED, True),
        (CLAIM, "after", WithdrawalState.SENDING, True),
        (VERDICT, "before", WithdrawalState.SENDING, False),
        (VERDICT, "after", WithdrawalState.WITHDRAWN, False),
    ],
    ids=["before the lease", "after the lease", "before the proof", "after the proof"],
)
def test_next_run_ends_a_withdrawal_that_was_killed_beside_a_commit(
    tmp_path: Path,
    context: BaseContext,
    number: int,
    moment: str,
    state: WithdrawalState,
    is_there: bool,
) -> None:
    data = tmp_path / "data"
    with running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as endpoint:
        _asked(data, endpoint)
        prepare = partial(sender.die_at_commit, number, moment)
        process = context.Process(  # type: ignore[attr-defined]
            target=sender.send, args=(str(data), endpoint.token, prepare, None)
        )
        process.start()
        process.join(PATIENCE_S)
        assert process.exitcode == KILLED
        process.close()
        assert (endpoint.store.body(SMALL.submission.id) is not None) is is_there
        clock = FixedClock(datetime.now().astimezone())
        with workplace_at(data, clock) as at:
            found = _now(at).withdrawal
            assert found is not None
            assert found.state is state
            ways = wiring.withdrawers(_secrets(endpoint))
            again = Asker(owner="again", open_withdrawer=ways, jitter=lambda: 0.0)
            for _ in range(3):  # freed, asked, and nothing more
                clock.advance(timedelta(hours=1))
                withdraw_next(at, again)
            kept = _now(at)
            assert kept.withdrawal is not None
            assert kept.withdrawal.state is WithdrawalState.WITHDRAWN
            assert kept.withdrawal.proof is not None
            assert kept.withdrawal.attempts <= 2
            assert kept.sealed.body == SMALL.data
            ways_there = wiring.gateways(_secrets(endpoint))
            by = Sender(owner="again", open_gateway=ways_there, jitter=lambda: 0.0)
            assert deliver_next(at, by) is None
        assert endpoint.store.body(SMALL.submission.id) is None
