"""What the host does with the notes before anything leaves: the editable draft of the observations.

Every line keeps the ids of the notes it came from. A draft is made once from the notes and is from
then on the host's own text; it is never rebuilt over what somebody edited.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ogp_desktop.domain.notes import Lean


class ReadBack(StrEnum):
    """What the group said when the line was read back to it."""

    NOT_READ = "not_read"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    DISPUTED = "disputed"


class Agreement(StrEnum):
    """How strongly the room stood behind an item."""

    BROAD = "broad"
    MIXED = "mixed"
    CONTESTED = "contested"


class Coverage(StrEnum):
    """What became of a question."""

    GROUP = "group"
    INDIVIDUAL = "individual"
    NOT_REACHED = "not_reached"


class Publication(StrEnum):
    """What the receiving side may publish."""

    QUOTE_WITHOUT_NAMES = "quote_without_names"
    SUMMARISE_ONLY = "summarise_only"
    DO_NOT_PUBLISH = "do_not_publish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of the observations; ``note_ids`` are its sources, none if typed in Review."""

    id: str
    text: str
    note_ids: tuple[str, ...] = ()
    group_ids: tuple[str, ...] = ()
    heard: int = 1
    read_back: ReadBack = ReadBack.NOT_READ
    is_quotation: bool = False
    has_agreement: bool = False
    """For a quotation: its speaker agreed to be quoted, without a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardItem:
    """A chosen card with what was said under it; ``follow_ups`` is keyed by prompt id."""

    line: Line
    kind_id: str
    agreement: Agreement | None = None
    follow_ups: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceItem:
    """One either/or choice: the lean, and the reasons by the role of their kind."""

    lean: Lean
    reasons: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionReview:
    """One question's part of the observations; which fields are used follows from its kind.

    ``cards``: ``items``, ``for_all`` (follow-ups for all items, by prompt id), ``also_raised``.
    ``choices``: ``choices``. ``boxes``: ``boxes`` by prompt id. ``other`` is common to all.
    """

    question_id: str
    coverage: Coverage = Coverage.GROUP
    reason: str = ""
    """Why the question was not reached, in the host's words."""
    items: tuple[CardItem, ...] = ()
    for_all: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    also_raised: tuple[CardItem, ...] = ()
    choices: tuple[ChoiceItem, ...] = ()
    boxes: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    other: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """What the room was told, and what may be done with its words."""

    participants_told: bool | None = None
    notes_read_back: bool | None = None
    publication: Publication | None = None
    recordings_made: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The whole editable draft; ``answers`` holds the kit's form fields by id."""

    questions: tuple[QuestionReview, ...]
    disagreements: tuple[Line, ...] = ()
    summary: str = ""
    follow_up: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    consent: ConsentRecord = field(default_factory=ConsentRecord)
    settled_checks: frozenset[str] = frozenset()
    """Lines and texts with something like a phone number that the host looked at and kept."""
    is_preview: bool = False
    """Made while the notes still grew: of it only the marks of reading back are kept."""
