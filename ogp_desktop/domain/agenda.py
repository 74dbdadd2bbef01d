"""How the minutes of a conversation are spent: its blocks, planned by rule, edited and fitted.

Blocks of a plan sum to its minutes; protected blocks are never cut below their minimum, and what
does not fit is named, never dropped in silence.
"""

from dataclasses import dataclass
from enum import StrEnum

from ogp_desktop.domain.errors import Refusal

MINUTES_RANGE = (15, 240)
PEOPLE_RANGE = (2, 500)


class Format(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class QuestionKind(StrEnum):
    """How a question is worked on: cards of which three are chosen, either/or choices, or boxes."""

    CARDS = "cards"
    CHOICES = "choices"
    BOXES = "boxes"


class AgendaFlag(StrEnum):
    """What the host should know before running this agenda."""

    TOO_TIGHT = "too_tight_choose_longer_or_split_event"
    CARDS_NOT_PLENARY = "cards_not_plenary"
    PREFER_ONLINE_ONLY_OR_45 = "prefer_online_only_or_45"
    MINIMUMS_EXCEED_TIME = "minimums_exceed_time"


class AgendaRefused(Refusal):
    """An agenda that no room could hold; ``field``, ``low`` and ``high`` are in ``data``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of the agenda in whole minutes; ``question_id`` where it serves a question."""

    id: str
    minutes: int
    minimum: int
    is_protected: bool = False
    question_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRule:
    """What a kit says of one question that the planner must know."""

    id: str
    kind: QuestionKind
    can_go_to_individual: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRules:
    """The questions of a kit in the order asked, and the one that is asked first and kept longest.

    ``lead_id`` ``None`` means the first question.
    """

    questions: tuple[QuestionRule, ...]
    lead_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What the host decided: minutes (15 to 240), people (2 to 500), format, tables if known."""

    minutes: int
    people: int
    format: Format
    rules: PlanRules
    tables: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A plan for ``minutes``; after edits by hand the blocks may sum to more or less.

    ``subgroup`` is how many people talk together; ``suggested_tables`` offers smaller groups where
    that gives everybody more talk; ``cut_order`` names the blocks that give first when time is
    short; questions not in ``group_questions`` are answered on the individual sheet only.
    """

    minutes: int
    blocks: tuple[Block, ...]
    flags: tuple[AgendaFlag, ...] = ()
    talk_seconds_per_person_q1: int | None = None
    group_questions: tuple[str, ...] = ()
    individual_questions: tuple[str, ...] = ()
    subgroup: int = 1
    suggested_tables: int | None = None
    cut_order: tuple[str, ...] = ()

    @property
    def total_minutes(self) -> int:
        """Return what the blocks sum to."""
        return sum(block.minutes for block in self.blocks)

    @property
    def surplus_minutes(self) -> int:
        """Return by how much the blocks exceed the minutes; negative when time is left."""
        return self.total_minutes - self.minutes

    @property
    def shortfall_minutes(self) -> int:
        """Return how many minutes are missing for every block to have its minimum."""
        return max(0, sum(block.minimum for block in self.blocks) - self.minutes)

    @property
    def short_blocks(self) -> tuple[Block, ...]:
        """Return the blocks that stand below their minimum."""
        return tuple(block for block in self.blocks if block.minutes < block.minimum)


def plan(request: PlanRequest) -> Agenda:
    """Return the agenda for a request (domain rules: minutes, format, size, questions).

    Raises ``AgendaRefused("out_of_range")`` with ``field``, ``low``, ``high`` for bad input.
    """
    raise NotImplementedError


def with_minutes(agenda: Agenda, block_id: str, minutes: int) -> Agenda:
    """Return the agenda with one block set by hand; its total may now differ from its minutes.

    Raises ``AgendaRefused``: ``"unknown_block"``, or ``"out_of_range"`` below the block's minimum.
    """
    raise NotImplementedError


def fit(agenda: Agenda) -> Agenda:
    """Return the agenda fitted to its minutes again, giving and taking in the order of cuts.

    Sums exactly, or stands at its minimums with ``surplus_minutes`` and the flag that says so.
    """
    raise NotImplementedError
