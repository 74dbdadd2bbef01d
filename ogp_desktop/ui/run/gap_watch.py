"""Notices time that nobody can vouch for: the computer slept, or the program was not there.

It is asked about, never guessed.
"""

from dataclasses import replace

from ogp_desktop.domain.clock import Clock
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import running
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.ui.run.run_state import Gap

GAP_S = 30


class GapWatch:
    """Looks at both clocks at every tick; a tick that comes late is a sleep. ``gap`` is open."""

    def __init__(self, clock: Clock, gap: Gap | None = None) -> None:
        self._clock = clock
        self._looked_at, self._looked_s = clock.now(), clock.monotonic_s()
        self.gap = gap

    def look(self, *, is_going: bool) -> None:
        """Compare with the look before; only while the clock of the conversation is going."""
        now, seconds = self._clock.now(), self._clock.monotonic_s()
        away_s = max((now - self._looked_at).total_seconds(), seconds - self._looked_s)
        self._looked_at, self._looked_s = now, seconds
        if is_going and away_s > GAP_S:
            before = self.gap or Gap(seconds=0, is_sleep=True)
            self.gap = replace(before, seconds=before.seconds + round(away_s), is_sleep=True)


def absence(at: Workplace, conversation_id: ConversationId) -> Gap | None:
    """Return the time since the program was last known to be alive, if that was long."""
    since = running.last_sign_of_life(at, conversation_id=conversation_id)
    away_s = round((at.clock.now() - since).total_seconds())
    return Gap(seconds=away_s, is_sleep=False, since=since) if away_s > GAP_S else None
