"""Opens the Run screen of one conversation: screen, model, notes pane and audience, wired."""

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.stage import StageScreen


def open_run(desk: Desk, conversation_id: ConversationId) -> StageScreen:
    """Return the screen, already showing where the conversation stands."""
    raise NotImplementedError
