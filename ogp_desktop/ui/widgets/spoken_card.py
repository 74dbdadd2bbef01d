"""A card with words of its own: it speaks the other language at once, and Escape leaves it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ogp_desktop.ui.widgets.card import Card


class SpokenCard(Card):
    """Has ``retranslate`` say everything anew, and ``escape`` do what Escape means here."""

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        raise NotImplementedError

    def escape(self) -> None:
        """Leave."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, if no part had a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
