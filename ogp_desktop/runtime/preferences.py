"""Keeps the preferences of the moment, writes each change to disk, and tells who follows them."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ogp_desktop import settings
from ogp_desktop.settings import Preferences


class KeptPreferences(QObject):
    """Signals: ``changed(before: Preferences, now: Preferences)`` after each change."""

    changed = Signal(object, object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._now = settings.load(path)

    def now(self) -> Preferences:
        """Return the preferences of the moment."""
        return self._now

    def keep(self, preferences: Preferences) -> None:
        """Replace them; raise ``OSError`` when the file cannot be written.

        They hold for this run of the program either way, and everybody is told.
        """
        before, self._now = self._now, preferences
        try:
            settings.save(self._path, preferences)
        finally:
            self.changed.emit(before, preferences)
