"""The window's own sender leaves nothing claimed behind that it never began."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ogp_desktop import wiring
from ogp_desktop.commands.sending import Sending
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.runtime.background import Lane
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.services.outbox_reading import outbox
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.queued import numbered_submission, queue
from tests.support.quick_line import PATIENCE_S, QuickLine
from tests.support.workplaces import workplace_at

ITEMS = 4


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Workplace]:
    """Give an outbox with some items for one destination."""
    with workplace_at(tmp_path, FixedClock()) as workplace:
        queue(workplace, "https://example.org", *(numbered_submission(n) for n in range(ITEMS)))
        yield workplace


def test_what_was_claimed_and_not_begun_is_given_back_when_the_program_leaves(
    at: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, is_on_the_wire, may_answer = QuickLine(at), Event(), Event()

    def hold() -> None:
        is_on_the_wire.set()
        assert may_answer.wait(PATIENCE_S)

    line.meanwhile = hold
    monkeypatch.setattr(wiring, "sender", lambda _secrets: line.by)
    parent, lane, bus = QObject(), Lane("delivery"), Bus()
    sending = Sending(at, MemorySecrets(), lane, bus, parent)
    qtbot.waitUntil(is_on_the_wire.is_set, timeout=PATIENCE_S * 1000)
    assert [one.item.state for one in outbox(at)].count(OutboxState.SENDING) == 2
    sending.halt()
    may_answer.set()
    sending.leave()
    qtbot.waitUntil(lambda: not lane._thread.is_alive())
    states = [one.item.state for one in outbox(at)]
    assert states.count(OutboxState.CONFIRMED) == 2
    assert states.count(OutboxState.READY) == ITEMS - 2
    assert all(one.item.attempts == 0 for one in outbox(at) if one.item.state == "ready")
    assert line.asked == [0, 1]
