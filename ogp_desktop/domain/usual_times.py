"""What past conversations on a kit usually took, and the plan that follows from it.

Only lengths are looked at. They must come from three conversations at least, of about the same
length; those in the same format are preferred. The plan keeps its minutes, minimums and protected
parts, and nothing changes until the host takes it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_high

from ogp_desktop.domain.agenda import MINUTES_RANGE, Agenda, fit
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.running_order import running_order, with_item_minutes
from ogp_desktop.domain.time_taken import ItemTime, TimeTaken

ENOUGH_TIMES = 3
LATEST_TIMES = 5
"""Habits change, so that older conversations are not asked."""
_ALIKE = (2, 3)
"""A part of a half-hour says little of one in a morning: two thirds of the minutes at least."""
WORTH_MINUTES = 2
"""A plan that is nearer than this to what things took is left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTime:
    """What one conversation took, and how people met."""

    format: Format
    time: TimeTaken


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualTime:
    """The medians of one part over so many ``times``."""

    item_id: str
    planned: int
    taken: int
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualPlan:
    """A plan by what things usually take, and the parts on which it differs from the present one
    because they took otherwise than planned.
    """

    agenda: Agenda
    usual: tuple[UsualTime, ...]


def usual_times(past: Iterable[PastTime], meeting: Format, minutes: int) -> Mapping[str, UsualTime]:
    """Return the medians by part; ``past`` has the latest first. Empty when there are too few.

    One that was broken off, or only tried, is left out.
    """
    less, more = _ALIKE
    alike = [
        one
        for one in past
        if less * minutes <= more * one.time.planned
        and less * one.time.planned <= more * minutes
        and 2 * one.time.taken >= one.time.planned
    ]
    same = [one for one in alike if one.format is meeting]
    chosen = (same if len(same) >= ENOUGH_TIMES else alike)[:LATEST_TIMES]
    lengths: dict[str, list[ItemTime]] = {}
    for one in chosen:
        for item in one.time.items:
            if item.planned and item.taken:
                lengths.setdefault(item.item_id, []).append(item)
    return {
        item_id: UsualTime(
            item_id=item_id,
            planned=median_high(item.planned for item in items),
            taken=median_high(item.taken for item in items),
            times=len(items),
        )
        for item_id, items in lengths.items()
        if len(items) >= ENOUGH_TIMES
    }


def usual_plan(agenda: Agenda, past: Sequence[PastTime], meeting: Format) -> UsualPlan | None:
    """Return the agenda with the usual lengths, fitted to its minutes; nothing where it is near.

    Protected parts keep the lengths they have.
    """
    usual = usual_times(past, meeting, agenda.minutes)
    wanted, told = agenda, []
    for item in running_order(agenda).blocks:
        known = usual.get(item.id)
        if known is None or item.is_protected:
            continue
        if abs(known.taken - item.minutes) >= WORTH_MINUTES:
            told.append(known)
        length = min(max(known.taken, item.minimum), MINUTES_RANGE[1])
        wanted = with_item_minutes(wanted, item.id, length)
    fitted = fit(wanted)
    is_news = bool(told) and _lengths(fitted) != _lengths(agenda)
    return UsualPlan(agenda=fitted, usual=tuple(told)) if is_news else None


def _lengths(agenda: Agenda) -> dict[str, int]:
    return {item.id: item.minutes for item in running_order(agenda).blocks}
