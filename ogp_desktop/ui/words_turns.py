"""The sentences of counting turns; they name seats and broad groups, never a person."""

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.turns import TurnsBy


def count_by(by: TurnsBy) -> str:
    """Offer a way of counting."""
    return {
        TurnsBy.SEAT: QCoreApplication.translate("Turns", "Count turns by seat"),
        TurnsBy.GROUP: QCoreApplication.translate("Turns", "Count turns by group"),
    }[by]


def counted_by(by: TurnsBy) -> str:
    """Name a way of counting beside the word "Turns"."""
    return {
        TurnsBy.SEAT: QCoreApplication.translate("Turns", "Counted by seat"),
        TurnsBy.GROUP: QCoreApplication.translate("Turns", "Counted by group"),
    }[by]


def title(by: TurnsBy) -> str:
    """Name the counters."""
    return {
        TurnsBy.SEAT: QCoreApplication.translate("Turns", "Turns by seat"),
        TurnsBy.GROUP: QCoreApplication.translate("Turns", "Turns by group"),
    }[by]


def seat(number: int) -> str:
    """Name a seat."""
    return QCoreApplication.translate("Turns", "Seat {number}").format(
        number=QLocale().toString(number)
    )


def turns(count: int) -> str:
    """Say how many turns."""
    return QCoreApplication.translate("Turns", "%n turn(s)", "", count)


def counter(label: str, count: int) -> str:
    """Write a counter short, such as ``3 (2)``; without turns only who it is."""
    if not count:
        return label
    return QCoreApplication.translate("Turns", "{who} ({count})").format(
        who=label, count=QLocale().toString(count)
    )


def hint() -> str:
    """Say that the word is with few, and what could be done."""
    return QCoreApplication.translate("Turns", "A few seats have had most turns. Invite others?")


def promise() -> str:
    """Say what becomes of the counts."""
    return QCoreApplication.translate(
        "Turns",
        "Only the total is kept. Who had how many turns is on no disk, and forgotten at the end.",
    )
