"""The notes of the question on the table: what is being written, and what was written so far."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.kits.model import QuestionKind
from ogp_desktop.ui import words_notes as words
from ogp_desktop.ui import words_run
from ogp_desktop.ui.run.entry_keys import KIND, TARGET, TARGET_ALL, EntryKeys
from ogp_desktop.ui.run.entry_panel import EntryPanel
from ogp_desktop.ui.run.notes_list import NotesList
from ogp_desktop.ui.run.notes_messages import NotesMessages
from ogp_desktop.ui.run.notes_parts import EmptyNotes, FindRow, NoteHints
from ogp_desktop.ui.run.notes_state import NotesState, NotesView
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.pill import Pill

_PADDING, _TINY_PADDING = 14, 8
_PARTIAL = (NotesView.CHOOSING, NotesView.PARKED, NotesView.KEY_POINTS)


class _GivingWay(QStackedWidget):
    """Has no height of its own: words on one of its pages would else squeeze the entry box."""

    def hasHeightForWidth(self) -> bool:
        return False


class NotesPane(Card):
    """Renders a ``NotesState`` and emits intentions; what it says to the Run screen stands here.

    Signals for the Run screen: ``prompt_wanted(prompt_id)`` when a "Not asked yet" line was
    pressed; ``saved(at)`` when words reached the disk; ``counts_changed()`` when notes came or
    went; ``unsaved(since)`` when words could not be saved, which the pane shows in place;
    ``trouble_met(error)`` when notes could not be read.

    Intentions for its model: ``question_wanted(question_id, is_typing)``,
    ``prompt_offered(prompt_id)``, ``view_chosen(NotesView)``, ``find_edited(query)``, those of the
    keys that concern one note, and those of ``entry``, ``list`` and ``messages``.
    """

    prompt_wanted = Signal(str)
    saved = Signal(object)
    unsaved = Signal(object)
    counts_changed = Signal()
    trouble_met = Signal(object)

    question_wanted = Signal(str, bool)
    prompt_offered = Signal(str)
    view_chosen = Signal(object)
    find_edited = Signal(str)
    kind_key_pressed = Signal(int)
    target_key_pressed = Signal(int)
    heard_requested = Signal(object)
    contested_requested = Signal(object)
    park_requested = Signal(object)
    undo_requested = Signal()
    elsewhere_requested = Signal()
    retry_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=_PADDING, spacing=9, parent=parent)
        self._state: NotesState | None = None
        self._is_compact = self._is_tiny = False
        self.title = Label(theme, "", "h3")
        self.count = Label(theme, "", "caption", "ink2")
        self.parked = Pill(theme, icon="circle-parking")
        self.progress = Pill(theme, icon="star", tone="accent")
        self.back = Pill(theme, icon="check", tone="accent")
        self.entry = EntryPanel(theme, self)
        self.messages = NotesMessages(theme, self)
        self.find_row = FindRow(theme, self)
        self.list = NotesList(theme, self)
        self.empty = EmptyNotes(theme, self)
        self.hints = NoteHints(theme, self)
        self.has_hints = True
        self.keys = EntryKeys(self)
        self._header = self._made_header()
        self._stack = _GivingWay(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        # Where there is little height the list gives way, never the box that is written in.
        self._stack.setMinimumHeight(1)
        for part in (self._header, self.entry, self.messages, self.find_row):
            self.body.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.hints)
        self.setFocusProxy(self.entry.box.edit)
        self._join()
        self.retranslate()

    # For the Run screen.

    def show_question(self, question_id: str) -> None:
        """Show the notes of a question; words being typed stay with the question they are for."""
        self.list.finish_editing()
        self.question_wanted.emit(question_id, bool(self.entry.text().strip()))

    def focus_entry(self) -> None:
        """Put the cursor where words are typed; where the box was folded away it comes back."""
        if not self.entry.isVisibleTo(self):
            self.view_chosen.emit(NotesView.ALL)
        self.entry.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what is being typed as a draft, at once."""
        self.list.finish_editing()
        self.entry.box.settle()

    def offer_prompt(self, prompt_id: str) -> None:
        """Choose the kind of note that answers a prompt."""
        self.prompt_offered.emit(prompt_id)

    def show_parked(self) -> None:
        """List the notes that were put aside; Escape goes back."""
        self._show_view(NotesView.PARKED)

    def set_room(self, *, is_compact: bool, is_tiny: bool) -> None:
        """Fold away what there is no height for: the key hints, then title and kind keys."""
        self._is_compact, self._is_tiny = is_compact, is_tiny
        self._padding = _TINY_PADDING if is_tiny else _PADDING
        self._restyle()
        self.entry.set_is_tiny(is_tiny)
        self.empty.set_is_tiny(is_tiny)
        self.set_padding(8 if is_tiny else 14)
        self._show_parts()

    # For the model.

    def show_state(self, state: NotesState) -> None:
        """Show a state."""
        self._state = state
        self.title.setText(words.view_title(state.view, state.question.choose))
        is_found = state.view is NotesView.FOUND
        found = words_run.notes_count(len(state.rows))
        count = found if is_found else words.note_count(state.note_count)
        self.count.setText(count if state.is_read else "")
        self.count.setVisible(state.view in (NotesView.ALL, NotesView.FOUND))
        self.parked.setText(words.parked(state.parked_count))
        self.progress.setText(words.progress(state))
        icons = {QuestionKind.CHOICES: "scale"}
        self.progress.set_icon(icons.get(state.question.kind, "star"))
        self.entry.show_state(state.entry)
        self.messages.show_state(state)
        self.hints.show_state(state)
        self.list.show_state(state)
        self.empty.show_state(state)
        has_list = state.panels or not state.is_read
        self._stack.setCurrentWidget(self.list if has_list else self.empty)
        self._show_parts()

    def clear_entry(self) -> None:
        """Empty the box: its words are on disk."""
        self.entry.clear()

    def reveal_note(self, note_id: NoteId) -> None:
        """Scroll to a note."""
        self.list.reveal(note_id)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.list.setAccessibleName(self.tr("Notes on this question"))
        self.back.setText(self.tr("All notes"))
        self.back.setAccessibleName(self.tr("Back to all notes"))
        for part in (self.entry, self.find_row, self.hints, self.list, self.messages):
            part.retranslate()
        if self._state is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language while the window is open."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape on an empty list goes back as well."""
        is_partial = self._state is not None and self._state.view is not NotesView.ALL
        if event.key() == Qt.Key.Key_Escape and is_partial:
            self._go_back()
        else:
            super().keyPressEvent(event)

    # Inside.

    def _made_header(self) -> QWidget:
        header = QWidget(self)
        row = QHBoxLayout(header)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        for pill in (self.parked, self.progress, self.back):
            row.addWidget(pill)
        return header

    def _join(self) -> None:
        self.keys.watch(self.entry.box.edit)
        self.keys.pressed.connect(self._on_key)
        self.progress.clicked.connect(self._open_progress)
        self.parked.clicked.connect(self.show_parked)
        self.back.clicked.connect(lambda: self._show_view(NotesView.ALL))
        self.find_row.edited.connect(self.find_edited)
        self.find_row.closed.connect(self._close_find)
        self.list.escaped.connect(self._go_back)
        self.entry.left.connect(self._leave_entry)
        self.messages.undo_requested.connect(self.undo_requested)
        self.messages.elsewhere_requested.connect(self.elsewhere_requested)
        self.messages.retry_requested.connect(lambda: self.retry_requested.emit(self.entry.text()))

    def _show_parts(self) -> None:
        state = self._state
        view = state.view if state is not None else NotesView.ALL
        is_partial = view in _PARTIAL
        self._header.setVisible(not self._is_tiny or is_partial)
        # With hardly any height there is room for the box or for what was asked to be seen.
        self.entry.setVisible(not (self._is_tiny and is_partial))
        self.back.setVisible(is_partial)
        self.progress.setVisible(not is_partial)
        self.parked.setVisible(not is_partial and state is not None and state.parked_count > 0)
        self.hints.setVisible(self.has_hints and not self._is_compact)

    def _show_view(self, view: NotesView) -> None:
        self.list.finish_editing()
        self.find_row.close_quietly()
        self.view_chosen.emit(view)
        if view is NotesView.ALL:
            self.focus_entry()
        else:
            self.list.go_to_first()
            self._focus_list()

    def _open_progress(self) -> None:
        if self._state is None:
            return
        question = self._state.question
        match question.kind:
            case QuestionKind.CARDS:
                self._show_view(NotesView.CHOOSING)
            case QuestionKind.BOXES:
                self._show_view(NotesView.KEY_POINTS)
            case QuestionKind.CHOICES:
                recorded = self._state.leans
                open_ones = [one.id for one in question.choices if one.id not in recorded]
                self.list.focus_lean((open_ones or [question.choices[0].id])[0])

    def _go_back(self) -> None:
        if self._state is not None and self._state.view is not NotesView.ALL:
            self._show_view(NotesView.ALL)

    def _leave_entry(self) -> None:
        if self._state is not None and self._state.view is not NotesView.ALL:
            self._show_view(NotesView.ALL)
        else:
            self._focus_list()

    def _focus_list(self) -> None:
        shown = self._stack.currentWidget() or self.list
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_find(self) -> None:
        self.find_edited.emit("")
        self.focus_entry()

    def _on_key(self, key_id: str) -> None:
        selected = self.list.current_note() if self.list.hasFocus() else None
        if key_id.startswith(KIND):
            self.kind_key_pressed.emit(int(key_id.removeprefix(KIND)))
        elif key_id == TARGET_ALL:
            self.target_key_pressed.emit(0)
        elif key_id.startswith(TARGET):
            self.target_key_pressed.emit(int(key_id.removeprefix(TARGET)))
        elif key_id == "group":
            self.entry.open_groups()
        elif key_id == "heard_again":
            self.heard_requested.emit(selected)
        elif key_id == "contested":
            self.contested_requested.emit(selected)
        elif key_id == "find":
            self.find_row.open()
        elif key_id == "park":
            self._park(selected)
        elif key_id == "undo" and not self.entry.take_back_cleared():
            self.undo_requested.emit()

    def _park(self, selected: NoteId | None) -> None:
        if selected is not None:
            self.park_requested.emit(selected)
        else:
            self.entry.save_now(is_parked=True)
