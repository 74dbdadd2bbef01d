"""A drop-down of named keys that never changes by scrolling past it, and never asks for width."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class Combo(QComboBox):
    """``combo.show_state(((key, label), ...), key)``; ``chosen(key)`` when a person chooses."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def show_state(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Offer these, with ``key`` chosen; nothing is told."""
        if list(choices) != self._shown:
            self._shown = list(choices)
            self.clear()
            for one, label in choices:
                self.addItem(label, str(one))
        self.setCurrentIndex(max(self.findData(str(key)), 0))
        self.setToolTip(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page."""
        event.ignore()
