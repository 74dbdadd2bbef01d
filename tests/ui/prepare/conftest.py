"""A desk and an open Prepare screen for the tests of this room."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.services import preparing
from ogp_desktop.ui.desk import Desk
from tests.support.desks import desk_at
from tests.support.pages_prepare import PreparePage
from tests.support.pages_run import new_conversation


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk with an empty data file."""
    with desk_at(tmp_path, qapp) as made:
        yield made


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Callable[..., PreparePage]:
    """Open the Prepare screen of a conversation of 90 minutes with 18 people."""

    def opened(size: tuple[int, int] = (1280, 752)) -> PreparePage:
        made = new_conversation(desk)
        page = PreparePage(qtbot, desk, made, size)
        wanted = replace(page.conversation().preparation, minutes=90, people=18)
        told = preparing.change_preparation(
            desk.workplace, conversation_id=made, preparation=wanted
        )
        desk.bus.tell(told)
        return page

    return opened
