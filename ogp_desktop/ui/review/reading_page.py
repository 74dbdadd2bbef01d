"""Exactly what will go, to be read before anything is sealed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ogp_desktop.domain.submission import Submission
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.words_submission import submission_html


class ReadingPage(Card):
    """``show_submission(submission, kit)``; it can be read, searched by eye and copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 6, 0, parent)
        self._theme = theme
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setProperty("look", "bare")
        self.body.addWidget(self.text)
        self._shown: tuple[Submission, LocalKit] | None = None
        theme.changed.connect(self.show_again)

    def show_submission(self, submission: Submission, kit: LocalKit) -> None:
        """Show the whole submission, from its beginning."""
        self._shown = (submission, kit)
        self.show_again()

    def show_again(self) -> None:
        """Show it with the words and fonts of the moment."""
        self.text.setFont(self._theme.font("body"))
        self.text.setAccessibleName(self.tr("Exactly what will go"))
        if self._shown is not None:
            self.text.setHtml(submission_html(*self._shown))
