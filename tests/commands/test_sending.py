"""The window's own sender leaves nothing claimed behind that it never began."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject

from ogp_desktop import wiring
from ogp_desktop.commands.sending import Sending
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.runtime.background import Lane
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.services.delivering import Sender
from ogp_desktop.services.outbox_reading import outbox
from ogp_desktop.services.workplace import Workplace
from tests.services.test_one_attempt import Told
from tests.support.clock import FixedClock
from tests.support.queued import numbered_submission, queue
from tests.support.workplaces import workplace_at

ITEMS = 4
PATIENCE_S = 20


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Workplace]:
    """Give an outbox with some items for one destination."""
    with workplace_at(tmp_path, FixedClock()) as workplace:
        queue(workplace, "https://example.org", *(numbered_submission(n) for n in range(ITEMS)))
        yield workplace


def test_what_was_claimed_and_not_begun_is_given_back_when_the_program_leaves(
    at: Workplace, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway = Told(OutcomeKind.REFUSED)
    sender = Sender(owner="one", open_gateway=gateway.open, jitter=lambda: 0.0)
    monkeypatch.setattr(wiring, "sender", lambda _secrets: sender)
    parent, lane, bus = QObject(), Lane("delivery"), Bus()
    sending = Sending(at, MemorySecrets(), lane, bus, parent)
    with qtbot.waitSignal(bus.changed):  # type: ignore[attr-defined]
        pass  # an item is on its way
    is_idle = Event()
    lane.run(is_idle.set, lambda _: None, lambda _: None)
    assert is_idle.wait(PATIENCE_S)  # now it has its verdict, and the next one is claimed
    assert OutboxState.SENDING in [one.item.state for one in outbox(at)]
    sending.halt()
    sending.leave()
    states = [one.item.state for one in outbox(at)]
    assert OutboxState.SENDING not in states
    assert OutboxState.ATTENTION in states
    assert all(one.item.attempts == 0 for one in outbox(at) if one.item.state == "ready")
