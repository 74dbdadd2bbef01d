"""Fits stretches of time into what there is: one rule for a plan, and for what is left of one.

Lengths are whole numbers of one unit, the caller's. Time left over goes to the takers. Missing time
is taken in the order of cuts: other questions than the first shrink to their least before one
leaves the group; then whatever else may give or go; protected parts come last, and no part is ever
cut below its least.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One stretch of time; one that ``stays`` may shrink but not go altogether."""

    id: str
    length: int
    least: int
    is_protected: bool = False
    question_id: str | None = None
    stays: bool = False


def fitted(
    parts: Sequence[Part],
    whole: int,
    *,
    cut_order: Iterable[str],
    lead: Collection[str],
    takers: Iterable[Sequence[str]],
) -> dict[str, int]:
    """Return the length of every part; 0 for one that goes.

    ``lead`` are the questions asked first, which never leave the group. Time left over goes to the
    first of the ``takers`` that are still there. The lengths sum to ``whole``, or to more when not
    even the least of every part that stays fits in.
    """
    lengths = {part.id: max(part.length, part.least) for part in parts}
    missing = sum(lengths.values()) - whole
    if missing > 0:
        missing = _cut(parts, lengths, missing, cut_order, lead)
    if missing < 0:
        staying = {part.id for part in parts if part.stays or lengths[part.id]}
        there = ([id_ for id_ in group if id_ in staying] for group in takers)
        _grow(lengths, next(filter(None, there)), -missing)
    return lengths


def _cut(
    parts: Sequence[Part],
    lengths: dict[str, int],
    missing: int,
    cut_order: Iterable[str],
    lead: Collection[str],
) -> int:
    """Take ``missing`` in the order of cuts; return what is still missing."""
    by_id = {part.id: part for part in parts}
    giving = [by_id[part_id] for part_id in cut_order]
    others = [p for p in giving if p.question_id is not None and p.question_id not in lead]
    missing = _shrink(lengths, others, missing)
    for _, question in groupby(others, key=lambda part: part.question_id):
        missing = _drop(lengths, list(question), missing)
    for part in giving:
        if part not in others:
            missing = _shrink(lengths, [part], missing)
            if part.question_id is None:
                missing = _drop(lengths, [part], missing)
    for is_protected in (False, True):
        left = [p for p in parts if lengths[p.id] and p.is_protected is is_protected]
        missing = _shrink(lengths, left, missing)
    return missing


def _shrink(lengths: dict[str, int], parts: Iterable[Part], missing: int) -> int:
    """Let parts give down to their least, in order; return what is still missing."""
    for part in parts:
        given = max(0, min(missing, lengths[part.id] - part.least))
        lengths[part.id] -= given
        missing -= given
    return missing


def _drop(lengths: dict[str, int], parts: list[Part], missing: int) -> int:
    """Drop whole parts if time is missing; return what still is, negative when more came free."""
    going = [part for part in parts if not part.stays]
    if missing <= 0 or not going:
        return missing
    freed = sum(lengths[part.id] for part in going)
    lengths.update(dict.fromkeys((part.id for part in going), 0))
    return missing - freed


def _grow(lengths: dict[str, int], takers: Sequence[str], more: int) -> None:
    """Give one by one to the shortest of the takers."""
    for _ in range(more):
        lengths[min(takers, key=lengths.__getitem__)] += 1
