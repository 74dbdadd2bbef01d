"""Who takes the word, counted without a name: by seat, or by broad group.

Only ``TurnTally`` is kept, and it holds a total. Who had how many (``Turns``) lives in the memory
of the running program and nowhere else: copies of the data file are made while a conversation runs,
so that what was once written could not be taken back.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

ENOUGH_TURNS = 10
"""Fewer say nothing about who has the word."""
FIFTH = 5
MOST_SEATS = 30
"""Nobody can follow more seats by eye; larger rooms count by group."""


class TurnsBy(StrEnum):
    """What a turn is counted for."""

    SEAT = "seat"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTally:
    """What is kept of the turns: how they are counted, and how many there were in all."""

    by: TurnsBy
    total: int = 0
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of one sitting in their order; a seat is named by its number, a group by its id."""

    order: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """Return how many turns each has had."""
        return Counter(self.order)

    def taken_by(self, who: str) -> "Turns":
        """Return these with one turn more."""
        return Turns((*self.order, who))

    def undone(self) -> "Turns":
        """Return these without the last turn."""
        return Turns(self.order[:-1])


def few_have_most(turns: Turns, people: Mapping[str, int], room: int) -> bool:
    """Tell whether more than half of the turns come from a fifth of the room, or from fewer.

    ``people`` says how many sit at a seat (one) or belong to a group; one that it does not name is
    passed over. The busiest are looked at first.
    """
    if len(turns.order) < ENOUGH_TURNS:
        return False
    heard = counted = 0
    for who, count in Counter(turns.order).most_common():
        size = people.get(who)
        if size is not None and FIFTH * (counted + size) <= room:
            counted += size
            heard += count
    return 2 * heard > len(turns.order)
