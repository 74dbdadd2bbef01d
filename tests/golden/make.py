"""Makes the data file of this release from the sample conversation: run it once, before a release.

The file holds the sample twice: one stopped in the middle with its clock running and a draft, one
held, sealed, corrected, delivered and confirmed. It is kept for ever; see ``test_golden.py``.
"""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import ogp_desktop
from ogp_desktop.clocks import MovedClock
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.paths import data_root
from ogp_desktop.services import (
    addressing,
    delivering,
    note_taking,
    outbox_reading,
    sample,
    sealing,
)
from ogp_desktop.services.note_taking import Entry
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.snapshots import Snapshots
from ogp_desktop.storage.store import Store
from ogp_desktop.storage.upgrade import make_ready
from ogp_desktop.wiring import sender

HERE = Path(__file__).resolve().parent


def make(path: Path, scratch: Path) -> None:
    """Write the data file at ``path``; ``scratch`` is a folder for the endpoint's own file."""
    clock = MovedClock(datetime(2022, 8, 1, 15, 0, tzinfo=UTC))
    make_ready(path, Snapshots(path, scratch / "copies", clock.now))
    numbers = count(1)
    at = Workplace(
        store=Store(path),
        clock=clock,
        new_id=lambda: f"601de000-0000-4000-8000-{next(numbers):012d}",
        library=KitLibrary(data_root() / "kits", scratch / "kits"),
        app_version=ogp_desktop.__version__,
    )
    try:
        _interrupted(at, clock)
        _confirmed(at, clock, scratch)
    finally:
        at.store.close()


def _sampled(at: Workplace, clock: MovedClock, until: str | None) -> ConversationId:
    script = sample.read_sample(sample.nearest_sample(data_root() / "samples", "fr"))
    conversation_id = sample.prepare_sample(at, script)
    sample.hold_sample(
        at, script, conversation_id, lambda minutes: clock.move(60 * minutes), until=until
    )
    if until is None:
        sample.review_sample(at, script, conversation_id)
    return conversation_id


def _interrupted(at: Workplace, clock: MovedClock) -> None:
    conversation_id = _sampled(at, clock, until="q2")
    entry = Entry(question_id="q2", kind_id="first", text="Ce qui se tapait au moment")
    note_taking.keep_draft(at, conversation_id=conversation_id, entry=entry)


def _confirmed(at: Workplace, clock: MovedClock, scratch: Path) -> None:
    conversation_id = _sampled(at, clock, until=None)
    first = sealing.seal(at, conversation_id=conversation_id)
    clock.move(60)
    second = sealing.seal(at, conversation_id=conversation_id)
    secrets = MemorySecrets()
    with running_endpoint(f"sqlite:///{scratch / 'endpoint.sqlite3'}") as endpoint:
        to = addressing.set_destination(
            at,
            secrets,
            name="Point de dépôt",
            url=endpoint.url,
            receipt_key=endpoint.receipt_key,
        )
        secrets.keep(to.id, endpoint.token)
        for made in (first, second):
            addressing.send(at, item_id=made.item.id, destination_id=to.id)
            delivering.deliver_next(at, sender(secrets))
            item = outbox_reading.dispatch(at, item_id=made.item.id).item
            if item.state is not OutboxState.CONFIRMED:
                raise SystemExit(item.state.value)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    golden = HERE / f"{ogp_desktop.__version__}.sqlite3"
    if golden.exists():
        sys.exit(f"{golden.name} is kept for ever; a release is made once")
    with TemporaryDirectory() as name:
        make(golden, Path(name))
