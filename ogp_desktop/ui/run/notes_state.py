"""What the notes pane shows, replaced whole at every change: panels of rows, and where they stand.

A row is one note, or a place where a note is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.conversation import Preparation
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import NoteId
from ogp_desktop.domain.notes import Lean, Note
from ogp_desktop.kits.local_kit import LocalKind, LocalKit, LocalQuestion
from ogp_desktop.ui.run.entry_state import EntryState


class NotesView(StrEnum):
    """What the list holds: everything, the cards to choose from, or a part of the notes."""

    ALL = "all"
    CHOOSING = "choosing"
    PARKED = "parked"
    KEY_POINTS = "key_points"
    FOUND = "found"


class RowKind(StrEnum):
    """What one row of the list is."""

    CARD = "card"
    CANDIDATE = "candidate"
    FOLLOW_UP = "follow_up"
    LINE = "line"
    GAP = "gap"
    HEADING = "heading"
    CHOICE = "choice"
    BOX = "box"


class Heading(StrEnum):
    """Headings that the interface says, not the kit."""

    ALL_CARDS = "all_cards"
    ALSO_RAISED = "also_raised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: a note, or a place where a note is missing.

    ``column`` is 0 or 1 where rows stand in two columns; ``number`` is the card's or the choice's;
    ``prompt_id`` is what pressing a gap puts on offer.
    """

    key: str
    kind: RowKind
    note: Note | None = None
    local: LocalKind | None = None
    group: str = ""
    text: str = ""
    number: int | None = None
    count: int | None = None
    column: int | None = None
    prompt_id: str | None = None
    card_id: NoteId | None = None
    choice_id: str | None = None
    heading: Heading | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Rows that stand in one frame; two ``is_half`` panels share a line where there is room."""

    key: str
    rows: tuple[Row, ...]
    is_half: bool = False
    is_active: bool = False
    has_frame: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a state is made of: the pinned kit in its language, the notes and the leans.

    Until ``is_read`` the notes are those written since, and the others are still to come.
    """

    kit: LocalKit
    notes: tuple[Note, ...]
    leans: Mapping[str, Lean]
    preparation: Preparation
    is_read: bool = True

    def of_question(self, question_id: str) -> tuple[Note, ...]:
        """Return the notes of a question that were not put aside."""
        return tuple(
            note for note in self.notes if note.question_id == question_id and not note.is_parked
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What there is to say about the last thing done; ``unsaved_since`` is aware.

    ``copied_to`` is where the notes were put meanwhile, if anywhere.
    """

    can_undo_delete: bool = False
    refusal: Refusal | None = None
    trouble: Trouble | None = None
    unsaved_since: datetime | None = None
    copied_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesState:
    """Everything the pane shows of one question; not all of its notes until ``is_read``."""

    question: LocalQuestion
    entry: EntryState
    view: NotesView = NotesView.ALL
    is_read: bool = True
    panels: tuple[Panel, ...] = ()
    note_count: int = 0
    chosen_count: int = 0
    lean_count: int = 0
    key_count: int = 0
    parked_count: int = 0
    leans: Mapping[str, Lean] = field(default_factory=dict)
    people: int = 0
    signs: Signs = Signs()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows of all panels in reading order."""
        return tuple(row for panel in self.panels for row in panel.rows)
