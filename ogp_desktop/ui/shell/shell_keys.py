"""The keys that work on every page; those that a page has itself are left to it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.run.keymap import sequences_of

_OF_RUN = ("all_keys", "next_stage", "previous_stage")
"""The Run screen has these itself, among the keys that can be switched off; two would be none."""


class ShellKeys(QObject):
    """``pressed(key_id)``: ``all_keys``, ``next_stage``, ``previous_stage``, ``back``, ``menu``,
    ``quit``.
    """

    pressed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._of_run: list[QShortcut] = []
        for key_id, sequences in _sequences().items():
            for sequence in sequences:
                shortcut = QShortcut(sequence, window)
                shortcut.activated.connect(lambda key_id=key_id: self.pressed.emit(key_id))
                if key_id in _OF_RUN:
                    self._of_run.append(shortcut)

    def leave_to_page(self, is_left: bool) -> None:
        """Leave the keys of the Run screen to it, or take them back."""
        for shortcut in self._of_run:
            shortcut.setEnabled(not is_left)


def _sequences() -> dict[str, list[QKeySequence]]:
    back = QKeySequence.keyBindings(QKeySequence.StandardKey.Back)
    return {
        **{key_id: sequences_of(key_id) for key_id in _OF_RUN},
        "back": [one for one in back if one.toString() != "Backspace"]
        or [QKeySequence("Alt+Left")],
        "menu": [QKeySequence("F10"), QKeySequence("Alt+M")],
        "quit": [QKeySequence("Ctrl+Q")],
    }
