"""What the room sees, and nothing else: an allow-list of fields, with no place for a note, a group,
the host's pace or a result that was not revealed.
"""

from dataclasses import dataclass
from enum import StrEnum

from ogp_desktop.domain.schedule import TimerState


class AudienceMode(StrEnum):
    """What stands on the second screen. ``ITEM`` names a stretch without a question, as a break."""

    QUESTION = "question"
    PROMPT = "prompt"
    ITEM = "item"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomTime:
    """Time as the room is told: whole minutes left, how much of the item is used (0 to 1)."""

    state: TimerState
    minutes_left: int
    share_used: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceState:
    """One picture for the room, in the ``language`` of its words; no ``time``: it is hidden.

    ``number`` and ``theme`` name the question; ``next_item_id`` and ``next_number`` what follows.
    """

    mode: AudienceMode = AudienceMode.BLANK
    language: str = "en"
    item_id: str = ""
    number: int | None = None
    theme: str = ""
    text: str = ""
    examples: str = ""
    time: RoomTime | None = None
    next_item_id: str | None = None
    next_number: int | None = None
