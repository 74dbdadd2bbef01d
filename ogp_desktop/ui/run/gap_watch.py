"""Notices time that nobody can vouch for: the computer slept, or the program was not there.

It is asked about, never guessed. A clock on the wall that is set is no such time.
"""

from ogp_desktop.domain.clock import Clock, moment, seconds_between
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import running
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.ui.run.run_state import Gap

GAP_S = 30


class GapWatch:
    """Looks at the computer's own seconds at every tick; a tick that comes late is a sleep.

    ``gap`` is the time that is open. A clock that is ``speed`` times faster may be late by as much
    more.
    """

    def __init__(self, clock: Clock, gap: Gap | None = None, speed: int = 1) -> None:
        self._clock = clock
        self._late_s = GAP_S * speed
        self._looked_s = clock.monotonic_s()
        self.gap = gap

    def look(self, item_id: str, *, is_going: bool) -> None:
        """Compare with the look before; only while the clock of the conversation is going.

        ``item_id`` is where the conversation is: what was counted there stays there, also when the
        host goes on before answering.
        """
        if self.gap is not None and self.gap.since and self.gap.items[0][0] != item_id:
            self.gap = self.gap.until(moment(self._clock))
        seconds = self._clock.monotonic_s()
        away_s = seconds - self._looked_s
        self._looked_s = seconds
        if is_going and away_s > self._late_s:
            before = self.gap or Gap(items=((item_id, 0),), is_sleep=True)
            self.gap = before.slept(item_id, round(away_s))


def absence(at: Workplace, conversation_id: ConversationId, item_id: str) -> Gap | None:
    """Return the time since the program was last known to be alive, if that was long."""
    since = running.last_sign_of_life(at, conversation_id=conversation_id)
    away_s = round(seconds_between(since, moment(at.clock)))
    gap = Gap(items=((item_id, away_s),), is_sleep=False, since=since)
    return gap if away_s > GAP_S else None
