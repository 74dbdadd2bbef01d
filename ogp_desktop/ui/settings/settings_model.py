"""Turns choices on the Settings page into kept preferences; each works at once."""

from PySide6.QtCore import QObject, Signal

from ogp_desktop import settings
from ogp_desktop.paths import data_root
from ogp_desktop.ui import translation
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.settings.settings_state import SettingsState


class SettingsModel(QObject):
    """Signals: ``state_changed(SettingsState)``."""

    state_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_unkept = False

    def state(self) -> SettingsState:
        """Return what to show now."""
        preferences = self._desk.preferences()
        resources = data_root()
        return SettingsState(
            preferences=preferences,
            language=translation.nearest(preferences.language or "en", resources),
            languages=tuple(translation.languages(resources)),
            folder=self._desk.workplace.store.path.parent,
            version=self._desk.workplace.app_version,
            is_unkept=self._is_unkept,
        )

    def tell(self) -> None:
        """Emit the state of the moment."""
        self.state_changed.emit(self.state())

    def change(self, part: str, value: object) -> None:
        """Keep one preference; it holds for this run even where it cannot be written down."""
        wanted = settings.changed(self._desk.preferences(), **{part: value})
        try:
            self._desk.keep_preferences(wanted)
        except OSError:
            self._is_unkept = True
        else:
            self._is_unkept = False
        self.tell()
