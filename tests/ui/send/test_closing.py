"""A kit whose window is over: told in Send, never in the way."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from tests.support.clock import FixedClock
from tests.support.pages_send import SendPage

Open = Callable[..., SendPage]


def test_kit_that_is_closed_is_told_and_leads_to_a_newer_one(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot
) -> None:
    assert isinstance(desk.workplace.clock, FixedClock)
    desk.workplace.clock.advance(timedelta(days=60))
    page = open_page()
    assert "31 août 2022" in page.words()
    assert "Newer kits can be imported." in page.words()
    with qtbot.waitSignal(page.screen.kit_import_requested):
        page.press("Import a newer kit")


def test_who_to_ask_is_answered_with_no_more_than_the_kit_says(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    assert isinstance(desk.workplace.clock, FixedClock)
    desk.workplace.clock.advance(timedelta(days=60))
    page = open_page()
    page.press("Who to ask")
    assert "This kit gives no address to ask at." in page.words()
    assert "31 août 2022" in page.words()


def test_closed_kit_that_is_used_for_practice_is_one_quiet_line_until_asked_again(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    assert isinstance(desk.workplace.clock, FixedClock)
    desk.workplace.clock.advance(timedelta(days=60))
    page = open_page()
    page.press("Use for practice or my own report")
    assert "This kit closed" in page.words()
    assert "Newer kits can be imported." not in page.words()
    page.press("What now?")
    assert "Newer kits can be imported." in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.READY


@pytest.mark.parametrize(
    ("day", "words"),
    [(24, "Closes in 7 days."), (30, "Closes in 1 day."), (31, "Closes today, at midnight.")],
)
def test_kit_that_closes_soon_is_told(
    open_page: Open, made: SealedAndQueued, desk: Desk, day: int, words: str
) -> None:
    clock = desk.workplace.clock
    assert isinstance(clock, FixedClock)
    clock.advance(clock.now().replace(day=day) - clock.now())
    assert words in open_page().words()


def test_nothing_is_said_of_a_kit_that_has_time(open_page: Open, made: SealedAndQueued) -> None:
    assert "Closes" not in open_page().words()
