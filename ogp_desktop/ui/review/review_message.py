"""What stands above the panes of Review when something could not be kept, or was refused."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.review.places import CHECK
from ogp_desktop.ui.review.review_state import ReviewState
from ogp_desktop.ui.widgets.notice import Choice, NoticeKind
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
