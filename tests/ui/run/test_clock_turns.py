"""Wrap up and over time are told once each, however the conversation is paused, moved or opened."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from ogp_desktop.runtime.chime import Chime
from ogp_desktop.services import reading
from ogp_desktop.settings import changed
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_state import StripState
from ogp_desktop.ui.widgets.clock import TimerDigits
from tests.support.pages_run import RunPage

pytestmark = pytest.mark.slow

Open = Callable[..., RunPage]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers were asked to say."""
    said: list[str] = []

    def listen(event: object) -> None:
        if hasattr(event, "message"):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def _started(open_page: Open) -> RunPage:
    page = open_page()
    page.model.start_or_pause()
    return page


def _planned(model: RunModel) -> int:
    strips: list[StripState] = []
    model.strip_changed.connect(strips.append)
    model.tick()
    model.strip_changed.disconnect(strips.append)
    return strips[-1].planned_minutes


def test_each_turn_is_announced_once_and_in_words(open_page: Open, told: list[str]) -> None:
    page = _started(open_page)
    page.pass_time(minutes=_planned(page.model) + 3)
    assert told == ["Welcome: time to wrap up.", "Welcome: time is up."]


def test_pausing_and_going_on_announces_nothing_again(open_page: Open, told: list[str]) -> None:
    page = _started(open_page)
    page.pass_time(minutes=_planned(page.model) - 1)
    for _ in range(4):
        page.model.start_or_pause()
        page.pass_time(seconds=10)
    assert told == ["Welcome: time to wrap up."]


def test_opening_again_and_coming_back_announce_nothing(open_page: Open, told: list[str]) -> None:
    page = _started(open_page)
    page.pass_time(minutes=_planned(page.model) + 1)
    said = len(told)
    page.model.next_item()
    page.model.previous_item()
    course = reading.course(page.desk.workplace, conversation_id=page.model._id)
    again, turned = RunModel(page.desk, course), []
    again.clock_turned.connect(turned.append)
    again.show()
    again._timer.stop()
    assert (len(told), turned) == (said, [])


def test_minutes_given_turn_the_clock_again(open_page: Open, told: list[str]) -> None:
    page = _started(open_page)
    page.pass_time(minutes=_planned(page.model) + 1)
    page.model.add_minutes(10)
    page.pass_time(minutes=10)
    assert told == ["Welcome: time to wrap up.", "Welcome: time is up."] * 2


def test_time_that_is_asked_about_is_no_turn_until_it_went_on(
    open_page: Open, told: list[str]
) -> None:
    page = _started(open_page)
    page.sleep(minutes=_planned(page.model) + 1)
    assert told == []
    page.model.answer_gap(went_on=False)
    page.pass_time(minutes=_planned(page.model) + 1)
    assert told == ["Welcome: time to wrap up.", "Welcome: time is up."]


@pytest.mark.parametrize("is_wanted", [True, False])
def test_sound_is_played_at_each_turn_only_where_it_is_wanted(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, is_wanted: bool
) -> None:
    played: list[None] = []
    monkeypatch.setattr(Chime, "play", lambda _self: played.append(None))
    page = open_page()
    page.desk.keep_preferences(changed(page.desk.preferences(), plays_sound=is_wanted))
    page.model.start_or_pause()
    page.pass_time(minutes=_planned(page.model) + 2)
    assert len(played) == (2 if is_wanted else 0)


def test_whole_minutes_are_shown_until_five_are_left(open_page: Open, desk: Desk) -> None:
    page = open_page()
    digits = page.screen.findChild(TimerDigits)
    assert digits is not None
    page.model.start_or_pause()
    page.model.next_item()
    desk.keep_preferences(changed(desk.preferences(), shows_whole_minutes=True))
    left = _planned(page.model)
    page.pass_time(seconds=1)
    assert f"{left} min" in digits.text()
    page.pass_time(minutes=left - 5)
    assert "04:59" in digits.text()


@pytest.mark.parametrize(
    ("minutes_left", "word"), [(10, "Running"), (1, "Wrap up"), (-1, "Over time")]
)
def test_state_is_told_by_a_word_beside_its_shape(
    open_page: Open, minutes_left: int, word: str
) -> None:
    page = _started(open_page)
    page.pass_time(minutes=_planned(page.model) - minutes_left)
    assert word in {label.text() for label in page.screen.strip.findChildren(QLabel)}
