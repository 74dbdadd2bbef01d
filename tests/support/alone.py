"""A screen in a window of its own, and what can be pressed on it."""

from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot


def show_alone(qtbot: QtBot, screen: QWidget, size: tuple[int, int]) -> None:
    """Show a screen in this size, and wait until it is there."""
    qtbot.addWidget(screen)
    screen.resize(*size)
    with qtbot.waitExposed(screen):
        screen.show()


def visible_buttons(screen: QWidget) -> list[QAbstractButton]:
    """Return every button that can be seen."""
    return [one for one in screen.findChildren(QAbstractButton) if one.isVisible()]
