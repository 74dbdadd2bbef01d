"""Keeps the room's window and the host's copy of it the same picture."""

from PySide6.QtCore import QObject

from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.run.run_state import RunState
from ogp_desktop.ui.widgets.notice import announce


class RunRoom(QObject):
    """Renders each ``RunState`` on the host's screen and on the room's."""

    def __init__(self, screen: RunScreen, output: AudienceOutput) -> None:
        super().__init__(screen)
        self._screen = screen
        self._output = output
        self._state: RunState | None = None
        output.changed.connect(self._again)
        output.lost.connect(self._on_lost)
        output.key_pressed.connect(screen.keys.press)

    def show_state(self, state: RunState) -> None:
        """Show a state to the host, and its room view to the room."""
        self._state = state
        self._output.show_state(state.audience)
        output = self._output
        self._screen.show_state(state, output.screen_state, is_bright=output.is_bright)

    def toggle(self) -> None:
        """Open the room's window, or close it."""
        self._output.toggle(self._screen)

    def set_is_bright(self, is_bright: bool) -> None:
        """Dark words on white, or light words on dark."""
        self._output.set_is_bright(is_bright)
        self._again()

    def _on_lost(self) -> None:
        announce(self._screen, self._screen.foot.words)

    def _again(self) -> None:
        if self._state is not None:
            self.show_state(self._state)
