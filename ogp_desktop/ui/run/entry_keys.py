"""The keys of the notes while a line is being typed, and while the keyboard is elsewhere.

A text box would keep some of them for itself (``Ctrl+K``, ``Ctrl+E``, ``Ctrl+D``), and on AZERTY
``Ctrl+-`` is both a kind and "smaller text": in the box the kind wins.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ogp_desktop.ui.run.keymap import KIND_KEYS, TARGET_KEYS, KeyContext, binding, in_context

KIND = "kind_"
TARGET = "target_"
TARGET_ALL = "target_all"
_NOTES = (
    *(f"{KIND}{digit}" for digit in range(1, KIND_KEYS + 1)),
    *(f"{TARGET}{digit}" for digit in range(1, TARGET_KEYS + 1)),
    TARGET_ALL,
    *("group", "heard_again", "contested", "park", "undo", "find"),
)


class EntryKeys(QObject):
    """Signal: ``pressed(key_id)``, an id of the key map."""

    pressed = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._ours: dict[str, str] = {}
        for key_id in _NOTES:
            for sequence in binding(key_id).sequences:
                self._ours[_portable(QKeySequence(sequence))] = key_id
        self._theirs = {
            _portable(QKeySequence(sequence))
            for one in in_context(KeyContext.EVERYWHERE)
            for sequence in one.sequences
            if one.id not in (*_NOTES, "save_key_point")
        }
        self._can_undo_text: Callable[[], bool] = lambda: False
        for sequence, key_id in self._ours.items():
            if sequence not in self._theirs:
                shortcut = QShortcut(QKeySequence(sequence), page)
                shortcut.activated.connect(lambda key_id=key_id: self.pressed.emit(key_id))

    def watch(self, edit: QPlainTextEdit) -> None:
        """Let these keys work while this box is typed in."""
        edit.installEventFilter(self)
        self._can_undo_text = lambda: bool(edit.toPlainText()) or edit.document().isUndoAvailable()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take our keys, and leave those of the page to its shortcuts."""
        if not isinstance(event, QKeyEvent) or not event.modifiers() & _HELD:
            return super().eventFilter(watched, event)
        pressed = _portable(QKeySequence(event.keyCombination()))
        key_id = self._ours.get(pressed)
        if key_id == "undo" and self._can_undo_text():
            return False
        if event.type() == QEvent.Type.ShortcutOverride and (key_id or pressed in self._theirs):
            event.setAccepted(key_id is not None)
            return True
        if event.type() == QEvent.Type.KeyPress and key_id is not None:
            self.pressed.emit(key_id)
            return True
        return super().eventFilter(watched, event)


_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def _portable(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
