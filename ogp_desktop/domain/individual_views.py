"""Each person's view without the internet: how to collect them, and the counts that came in.

Only totals are kept. No answer is tied to a person, a device or a moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ogp_desktop.domain.errors import Refusal

LAPTOP_MINUTES_EACH = 2
TYPING_MINUTES_PER_SHEET = 2


class Method(StrEnum):
    """How people answered; the count is by way, never by person."""

    PAPER = "paper"
    HANDS = "hands"
    SHARED_DEVICE = "shared_device"
    PHONES = "phones"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What a way of collecting costs for this room, in minutes."""

    method: Method
    room_minutes: int
    host_minutes: int
    is_suggested: bool
    fits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IndividualViews:
    """The counts the host typed.

    ``received`` is by method; ``tallies`` maps a choice id to counts for the steps -2..2 (as text
    keys ``"-2"`` .. ``"2"``) and ``"depends"``.
    """

    received: Mapping[Method, int] = field(default_factory=dict)
    passed: int = 0
    tallies: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    is_closed: bool = False
    """Results stay hidden until the host closes the collection."""

    @property
    def total_received(self) -> int:
        """Return how many people answered, in whatever way."""
        return sum(self.received.values())


def advice(people: int, minutes: int) -> tuple[Advice, ...]:
    """Return what each way costs for so many people in so many minutes (the guide gives none).

    Three people or fewer share the laptop; up to forty write on paper; more than forty add a show
    of hands.
    """
    suggested = (
        Method.SHARED_DEVICE if people <= 3 else Method.PAPER if people <= 40 else Method.HANDS
    )
    costs = {
        Method.PAPER: (5, people * TYPING_MINUTES_PER_SHEET),
        Method.HANDS: (5, 3),
        Method.SHARED_DEVICE: (people * LAPTOP_MINUTES_EACH, 0),
    }
    return tuple(
        Advice(
            method=method,
            room_minutes=room,
            host_minutes=host,
            is_suggested=method is suggested,
            fits=room <= minutes,
        )
        for method, (room, host) in costs.items()
    )


def check_views(views: IndividualViews, people: int) -> None:
    """Refuse counts that no room of so many people could give; the refusal names the field.

    Answers may be counted before the number received is known: ``check_counted`` compares them.
    """
    counts = [*views.received.values(), views.passed]
    if any(count < 0 for count in counts):
        raise Refusal("out_of_range", field="received", low=0, high=people)
    if sum(counts) > people:
        raise Refusal("counts_exceed_people", field="received", people=people)
    for choice_id, tally in views.tallies.items():
        if any(count < 0 for count in tally.values()):
            raise Refusal("out_of_range", field=choice_id, low=0, high=people)
        if sum(tally.values()) > people:
            raise Refusal("counts_exceed_people", field=choice_id, people=people)


def check_counted(views: IndividualViews) -> None:
    """Refuse when more answers to a choice are counted than came in; the refusal names it."""
    received = views.total_received
    for choice_id, tally in views.tallies.items():
        if sum(tally.values()) > received:
            raise Refusal("counts_exceed_received", field=choice_id, received=received)
