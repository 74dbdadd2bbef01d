"""Turns key presses on the Run screen into the ids of the keymap, and keeps single keys out of the
way of whoever is typing (WCAG 2.1.4).
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ogp_desktop.ui.run.keymap import KeyContext, binding, sequences_of

# The pane of notes makes its own shortcuts for what concerns notes.
PAGE_KEYS = (
    *("all_keys", "agenda", "start_pause", "next_pane", "previous_pane", "show_prompt"),
    *("next_item", "previous_item", "skip_item", "fit", "undo_plan"),
    *("audience", "blank", "audience_timer", "timer_window", "turns"),
    *("minute_more", "minute_less", "next_prompt", "previous_prompt"),
    *("next_stage", "previous_stage", "text_larger", "text_smaller", "text_normal"),
)
SINGLE_KEYS = (
    *("single_start_pause", "single_next_item", "single_previous_item", "single_blank"),
    *("single_minute_more", "single_minute_less", "single_audience_timer"),
    *("single_show_prompt", "single_entry", "single_all_keys"),
)
_OF_CONTROLS = ("Space", "Left", "Right")
_MIRRORED = {"Left": "Right", "Right": "Left"}


def is_typing(widget: QWidget | None) -> bool:
    """Tell whether letters go into this widget."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox)


class RunKeys(QObject):
    """``pressed(key_id)`` with the ids of the keymap; a single key under the id it stands for.

    ``Space`` and the arrows belong to a button or list that has the focus; the arrows go back and
    on in the direction in which the page is read.
    """

    pressed = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._may_single_keys: Callable[[], bool] = lambda: True
        self._single: list[QShortcut] = []
        self._of_controls: list[QShortcut] = []
        self._ids: dict[str, str] = {}
        for key_id in (*PAGE_KEYS, *SINGLE_KEYS):
            for sequence in sequences_of(key_id):
                self._add(key_id, sequence)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._refresh(QApplication.focusWidget())

    def ask_for_single_keys(self, may_single_keys: Callable[[], bool]) -> None:
        """Work with single keys only while this says so; asked whenever the focus moves."""
        self._may_single_keys = may_single_keys
        self._refresh(QApplication.focusWidget())

    def press(self, event: QKeyEvent) -> None:
        """Take a key that was pressed in the room's window, as by a clicker."""
        keys = QKeySequence(event.keyCombination()).toString()
        if keys in self._ids:
            self._press(keys)

    def _press(self, keys: str) -> None:
        meant = _MIRRORED.get(keys, keys) if self._page.isRightToLeft() else keys
        self.pressed.emit(self._ids[meant])

    def _add(self, key_id: str, sequence: QKeySequence) -> None:
        keys = sequence.toString()
        shortcut = QShortcut(sequence, self._page)
        shortcut.setObjectName(key_id)
        shortcut.activated.connect(lambda: self._press(keys))
        self._ids[keys] = key_id.removeprefix("single_")
        if binding(key_id).context is KeyContext.SINGLE:
            is_of_controls = keys in _OF_CONTROLS
            (self._of_controls if is_of_controls else self._single).append(shortcut)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._refresh(now)

    def _refresh(self, focus: QWidget | None) -> None:
        is_free = self._may_single_keys() and not is_typing(focus)
        for shortcut in self._single:
            shortcut.setEnabled(is_free)
        for shortcut in self._of_controls:
            shortcut.setEnabled(is_free and (focus is None or focus is self._page))
