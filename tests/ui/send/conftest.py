"""A desk with real data, and a page that opens on it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.shell.window import ShellWindow
from tests.support.desks import desk_at
from tests.support.pages_send import SendPage
from tests.support.sealed import sealed_sample


@pytest.fixture
def woken() -> list[str]:
    """Count how often the delivery loop was woken."""
    return []


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, woken: list[str]) -> Iterator[Desk]:
    """Give a desk on an empty data file."""
    with desk_at(tmp_path / "data", qapp) as made:
        yield replace(made, wake_delivery=lambda: woken.append("woken"))


@pytest.fixture
def made(desk: Desk) -> SealedAndQueued:
    """Give one sealed submission."""
    return sealed_sample(desk.workplace)


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Callable[..., SendPage]:
    """Open the screen, for everything unless a conversation is given."""

    def opened(
        conversation_id: ConversationId | None = None, size: tuple[int, int] = (1280, 752)
    ) -> SendPage:
        return SendPage(qtbot, desk, conversation_id, size)

    return opened


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> ShellWindow:
    """Give the window of the program, empty, which outlives the page in it."""
    made = ShellWindow()
    made.furnish(desk.theme)
    qtbot.addWidget(made)
    return made
