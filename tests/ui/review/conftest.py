"""A desk with the sample conversation held, and Review opened on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.paths import data_root
from ogp_desktop.services import sample
from ogp_desktop.ui.desk import Desk
from tests.support.desks import desk_at
from tests.support.pages_review import ReviewPage
from tests.support.sealed import SAMPLE, held_sample


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
def hold(desk: Desk) -> Callable[..., ConversationId]:
    """Hold the sample conversation, or stop inside one of its items."""

    def held(until: str | None = None) -> ConversationId:
        return held_sample(desk.workplace, until)

    return held


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Callable[..., ReviewPage]:
    """Open the screen."""

    def opened(conversation_id: ConversationId, size: tuple[int, int] = (1280, 752)) -> ReviewPage:
        return ReviewPage(qtbot, desk, conversation_id, size)

    return opened
