"""Tells once that an item came to wrap up, and once that its time is up.

A turn is the clock's: to pause and go on, to come back to an item or to open the page again says
nothing anew. Minutes given or taken make another end, and so may turn again.
"""

from ogp_desktop.domain.schedule import Schedule, TimerState

_ORDER = (TimerState.RUNNING, TimerState.WRAP_UP, TimerState.OVER)


class ClockTurns:
    """Looks at every moment in turn; what it sees first is where it begins, and no turn."""

    def __init__(self) -> None:
        self._before: tuple[str, TimerState] | None = None
        self._told: set[tuple[str, int, TimerState]] = set()

    def has_turned(self, here: Schedule) -> bool:
        """Tell whether the current item has just come to wrap up or over time."""
        if here.state not in _ORDER:
            return False
        before, self._before = self._before, (here.block_id, here.state)
        if before is None or before[0] != here.block_id:
            return False
        turn = (here.block_id, here.block_planned_s, here.state)
        is_on = _ORDER.index(here.state) > _ORDER.index(before[1])
        if not is_on or turn in self._told:
            return False
        self._told.add(turn)
        return True
