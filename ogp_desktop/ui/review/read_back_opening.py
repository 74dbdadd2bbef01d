"""Joins reading back to Review and to the room's window: both stop when either is left."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ogp_desktop.domain.review import ReadBack
from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.audience.audience_state import ScreenState
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.read_back_model import ReadBackModel, ReadBackState
from ogp_desktop.ui.review.review_model import ReviewModel
from ogp_desktop.ui.review.review_screen import ReviewScreen
from ogp_desktop.ui.widgets.notice import announce


class ReadBackRoom(QObject):
    """Keeps the room's window and the host's foot of the page the same picture.

    A window that somebody closed ends the reading; one whose screen went is offered again.
    """

    def __init__(self, screen: ReviewScreen, model: ReadBackModel, output: AudienceOutput) -> None:
        super().__init__(screen)
        self._screen = screen
        self._model = model
        self._output = output
        self._state: ReadBackState | None = None
        model.state_changed.connect(self.show_state)
        output.changed.connect(self._on_changed)
        output.lost.connect(lambda: announce(screen, screen.read_back.said))

    def turn(self) -> None:
        """Begin to read back, or stop."""
        if self._model.is_on:
            self._model.stop()
        else:
            self._model.start()

    def show_state(self, state: ReadBackState | None) -> None:
        """Show the line to the room and to the host; without one, the room sees nothing of ours."""
        is_first = self._state is None
        self._state = state
        if state is None:
            self._output.close()
        else:
            self._output.show_state(state.audience)
            if is_first:
                self._output.open(self._screen)
        self._show_host()

    def show_again(self) -> None:
        """Open the window once more after its screen went."""
        self._output.open(self._screen)

    def set_is_bright(self, is_bright: bool) -> None:
        """Dark words on white, or light words on dark."""
        self._output.set_is_bright(is_bright)
        self._show_host()

    def _on_changed(self) -> None:
        if self._output.screen_state is ScreenState.OFF:
            self._model.stop()
        self._show_host()

    def _show_host(self) -> None:
        output = self._output
        self._screen.show_read_back(self._state, output.screen_state, is_bright=output.is_bright)


def open_read_back(desk: Desk, screen: ReviewScreen, review: ReviewModel) -> None:
    """Let the host read the draft back to the room from this screen."""
    model = ReadBackModel(screen)
    output = AudienceOutput(desk.theme, screen)
    room = ReadBackRoom(screen, model, output)
    review.state_changed.connect(model.show_review)
    model.place_wanted.connect(review.look_at)
    model.mark_chosen.connect(review.mark)
    output.key_pressed.connect(screen.keys.press)
    screen.left.connect(model.stop)
    screen.foot.read_back_requested.connect(screen.settled(room.turn))
    bar, actions = screen.read_back, _actions(model, room)
    bar.mark_chosen.connect(lambda mark: screen.settled(lambda: model.mark(mark))())
    bar.show_again_requested.connect(room.show_again)
    bar.bright_requested.connect(room.set_is_bright)
    bar.groups_requested.connect(model.show_groups)
    for pressed in (screen.keys.pressed, bar.key_pressed):
        pressed.connect(lambda key_id: screen.settled(actions[key_id])())


def _actions(model: ReadBackModel, room: ReadBackRoom) -> dict[str, Callable[[], None]]:
    return {
        "read_screen": room.turn,
        "read_next": lambda: model.step(1),
        "read_previous": lambda: model.step(-1),
        "read_next_question": lambda: model.step_question(1),
        "read_previous_question": lambda: model.step_question(-1),
        "read_confirmed": lambda: model.mark(ReadBack.CONFIRMED),
        "read_changed": lambda: model.mark(ReadBack.CHANGED),
        "read_disputed": lambda: model.mark(ReadBack.DISPUTED),
        "read_blank": model.toggle_blank,
    }
