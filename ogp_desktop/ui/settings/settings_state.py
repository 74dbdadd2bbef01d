"""What Settings shows: the preferences of the moment, what may be chosen, and where files are."""

from dataclasses import dataclass
from pathlib import Path

from ogp_desktop.domain.destination import Destination
from ogp_desktop.services.endpoint_files import Offer
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.send.told import Told
from ogp_desktop.ui.widgets.notice import NoticeKind

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """Everything on the page; ``is_unkept`` when the last change could not be written down."""

    preferences: Preferences
    language: str
    languages: tuple[str, ...]
    folder: Path
    version: str
    is_unkept: bool = False
    destinations: tuple[Destination, ...] = ()
    may_test: bool = False
    has_player: bool = False
    """Whether this computer has something that plays sounds."""
    is_unheard: bool = False
    """Whether the last try of the sound failed."""
    tested: tuple[str, NoticeKind] = ("", "info")
    """What the last test of the connection found, in words."""
    offer: Offer | None = None
    offer_refused: Told | None = None
    is_reading_offer: bool = False
    """What an address file would set, or why it was not taken."""

    @property
    def text_scale(self) -> float:
        """Return the offered size nearest to the one chosen."""
        return min(TEXT_SCALES, key=lambda size: abs(size - self.preferences.text_scale))
