"""Pages that are made in turns of the window: how they come, and what they look like then."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.screen_in_turns import ScreenInTurns
from ogp_desktop.ui.widgets.card import Card


def shown(qtbot: QtBot, screen: ScreenInTurns, size: tuple[int, int]) -> ScreenInTurns:
    """Show a page in a window of its own, with the cursor where the shell puts it."""
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    screen.activateWindow()
    focus = screen.first_focus()
    assert focus is not None
    focus.setFocus()
    return screen


def awaited(qtbot: QtBot, screen: ScreenInTurns) -> None:
    """Wait until the page is whole and painted."""
    qtbot.waitUntil(lambda: screen.is_whole)
    for _ in range(3):
        QApplication.processEvents()


def look_of(screen: QWidget) -> QImage:
    """Return the pixels of a page, without a cursor in it."""
    focus = screen.focusWidget()
    if focus is not None:
        focus.clearFocus()
    for _ in range(3):
        QApplication.processEvents()
    return screen.grab().toImage()


class FirstPaints(QObject):
    """Remembers where each part of a page was painted first, and which ones moved afterwards."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._first: dict[QWidget, QRect] = {}
        self.moved: list[str] = []
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every paint of what can be seen in the page."""
        is_paint = event.type() == QEvent.Type.Paint
        if is_paint and isinstance(watched, QWidget) and self._is_seen(watched):
            place = QRect(watched.mapTo(self._page, QPoint()), watched.size())
            if self._first.setdefault(watched, place) != place:
                first = self._first[watched]
                self.moved.append(f"{watched}: {first} to {place}")
        return False

    def _is_seen(self, widget: QWidget) -> bool:
        """Cards, and what stands in them; not what only holds others, nor scroll bars."""
        is_part = isinstance(widget, Card) or not any(
            isinstance(child, QWidget) for child in widget.children()
        )
        is_bar = isinstance(widget, QScrollBar)
        return is_part and not is_bar and self._page.isAncestorOf(widget)
