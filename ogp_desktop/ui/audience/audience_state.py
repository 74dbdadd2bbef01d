"""What the room sees, and nothing else: an allow-list of fields, with no place for a note, the
host's pace or a result that was not revealed. Lines are there only while they are read back.
"""

from dataclasses import dataclass
from enum import StrEnum

from ogp_desktop.domain.schedule import TimerState


class ScreenState(StrEnum):
    """Whether the room has a screen of ours, and why not."""

    OFF = "off"
    ON = "on"
    ONLY_ONE = "only_one"
    LOST = "lost"

    @property
    def is_open(self) -> bool:
        """Tell whether the room sees anything of ours."""
        return self in (ScreenState.ON, ScreenState.ONLY_ONE)


class AudienceMode(StrEnum):
    """What stands on the second screen. ``ITEM`` names a stretch without a question, as a break."""

    QUESTION = "question"
    PROMPT = "prompt"
    ITEM = "item"
    READ_BACK = "read_back"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomTime:
    """Time as the room is told: whole minutes left, how much of the item is used (0 to 1)."""

    state: TimerState
    minutes_left: int
    share_used: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """One line that is read back to the room: words that the host chose to hand over.

    ``label`` says what the line is, in the words of the kit; ``level`` 1 stands under the line
    before; ``groups`` are broad groups, and empty unless the host wants them to be seen.
    """

    text: str
    label: str = ""
    rank: int | None = None
    level: int = 0
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceState:
    """One picture for the room, in the ``language`` of its words; no ``time``: it is hidden.

    ``number`` and ``theme`` name the question; ``next_item_id`` and ``next_number`` what follows.
    ``lines`` are read back, and ``reading`` is the place of the one that is read just now.
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
    lines: tuple[RoomLine, ...] = ()
    reading: int = 0
