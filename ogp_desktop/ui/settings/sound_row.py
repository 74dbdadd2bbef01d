"""The sound of the clock in Settings: on or off, a try of it, and why there may be none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ogp_desktop.ui.settings.settings_state import SettingsState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.notice import announce


class SoundRow(QWidget):
    """``show_state(state)``; ``switched(is_on)``; ``try_requested()``."""

    switched = Signal(bool)
    try_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = QCheckBox()
        self.trial = Button(theme)
        self._note = WrapLabel(theme, "", "caption", "ink2")
        row = FlowBox(theme, 12)
        row.add(self.check)
        row.add(self.trial)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addWidget(self._note)
        self.check.clicked.connect(self.switched)
        self.trial.clicked.connect(self.try_requested)

    def show_state(self, state: SettingsState) -> None:
        """Show whether a sound is played; where none can be, it is off and the row says why."""
        self.check.setText(self.tr("A soft sound at wrap up and when time is up"))
        self.check.setEnabled(state.has_player)
        self.check.setChecked(state.has_player and state.preferences.plays_sound)
        self.trial.setText(self.tr("Try it"))
        self.trial.setVisible(state.has_player)
        words = ""
        if not state.has_player:
            words = self.tr("No program that plays sounds was found on this computer.")
        elif state.is_unheard:
            words = self.tr("The sound could not be played. Is a loudspeaker connected?")
        if words and words != self._note.text() and state.is_unheard:
            announce(self.trial, words)
        self._note.setText(words)
        self._note.setVisible(bool(words))
