"""A screen made in turns: one step in each turn, none after a step that failed."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.screen_in_turns import ScreenInTurns


def shown(qtbot: QtBot, screen: ScreenInTurns) -> None:
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.setFocus()


def test_window_looks_at_what_was_done_after_every_step(qtbot: QtBot) -> None:
    screen, seen = ScreenInTurns(), list[str]()

    def steps() -> Iterator[None]:
        for step in ("a", "b"):
            seen.append(step)
            yield

    screen.make(steps(), in_turns=True)
    assert seen == []
    shown(qtbot, screen)
    qtbot.waitUntil(lambda: screen.is_whole)
    assert seen == ["a", "b"]


def test_screen_is_never_whole_after_a_step_that_failed(qtbot: QtBot) -> None:
    screen = ScreenInTurns()

    def steps() -> Iterator[None]:
        yield
        raise LookupError

    with qtbot.capture_exceptions() as caught:
        screen.make(steps(), in_turns=True)
        shown(qtbot, screen)
        qtbot.keyClicks(screen, "kept")
        qtbot.waitUntil(lambda: bool(caught))
        for _ in range(5):
            QApplication.processEvents()
        screen.leave()
    assert [one[0] for one in caught] == [LookupError]
    assert not screen.is_whole


def test_screen_rests_until_it_is_told_to_go_on(qtbot: QtBot) -> None:
    screen, parts = ScreenInTurns(), list[QWidget]()

    def steps() -> Iterator[None]:
        screen.rest()
        yield
        parts.append(QWidget(screen))
        yield

    screen.make(steps(), in_turns=True)
    shown(qtbot, screen)
    screen.hide()
    screen.show()
    for _ in range(20):
        QApplication.processEvents()
    assert parts == []
    screen.go_on()
    qtbot.waitUntil(lambda: screen.is_whole)
    assert len(parts) == 1
