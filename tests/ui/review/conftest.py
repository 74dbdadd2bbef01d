"""A desk with the sample conversation held, and Review opened on it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.paths import data_root
from ogp_desktop.services import sample
from ogp_desktop.ui.desk import Desk
from tests.support.clock import FixedClock
from tests.support.desks import desk_at
from tests.support.pages_review import ReviewPage
from tests.support.sealed import SAMPLE


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """Give a desk on an empty data file."""
    with desk_at(tmp_path / "data", qapp) as made:
        yield made


@pytest.fixture
def script() -> sample.Sample:
    """Give the sample."""
    return sample.read_sample(data_root() / "samples" / SAMPLE)


@pytest.fixture
def hold(desk: Desk, script: sample.Sample) -> Callable[..., ConversationId]:
    """Hold the sample conversation, or stop inside one of its items."""

    def held(until: str | None = None) -> ConversationId:
        clock = desk.workplace.clock
        assert isinstance(clock, FixedClock)
        made = sample.prepare_sample(desk.workplace, script)
        sample.hold_sample(
            desk.workplace, script, made, lambda m: clock.advance(timedelta(minutes=m)), until=until
        )
        return made

    return held


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Callable[..., ReviewPage]:
    """Open the screen."""

    def opened(conversation_id: ConversationId, size: tuple[int, int] = (1280, 752)) -> ReviewPage:
        return ReviewPage(qtbot, desk, conversation_id, size)

    return opened
