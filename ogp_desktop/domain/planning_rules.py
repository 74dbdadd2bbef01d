"""The numbers behind a plan: what each length, format and size costs, and how the rest is shared.

They are exact at the lengths of ``LENGTHS``; ``spending`` gives every item's minutes there.
"""

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from ogp_desktop.domain.agenda import (
    BREAK,
    CLOSING,
    FRAMING,
    INDIVIDUAL,
    INTRODUCTIONS,
    MOVES,
    OPENING,
    PlanRequest,
    QuestionKind,
    QuestionRule,
)
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning_stages import Reports, stages_of


class Size(IntEnum):
    """How many people there are."""

    UP_TO_8 = 8
    UP_TO_20 = 20
    UP_TO_40 = 40
    HALL = 500


LENGTHS = (30, 45, 60, 90, 120, 240)
"""The lengths in minutes that the rows below are for; the last one extends the rule."""

_OPENING = (3, 4, 5, 6, 8, 10)
_FRAMING = (1, 2, 3, 4, 5, 8)
_INDIVIDUAL = (5, 7, 9, 9, 10, 15)
_CLOSING = (2, 3, 4, 5, 6, 8)
_SETS_OF_GROUPS = (1, 1, 1, 2, 2, 3)
_INTRODUCTIONS = {
    Size.UP_TO_8: (2, 3, 4, 6, 8, 12),
    Size.UP_TO_20: (0, 2, 3, 5, 6, 9),
    Size.UP_TO_40: (0, 0, 2, 3, 4, 6),
    Size.HALL: (0, 0, 0, 3, 4, 6),
}
_BREAK = {
    Format.IN_PERSON: (0, 0, 0, 0, 8, 20),
    Format.ONLINE: (0, 0, 0, 3, 6, 20),
    Format.HYBRID: (0, 0, 0, 3, 8, 20),
}
_JOINING = {Format.IN_PERSON: 0, Format.ONLINE: 1, Format.HYBRID: 2}
"""Sound and names of those who are not in the room."""

_OTHERS_PERCENT = {
    Size.UP_TO_8: (0, 0, 22, 42, 48, 48),
    Size.UP_TO_20: (0, 0, 0, 38, 47, 47),
    Size.UP_TO_40: (0, 0, 0, 36, 46, 46),
    Size.HALL: (0, 0, 0, 32, 44, 44),
}
"""How much of the question time goes to the questions after the first; never half."""
_CHOICES_PERCENT = {
    Size.UP_TO_8: (0, 0, 22, 18, 21, 21),
    Size.UP_TO_20: (0, 0, 0, 16, 21, 21),
    Size.UP_TO_40: (0, 0, 0, 16, 20, 20),
    Size.HALL: (0, 0, 0, 0, 17, 17),
}
"""How an either/or question weighs in that share; a question of another kind weighs the rest."""

_REPORTS = {
    Size.UP_TO_8: Reports(percent=18, limit=6),
    Size.UP_TO_20: Reports(percent=18, limit=6),
    Size.UP_TO_40: Reports(percent=20, limit=8),
    Size.HALL: Reports(percent=18, limit=7),
}
_MINIMUMS = {
    OPENING: 2,
    INTRODUCTIONS: 1,
    FRAMING: 1,
    BREAK: 3,
    MOVES: 1,
    INDIVIDUAL: 5,
    CLOSING: 2,
}
_QUESTION_MINIMUM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Who meets and how; ``subgroup`` is how many talk together when every group is full."""

    size: Size
    format: Format
    is_circle: bool
    subgroup: int

    @property
    def reports(self) -> Reports | None:
        """Return how groups report to the room; one circle has nobody to report to."""
        return None if self.is_circle else _REPORTS[self.size]

    def minimum_of(self, question: QuestionRule) -> int:
        """Return the fewest minutes in which a group can work on a question."""
        if question.kind is QuestionKind.CARDS:
            return sum(stages_of(self.reports).values())
        return _QUESTION_MINIMUM

    def minimum_at(self, item: str) -> int:
        """Return the fewest minutes of an item that is no question."""
        is_joining = item == OPENING and self.format is not Format.IN_PERSON
        return _MINIMUMS[item] + is_joining


def room_for(request: PlanRequest) -> Room:
    """Return the room: one circle up to 8 people, else tables of 4 or 5, or as the host says."""
    size = next(size for size in Size if request.people <= size)
    is_circle = request.tables == 1 or (request.tables is None and size is Size.UP_TO_8)
    if request.tables is not None:
        subgroup = -(-request.people // request.tables)
    else:
        subgroup = size.value if is_circle else usual_subgroup(size, request.format)
    return Room(size=size, format=request.format, is_circle=is_circle, subgroup=subgroup)


def usual_subgroup(size: Size, meeting: Format) -> int:
    """Return how many people sit together in small groups: 4, or 5 where many are in the room."""
    return 4 if meeting is Format.ONLINE or size <= Size.UP_TO_20 else 5


def spending(length: int, room: Room, questions: tuple[QuestionRule, ...]) -> dict[str, int]:
    """Return the minutes of every item, by its id, at one of ``LENGTHS``."""
    at = LENGTHS.index(length)
    is_hybrid, is_hall = room.format is Format.HYBRID, room.size is Size.HALL
    lead, *others = questions
    spent = {
        OPENING: _OPENING[at] + _JOINING[room.format],
        INTRODUCTIONS: _INTRODUCTIONS[room.size][at],
        FRAMING: _FRAMING[at],
        BREAK: _BREAK[room.format][at],
        MOVES: 0 if room.is_circle else _SETS_OF_GROUPS[at] * (2 + is_hybrid + is_hall),
        INDIVIDUAL: _INDIVIDUAL[at] + is_hybrid + is_hall,
        CLOSING: _CLOSING[at],
    }
    talk = length - sum(spent.values())
    shares = _shares(at, room.size, others)
    spent |= {question: round(talk * share) for question, share in shares.items()}
    return spent | {lead.id: length - sum(spent.values())}


def _shares(at: int, size: Size, others: list[QuestionRule]) -> dict[str, Fraction]:
    """Return what part of the question time each question after the first gets in the group."""
    if LENGTHS[at] < 90:  # one short question at 60 minutes, and only in a circle
        others = others[:1]
    elif LENGTHS[at] < 120 and size is Size.HALL:  # scales suit a poll better than a hall
        others = [q for q in others if q.kind is not QuestionKind.CHOICES] or others
    total, choices = _OTHERS_PERCENT[size][at], _CHOICES_PERCENT[size][at]
    weights = {q.id: choices if q.kind is QuestionKind.CHOICES else total - choices for q in others}
    if not sum(weights.values()):
        weights = dict.fromkeys(weights, 1)
    whole = 100 * sum(weights.values())
    return {question: Fraction(total * weight, whole) for question, weight in weights.items()}
