"""Frames: a card with its own column, and a thin line."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme


class Card(QFrame):
    """`Card(theme).body` takes the contents; `padding`, `spacing` in pixels at 100 %."""

    def __init__(
        self, theme: Theme, padding: int = 14, spacing: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._padding, self._spacing = padding, spacing
        self.setProperty("look", "card")
        self.body = QVBoxLayout(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_padding(self, padding: int) -> None:
        """Change the space inside, in pixels at 100 %."""
        self._padding = padding
        self._restyle()

    def set_is_selected(self, is_selected: bool) -> None:
        """Outline of two pixels in the accent colour."""
        self.setProperty("selected", is_selected)
        self.style().unpolish(self)
        self.style().polish(self)

    def _restyle(self) -> None:
        pad = self._theme.px(self._padding)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(self._theme.px(self._spacing))


class Line(QFrame):
    """A thin line across; decoration, not read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "line")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
