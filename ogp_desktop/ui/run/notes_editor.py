"""Editing a note where it stands. What is typed is told within 2 s, and when the box is left.

Escape puts the words back that stood there before. Words that could not be kept stay in the box.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.domain.notes import Note
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.entry import GrowingText

_LINES = 8


class NoteEditor(QFrame):
    """Signals: ``text_edited(note_id, text)`` while typing; ``finished(is_by_key)`` at the end;
    ``grown()`` when it needs another height."""

    text_edited = Signal(str, str)
    grown = Signal()
    finished = Signal(bool)

    def __init__(self, theme: Theme, note: Note, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note_id: NoteId = note.id
        self._theme = theme
        self._before = note.text
        self._is_open = True
        self.is_kept = True
        self.edit = GrowingText(theme, name, max_lines=_LINES, parent=self)
        self.edit.set_text(note.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(5), theme.px(8), theme.px(5))
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.text_settled.connect(lambda text: self.text_edited.emit(self.note_id, text))
        self.edit.submitted.connect(lambda _text: self.close_editor(is_by_key=True))
        self.edit.key_point_submitted.connect(lambda _text: self.close_editor(is_by_key=True))
        self.edit.escaped.connect(self._put_back)
        self.edit.focus_changed.connect(self._on_focus)

    def wanted_height(self) -> int:
        """Return the height the words need now, in pixels."""
        return self.edit.height() + 2 * self._theme.px(5)

    def close_editor(self, *, is_by_key: bool) -> None:
        """Tell the last words and close, but only once they are kept."""
        if self._is_open:
            self._is_open = False
            self.text_edited.emit(self.note_id, self.edit.toPlainText())
            self._is_open = not self.is_kept
            if self.is_kept:
                self.finished.emit(is_by_key)

    def event(self, event: QEvent) -> bool:
        """Tell when the words need more or fewer lines."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return is_done

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame of a field that is being typed in."""
        look = Look(ink="ink", fill="surface", edge="line_strong", radius=8)
        paint_frame(QPainter(self), self._theme, self.rect(), look, has_focus=True)

    def _put_back(self) -> None:
        self.edit.set_text(self._before)
        self.close_editor(is_by_key=True)

    def _on_focus(self, has_focus: bool) -> None:
        if not has_focus:
            self.close_editor(is_by_key=False)
