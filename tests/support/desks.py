"""A real desk for a test of a screen: a real store and kits, a clock that stands, work at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ogp_desktop.commands.desk import lay_desk
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.paths import data_root
from ogp_desktop.runtime.background import AtOnce
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.theme.theme import Theme
from tests.support.workplaces import workplace_at


class PreferenceBox:
    """Holds the preferences of a test in memory."""

    def __init__(self) -> None:
        self.now = Preferences(language="en", scheme="light")

    def get(self) -> Preferences:
        """Return them."""
        return self.now

    def keep(self, preferences: Preferences) -> None:
        """Replace them."""
        self.now = preferences


@contextmanager
def desk_at(folder: Path, app: QApplication) -> Iterator[Desk]:
    """Give a desk with an empty data file in the folder; close the file afterwards."""
    theme = Theme(data_root())
    theme.apply(app, "light")
    box = PreferenceBox()
    try:
        with workplace_at(folder, version="0.0.0") as workplace:
            desk = lay_desk(
                folder,
                workplace=workplace,
                bus=Bus(),
                theme=theme,
                workshop=AtOnce(),
                delivery=AtOnce(),
                wake_delivery=lambda: None,
                stop_sending=lambda _item: False,
                secrets=MemorySecrets(),
                preferences=box.get,
                keep_preferences=box.keep,
            )
            yield replace(desk, open_in_browser=lambda _url: False)
    finally:
        theme.deleteLater()  # else it would follow every change of direction to come
