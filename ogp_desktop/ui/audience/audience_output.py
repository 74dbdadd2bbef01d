"""Opens the room's window on the right screen and closes it when that screen goes, so that it can
never cover the host's own.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from ogp_desktop.ui.audience.audience_state import AudienceState, ScreenState
from ogp_desktop.ui.audience.audience_window import AudienceWindow
from ogp_desktop.ui.theme.theme import Theme


def rooms_screen(host: QScreen, screens: Sequence[QScreen], wanted: str = "") -> QScreen | None:
    """Return the screen for the room: never the host's; the one used before, if it is there."""
    others = [screen for screen in screens if screen is not host]
    known = (screen for screen in others if identity(screen) == wanted)
    return next(known, others[0] if others else None)


def identity(screen: QScreen) -> str:
    """Return what stays the same when a screen is unplugged and comes back."""
    return f"{screen.manufacturer()}/{screen.model()}/{screen.serialNumber()}/{screen.name()}"


class AudienceOutput(QObject):
    """What the room sees, on or off.

    Signals: ``changed()`` when it went on or off; ``lost()`` when its screen went;
    ``key_pressed(event)`` when somebody types into it, as a clicker does.
    """

    changed = Signal()
    lost = Signal()
    key_pressed = Signal(QKeyEvent)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window: AudienceWindow | None = None
        self._state = AudienceState()
        self._is_bright = False
        self._is_lost = False
        self._screen_used = ""
        self.is_only_screen = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)

    @property
    def is_open(self) -> bool:
        """Tell whether the room sees anything of ours."""
        return self._window is not None

    @property
    def screen_state(self) -> ScreenState:
        """How it stands with the room's screen; lost until it is opened or closed again."""
        if self._window is not None:
            return ScreenState.ONLY_ONE if self.is_only_screen else ScreenState.ON
        return ScreenState.LOST if self._is_lost else ScreenState.OFF

    @property
    def is_bright(self) -> bool:
        """Tell whether the room reads dark words on white."""
        return self._is_bright

    @property
    def window(self) -> AudienceWindow | None:
        """The window, while it is open."""
        return self._window

    def open(self, host: QWidget) -> None:
        """Open on another screen than the host's; without one, as a window beside it."""
        if self._window is not None:
            return
        self._is_lost = False
        screen = rooms_screen(host.screen(), QGuiApplication.screens(), self._screen_used)
        self.is_only_screen = screen is None
        window = AudienceWindow(self._theme)
        window.closed.connect(self._on_closed)
        window.key_pressed.connect(self.key_pressed)
        self.destroyed.connect(window.deleteLater)
        window.show_state(self._state, is_bright=self._is_bright)
        self._window = window
        if screen is None:
            window.resize(window.sizeHint())
            window.show()
        else:
            self._screen_used = identity(screen)
            window.setScreen(screen)
            window.setGeometry(screen.geometry())
            window.showFullScreen()
        self.changed.emit()

    def close(self) -> None:
        """Take everything of ours off the room's screen."""
        if self._window is not None:
            self._window.close()

    def toggle(self, host: QWidget) -> None:
        """Open the room's window, or close it."""
        if self.is_open:
            self.close()
        else:
            self.open(host)

    def show_state(self, state: AudienceState) -> None:
        """Show this to the room, now or when the window opens."""
        self._state = state
        self._draw()

    def set_is_bright(self, is_bright: bool) -> None:
        """Dark words on white, for weak projectors in bright rooms."""
        self._is_bright = is_bright
        self._draw()

    def _draw(self) -> None:
        if self._window is not None:
            self._window.show_state(self._state, is_bright=self._is_bright)

    def _on_closed(self) -> None:
        self._window = None
        self.changed.emit()

    def _on_screen_removed(self, screen: QScreen) -> None:
        is_ours = not self.is_only_screen and identity(screen) == self._screen_used
        if self._window is not None and is_ours:
            self._is_lost = True
            self.close()
            self.lost.emit()
