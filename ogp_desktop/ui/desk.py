"""What a screen's model is given: workplace, bus, theme and lanes; nothing is global."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ogp_desktop.runtime.background import Background
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:  # the store behind it is loaded only after the first paint
    from ogp_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Built once by ``wiring``, when everything is loaded.

    ``workshop`` runs local work over 50 ms; ``wake_delivery`` tells the delivery loop that an item
    may be due; ``preferences`` returns those of the moment and ``keep_preferences`` replaces them.
    """

    workplace: "Workplace"
    bus: Bus
    theme: Theme
    workshop: Background
    wake_delivery: Callable[[], None]
    preferences: Callable[[], Preferences]
    keep_preferences: Callable[[Preferences], None]
