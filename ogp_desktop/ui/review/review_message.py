"""What stands above the panes of Review when something could not be kept, or was refused."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.review.places import CHECK
from ogp_desktop.ui.review.review_state import ReviewState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.notice import Notice, NoticeKind
from ogp_desktop.ui.words_shell import trouble_words


def message_of(state: ReviewState) -> tuple[NoticeKind, str, tuple[Choice, ...]]:
    """Return the kind of notice, its words, and what can be done; no words for no notice."""
    shown = state.shown
    if shown.trouble is not None:
        text = trouble_words(shown.trouble.code)
        if not shown.is_unsaved:
            return "over", text, ()
        kept = QCoreApplication.translate(
            "ReviewScreen", "Not saved yet. Your words are still here."
        )
        again = QCoreApplication.translate("ReviewScreen", "Try again")
        return "over", f"{text} {kept}", (Choice("retry", again),)
    if shown.refusal is not None and shown.refused_part == CHECK:
        return "warn", words.refusal(shown.refusal), ()
    return "over", "", ()


class ReviewMessage(QWidget):
    """``show_state(state)``; ``retry_requested()`` to try once more to keep what could not be."""

    retry_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice: Notice | None = None
        self._said: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_state(self, state: ReviewState) -> None:
        """Show the notice, made anew only when it says something else."""
        said = message_of(state)
        if said == self._said:
            return
        self._said = said
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        kind, text, choices = said
        self.setVisible(bool(text))
        if text:
            self._notice = Notice(self._theme, kind, text, choices)
            self._notice.action_chosen.connect(lambda _key: self.retry_requested.emit())
            self._column.addWidget(self._notice)

    def forget(self) -> None:
        """Say it anew: the words are others."""
        self._said = None
