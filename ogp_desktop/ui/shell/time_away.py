"""The answers when a conversation was cut off; the time away grows until one is given."""

from PySide6.QtCore import QObject, QTimer, Signal

from ogp_desktop.domain.clock import Clock, Moment, moment, seconds_between
from ogp_desktop.ui import words_notices
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.notice import Notice

TELL_MS = 10_000


class TimeAway(QObject):
    """The time from ``since`` until now, and the answers that tell what happened in it.

    ``told()`` whenever the answers say how long it is by now.
    """

    told = Signal()

    def __init__(self, since: Moment, clock: Clock) -> None:
        super().__init__()
        self._since, self._clock = since, clock
        self._may_count = self._is_long()
        self._timer = QTimer(self)
        self._timer.setInterval(TELL_MS)

    def choices(self) -> tuple[Choice, ...]:
        """Return the answers as they are now; to count a short time is never offered."""
        stopped = Choice("stopped", self.tr("Go on"), self.tr("The talk stopped meanwhile"))
        again = self.tr("It is asked again there") if self._is_long() else ""
        look = Choice("look", self.tr("Look first"), again)
        if not self._may_count:
            return stopped, look
        count = words_notices.count_gap(self._seconds())
        return stopped, Choice("went_on", self.tr("The talk went on"), count), look

    def keep_telling(self, notice: Notice) -> None:
        """Say in the notice how long it is by now, while somebody reads it."""
        self.setParent(notice)
        self._timer.timeout.connect(self.told)
        self.told.connect(lambda: notice.set_choices(self.choices()))
        self._timer.start()

    def _seconds(self) -> int:
        return round(seconds_between(self._since, moment(self._clock)))

    def _is_long(self) -> bool:
        from ogp_desktop.ui.run.gap_watch import GAP_S

        return self._seconds() > GAP_S  # Run does not ask about a shorter one either
