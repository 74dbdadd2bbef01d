"""A desk and an open Run screen for the tests of this room."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.desk import Desk
from tests.support.desks import desk_at
from tests.support.pages_run import RunPage, new_conversation


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk with an empty data file."""
    with desk_at(tmp_path, qapp) as made:
        yield made


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Callable[..., RunPage]:
    """Open the Run screen of a new conversation."""

    def opened(size: tuple[int, int] = (1280, 752), language: str = "en") -> RunPage:
        return RunPage(qtbot, desk, new_conversation(desk, language=language), size)

    return opened
