"""What the counters of turns show, as frozen data."""

from dataclasses import dataclass

from ogp_desktop.domain.turns import TurnsBy


@dataclass(frozen=True, slots=True)
class Counter:
    """One seat (``number``) or one group (``label``) with its turns in this sitting."""

    who: str
    count: int
    number: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnsState:
    """``by`` is ``None`` while nobody counts; ``ways`` are those that this room can be counted by.

    ``total`` is what the data file keeps; ``has_few`` when the word is with few.
    """

    by: TurnsBy | None = None
    ways: tuple[TurnsBy, ...] = ()
    counters: tuple[Counter, ...] = ()
    total: int = 0
    can_undo: bool = False
    has_few: bool = False
