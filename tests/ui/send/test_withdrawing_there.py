"""Taking a submission back as a host does: told before, and done only where that is proved."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop import wiring
from ogp_desktop.domain.destination import OPENROSA
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.withdrawal import WithdrawalState
from ogp_desktop.endpoint.serve import RunningEndpoint, running_endpoint
from ogp_desktop.services import addressing, sealing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.withdrawing import Asker, withdraw_next
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.send_reading import deeds_of, group_of
from ogp_desktop.ui.send.send_state import Deed, Group, Standing, Step, WithdrawalShown
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.words_history import step_words
from ogp_desktop.ui.words_outbox import explanation, headline, state_icon
from tests.support.pages_program import open_program, prefer
from tests.support.pages_send import SendPage
from tests.support.sealed import addressed
from tests.ui.send.test_send_sizes import cut, unnamed
from tests.ui.send.test_stopping import PATIENCE_MS, offers, sealed

Open = Callable[..., SendPage]
NOW = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)
DONE = ("Withdrawn there 1 Aug 2022", "keeps this text no longer")


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[RunningEndpoint]:
    """Run an endpoint."""
    with running_endpoint(f"sqlite:///{tmp_path / 'endpoint.sqlite3'}") as running:
        yield running


@pytest.fixture
def confirmed(desk: Desk, made: SealedAndQueued, endpoint: RunningEndpoint) -> SealedAndQueued:
    """Give a submission that the endpoint holds."""
    key, code = endpoint.receipt_key, endpoint.token
    addressed(desk.workplace, made, desk.secrets, endpoint.url, receipt_key=key, access_code=code)
    _deliver(desk)
    return made


def _deliver(desk: Desk) -> None:
    by = Sender(owner="t", open_gateway=wiring.gateways(desk.secrets), jitter=lambda: 0.0)
    assert deliver_next(desk.workplace, by) is not None


def _ask(page: SendPage) -> None:
    """Do what the delivery loop does, once."""
    desk = page.desk
    way = wiring.withdrawers(desk.secrets)
    by = Asker(owner="t", open_withdrawer=way, jitter=lambda: 0.0)
    assert withdraw_next(desk.workplace, by) is not None
    page.hear()


def test_host_is_told_what_will_happen_before_anything_does(
    open_page: Open, confirmed: SealedAndQueued, woken: list[str]
) -> None:
    page = open_page()
    page.press("Withdraw there")
    words = page.words()
    assert "Somewhere is asked to delete it" in words
    assert "What was read or exported there already cannot be undone." in words
    assert "Your text stays on this computer." in words
    page.press("Leave it there")
    kept = page.kept(confirmed.item.id)
    assert (kept.item.state, kept.withdrawal) == (OutboxState.CONFIRMED, None)
    assert woken == []


def test_withdrawal_waits_is_told_as_waiting_and_ends_with_its_proof(
    open_page: Open,
    confirmed: SealedAndQueued,
    endpoint: RunningEndpoint,
    woken: list[str],
) -> None:
    page = open_page()
    page.press("Withdraw there")
    page.press("Withdraw there")  # now the answer to the question
    assert woken == ["woken"]
    words = page.words()
    assert "To be withdrawn there, no answer yet" in words
    assert "Until the answer comes it may still be there." in words
    assert not any(word in words for word in DONE)
    assert endpoint.store.body(confirmed.sealed.id) is not None
    _ask(page)
    words = page.words()
    assert "keeps this text no longer" in words
    assert "Withdrawal" in words
    assert endpoint.endpoint_id in words
    assert "Signed, and the signature was checked." in words
    assert "Tried to withdraw it there" in words
    assert "Nothing more is needed." not in words
    assert endpoint.store.body(confirmed.sealed.id) is None


@pytest.mark.parametrize("size", [(1280, 752), (640, 420)])
def test_cursor_goes_to_the_answer_that_changes_nothing_and_the_other_is_one_key_away(
    open_page: Open, confirmed: SealedAndQueued, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page = open_page(size=size)
    page.screen.list.row_chosen.emit(confirmed.item.id)  # where there is room for one only
    asking = page.button("Withdraw there")
    asking.setFocus()
    qtbot.keyClick(asking, Qt.Key.Key_Space)
    leave = page.button("Leave it there")
    qtbot.waitUntil(leave.hasFocus)
    assert not leave.visibleRegion().isEmpty()
    qtbot.keyClick(leave, Qt.Key.Key_Backtab)
    withdraw = page.screen.window().focusWidget()
    assert isinstance(withdraw, QAbstractButton)
    assert withdraw.text() == "Withdraw there"
    qtbot.keyClick(leave, Qt.Key.Key_Space)
    assert page.kept(confirmed.item.id).withdrawal is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 752), 1.0), ((1024, 552), 1.0), ((1280, 752), 2.0), ((1024, 500), 2.0)],
)
def test_nothing_is_cut_or_unnamed_while_it_is_asked_waits_and_is_done(
    open_page: Open,
    confirmed: SealedAndQueued,
    qapp: QApplication,
    desk: Desk,
    size: tuple[int, int],
    scale: float,
) -> None:
    desk.theme.apply(qapp, "light", scale)
    page = open_page(size=size)
    page.screen.list.row_chosen.emit("")

    def check() -> None:
        assert page.words()  # Qt lays out what is new a moment later
        least = page.screen.minimumSizeHint()
        assert (least.width() <= size[0], least.height() <= size[1]) == (True, True)
        assert (unnamed(page.screen), cut(page.screen)) == ([], [])

    page.press("Withdraw there")
    check()
    page.screen.withdrawal_answered.emit(True)
    check()
    _ask(page)
    check()


@pytest.mark.slow
def test_whole_program_asks_by_itself_and_tells_what_came_of_it(
    qtbot: QtBot, data_dir: Path, endpoint: RunningEndpoint
) -> None:
    prefer(data_dir)
    with open_program(qtbot, data_dir) as page:
        made = sealed(page)
        page.navigator.open_conversation(made.sealed.conversation_id, Stage.SEND)
        page.click("Choose how to hand over")
        page.fill("Name of the place", "Somewhere")
        page.fill("Address", endpoint.url)
        page.fill("Access code", endpoint.token)
        page.click("Send when online")
        qtbot.waitUntil(lambda: "Confirmed" in page.words(), timeout=PATIENCE_MS)
        page.click("Withdraw there")
        qtbot.waitUntil(lambda: offers(page, "Leave it there"), timeout=PATIENCE_MS)
        page.click("Withdraw there")
        qtbot.waitUntil(lambda: "keeps this text no longer" in page.words(), timeout=PATIENCE_MS)
        assert endpoint.store.body(made.sealed.id) is None


def test_asking_can_be_stopped_and_begun_again(
    open_page: Open, confirmed: SealedAndQueued, woken: list[str]
) -> None:
    page = open_page()
    page.press("Withdraw there")
    page.screen.withdrawal_answered.emit(True)
    page.press("Stop asking")
    assert "Not asked to withdraw any more" in page.words()
    page.press("Withdraw there")
    page.screen.withdrawal_answered.emit(True)
    page.press("Ask again now")
    assert woken == ["woken"] * 3
    _ask(page)
    kept = page.kept(confirmed.item.id).withdrawal
    assert kept is not None
    assert kept.state is WithdrawalState.WITHDRAWN


def test_new_access_code_is_set_from_a_withdrawal_that_needs_it(
    open_page: Open, confirmed: SealedAndQueued, endpoint: RunningEndpoint, desk: Desk
) -> None:
    to = addressing.destinations(desk.workplace)[0]
    desk.secrets.keep(to.id, "expired")
    page = open_page()
    page.press("Withdraw there")
    page.screen.withdrawal_answered.emit(True)
    _ask(page)
    assert "The access code was not accepted." in page.words()
    page.press("Check address and code")
    assert "Where it is taken back" in page.words()
    assert "Without the internet" not in page.words()
    assert "hand over" not in page.words()
    page.type_text("Access code", endpoint.token)
    page.press("Withdraw there")
    _ask(page)
    assert "keeps this text no longer" in page.words()


def test_other_revisions_are_told_and_stay(
    open_page: Open, confirmed: SealedAndQueued, endpoint: RunningEndpoint, desk: Desk
) -> None:
    at = desk.workplace
    second = sealing.seal(at, conversation_id=confirmed.sealed.conversation_id)
    to = addressing.destinations(at)[0]
    addressing.send(at, item_id=second.item.id, destination_id=to.id)
    _deliver(desk)
    page = open_page(confirmed.sealed.conversation_id)
    page.screen.row_chosen.emit(confirmed.item.id)
    page.press("Withdraw there")
    assert "Only revision 1 is withdrawn. There stays: revision 2." in page.words()
    assert "counts again" not in page.words()
    page.press("Leave it there")
    page.screen.row_chosen.emit(second.item.id)
    page.press("Withdraw there")
    assert "Only revision 2 is withdrawn. There stays: revision 1." in page.words()
    assert "Without its correction the earlier text counts again." in page.words()
    page.screen.withdrawal_answered.emit(True)
    _ask(page)
    assert endpoint.store.body(second.sealed.id) is None
    assert endpoint.store.body(confirmed.sealed.id) is not None


def test_where_the_program_cannot_ask_it_gives_the_number_to_write_to_people(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    url = "http://127.0.0.1:9/v1/projects/1"
    addressed(desk.workplace, made, desk.secrets, url, protocol=OPENROSA)
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="form")
    page = open_page()
    page.press("Withdraw")
    assert "Write to the people of Somewhere" in page.words()
    assert made.sealed.id in page.words()
    page.press("Copy the number")
    assert QGuiApplication.clipboard().text() == made.sealed.id
    page.screen.withdrawal_answered.emit(True)
    kept = page.kept(made.item.id)
    assert (kept.item.state, kept.withdrawal) == (OutboxState.WITHDRAWN, None)
    assert made.sealed.id in page.words()


def _shown(state: WithdrawalState, **more: object) -> Standing:
    usual = {"name": "Somewhere", "number": "7f3e", "asked_at": NOW, "attempts": 1}
    is_done = state is WithdrawalState.WITHDRAWN
    proof = {"withdrawn_at": NOW, "proved_at": NOW} if is_done else {}
    of_item = {name: more.pop(name) for name in ("destination_state",) if name in more}
    shown = WithdrawalShown(**{"state": state, **usual, **proof, **more})  # type: ignore[arg-type]
    return Standing(
        state=OutboxState.WITHDRAWN,
        is_addressed=True,
        maybe_stored=not is_done,
        since=NOW,
        may_withdraw_there=not is_done and state not in {"asked", "sending"},
        withdrawal=shown,
        **of_item,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("state", WithdrawalState)
@pytest.mark.parametrize("reason", [None, *OutcomeKind])
def test_words_say_that_it_is_withdrawn_only_with_a_proof(
    state: WithdrawalState, reason: OutcomeKind | None
) -> None:
    at = _shown(state, reason=reason)
    said = f"{headline(at)} {explanation(at)}"
    assert any(word in said for word in DONE) is (state is WithdrawalState.WITHDRAWN)
    assert "Confirmed" not in said
    assert state_icon(at)


@pytest.mark.parametrize(
    ("at", "group", "primary"),
    [
        (_shown(WithdrawalState.ASKED), Group.WAITING, Deed.ASK_AGAIN),
        (
            _shown(WithdrawalState.ASKED, destination_state=DestinationState.AUTH),
            Group.NEEDS_YOU,
            Deed.READDRESS,
        ),
        (_shown(WithdrawalState.SENDING), Group.WAITING, Deed.CORRECT),
        (_shown(WithdrawalState.HELD), Group.DONE, Deed.CORRECT),
        (_shown(WithdrawalState.HELD, is_leave_other=True), Group.NEEDS_YOU, Deed.CORRECT),
        (_shown(WithdrawalState.NOT_THERE), Group.DONE, Deed.CORRECT),
        (_shown(WithdrawalState.REFUSED), Group.NEEDS_YOU, Deed.CORRECT),
        (_shown(WithdrawalState.WITHDRAWN), Group.DONE, Deed.PRINT_RECEIPT),
    ],
)
def test_part_of_the_list_and_likely_step_follow_from_who_has_to_act(
    at: Standing, group: Group, primary: Deed
) -> None:
    assert group_of(at) is group
    assert deeds_of(at)[0] is primary


def test_every_step_has_words_of_its_own() -> None:
    whats = ["asked", "attempt", "lease_died", "stopped", "leave_ended", *OutcomeKind]
    said = [step_words(Step(at=NOW, what=f"withdrawal_{what}")) for what in whats]
    assert not [one for one in said if not one or "withdrawal_" in one]
    assert len(set(said)) == len(said)
    told = step_words(Step(at=NOW, what="withdrawal_refused", detail="Ask us by phone"))
    assert told == "Withdrawal refused: Ask us by phone"
