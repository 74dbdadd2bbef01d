"""The attempt under way is seen while it lasts, and stopped by a press, in the whole program."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.paths import data_root
from ogp_desktop.services import addressing, sample, sealing
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.stage import Stage
from tests.support.pages_program import ProgramPage, open_program, prefer
from tests.support.sealed import SAMPLE
from tests.support.stub_server import End, Line, Stub, stub_server

pytestmark = pytest.mark.slow

PATIENCE_MS = 20_000
STOP = "Stop this attempt"


def offers(page: ProgramPage, words: str) -> bool:
    """Tell whether there is a button with these words."""
    return any(one.text() == words for one in page.buttons())


def sealed(page: ProgramPage) -> SealedAndQueued:
    """Seal the sample in the running program, whose clock cannot be moved."""
    script = sample.read_sample(data_root() / "samples" / SAMPLE)
    made = sample.prepare_sample(page.at, script)
    sample.hold_sample(page.at, script, made, lambda _minutes: None)
    sample.review_sample(page.at, script, made)
    return sealing.seal(page.at, conversation_id=made)


def sending(page: ProgramPage, qtbot: QtBot, stub: Stub) -> SealedAndQueued:
    """Press Send against a server that never answers, and wait until it has the request."""
    made = sealed(page)
    page.navigator.open_conversation(made.sealed.conversation_id, Stage.SEND)
    page.click("Choose how to hand over")
    page.fill("Name of the place", "Somewhere")
    page.fill("Address", stub.url)
    page.click("Send when online")
    qtbot.waitUntil(stub.was_asked.is_set, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: offers(page, STOP), timeout=PATIENCE_MS)
    assert "Sending" in page.words()
    return made


def test_stopped_attempt_ends_at_once_and_is_held(qtbot: QtBot, data_dir: Path) -> None:
    prefer(data_dir)
    with stub_server(Line(end=End.STALL)) as stub, open_program(qtbot, data_dir) as page:
        made = sending(page, qtbot, stub)
        page.click(STOP)
        qtbot.waitUntil(lambda: "Held by you" in page.words(), timeout=5_000)
        assert "may have arrived" in page.words()
        item = dispatch(page.at, item_id=made.item.id).item
        assert (item.state, item.maybe_stored) == (OutboxState.HELD, True)


def test_attempt_ends_when_the_program_leaves_and_waits_for_the_next_run(
    qtbot: QtBot, data_dir: Path
) -> None:
    prefer(data_dir)
    with stub_server(Line(end=End.STALL)) as stub, open_program(qtbot, data_dir) as page:
        made = sending(page, qtbot, stub)
    with open_program(qtbot, data_dir, is_offline=True) as page:
        one = dispatch(page.at, item_id=made.item.id)
        assert (one.item.state, one.item.maybe_stored) == (OutboxState.WAITING, True)
        addressing.hold(page.at, item_id=made.item.id)
