"""The room's screen before the start: which one it is, and a picture to look at from the back.

What is said follows the screens of this moment; the picture is the one that the room will see.
"""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.paths import data_root
from ogp_desktop.ui import words_audience
from ogp_desktop.ui.audience.audience_output import AudienceOutput, rooms_screen
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.translation import speaker

_WINDOWS_PREFIX = "\\\\.\\"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenFact:
    """The screen found for the room, by its ``name``; ``None`` while there is only the host's.

    ``looked_at`` is when the host last asked to look again without a screen being found.
    """

    name: str | None = None
    is_tested: bool = False
    looked_at: datetime | None = None


class SecondScreen(QObject):
    """Signals: ``changed()`` when a screen comes or goes, and when the picture does."""

    changed = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._looked_at: datetime | None = None
        self._output = AudienceOutput(theme, self)
        self._output.changed.connect(self.changed)
        self._output.key_pressed.connect(self.stop)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens)
            app.screenRemoved.connect(self._on_screens)

    @property
    def output(self) -> AudienceOutput:
        """What stands on the room's screen."""
        return self._output

    def fact(self) -> ScreenFact:
        """Return what is so at this moment."""
        screen = rooms_screen(self._host.screen(), QGuiApplication.screens())
        return ScreenFact(
            name=screen_name(screen) if screen is not None else None,
            is_tested=self._output.is_open,
            looked_at=self._looked_at if screen is None else None,
        )

    def look_again(self, now: datetime) -> None:
        """Look for screens once more, and remember when."""
        self._looked_at = now
        self.changed.emit()

    def test(self, picture: AudienceState) -> None:
        """Put the picture on the room's screen, or take it off again."""
        if self._output.is_open:
            self.stop()
        elif self.fact().name is not None:
            self._output.show_state(picture)
            self._output.open(self._host)

    def stop(self) -> None:
        """Take the picture off."""
        self._output.close()

    def _on_screens(self) -> None:
        self._looked_at = None
        self.changed.emit()


def screen_name(screen: QScreen) -> str:
    """Return what a host may know a screen by: its plug, and its model where it tells one."""
    plug, model = screen.name().removeprefix(_WINDOWS_PREFIX), screen.model().strip()
    return f"{plug} ({model})" if plug and model and model != plug else plug or model


def test_picture(kit: LocalKit) -> AudienceState:
    """Return the first question as the room will see it, asking whether the small words are read.

    In the language of the kit, as everything that the room reads.
    """
    first = kit.questions[0]
    return AudienceState(
        mode=AudienceMode.PROMPT,
        language=kit.language,
        item_id=first.id,
        number=first.number,
        theme=first.theme,
        text=first.text,
        examples=words_audience.readable(speaker(kit.language, data_root())),
    )
