"""Opens the Send screen with its model attached."""

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.stage import StageScreen


def open_send(desk: Desk, conversation_id: ConversationId | None) -> StageScreen:
    """Return the screen for one conversation, or for everything that was sealed."""
    del desk, conversation_id
    return StageScreen()
