"""Days and clock times, written the same way on every page."""

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def clock_time(at: datetime) -> str:
    """Write hours and minutes of a moment, in its own time zone."""
    return QLocale().toString(QTime(at.hour, at.minute), "HH:mm")


def day(on: date) -> str:
    """Write a day, its month in letters."""
    pattern = QCoreApplication.translate("Home", "d MMM yyyy", "a date")
    return QLocale().toString(QDate(on.year, on.month, on.day), pattern)


def written_time(at: time) -> str:
    """Write a time of day, of whatever day."""
    return QLocale().toString(QTime(at.hour, at.minute), "HH:mm")


def moment(at: datetime) -> str:
    """Write a time on this computer's clock, with its day."""
    here = at.astimezone()
    return QCoreApplication.translate("Send", "{day}, {time}", "a moment").format(
        day=day(here.date()), time=clock_time(here)
    )
