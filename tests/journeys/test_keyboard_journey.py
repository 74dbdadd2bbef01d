"""From the first start to the receipt with nothing but the keyboard: no mouse, no shortcut past it.

The file, the services, the delivery loop, the endpoint and HTTP on loopback are the real ones.
"""

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ogp_desktop.delivery import keyring_secrets
from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services import reading, tallying
from tests.support.pages_journey import Journey
from tests.support.pages_program import open_program

# Lists pop up: the offscreen platform cannot raise them or grab the keyboard, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

COUNTS = ((5, 3, 1, 1, 0, 1), (2, 2, 2, 2, 2, 1), (11, 0, 0, 0, 0, 0))


def _hold(journey: Journey) -> None:
    journey.next_item()
    journey.note("Contracts are published late", kind=1)
    journey.note("Young people want a say in the budget", kind=2)
    journey.note("Nobody explains the budget", kind=1)
    journey.note("A decree that sets thirty days", kind=3, card=1)
    journey.note("Publish our own lists", kind=4, card=1)
    journey.note("Bring examples from elsewhere", kind=5, card=2)
    journey.rank("Contracts are published late", 2)
    journey.rank("Young people want a say", 1)
    journey.next_item()
    journey.lean("Clearly: wide range", 1)
    journey.note("A wide range keeps small places in", kind=1)
    journey.lean("Clearly: coalitions", 2)
    journey.lean("Clearly: expand", 4)
    journey.next_item()
    journey.note("Peer visits", kind=1)
    journey.note("Paying interpreters", kind=4)
    journey.next_item()
    journey.count_views(paper=11, passed=1, rows=COUNTS)
    journey.next_item()
    journey.end()


def _check_what_was_held(journey: Journey) -> None:
    at, of = journey.page.at, journey.conversation_id
    run = reading.run(at, conversation_id=of)
    preparation = run.conversation.preparation
    assert (preparation.title, preparation.place) == ("Town hall", "Lome")
    assert (preparation.minutes, preparation.people) == (100, 12)
    assert run.conversation.state is ConversationState.HELD
    notes = {note.text: note for note in run.notes}
    assert len(notes) == 9
    contracts, young = (
        notes["Contracts are published late"],
        notes["Young people want a say in the budget"],
    )
    assert notes["A decree that sets thirty days"].card_id == contracts.id
    assert notes["Publish our own lists"].card_id == contracts.id
    assert notes["Bring examples from elsewhere"].card_id == young.id
    assert (young.rank, contracts.rank) == (1, 2)
    assert sorted(lean.step or 0 for lean in run.leans.values()) == [-1, 0, 2]
    views = tallying.views(at, conversation_id=of)
    assert (views.passed, views.is_closed) == (1, True)


def _check_what_arrived(journey: Journey, endpoint: RunningEndpoint) -> None:
    dispatch = journey.dispatch
    stored = endpoint.store.body(dispatch.sealed.id)
    assert stored is not None
    assert dispatch.receipt is not None
    assert dispatch.receipt.signed.receipt.sha256 == hashlib.sha256(stored).hexdigest()
    assert dispatch.receipt.signed.receipt.sha256 == dispatch.sealed.sha256


@pytest.mark.parametrize("size", [(1280, 800), pytest.param((1024, 600), marks=pytest.mark.slow)])
def test_conversation_is_held_and_confirmed_with_the_keyboard_alone(
    qtbot: QtBot,
    data_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(keyring_secrets, "open_secrets", keyring_secrets.MemorySecrets)
    with (
        running_endpoint(f"sqlite:///{tmp_path / 'endpoint.sqlite3'}") as endpoint,
        open_program(qtbot, data_dir, size=size) as page,
    ):
        journey = Journey(page)
        journey.start_my_own()
        journey.prepare(title="Town hall", place="Lome", minutes=100, people=12)
        _hold(journey)
        _check_what_was_held(journey)
        journey.settle("Togo")
        journey.seal()
        assert journey.dispatch.item.state is OutboxState.READY
        assert endpoint.store.listed() == ()
        journey.send_to(name="OGP", url=endpoint.url, code=endpoint.token, key=endpoint.receipt_key)
        qtbot.waitUntil(
            lambda: journey.dispatch.item.state is OutboxState.CONFIRMED, timeout=20_000
        )
        _check_what_arrived(journey, endpoint)
        qtbot.waitUntil(lambda: "Confirmed" in page.words(), timeout=5_000)
