"""A framed text that grows with its words, and a small menu of choices behind a pill."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.entry import GrowingText

_LINES = 14


class TextBox(QFrame):
    """``box.edit`` is the text; ``show_text`` never overwrites what is being typed."""

    def __init__(self, theme: Theme, name: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.edit = GrowingText(theme, name, placeholder, _LINES, self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.edit)
        self._shown: str | None = None
        self.setFocusProxy(self.edit)
        self.edit.focus_changed.connect(self.update)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: str) -> None:
        """Show words that changed elsewhere; outer space that is being typed is left alone."""
        if text != self._shown and text != self.edit.toPlainText().strip():
            self.edit.set_text(text)
        self._shown = text

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame; blue while typing goes here."""
        look = Look(ink="ink", fill="surface", edge="line_strong", radius=8)
        has_focus = self.edit.hasFocus()
        paint_frame(QPainter(self), self._theme, self.rect(), look, has_focus=has_focus)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(10), px(8), px(10), px(8))


def show_menu(below: QWidget, choices: Iterable[tuple[str, Callable[[], None]]]) -> None:
    """Open a menu below a widget; each choice is its words and what it does."""
    menu = QMenu(below)
    menu.aboutToHide.connect(menu.deleteLater)
    for words, action in choices:
        menu.addAction(words.replace("&", "&&")).triggered.connect(
            lambda _checked=False, act=action: act()
        )
    menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))
