"""Opens the Review screen of one conversation: screen and model, wired."""

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services.reviewing import reviewed
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.review_screen import ReviewScreen


def open_review(desk: Desk, conversation_id: ConversationId) -> ReviewScreen:
    """Return the screen, already showing the draft."""
    screen = ReviewScreen(desk.theme)
    screen.show_state(reviewed(desk.workplace, conversation_id=conversation_id))
    return screen
