"""What Prepare offers about time: told with its numbers, taken by a press, back in one step."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.running_order import running_order
from ogp_desktop.paths import data_root
from ogp_desktop.services import running
from ogp_desktop.ui import translation
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.prepare.end_field import read_time
from ogp_desktop.ui.prepare.minute_watch import MinuteWatch
from tests.support.clock import FixedClock
from tests.support.held import held
from tests.support.pages_prepare import PreparePage
from tests.ui.test_nothing_cut import faults_of

pytestmark = pytest.mark.slow

Open = Callable[..., PreparePage]


def _lengths(page: PreparePage) -> dict[str, int]:
    return {item.id: item.minutes for item in running_order(page.conversation().agenda).blocks}


def _clock(desk: Desk) -> FixedClock:
    clock = desk.workplace.clock
    assert isinstance(clock, FixedClock)
    return clock


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("17:00", time(17)),
        ("9h", time(9)),
        ("9h05", time(9, 5)),
        ("17.30", time(17, 30)),
        ("1730", time(17, 30)),
        ("٠٩:٣٠", time(9, 30)),
        ("24:00", None),
        ("17:60", None),
        ("noon", None),
        ("1²", None),
        ("", None),
    ],
)
def test_time_is_read_as_people_write_it(text: str, at: time | None) -> None:
    assert read_time(text) == at


def test_end_follows_the_clock(open_page: Open, desk: Desk) -> None:
    page = open_page()
    assert page.says(
        "Fits. Ends 90 min after you start. Started now, it ends at \u206616:30\u2069."
    )
    _clock(desk).advance(timedelta(minutes=5))
    page.screen.findChildren(MinuteWatch)[0].look()
    assert page.says("Started now, it ends at \u206616:35\u2069.")


def test_late_start_is_told_offered_and_taken_back(open_page: Open) -> None:
    page = open_page()
    before = page.conversation()
    page.type_text("Must end at", "15:50")
    assert page.says("Started now it has 50 of 90 min, because it must end at")
    assert page.says("Fitted to 50 min: ")
    assert page.says("Question 2 on the individual sheet only")
    assert page.offers("Too little time left")
    assert page.conversation().agenda == before.agenda
    page.press("Plan 50 min")
    after = page.conversation()
    assert after.preparation.minutes == after.agenda.total_minutes == 50
    assert not page.offers("Plan 50 min")
    assert page.says("Started now, it ends at \u206615:50\u2069.")
    page.press("Undo")
    assert page.conversation().agenda == before.agenda
    assert page.conversation().preparation.minutes == 90
    assert page.offers("Plan 50 min")


@pytest.mark.parametrize("size", [(1280, 752), (1024, 552)])
def test_what_the_foot_says_is_missing_leads_to_what_mends_it(
    open_page: Open, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page = open_page()
    page.screen.resize(*size)
    page.type_text("Must end at", "15:50")
    lead = page.button("Too little time left")
    lead.setFocus()
    qtbot.keyClick(lead, Qt.Key.Key_Space)
    offer = page.button("Plan 50 min")
    assert page.screen.focusWidget() is offer
    assert offer.visibleRegion().boundingRect() == offer.rect()


def test_end_that_leaves_enough_offers_nothing(open_page: Open) -> None:
    page = open_page()
    page.type_text("Must end at", "16:30")
    assert not page.says("Started now it has")
    assert page.conversation().preparation.ends_by == time(16, 30)


def test_past_end_says_how_long_ago_and_offers_the_nearest_plan(open_page: Open) -> None:
    page = open_page()
    page.type_text("Must end at", "14:48")
    assert page.says("which was 12 min ago. 32 min are missing even for the shortest plan.")
    assert page.says("The nearest plan that fits takes 20 min and would end at")
    page.press("Plan 20 min")
    assert page.conversation().agenda.total_minutes == 20
    assert not page.conversation().agenda.short_blocks


def test_what_is_no_time_is_said_and_not_kept(open_page: Open) -> None:
    page = open_page()
    page.type_text("Must end at", "15:50")
    page.type_text("Must end at", "late")
    assert page.says("Write a time such as 17:00.")
    assert page.conversation().preparation.ends_by == time(15, 50)
    page.type_text("Must end at", "17h")
    assert not page.says("Write a time such as 17:00.")
    assert page.conversation().preparation.ends_by == time(17)
    page.clear_text("Must end at")
    assert page.conversation().preparation.ends_by is None


def test_too_few_minutes_say_how_many_are_missing_and_which_plan_fits(open_page: Open) -> None:
    page = open_page()
    page.type_number("Minutes", 0)
    assert page.says(
        "Between 15 and 240. 19 min are missing. The nearest plan that fits takes 19 min."
    )
    assert page.conversation().preparation.minutes == 90


def test_plan_below_its_minimums_offers_the_nearest(open_page: Open) -> None:
    page = open_page()
    page.type_number("Minutes", 15)
    assert page.says("4 min are still missing. The nearest plan that fits takes 19 min.")
    page.press("Plan 19 min")
    assert page.conversation().agenda.minutes == 19
    assert not page.conversation().agenda.short_blocks
    page.press("Undo")
    assert page.conversation().preparation.minutes == 15


def test_usual_lengths_are_offered_after_three_and_taken_back_in_one_step(
    open_page: Open, desk: Desk
) -> None:
    for _ in range(2):
        held(desk.workplace, {"q1": 8})
    assert not open_page().offers("Use these lengths")
    held(desk.workplace, {"q1": 8})
    page = open_page()
    planned = _lengths(page)["q1"]
    assert page.says(f"The last 3 times: Question 1 took {planned + 8} min (planned {planned}).")
    assert page.says(f"Fitted to 90 min: Question 1: {planned + 8} min")
    assert _lengths(page)["q1"] == planned
    page.press("Use these lengths")
    assert _lengths(page)["q1"] == planned + 8
    assert page.says("90 of 90 min")
    assert not page.offers("Use these lengths")
    page.press("Undo")
    assert _lengths(page)["q1"] == planned


def test_usual_lengths_can_be_put_away(open_page: Open, desk: Desk) -> None:
    for _ in range(3):
        held(desk.workplace, {"q1": 8})
    page = open_page()
    before = page.conversation().agenda
    page.press("Keep the plan")
    assert not page.offers("Use these lengths")
    assert page.conversation().agenda == before


def test_nothing_is_offered_once_it_has_started(open_page: Open, desk: Desk) -> None:
    for _ in range(3):
        held(desk.workplace, {"q1": 8})
    page = open_page()
    page.type_text("Must end at", "17:00")
    told = running.start(desk.workplace, conversation_id=page.conversation().id)
    desk.bus.tell(told)
    assert not page.offers("Use these lengths")
    assert not page.says("Started now")


def test_interpretation_plans_talk_longer_and_is_undone(open_page: Open) -> None:
    page = open_page()
    before = page.conversation()
    page.press("Consecutive interpretation")
    after = page.conversation()
    assert after.preparation.is_interpreted
    assert after.agenda.is_interpreted
    assert page.says("90 of 90 min")
    assert page.says("Everything is said twice")
    page.press("Undo")
    assert page.conversation().agenda == before.agenda
    assert not page.conversation().preparation.is_interpreted


def test_minute_watch_tells_of_each_minute_once(desk: Desk, qtbot: QtBot) -> None:
    clock = FixedClock(datetime(2022, 8, 1, 15, 0, 50, tzinfo=UTC))
    watch = MinuteWatch(clock)
    told: list[bool] = []
    watch.passed.connect(lambda: told.append(True))
    for _ in range(3):
        clock.advance(timedelta(seconds=6))
        watch.look()
    assert len(told) == 1


@pytest.fixture
def french(qapp: QApplication) -> Iterator[QApplication]:
    """Speak French in one test."""
    translation.install(qapp, "fr", data_root())
    yield qapp
    translation.install(qapp, "en", data_root())


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 752), 1.0), ((1024, 552), 1.0), ((1024, 552), 2.0)]
)
@pytest.mark.parametrize("ends_by", ["15:50", "14:48", None])
def test_no_offer_is_cut_in_french(
    open_page: Open,
    desk: Desk,
    french: QApplication,
    size: tuple[int, int],
    scale: float,
    ends_by: str | None,
) -> None:
    for _ in range(3):
        held(desk.workplace, {"q1": 8, "q2": -3})
    desk.theme.apply(french, "light", scale)
    page = open_page(size)
    if ends_by is not None:
        page.type_text("Finir à", ends_by)
    page.show_agenda()
    assert page.offers("Prendre ces durées") is (ends_by is None)
    assert faults_of(page.screen) == []
