"""A card that scrolls: its content is never cut, whatever the window and the text size."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.card import Card


class ScrollCard(Card):
    """``card.show_content(widget)`` puts a widget in, and takes it from wherever it was."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 2, 0, parent)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._area)

    def show_content(self, content: QWidget) -> None:
        """Scroll this, on the card's own ground."""
        content.setProperty("look", "pane")
        content.setAutoFillBackground(False)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that this widget is seen, such as the one that took the cursor."""
        self._area.ensureWidgetVisible(widget)
