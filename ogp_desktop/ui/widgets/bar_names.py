"""Where the names under a bar of stretches stand: none over another, none cut, the longest that
has room.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of the bar in pixels, and its names, the best first.

    ``is_kept`` is named whatever happens, and may reach over its end.
    """

    left: int
    width: int
    names: tuple[str, ...]
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name that has room: of which stretch, the words, and where they stand in pixels."""

    index: int
    text: str
    left: int
    width: int


def place_names(
    stretches: Sequence[Stretch], width_of: Callable[[int, str], int], *, width: int, gap: int
) -> list[PlacedName]:
    """Return the names that have room in a bar of ``width`` pixels, ``gap`` apart.

    ``width_of(index, text)`` measures a name of that stretch. A name stands within its stretch, at
    its beginning or right after the name that reaches into it; only the last may begin earlier, so
    that the end of the bar has its name.
    """
    placed: list[PlacedName] = []

    def is_free(name: PlacedName) -> bool:
        return all(
            name.left + name.width + gap <= other.left
            or other.left + other.width + gap <= name.left
            for other in placed
        )

    def candidates(index: int, stretch: Stretch) -> Iterator[PlacedName]:
        begins = [name.left + name.width + gap for name in placed]
        for text in stretch.names:
            wide = width_of(index, text)
            last = stretch.left + stretch.width - wide
            lefts = [left for left in (stretch.left, *begins) if stretch.left <= left <= last]
            if stretch.is_kept or index == len(stretches) - 1:
                lefts.append(max(min(stretch.left, width - wide), 0))
            yield from (PlacedName(index, text, left, wide) for left in lefts)

    order = sorted(range(len(stretches)), key=lambda index: not stretches[index].is_kept)
    for index in order:
        fitting = (name for name in candidates(index, stretches[index]) if is_free(name))
        if (name := next(fitting, None)) is not None:
            placed.append(name)
    return sorted(placed, key=lambda name: name.index)
