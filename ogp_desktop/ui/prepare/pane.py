"""A card that scrolls: its content is never cut, whatever the window and the text size."""

from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.scroll import ScrollPane


class ScrollCard(Card):
    """``card.show_content(widget)`` puts a widget in, and takes it from wherever it was."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 2, 0, parent)
        self._pane = ScrollPane()
        self.body.addWidget(self._pane)

    def show_content(self, content: QWidget) -> None:
        """Scroll this inside the card."""
        self._pane.show_content(content)

    def give_up_content(self) -> None:
        """Let go of what it scrolls: from now on somebody else places it."""
        self._pane.takeWidget()
