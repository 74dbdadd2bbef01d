"""What it means to put a card down in the list: which order then holds, and which are chosen.

Pure functions. In the view for choosing, the first places are the chosen ones; in the list of all
notes a card is chosen only by putting it among those that are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.domain.notes import TOP
from ogp_desktop.ui.run.notes_state import Heading, Row, RowKind

CARDS = (RowKind.CARD, RowKind.CANDIDATE)


@dataclass(frozen=True, slots=True)
class CardOrder:
    """The cards in an order, and which of them are chosen; a chosen one has its place as rank."""

    order: tuple[NoteId, ...]
    chosen: frozenset[NoteId]


def order_of(rows: Sequence[Row]) -> CardOrder:
    """Return the order in which the cards are listed now."""
    notes = [row.note for row in rows if row.kind in CARDS and row.note is not None]
    return CardOrder(
        order=tuple(note.id for note in notes),
        chosen=frozenset(note.id for note in notes if note.rank is not None),
    )


def dropped(rows: Sequence[Row], card: NoteId, place: int, choose: int = TOP) -> CardOrder | None:
    """Return the order after a card was put down before the row at ``place``; ``None`` if the card
    is not listed or nothing would be another.
    """
    now = order_of(rows)
    if card not in now.order:
        return None
    others = [one for one in now.order if one != card]
    before = sum(
        row.kind in CARDS and row.key != card and at < place for at, row in enumerate(rows)
    )
    order = (*others[:before], card, *others[before:])
    most = min(choose or TOP, TOP)
    chosen = now.chosen - {card}
    is_choosing = any(row.kind is RowKind.CANDIDATE for row in rows)
    is_below = any(row.heading is Heading.ALSO_RAISED for row in rows[:place])
    is_among = not is_below and (
        any(one in chosen for one in order[before + 1 :])
        or (card in now.chosen and before <= len(chosen))
    )
    if before < most and (is_choosing or is_among):
        chosen |= {card}
    after = CardOrder(order, frozenset(one for one in order[:most] if one in chosen))
    return None if after == now else after


def shifted(rows: Sequence[Row], card: NoteId, by: int) -> CardOrder | None:
    """Return the order after a card changed places with its neighbour; ranks stay with the places.

    ``None`` at either end.
    """
    now = order_of(rows)
    place = now.order.index(card)
    other = place + by
    if not 0 <= other < len(now.order):
        return None
    order = list(now.order)
    order[place], order[other] = order[other], order[place]
    ranked = [one in now.chosen for one in now.order]
    return CardOrder(
        tuple(order), frozenset(one for one, is_in in zip(order, ranked, strict=True) if is_in)
    )
