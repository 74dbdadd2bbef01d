"""How the room leans between two poles, and the hands that were counted, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.notes import Lean
from ogp_desktop.kits.local_kit import LocalChoice
from ogp_desktop.ui.translation import INTERFACE, Speaker

_LEAN_STEPS = (-2, -1, 0, 1, 2)


def lean_steps(choice: LocalChoice, speaker: Speaker = INTERFACE) -> tuple[tuple[int, str], ...]:
    """Return the five steps from the first pole to the second, in words."""
    first = choice.first_short or choice.first
    second = choice.second_short or choice.second
    clearly = speaker.translate("Notes", "Clearly: {pole}")
    rather = speaker.translate("Notes", "Rather: {pole}")
    words = (
        clearly.format(pole=first),
        rather.format(pole=first),
        speaker.translate("Notes", "Balanced"),
        rather.format(pole=second),
        clearly.format(pole=second),
    )
    return tuple(zip(_LEAN_STEPS, words, strict=True))


def lean_depends(speaker: Speaker = INTERFACE) -> str:
    """Name the answer that is on no step."""
    return speaker.translate("Notes", "Depends / no position")


def lean_unset() -> str:
    """Say that the room's lean was not noted."""
    return QCoreApplication.translate("Notes", "Not recorded: ask for a show of hands")


def hands(lean: Lean) -> str:
    """Say which hands were counted, or offer to count."""
    return hands_counted(lean) or QCoreApplication.translate("Notes", "Count hands")


def hands_counted(lean: Lean, speaker: Speaker = INTERFACE) -> str:
    """Say which hands were counted; empty when none were."""
    if not lean.has_hands:
        return ""
    first, second, undecided = (
        "–" if count is None else speaker.number(count) for count in lean.hands
    )
    return speaker.translate("Notes", "Hands: {first} to {second}, {undecided} undecided").format(
        first=first, second=second, undecided=undecided
    )


def hand_labels(choice: LocalChoice) -> tuple[str, str, str]:
    """Name the three counts of hands."""
    return (
        choice.first_short or choice.first,
        choice.second_short or choice.second,
        QCoreApplication.translate("Notes", "Undecided"),
    )


def lean_name(choice_number: int) -> str:
    """Name the scale of a choice for assistive technology."""
    return QCoreApplication.translate("Notes", "The room's lean on choice {number}").format(
        number=QLocale().toString(choice_number)
    )
