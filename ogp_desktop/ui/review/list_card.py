"""A pane of Review around a list: its title lines up with that of the pane beside it."""

from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.label import Label

PADDING, SPACING = 12, 4
TITLE, TALL_TITLE = 30, 36
"""How high a title is: alone in its line, and beside a button."""


class ListCard(Card):
    """``show_title(text)``; no text where a tab says it already."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(theme, PADDING, SPACING, parent)
        self._title = Label(theme, "", "h3")
        self._title.setContentsMargins(theme.px(6), 0, theme.px(6), 0)
        self.body.addWidget(self._title)
        self.body.addWidget(content, 1)

    def show_title(self, text: str, *, is_tall: bool) -> None:
        """Name the pane."""
        self._title.setText(text)
        self._title.setVisible(bool(text))
        self._title.setFixedHeight(self._theme.px(TALL_TITLE if is_tall else TITLE))
