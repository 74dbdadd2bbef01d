"""What the pane has to say about saving: in its place, with what to do, never over the cursor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui import words_notes as words
from ogp_desktop.ui.run.notes_state import NotesState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.notice import Choice, Notice, announce

_RETRY = "retry"
_UNDO = "undo"


class NotesMessages(QWidget):
    """Signals: ``retry_requested()`` and ``undo_requested()``."""

    retry_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = Notice(theme, "over", "")
        self.refusal = Notice(theme, "warn", "")
        self.deleted = Notice(theme, "info", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for notice in (self.trouble, self.refusal, self.deleted):
            notice.hide()
            column.addWidget(notice)
        self.trouble.action_chosen.connect(lambda _key: self.retry_requested.emit())
        self.deleted.action_chosen.connect(lambda _key: self.undo_requested.emit())
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.trouble.set_choices((Choice(_RETRY, self.tr("Try again")),))
        self.deleted.set_choices((Choice(_UNDO, self.tr("Undo"), icon="undo-2"),))
        self.deleted.set_text(self.tr("Note deleted."))

    def render(self, state: NotesState) -> None:
        """Show what is so; a failure to save is also announced, once."""
        was_in_trouble = self.trouble.isVisibleTo(self)
        if state.trouble is not None:
            self.trouble.set_text(words.trouble(state.trouble, state.unsaved_since))
            if not was_in_trouble:
                announce(self, words.trouble(state.trouble, state.unsaved_since))
        if state.refusal is not None:
            self.refusal.set_text(words.refusal(state.refusal))
        self.trouble.setVisible(state.trouble is not None)
        self.refusal.setVisible(state.refusal is not None)
        self.deleted.setVisible(state.can_undo_delete)
        self.setVisible(
            state.trouble is not None or state.refusal is not None or state.can_undo_delete
        )
