"""One of a few, where the few may change: the choice is made anew only when they do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice


class ChoiceBox(QWidget):
    """``box.show_state(options, key)``; ``chosen(key)`` when a person chooses."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options: tuple[Option, ...] = ()
        self._choice: SegmentedChoice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_state(self, options: tuple[Option, ...], key: str | None) -> None:
        """Offer these, with ``key`` chosen."""
        if options != self._options or self._choice is None:
            if self._choice is not None:
                self._choice.hide()
                self._choice.deleteLater()
            self._options = options
            self._choice = SegmentedChoice(self._theme, options, self.accessibleName())
            self._choice.chosen.connect(self.chosen)
            self._column.addWidget(self._choice)
        self._choice.set_key(key)
