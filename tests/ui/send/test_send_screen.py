"""Handing over as a host does: never more claimed than is known, and everything by a press."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.outbox import Act, Claim, OutboxState, next_state
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.domain.receipt import reference
from ogp_desktop.services import addressing, sealing
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.stage import Stage
from tests.support.answering import delivered
from tests.support.clock import FixedClock
from tests.support.pages_send import SendPage
from tests.support.sealed import addressed, sealed_sample

Open = Callable[..., SendPage]
HERE = "https://example.org/feedback"


def test_nothing_sealed_leads_to_review(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(sealed_sample(desk.workplace).sealed.conversation_id)
    assert "Ready to send" in page.words()
    page = open_page("00000000-0000-4000-8000-00000000ffff")
    assert "Nothing is sealed yet." in page.words()
    with qtbot.waitSignal(page.screen.stage_requested) as asked:
        page.press("Go to Review")
    assert asked.args == [Stage.REVIEW]


def test_empty_outbox_says_that_nothing_waits(open_page: Open) -> None:
    assert "Nothing waits." in open_page().words()


def test_sealed_submission_is_ready_and_nothing_claims_that_it_left(
    open_page: Open, made: SealedAndQueued
) -> None:
    words = open_page().words()
    assert "Nothing was sent." in words
    assert "not set" in words
    assert "Confirmed" not in words


def test_receipt_that_comes_while_one_looks_is_shown_as_a_page(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page()
    delivered(desk, OutcomeKind.CONFIRMED)
    page.hear()
    words = page.words()
    assert "Confirmed" in words
    assert "47ff8abebe2e247d" in words
    assert "Accepted (unsigned)." in words
    assert made.sealed.sha256 in words.replace(" ", "")
    assert "Nothing more is needed." in words


@pytest.mark.parametrize(
    ("size", "which"),
    [((1280, 800), "Hold"), ((1280, 800), "Withdraw"), ((640, 420), "More")],
)
def test_cursor_goes_to_the_next_step_when_its_button_is_gone(
    open_page: Open,
    made: SealedAndQueued,
    desk: Desk,
    window: ShellWindow,
    size: tuple[int, int],
    which: str,
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page()
    window.resize(*size)
    window.show_page(page.screen)
    window.show()
    before = page.button(which)
    before.setFocus()
    delivered(desk, OutcomeKind.CONFIRMED)
    page.hear()
    assert "Confirmed" in page.words()
    after = page.screen.detail.deeds.primary
    assert window.focusWidget() is after


def test_cursor_stays_in_the_list_when_a_receipt_comes(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    sealed_sample(desk.workplace)
    page = open_page()
    page.screen.list.setFocus()
    delivered(desk, OutcomeKind.CONFIRMED)
    page.hear()
    assert page.screen.window().focusWidget() is page.screen.list


def test_silence_says_that_it_may_have_arrived(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.TIMED_OUT)
    words = open_page().words()
    assert "Sent off, no answer" in words
    assert "It may have arrived. Sending again cannot make a second one." in words
    assert "Next try" in words


def test_no_connection_says_that_nothing_was_sent(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.UNREACHABLE)
    words = open_page().words()
    assert "No connection" in words
    assert "Nothing was sent. It is tried again by itself." in words


def test_try_that_is_due_already_has_no_time(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.UNREACHABLE)
    assert isinstance(desk.workplace.clock, FixedClock)
    desk.workplace.clock.advance(timedelta(hours=1))
    assert "Next try" not in open_page().words()


def test_refused_submission_leads_to_a_corrected_copy(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.REFUSED, "The date is missing")
    page = open_page()
    assert "Not accepted: The date is missing" in page.words()
    with qtbot.waitSignal(page.screen.correction_requested) as asked:
        page.press("Open a corrected copy")
    assert asked.args == [made.sealed.conversation_id]


def test_hold_and_release_are_on_disk(
    open_page: Open, made: SealedAndQueued, desk: Desk, woken: list[str]
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page()
    page.press("Hold")
    assert page.kept(made.item.id).item.state is OutboxState.HELD
    assert "It stays here until you release it." in page.words()
    page.press("Release")
    assert page.kept(made.item.id).item.state is OutboxState.READY
    assert woken == ["woken"]


def test_asking_again_makes_a_waiting_one_due(
    open_page: Open, made: SealedAndQueued, desk: Desk, woken: list[str]
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.UNREACHABLE)
    page = open_page()
    page.press("Ask again now")
    assert page.kept(made.item.id).item.next_try_at is None
    assert woken == ["woken"]
    delivered(desk, OutcomeKind.CONFIRMED)


def test_withdrawing_asks_first(open_page: Open, made: SealedAndQueued) -> None:
    page = open_page()
    page.press("Withdraw")
    assert "Take it out of the outbox?" in page.words()
    page.press("Keep it")
    assert page.kept(made.item.id).item.state is OutboxState.READY
    page.press("Withdraw")
    page.screen.withdrawal_answered.emit(True)
    assert page.kept(made.item.id).item.state is OutboxState.WITHDRAWN
    assert "It will not be sent. The text is still here." in page.words()


def test_reading_shows_the_page_and_the_very_bytes(open_page: Open, made: SealedAndQueued) -> None:
    page = open_page()
    page.press("Read exactly what will go")
    assert "Les marchés publics sont publiés tard" in page.screen.pages.reading.page.toPlainText()
    page.press("The very bytes")
    assert page.screen.pages.reading.raw.isVisible()
    assert page.screen.pages.reading.raw.toPlainText().encode() == made.sealed.body
    page.press("Back")
    assert page.screen.detail.isVisible()


def test_list_is_a_list_and_says_each_state(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot
) -> None:
    other = sealed_sample(desk.workplace, "Radio")
    addressing.hand_over(desk.workplace, item_id=other.item.id, way="file")
    page = open_page()
    rows = page.screen.list
    model = rows.model()
    said = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert said[:3] == ["Needs you", "Forum ouvert, Ready to send", "Waiting"]
    assert said[3].startswith("Radio, Handed over")
    interface = QAccessible.queryAccessibleInterface(rows)
    assert interface.role() is QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert "It left this computer in your hands." in page.words()


def test_attempt_of_another_program_cannot_be_stopped_here(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    with desk.workplace.store.writing() as unit:
        item = unit.outbox.item(made.item.id)
        now = desk.workplace.clock.now()
        unit.outbox.keep_item(next_state(item, Claim(owner="another"), now=now, jitter=0.5))
    page = open_page()
    page.press("Stop this attempt")
    assert "This program is not the one that sends it." in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.SENDING


def test_what_was_said_of_an_attempt_goes_when_the_attempt_is_over(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    now = desk.workplace.clock.now()
    with desk.workplace.store.writing() as unit:
        item = unit.outbox.item(made.item.id)
        sent = next_state(item, Claim(owner="another"), now=now, jitter=0.5)
        unit.outbox.keep_item(sent)
    page = open_page()
    page.press("Stop this attempt")
    desk.bus.tell(changes(Touched.OUTBOX), None)
    assert "This program is not the one that sends it." in page.words()
    with desk.workplace.store.writing() as unit:
        died = replace(sent, lease_until=now)
        unit.outbox.keep_item(next_state(died, Act.LEASE_DIED, now=now, jitter=0.5))
    desk.bus.tell(changes(Touched.OUTBOX), None)
    assert "This program is not the one that sends it." not in page.words()


def test_what_is_sealed_while_the_screen_is_kept_is_chosen(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    of = made.sealed.conversation_id
    page = open_page(of)
    again = sealing.seal(desk.workplace, conversation_id=of)
    desk.bus.tell(again.changes, None)
    assert reference(again.sealed.sha256) in page.words()
    assert "Ready to send" in page.words()
