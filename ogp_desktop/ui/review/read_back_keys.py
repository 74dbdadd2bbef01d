"""The keys of reading back: on the page while lines are read, and in the room's window, to which a
clicker speaks when it is in front.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.run.keymap import KeyContext, in_context, sequences_of

ON_OFF = "read_screen"


class ReadBackKeys(QObject):
    """``pressed(key_id)`` with the ids of the keymap; the one that begins is there all the time."""

    pressed = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._while_reading: list[QShortcut] = []
        self._ids: dict[str, str] = {}
        for binding in in_context(KeyContext.READ_BACK):
            for sequence in sequences_of(binding.id):
                self._add(page, binding.id, sequence)
        for sequence in sequences_of("single_blank"):  # what a clicker sends
            self._ids[sequence.toString()] = "read_blank"
        self.set_is_reading(False)

    def set_is_reading(self, is_reading: bool) -> None:
        """Give the keys back to the page when nothing is read."""
        for shortcut in self._while_reading:
            shortcut.setEnabled(is_reading)

    def press(self, event: QKeyEvent) -> None:
        """Take a key that was pressed in the room's window."""
        keys = QKeySequence(event.keyCombination()).toString()
        if keys in self._ids:
            self.pressed.emit(self._ids[keys])

    def _add(self, page: QWidget, key_id: str, sequence: QKeySequence) -> None:
        shortcut = QShortcut(sequence, page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.pressed.emit(key_id))
        self._ids[sequence.toString()] = key_id
        if key_id != ON_OFF:
            self._while_reading.append(shortcut)
