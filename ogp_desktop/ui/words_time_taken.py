"""The sentences of what a conversation was planned for and what it took."""

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.time_taken import TimeTaken
from ogp_desktop.ui.translation import listed
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_time import clock_time


def title() -> str:
    """Head the table."""
    return QCoreApplication.translate("Time", "Time: planned and taken")


def columns() -> tuple[str, str, str, str]:
    """Head the columns."""
    return (
        QCoreApplication.translate("Time", "Part"),
        QCoreApplication.translate("Time", "Planned"),
        QCoreApplication.translate("Time", "Took"),
        QCoreApplication.translate("Time", "Difference"),
    )


def in_all() -> str:
    """Head the last row."""
    return QCoreApplication.translate("Time", "In all")


def difference(minutes: int) -> str:
    """Write how many minutes it took more or fewer, with a sign."""
    number = QLocale().toString(abs(minutes))
    if not minutes:
        return number
    return f"+{number}" if minutes > 0 else f"\u2212{number}"


def hours(time: TimeTaken) -> str:
    """Say when it started and ended."""
    return QCoreApplication.translate("Time", "Started {start}, ended {end}.").format(
        start=isolated_ltr(clock_time(time.started_at)), end=isolated_ltr(clock_time(time.ended_at))
    )


def changed(time: TimeTaken) -> str:
    """Say when its plan was changed while it ran; empty where it was not."""
    if not time.changed_at:
        return ""
    times = [isolated_ltr(clock_time(at)) for at in time.changed_at]
    return QCoreApplication.translate("Time", "The plan was changed while it ran: {times}.").format(
        times=listed(tuple(dict.fromkeys(times)))
    )


def turns(time: TimeTaken) -> str:
    """Say how many turns were counted; empty where nobody counted."""
    if not time.turns:
        return ""
    return QCoreApplication.translate("Time", "%n turn(s) were counted in all.", "", time.turns)


def about() -> str:
    """Say what the minutes are, and where they go."""
    return QCoreApplication.translate(
        "Time",
        "In minutes, against the plan as it stood at the start; pauses are not counted. The table "
        "goes into your report and is not part of what is handed over.",
    )
