"""What the note-taker writes: one line, its kind, its place, a broad group, and never a name.

A note is never altered in place: each write makes a new frozen ``Note``, and the store keeps what
stood before, so that every save, move and delete can be undone.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId, NoteId

TEXT_LIMIT = 4_000
QUOTATION_MARKS = ('"', "«", "“", "„", "‹")
TOP = 3
MOST_DOTS = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One entry.

    ``card_id`` is the card a follow-up belongs to (``None``: all cards, or not a follow-up);
    ``choice_id`` the either/or choice a reason belongs to; ``rank`` 1, 2, 3 for a chosen card.
    ``dots`` are those that people put to a card, ``None`` where nobody counted; they help the host
    to see what the group prefers and never choose anything.
    """

    id: NoteId
    conversation_id: ConversationId
    question_id: str
    kind_id: str
    text: str
    card_id: NoteId | None = None
    choice_id: str | None = None
    group_id: str | None = None
    heard: int = 1
    is_key: bool = False
    is_contested: bool = False
    is_quotation: bool = False
    is_parked: bool = False
    rank: int | None = None
    position: int = 0
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None = None
    dots: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many living notes share a question, a kind, a choice, and whether they were put aside."""

    question_id: str
    kind_id: str
    choice_id: str | None
    is_parked: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in the entry box and is not yet a note; kept so that a crash loses 2 s."""

    conversation_id: ConversationId
    question_id: str
    kind_id: str
    text: str
    card_id: NoteId | None = None
    choice_id: str | None = None
    group_id: str | None = None
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Lean:
    """The host's reading of the room on one either/or choice; never a computed number.

    ``step`` runs from -2 (clearly the first) over 0 (balanced) to 2 (clearly the second);
    ``depends`` means no position. Hands are counts, and optional.
    """

    choice_id: str
    step: int | None = None
    depends: bool = False
    hands_first: int | None = None
    hands_second: int | None = None
    hands_undecided: int | None = None

    @property
    def is_recorded(self) -> bool:
        """Tell whether the room's lean was noted at all."""
        return self.depends or self.step is not None

    @property
    def hands(self) -> tuple[int | None, int | None, int | None]:
        """The counts for the first, for the second, and undecided."""
        return self.hands_first, self.hands_second, self.hands_undecided

    @property
    def has_hands(self) -> bool:
        """Tell whether any hands were counted."""
        return any(count is not None for count in self.hands)


def clean_text(text: str) -> str:
    """Return the text without outer space; raise ``Refusal`` when nothing, or too much, is left."""
    cleaned = text.strip()
    if not cleaned:
        raise Refusal("empty", field="text")
    if len(cleaned) > TEXT_LIMIT:
        raise Refusal("too_long", field="text", limit=TEXT_LIMIT)
    return cleaned


def is_quotation(text: str) -> bool:
    """Tell whether a line opens with a quotation mark, which makes it a verbatim quotation."""
    return text.lstrip().startswith(QUOTATION_MARKS)


def check_lean(lean: Lean, people: int) -> None:
    """Refuse a lean off the five steps, or more hands than people in the room."""
    if lean.step is not None and not -2 <= lean.step <= 2:
        raise Refusal("out_of_range", field="step", low=-2, high=2)
    counted = [count for count in lean.hands if count is not None]
    if any(count < 0 for count in counted) or sum(counted) > people:
        raise Refusal("counts_exceed_people", field="hands", people=people)


def with_dots(note: Note, by: int) -> Note:
    """Return a card with that many dots more, or fewer; one fewer than none is not counted."""
    if note.dots is None:
        return replace(note, dots=by) if by > 0 else note
    dots = note.dots + by
    return replace(note, dots=None if dots < 0 else min(dots, MOST_DOTS))


def living(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes that were not deleted, in the order of the list."""
    kept = [note for note in notes if note.deleted_at is None]
    return tuple(sorted(kept, key=lambda note: (note.position, note.created_at, note.id)))


def ranked(notes: Sequence[Note], note_id: NoteId, rank: int | None) -> tuple[Note, ...]:
    """Give a card a rank and return the notes that changed; a rank is held by one card at most.

    The card that held the rank takes the newcomer's old one, so choosing twice swaps. Raises
    ``Refusal`` for a rank outside 1..3.
    """
    if rank is not None and not 1 <= rank <= TOP:
        raise Refusal("out_of_range", field="rank", low=1, high=TOP)
    chosen = next(note for note in notes if note.id == note_id)
    if chosen.rank == rank:
        return ()
    changed = [replace(chosen, rank=rank)]
    if rank is not None:
        changed += [
            replace(note, rank=chosen.rank)
            for note in living(notes)
            if note.rank == rank and note.question_id == chosen.question_id and note.id != chosen.id
        ]
    return tuple(changed)


def in_order(
    notes: Iterable[Note], order: Sequence[NoteId], chosen: Collection[NoteId]
) -> tuple[Note, ...]:
    """Put cards in an order and return the notes that changed; a chosen one has its place as rank.

    The cards share the positions they had; one that is gone meanwhile is passed over.
    """
    known = {note.id: note for note in living(notes)}
    cards = [known[card] for card in order if card in known]
    positions = sorted(card.position for card in cards)
    changed = []
    for place, (card, position) in enumerate(zip(cards, positions, strict=True), start=1):
        rank = place if card.id in chosen and place <= TOP else None
        if (rank, position) != (card.rank, card.position):
            changed.append(replace(card, rank=rank, position=position))
    return tuple(changed)
