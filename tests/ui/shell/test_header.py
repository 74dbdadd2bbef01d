"""The bar on top leaves out what there is no room for, and cuts nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.shell.header import HeaderState
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.shell.network_hint import NetworkHint
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme
from tests.support.pages_program import words_of
from tests.support.reviews import NOW

FULL = HeaderState(
    title="The open forum of the young people of Kpalimé and of all the villages around it",
    facts="In person · 90 min · 18 people",
    stage=Stage.REVIEW,
    saved="Saved 15:28",
    saved_short="15:28",
    network=NetworkHint.UNKNOWN,
    waiting=12,
    chip="08:24",
    chip_name="Back to Run, 08:24 on the clock",
)


Bar = Callable[[tuple[int, int], HeaderState], ShellWindow]


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Iterator[Bar]:
    """Make a window of a size whose bar shows a state."""
    made: list[ShellWindow] = []

    def make(size: tuple[int, int], state: HeaderState) -> ShellWindow:
        window = ShellWindow()
        window.furnish(theme)
        window.show_page(QWidget())
        made.append(window)
        window.resize(*size)
        window.header.show_state(state)
        window.show()
        qtbot.waitExposed(window)
        QApplication.processEvents()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def _shown(window: ShellWindow) -> list[QAbstractButton]:
    return [one for one in window.header.findChildren(QAbstractButton) if one.isVisible()]


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("stage", [None, Stage.VIEWS])
def test_nothing_in_the_bar_is_cut(
    bar: Bar,
    qapp: QApplication,
    theme: Theme,
    size: tuple[int, int],
    scale: float,
    direction: Qt.LayoutDirection,
    stage: Stage | None,
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    window = bar(size, replace(FULL, stage=stage))
    header = window.header
    assert window.width() == size[0]
    for button in _shown(window):
        corner = button.mapTo(header, QPoint(0, 0))
        assert header.rect().contains(button.rect().translated(corner)), words_of(button)
        assert button.width() >= button.sizeHint().width(), words_of(button)
        assert button.width() >= 24
        assert button.height() >= 24


def test_every_button_of_the_bar_tells_where_it_leads(qtbot: QtBot, bar: Bar) -> None:
    window = bar((1280, 800), FULL)
    header = window.header
    asked: list[object] = []
    header.back_requested.connect(lambda: asked.append("back"))
    header.stage_requested.connect(asked.append)
    header.saved_requested.connect(lambda: asked.append("saved"))
    header.connection_requested.connect(lambda: asked.append("network"))
    header.outbox_requested.connect(lambda: asked.append("outbox"))
    by_words = {words_of(one): one for one in _shown(window)}
    for words in ("Home", "Send", FULL.chip_name, "Saved 15:28", "Network not known", "Outbox 12"):
        qtbot.mouseClick(by_words[words], Qt.MouseButton.LeftButton)
    assert asked == ["back", Stage.SEND, Stage.RUN, "saved", "network", "outbox"]


@pytest.mark.parametrize("hint", list(NetworkHint))
def test_pill_says_no_more_than_is_known(bar: Bar, hint: NetworkHint) -> None:
    window = bar((1280, 800), replace(FULL, network=hint))
    said = {words_of(one) for one in _shown(window)}
    assert not said & {"Online", "Connected", "Sent"}
    expected = {
        NetworkHint.SHUT: "Offline",
        NetworkHint.NONE: "Offline",
        NetworkHint.UNKNOWN: "Network not known",
        NetworkHint.LOCAL: "Local network",
        NetworkHint.FOUND: "Network found",
    }
    assert expected[hint] in said


def test_long_title_gives_way_and_its_tip_tells_it_whole(bar: Bar) -> None:
    window = bar((1024, 600), FULL)
    window.header.grab()
    assert window.header._title.toolTip() == FULL.title


def test_what_is_not_saved_is_said_in_place_of_when_it_was(bar: Bar) -> None:
    model = HeaderModel(is_offline=True)
    window = bar((1280, 800), model.state)
    model.state_changed.connect(window.header.show_state)
    model.show_place(Stage.RUN, None, lambda: None)
    said: list[list[str]] = []
    for tell in (model.show_saved, model.show_unsaved, model.show_saved):
        tell(NOW)
        said.append([one.text() for one in _shown(window) if "aved" in one.text()])
    assert said[0] == said[2]
    assert said[0][0].startswith("Saved ")
    assert said[1] == ["Not saved"]
