"""The sentences of a card: its place among the chosen, how often it was heard, its dots."""

from PySide6.QtCore import QCoreApplication, QLocale


def heard(count: int) -> str:
    """Say how often a point was made."""
    return QCoreApplication.translate("Notes", "heard {count}×").format(
        count=QLocale().toString(count)
    )


def dots(count: int) -> str:
    """Say how many dots people put to a card."""
    return QCoreApplication.translate("Notes", "%n dot(s)", "", count)


def count_dots() -> str:
    """Offer to count dots."""
    return QCoreApplication.translate("Notes", "Dots")


def dot_more() -> str:
    """Name what counts one dot more."""
    return QCoreApplication.translate("Notes", "One dot more")


def dot_less() -> str:
    """Name what takes one dot back."""
    return QCoreApplication.translate("Notes", "One dot less")


def rank_name(rank: int | None) -> str:
    """Name a place among the chosen."""
    names = {
        1: QCoreApplication.translate("Notes", "1st"),
        2: QCoreApplication.translate("Notes", "2nd"),
        3: QCoreApplication.translate("Notes", "3rd"),
    }
    return names[rank] if rank else QCoreApplication.translate("Notes", "Not chosen")
