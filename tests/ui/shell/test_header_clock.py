"""The clock beside the stages tells the truth about the conversation: a paused one looks paused."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.agenda import Agenda, Block
from ogp_desktop.domain.schedule import schedule
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme

START = datetime(2026, 3, 12, 14, 30, tzinfo=UTC)
AGENDA = Agenda(minutes=30, blocks=(Block(id="q1", minutes=30, minimum=5),))


@pytest.mark.parametrize(
    ("minutes", "pauses_at", "word"),
    [
        (10, None, "Running"),
        (27, None, "Wrap up"),
        (33, None, "Over time"),
        (20, 15, "Paused"),
    ],
)
def test_clock_in_the_header_says_how_the_conversation_stands(
    theme: Theme, qtbot: QtBot, minutes: int, pauses_at: int | None, word: str
) -> None:
    log = [TimingEvent(kind=TimingKind.STARTED, at=START)]
    if pauses_at is not None:
        log.append(TimingEvent(kind=TimingKind.PAUSED, at=START + timedelta(minutes=pauses_at)))
    reading = schedule(AGENDA, log, START + timedelta(minutes=minutes))
    model = HeaderModel(is_offline=True)

    model.show_place(Stage.VIEWS, None, lambda: reading)

    assert model.state.chip_name.startswith(f"{word}. ")
    assert model.state.chip_state == reading.state.value
    model.show_place(None, None, lambda: None)


@pytest.mark.parametrize(("minutes", "shown"), [(10, "20 min"), (25.5, "04:30")])
def test_clock_in_the_header_shows_whole_minutes_where_they_are_wanted(
    theme: Theme, qtbot: QtBot, minutes: float, shown: str
) -> None:
    log = [TimingEvent(kind=TimingKind.STARTED, at=START)]
    reading = schedule(AGENDA, log, START + timedelta(minutes=minutes))
    model = HeaderModel(is_offline=True, is_whole=lambda: True)

    model.show_place(Stage.VIEWS, None, lambda: reading)

    assert shown in model.state.chip
    model.show_place(None, None, lambda: None)
