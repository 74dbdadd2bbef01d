"""How the minutes of a conversation are spent: its blocks, edited by hand and fitted again.

Protected blocks are never cut below their minimum, and what does not fit is named, never dropped
in silence. ``planning.plan`` makes an agenda.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.fitting import Part, fitted
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning_stages import FOLLOW_UPS, TALK_STAGES

MINUTES_RANGE = (15, 240)
PEOPLE_RANGE = (2, 500)

OPENING, INTRODUCTIONS, FRAMING = "open_consent", "intros", "frame"
BREAK, MOVES = "break", "moves"
INDIVIDUAL, CLOSING = "individual", "readback_close"
PROTECTED = (OPENING, INDIVIDUAL, CLOSING)

_TALK = tuple(f"_{stage}" for stage in TALK_STAGES)

ENOUGH_TALK_S = 75
"""Below this much talk for each person on the first question, the host is warned: our rule."""
LONG_MEETING = 90
"""A break is only cut where no more than this many minutes are planned."""
INTERPRETATION = Fraction(3, 2)
"""How much longer talk takes when an interpreter follows each speaker: our rule.

Every sentence is said a second time, mostly shorter; but people also look, think and write while
they talk, and that is not said twice. So it is half as long again, and not double.
"""


class QuestionKind(StrEnum):
    """How a question is worked on: cards of which three are chosen, either/or choices, or boxes."""

    CARDS = "cards"
    CHOICES = "choices"
    BOXES = "boxes"


class AgendaFlag(StrEnum):
    """What the host should know before running this agenda.

    ``TOO_TIGHT``: under 75 seconds of talk each. ``MINIMUMS_EXCEED_TIME``: ``shortfall_minutes``
    are missing, ``short_blocks`` says where.
    """

    TOO_TIGHT = "too_tight_choose_longer_or_split_event"
    CARDS_NOT_PLENARY = "cards_not_plenary"
    PREFER_ONLINE_ONLY_OR_45 = "prefer_online_only_or_45"
    MINIMUMS_EXCEED_TIME = "minimums_exceed_time"


class AgendaRefused(Refusal):
    """An agenda that no room could hold; ``field``, ``low`` and ``high`` are in ``data``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of the agenda in whole minutes; ``question_id`` where it serves a question.

    ``spare`` are the minutes above the minimum that give before the rest of it does.
    """

    id: str
    minutes: int
    minimum: int
    is_protected: bool = False
    question_id: str | None = None
    spare: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRule:
    """What a kit says of one question that the planner must know."""

    id: str
    kind: QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRules:
    """The questions of a kit in the order asked.

    The first gets the most time and is kept longest; of the others the earlier gives first.
    """

    questions: tuple[QuestionRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What the host decided: minutes (15 to 240), people (2 to 500), format, tables if known.

    ``is_interpreted`` when everything is said a second time, in another language.
    """

    minutes: int
    people: int
    format: Format
    rules: PlanRules
    tables: int | None = None
    is_interpreted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A plan for ``minutes``; after edits by hand the blocks may sum to more or less.

    ``talk_seconds_per_person_q1`` is for a full group of ``subgroup`` people, so at least that
    much; ``suggested_tables`` offers smaller groups where everybody would talk more; ``cut_order``
    names the blocks that give first when time is short; a question that is not in
    ``group_questions`` is answered on the individual sheet only. Where it ``is_interpreted`` the
    talk of a person is what remains beside the interpreter's.
    """

    minutes: int
    blocks: tuple[Block, ...]
    people: int = PEOPLE_RANGE[1]
    flags: tuple[AgendaFlag, ...] = ()
    talk_seconds_per_person_q1: int | None = None
    group_questions: tuple[str, ...] = ()
    individual_questions: tuple[str, ...] = ()
    subgroup: int = 1
    suggested_tables: int | None = None
    cut_order: tuple[str, ...] = ()
    is_interpreted: bool = False

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


def with_minutes(agenda: Agenda, block_id: str, minutes: int) -> Agenda:
    """Return the agenda with one block set by hand; its total may now differ from its minutes.

    A block of 0 minutes leaves the agenda; a question without blocks is answered on the individual
    sheet. Raises ``AgendaRefused``: ``"unknown_block"``, or ``"out_of_range"`` below 0 or below
    the minimum of a protected block.
    """
    chosen = next((block for block in agenda.blocks if block.id == block_id), None)
    if chosen is None:
        raise AgendaRefused("unknown_block", field="block_id")
    low = chosen.minimum if chosen.is_protected else 0
    if not low <= minutes <= MINUTES_RANGE[1]:
        raise AgendaRefused("out_of_range", field="minutes", low=low, high=MINUTES_RANGE[1])
    return _with_all(agenda, {block_id: minutes})


def fit(agenda: Agenda) -> Agenda:
    """Return the agenda fitted to its minutes again.

    Time left over goes to talk on the first question. Missing time is taken in ``cut_order``: other
    questions shrink to their minimum before one moves to the individual sheet, then the break,
    follow-ups, introductions and framing; protected blocks come last and keep their minimum. The
    result sums exactly, or stands at its minimums with ``surplus_minutes`` and the flag for it.
    """
    parts = [
        Part(
            id=block.id,
            length=block.minutes,
            least=block.minimum,
            is_protected=block.is_protected,
            question_id=block.question_id,
        )
        for block in agenda.blocks
    ]
    lead = [b for b in agenda.blocks if b.question_id in agenda.group_questions[:1]]
    minutes = fitted(
        parts,
        agenda.minutes,
        cut_order=_cut_order(agenda, agenda.group_questions),
        lead=agenda.group_questions[:1],
        takers=(talk_blocks(lead), [agenda.blocks[-1].id]),
    )
    return _with_all(agenda, minutes)


def fit_to(agenda: Agenda, minutes: int) -> Agenda:
    """Return the agenda fitted to other minutes, which are then its own."""
    return fit(replace(agenda, minutes=minutes))


def least_minutes(agenda: Agenda) -> int:
    """Return the fewest minutes, within the range, that the agenda can be fitted to."""
    return max(MINUTES_RANGE[0], fit_to(agenda, 0).total_minutes)


def assessed(agenda: Agenda) -> Agenda:
    """Return the agenda with what follows from its blocks: sheets, talk time, cuts and warnings.

    Questions that no block serves go on the individual sheet with the first one; when the group
    takes all of them, the sheet has all of them too.
    """
    group = tuple(dict.fromkeys(b.question_id for b in agenda.blocks if b.question_id))
    known = dict.fromkeys((*agenda.individual_questions, *agenda.group_questions))
    closed = tuple(question for question in known if question not in group)
    lead = [block for block in agenda.blocks if block.question_id in group[:1]]
    minutes = {block.id: block.minutes for block in lead}
    talk_s = Fraction(60 * sum(minutes[block_id] for block_id in talk_blocks(lead)))
    if agenda.is_interpreted:
        talk_s /= INTERPRETATION
    flags = set(agenda.flags) - {AgendaFlag.TOO_TIGHT, AgendaFlag.MINIMUMS_EXCEED_TIME}
    if lead and talk_s < ENOUGH_TALK_S * min(agenda.subgroup, agenda.people):
        flags.add(AgendaFlag.TOO_TIGHT)
    if agenda.shortfall_minutes:
        flags.add(AgendaFlag.MINIMUMS_EXCEED_TIME)
    return replace(
        agenda,
        flags=tuple(flag for flag in AgendaFlag if flag in flags),
        talk_seconds_per_person_q1=round(talk_s / agenda.subgroup) if lead else None,
        group_questions=group,
        individual_questions=(*closed, *group[:1]) if closed else group,
        cut_order=_cut_order(agenda, group),
    )


def talk_blocks(blocks: Iterable[Block]) -> list[str]:
    """Return which blocks of one question are people talking with each other."""
    ids = [block.id for block in blocks]
    return [id_ for id_ in ids if id_.endswith(_TALK)] or ids


def _cut_order(agenda: Agenda, group: tuple[str, ...]) -> tuple[str, ...]:
    others = [block.id for block in agenda.blocks if block.question_id in group[1:]]
    pauses = [BREAK] if agenda.minutes <= LONG_MEETING else []
    follow_ups = [f"{lead}_{FOLLOW_UPS}" for lead in group[:1]]
    there = {block.id for block in agenda.blocks}
    order = (*others, *pauses, *follow_ups, INTRODUCTIONS, FRAMING)
    return tuple(block_id for block_id in order if block_id in there)


def _with_all(agenda: Agenda, minutes: dict[str, int]) -> Agenda:
    """Return the agenda with these minutes by block; a block of none is gone."""
    blocks = [replace(b, minutes=minutes.get(b.id, b.minutes)) for b in agenda.blocks]
    return assessed(replace(agenda, blocks=tuple(b for b in blocks if b.minutes)))
