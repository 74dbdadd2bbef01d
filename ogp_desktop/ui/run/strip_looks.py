"""How each state of the clock looks, in the strip and in the small window alike."""

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.ui.widgets.clock import TimeTone
from ogp_desktop.ui.widgets.pill import ClockState

SHAPES: dict[TimerState, ClockState] = {
    TimerState.RUNNING: "running",
    TimerState.WRAP_UP: "wrap_up",
    TimerState.OVER: "over",
}
LINE_TONES: dict[TimerState, TimeTone] = {
    TimerState.RUNNING: "accent",
    TimerState.WRAP_UP: "warn",
    TimerState.OVER: "over",
}
_RESTING = (TimerState.NOT_STARTED, TimerState.ENDED)


def is_resting(state: TimerState) -> bool:
    """Tell whether the clock has not begun, or is over for good."""
    return state in _RESTING


def tone_of(state: TimerState) -> TimeTone:
    """Return the tone of the digits: red only past zero, grey while they stand."""
    if state is TimerState.OVER:
        return "over"
    return "idle" if state is TimerState.PAUSED or is_resting(state) else "accent"
