"""The room's picture: as large as fits, the same in small, and nothing when blank."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.paths import data_root
from ogp_desktop.ui import words_audience
from ogp_desktop.ui.audience.audience_output import rooms_screen
from ogp_desktop.ui.audience.audience_painter import fitting_font, paint_audience
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState, RoomTime
from ogp_desktop.ui.audience.audience_window import AudiencePicture
from ogp_desktop.ui.audience.sheet import Sheet
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import RoomColorName
from ogp_desktop.ui.translation import INTERFACE, speaker

PROMPT = AudienceState(
    mode=AudienceMode.PROMPT,
    item_id="q1",
    number=1,
    theme="Your context",
    text="What could you do?",
    examples="e.g. share expertise",
    time=RoomTime(state=TimerState.RUNNING, minutes_left=8, share_used=0.7),
    next_item_id="q2",
    next_number=2,
)
ROOM = QRect(0, 0, 1280, 720)


def painted(theme: Theme, state: AudienceState, *, is_bright: bool = False) -> QImage:
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_audience(Sheet(painter, theme, ROOM, INTERFACE, is_bright), state)
    painter.end()
    return image


def colors(image: QImage) -> set[str]:
    spots = range(0, image.width(), 4), range(0, image.height(), 4)
    return {image.pixelColor(x, y).name() for x in spots[0] for y in spots[1]}


def test_blank_screen_is_one_dark_colour(theme: Theme) -> None:
    assert colors(painted(theme, AudienceState())) == {theme.room_color("bg").name()}


def test_bright_room_turns_the_ground_white(theme: Theme) -> None:
    image = painted(theme, PROMPT, is_bright=True)
    assert image.pixelColor(2, 2).name() == "#ffffff"


@pytest.mark.parametrize(
    ("state", "token"),
    [(TimerState.RUNNING, "bar"), (TimerState.WRAP_UP, "warn"), (TimerState.OVER, "over")],
)
def test_bar_takes_the_colour_of_the_state(
    theme: Theme, state: TimerState, token: RoomColorName
) -> None:
    time = RoomTime(state=state, minutes_left=2, share_used=1.0)
    image = painted(theme, replace(PROMPT, time=time))
    assert theme.room_color(token).name() in colors(image)


def test_hidden_timer_leaves_no_bar(theme: Theme) -> None:
    shown = colors(painted(theme, replace(PROMPT, time=None)))
    assert theme.room_color("track").name() not in shown


@pytest.mark.parametrize("words", [3, 30, 120])
def test_text_is_as_large_as_fits_between_a_tenth_and_a_twentieth(theme: Theme, words: int) -> None:
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = Sheet(painter, theme, ROOM, INTERFACE)
    font = fitting_font(sheet, "government " * words, 1136, 420)
    painter.end()
    assert 36 <= font.pixelSize() <= 72
    assert (font.pixelSize() == 72) is (words == 3)


@pytest.mark.parametrize("state", [TimerState.RUNNING, TimerState.OVER, TimerState.PAUSED])
@pytest.mark.parametrize("is_short", [True, False])
def test_time_is_told_in_words(state: TimerState, *, is_short: bool) -> None:
    time = RoomTime(state=state, minutes_left=8, share_used=0.5)
    assert words_audience.time_left(time, INTERFACE, is_short=is_short)


def test_last_minute_is_not_called_zero_minutes() -> None:
    time = RoomTime(state=TimerState.WRAP_UP, minutes_left=0, share_used=0.99)
    assert words_audience.time_left(time, INTERFACE) == "Less than a minute left"


def test_room_reads_our_words_in_the_language_of_the_kit(theme: Theme) -> None:
    french = speaker("fr", data_root())
    assert PROMPT.time is not None
    said = words_audience.time_left(PROMPT.time, french)
    assert "8" in said
    assert said != words_audience.time_left(PROMPT.time, INTERFACE)
    assert words_audience.next_up(PROMPT, french) != words_audience.next_up(PROMPT, INTERFACE)
    stretch = AudienceState(mode=AudienceMode.ITEM, language="fr", item_id="welcome")
    picture = AudiencePicture(theme)
    picture.show_state(stretch)
    welcome = words_audience.main_text(stretch, french)
    assert picture.accessibleName() == f"The room sees: {welcome}"
    picture.show_state(replace(stretch, language="en"))
    assert picture.accessibleName() == "The room sees: Welcome"
    assert welcome != "Welcome"
    picture.deleteLater()


def test_room_reads_english_where_our_words_lack_its_language() -> None:
    no_such = speaker("sw", data_root())
    assert PROMPT.time is not None
    assert words_audience.time_left(PROMPT.time, no_such) == "8 minutes left"
    assert words_audience.heading(PROMPT, no_such) == "Question 1 · Your context"


def test_picture_says_what_it_shows_and_follows_its_own_language(theme: Theme) -> None:
    picture = AudiencePicture(theme)
    picture.show_state(PROMPT)
    assert picture.accessibleName() == "The room sees: What could you do?"
    picture.show_state(replace(PROMPT, language="ar"))
    assert picture.layoutDirection() == Qt.LayoutDirection.RightToLeft
    picture.show_state(AudienceState())
    assert picture.accessibleName() == "The room sees a blank screen"
    picture.deleteLater()


def test_host_screen_is_never_the_rooms(qapp: QApplication) -> None:
    host = qapp.primaryScreen()
    assert rooms_screen(host, qapp.screens()) is None
