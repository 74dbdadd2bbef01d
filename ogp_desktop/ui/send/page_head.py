"""What the pages inside the screen share: a head with the way back, and a body that scrolls."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.label import WrapLabel


class PageHead(QWidget):
    """``head.show_words("Exactly what will go", back="Back")``; ``back_requested()``."""

    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = Button(theme, "", "quiet", "arrow-left")
        self.back.clicked.connect(self.back_requested)
        self._title = WrapLabel(theme, "", "question")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)

    def show_words(self, title: str, back: str) -> None:
        """Name the page and the way back."""
        self._title.setText(title)
        self.back.setText(back)


class PageBody(QWidget):
    """What scrolls: as high as its words are at this width, which Qt asks only where there is no
    least height that it took from another width.
    """

    def minimumSizeHint(self) -> QSize:
        """The least width alone."""
        return QSize(super().minimumSizeHint().width(), 0)
