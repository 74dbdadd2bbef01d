"""What the application wears: how it looks and what it speaks, as the person prefers."""

from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QApplication

from ogp_desktop import paths, settings
from ogp_desktop.runtime.preferences import KeptPreferences
from ogp_desktop.settings import Preferences
from ogp_desktop.storage.trouble import trouble_in
from ogp_desktop.ui import translation
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.wiring import Folders


class Dress(QObject):
    """Dresses the application at once, and anew with each change of the preferences.

    ``language`` beats the preferences until another one is preferred. Signals:
    ``language_changed()`` when another one is spoken; ``not_kept(Trouble)`` when what is preferred
    holds for this run of the program alone.
    """

    language_changed = Signal()
    not_kept = Signal(object)

    def __init__(self, app: QApplication, where: Folders, language: str | None = None) -> None:
        super().__init__()
        self._app = app
        self._resources = paths.data_root()
        self.preferences = KeptPreferences(where.settings)
        now = self.preferences.now()
        wanted = language or now.language or QLocale.system().name()
        self.language = translation.nearest(wanted, self._resources)
        translation.install(app, self.language, self._resources)
        self.theme = Theme(self._resources)
        self.theme.apply(app, now.scheme, now.text_scale)
        self.preferences.changed.connect(self._follow)

    def prefer(self, **parts: Any) -> None:
        """Change some preferences, and keep them."""
        try:
            self.preferences.keep(settings.changed(self.preferences.now(), **parts))
        except OSError as error:
            self.not_kept.emit(trouble_in(error))

    def _follow(self, before: Preferences, now: Preferences) -> None:
        if now.language not in (None, before.language, self.language):
            self.language = now.language
            translation.install(self._app, now.language, self._resources)
            self.language_changed.emit()
        if (before.scheme, before.text_scale) != (now.scheme, now.text_scale):
            self.theme.apply(self._app, now.scheme, now.text_scale)
