"""Small parts of the notes pane: the line to find with, the empty list, the row of keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui import words_notes as words
from ogp_desktop.ui.run.notes_state import NotesState, NotesView
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Line
from ogp_desktop.ui.widgets.keys import HintRow
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.text_line import TextLine

Hints = tuple[tuple[tuple[str, ...], str], ...]


class FindRow(QWidget):
    """A line to find notes with. Signals: ``edited(query)``, ``closed()``."""

    edited = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextLine(self)
        self.line.setClearButtonEnabled(False)
        self.line.textEdited.connect(self.edited)
        self._close = Button(theme, "", "quiet", icon="x")
        self._close.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._close)
        self.hide()

    def open(self) -> None:
        """Show the line with the cursor in it."""
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_quietly(self) -> None:
        """Hide and empty the line without telling."""
        self.line.clear()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.line.setPlaceholderText(self.tr("Find in all notes"))
        self.line.setAccessibleName(self.tr("Find in all notes"))
        self._close.set_name(self.tr("Close the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.close_quietly()
        self.closed.emit()


class EmptyNotes(QWidget):
    """What stands where no note is: what is so, and what to do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._first = WrapLabel(theme, "", "strong", "ink2")
        self._second = WrapLabel(theme, "", "body", "ink2")
        self._theme = theme
        self._column = QVBoxLayout(self)
        for label in (self._first, self._second):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.set_is_tiny(False)

    def set_is_tiny(self, is_tiny: bool) -> None:
        """Leave the room that there is to the entry box."""
        self._second.setVisible(not is_tiny)
        above = 0 if is_tiny else self._theme.px(24)
        self._column.setContentsMargins(0, above, 0, 0)

    def show_state(self, state: NotesState) -> None:
        """Say why there is nothing."""
        first, second = words.empty(state)
        self._first.setText(first)
        self._second.setText(second)
        self.setAccessibleName(first)


class NoteHints(QWidget):
    """The keys that help most now, on one quiet line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._mine, self._all = HintRow(theme), HintRow(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.addWidget(self._mine, 1)
        row.addWidget(self._all)
        column.addWidget(Line(self))
        column.addLayout(row)

    def retranslate(self) -> None:
        """Say everything anew at the next state."""
        self._shown = ()

    def show_state(self, state: NotesState) -> None:
        """Show the keys of the list's moment; made anew only when they are others."""
        wanted = (state.view, len(state.entry.question.kinds))
        if wanted == self._shown:
            return
        self._shown = wanted
        hints: Hints
        if state.view is NotesView.CHOOSING:
            hints = (
                (("1", "2", "3"), self.tr("choose")),
                (("+", "−"), self.tr("dots")),
                ((self.tr("Drag"),), self.tr("order")),
                (("Esc",), self.tr("back")),
            )
        elif state.view is NotesView.ALL:
            kinds = f"1–{words.number(len(state.entry.question.kinds))}"
            hints = (
                (("Ctrl", kinds), self.tr("kind")),
                ((self.tr("Ctrl Enter"),), self.tr("save as key point")),
                (("↑",), self.tr("edit last")),
            )
        else:
            hints = ((("F2",), self.tr("edit")), (("Esc",), self.tr("back")))
        self._mine.set_hints(hints)
        self._all.set_hints(((("F1",), self.tr("all keys")),))
