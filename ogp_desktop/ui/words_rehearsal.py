"""The sentences of a rehearsal."""

from PySide6.QtCore import QCoreApplication, QLocale


def rehearse() -> str:
    """Offer a rehearsal."""
    return QCoreApplication.translate("Rehearsal", "Rehearse")


def speed(times: int) -> str:
    """Offer a speed."""
    return QCoreApplication.translate("Rehearsal", "{times} times as fast").format(
        times=QLocale().toString(times)
    )


def title(times: int) -> str:
    """Say that nothing here is real."""
    return QCoreApplication.translate("Rehearsal", "Rehearsal, {times}x: nothing is kept").format(
        times=QLocale().toString(times)
    )


def invitation() -> str:
    """Say what it is for."""
    return QCoreApplication.translate(
        "Rehearsal", "Try everything here: your conversation stays as it is."
    )


def nothing_to_review() -> str:
    """Say why a rehearsal leads nowhere else."""
    return QCoreApplication.translate(
        "Rehearsal", "A rehearsal stays on this page: nothing of it is kept, reviewed or sent."
    )


def leave() -> str:
    """Offer to go back."""
    return QCoreApplication.translate("Rehearsal", "Leave the rehearsal")
