"""Digits that do not jump, and a line that shows where we are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPaintEvent
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.clock import Timeline, TimelineSegment, TimerDigits, TimeTone

SEGMENTS = (
    TimelineSegment(("Welcome",), 10, 1.0),
    TimelineSegment(("Question 1",), 30, 0.5, is_current=True),
    TimelineSegment(("Close",), 20),
)


def test_digits_keep_their_width_at_every_time(theme: Theme, qtbot: QtBot) -> None:
    digits = TimerDigits(theme)
    qtbot.addWidget(digits)
    widths = set()
    for text in ("11:11", "08:24", "00:00", "47:59"):
        digits.set_time(text)
        widths.add((digits.sizeHint().width(), digits.minimumSizeHint().width()))
    assert len(widths) == 1
    metrics = QFontMetrics(theme.font("timer"))
    assert metrics.horizontalAdvance("11:11") == metrics.horizontalAdvance("08:88")


def test_same_time_is_not_painted_again(theme: Theme, qtbot: QtBot) -> None:
    painted: list[bool] = []

    class Watched(TimerDigits):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(True)
            super().paintEvent(event)

    digits = Watched(theme)
    qtbot.addWidget(digits)
    digits.set_time("08:24")
    digits.show()
    qtbot.waitUntil(lambda: bool(painted))
    before = len(painted)
    digits.set_time("08:24")
    qtbot.wait(0)
    assert len(painted) == before
    digits.set_time("08:23")
    qtbot.waitUntil(lambda: len(painted) > before)


def test_time_is_drawn_the_same_way_round_in_arabic(theme: Theme, qtbot: QtBot) -> None:
    digits = TimerDigits(theme)
    qtbot.addWidget(digits)
    digits.set_time("+01:12", "over")
    before = digits.grab().toImage()
    digits.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert digits.grab().toImage() == before
    found = QAccessible.queryAccessibleInterface(digits)
    assert found is not None
    assert "+01:12" in found.text(QAccessible.Text.Name)


def colors_along(line: Timeline) -> list[str]:
    image = line.grab().toImage()
    middle = 14
    return [image.pixelColor(x, middle).name() for x in range(image.width())]


@pytest.mark.parametrize("tone", ["accent", "warn", "over", "idle"])
def test_line_is_grey_behind_coloured_now_and_empty_ahead(
    theme: Theme, qtbot: QtBot, tone: TimeTone
) -> None:
    line = Timeline(theme)
    qtbot.addWidget(line)
    line.resize(606, line.sizeHint().height())
    line.set_segments(SEGMENTS, tone, "Question 1, 15 of 30 minutes")
    along = colors_along(line)
    now: QColor = theme.color(tone)
    assert along[50] == theme.color("idle").name()
    assert along[150] == now.name()
    assert along[350] == along[500] == theme.color("track").name()
    assert line.accessibleName() == "Question 1, 15 of 30 minutes"


def test_line_runs_the_other_way_from_right_to_left(theme: Theme, qtbot: QtBot) -> None:
    line = Timeline(theme)
    qtbot.addWidget(line)
    line.resize(606, line.sizeHint().height())
    line.set_segments(SEGMENTS)
    straight = colors_along(line)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = colors_along(line)
    assert mirrored[606 - 50] == straight[50]
    assert mirrored[606 - 150] == straight[150]
    assert mirrored[606 - 500] == straight[500]


def test_thin_line_is_lower_and_an_empty_plan_is_no_error(theme: Theme, qtbot: QtBot) -> None:
    line = Timeline(theme)
    qtbot.addWidget(line)
    tall = line.sizeHint().height()
    line.set_has_labels(False)
    assert line.sizeHint().height() < tall
    line.set_segments(())
    assert not line.grab().isNull()
