"""What the pane has to say about saving: in its place, with what to do, never over the cursor."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui import words_notes as words
from ogp_desktop.ui.run.notes_state import NotesState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, announce
from ogp_desktop.ui.widgets.pill import Pill

_RETRY, _ELSEWHERE = "retry", "elsewhere"


class SlimNotice(QFrame):
    """One line and one small button, for what needs no decision."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = WrapLabel(theme, "", "body")
        self.action = Pill(theme, "", "undo-2", "accent")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.action)
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The soft ground."""
        look = Look(ink="ink", fill="sunken", radius=8)
        paint_frame(QPainter(self), self._theme, self.rect(), look)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(6), px(12), px(6))


class NotesMessages(QWidget):
    """Signals: ``retry_requested()``, ``elsewhere_requested()`` and ``undo_requested()``."""

    retry_requested = Signal()
    elsewhere_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = Notice(theme, "over", "")
        self.refusal = Notice(theme, "warn", "")
        self.deleted = SlimNotice(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for notice in (self.trouble, self.refusal, self.deleted):
            notice.hide()
            column.addWidget(notice)
        self.trouble.action_chosen.connect(self._answer)
        self.deleted.action.clicked.connect(self.undo_requested)
        self._said = ""
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        again = Choice(_RETRY, self.tr("Try again"))
        self.trouble.set_choices((again, Choice(_ELSEWHERE, self.tr("Save elsewhere"))))
        self.deleted.words.setText(self.tr("Note deleted."))
        self.deleted.action.setText(self.tr("Undo"))

    def show_state(self, state: NotesState) -> None:
        """Show what is so; a failure to save is also announced, once."""
        signs = state.signs
        if signs.trouble is not None:
            sentence = words.trouble(signs.trouble, signs.unsaved_since, signs.copied_to)
            is_new = sentence != self._said or not self.trouble.isVisibleTo(self)
            self._said = sentence
            self.trouble.set_text(sentence)
            if is_new:
                announce(self, sentence)
        if signs.refusal is not None:
            self.refusal.set_text(words.refusal(signs.refusal))
        self.trouble.setVisible(signs.trouble is not None)
        self.refusal.setVisible(signs.refusal is not None)
        self.deleted.setVisible(signs.can_undo_delete)
        self.setVisible(bool(signs.trouble or signs.refusal or signs.can_undo_delete))

    def _answer(self, key: str) -> None:
        (self.retry_requested if key == _RETRY else self.elsewhere_requested).emit()
