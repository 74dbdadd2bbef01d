"""Lines that are read back: as large as fits, on the fewest pages, none cut, and one is marked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from ogp_desktop.ui.audience.audience_painter import paint_audience
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState, RoomLine
from ogp_desktop.ui.audience.read_back_painter import Laid, lay_out
from ogp_desktop.ui.audience.sheet import Sheet
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.translation import INTERFACE

ROOM = QRect(0, 0, 1280, 720)
BODY = QRect(72, 110, 1136, 500)
WORDS = "Public contracts of the commune are published late, or only after somebody asks twice"


def lines(count: int, text: str = WORDS) -> tuple[RoomLine, ...]:
    return tuple(
        RoomLine(text=f"{number} {text}", label="Challenge", level=min(number % 3, 1))
        for number in range(count)
    )


def laid(theme: Theme, shown: tuple[RoomLine, ...]) -> Laid:
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made = lay_out(Sheet(painter, theme, ROOM, INTERFACE), shown, BODY)
    painter.end()
    return made


def painted(theme: Theme, state: AudienceState, size: QRect = ROOM) -> QImage:
    image = QImage(size.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    paint_audience(Sheet(painter, theme, size, INTERFACE), state)
    painter.end()
    return image


def first_bar(theme: Theme, image: QImage) -> int | None:
    """Return the highest pixel row in which the mark of the line being read is seen."""
    bar = theme.room_color("bar").name()
    rows = range(image.height())
    return next((y for y in rows if image.pixelColor(73, y).name() == bar), None)


@pytest.mark.parametrize("count", [1, 4, 12, 60])
def test_every_line_stands_whole_on_one_of_the_pages(theme: Theme, count: int) -> None:
    made = laid(theme, lines(count))
    assert [at for page in made.pages for at in page] == list(range(count))
    for page in made.pages:
        gaps = sum(made.gap_before(at) for at in page[1:])
        assert sum(made.heights[at] for at in page) + gaps <= BODY.height()


def test_few_lines_are_larger_and_on_one_page_many_are_not_below_a_twentieth(theme: Theme) -> None:
    few, many = laid(theme, lines(1, "Roads")), laid(theme, lines(60))
    assert (few.px, len(few.pages)) == (72, 1)
    assert many.px >= 36
    assert len(many.pages) > 1


def test_more_pages_come_only_when_the_smallest_size_does_not_fit(theme: Theme) -> None:
    sizes = [laid(theme, lines(count)) for count in range(1, 12)]
    one_page = [made.px for made in sizes if len(made.pages) == 1]
    assert one_page == sorted(one_page, reverse=True)
    assert any(len(made.pages) > 1 for made in sizes)


def test_line_too_long_for_a_page_becomes_smaller_instead_of_being_cut(theme: Theme) -> None:
    made = laid(theme, lines(1, WORDS * 20))
    assert made.px < 36
    assert made.heights[0] <= BODY.height()


def test_mark_moves_with_the_line_that_is_read_and_the_page_turns(theme: Theme) -> None:
    state = AudienceState(mode=AudienceMode.READ_BACK, number=1, theme="Context", lines=lines(30))
    first = painted(theme, state)
    second = painted(theme, replace(state, reading=1))
    last = painted(theme, replace(state, reading=29))
    tops = [first_bar(theme, image) for image in (first, second, last)]
    assert None not in tops
    assert tops[0] < tops[1]  # type: ignore[operator]
    assert last != second


def test_small_copy_shows_the_same_page_as_the_room(theme: Theme) -> None:
    state = AudienceState(mode=AudienceMode.READ_BACK, number=1, theme="Context", lines=lines(30))
    small = QRect(0, 0, 128, 72)
    pictures = [painted(theme, replace(state, reading=at), small) for at in (0, 29)]
    assert pictures[0] != pictures[1]
    large = painted(theme, state).scaled(small.size())
    same = sum(
        abs(large.pixelColor(x, y).lightness() - pictures[0].pixelColor(x, y).lightness()) < 90
        for x in range(128)
        for y in range(72)
    )
    assert same / (128 * 72) > 0.9
