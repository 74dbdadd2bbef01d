"""What the lists of Review are made of: frozen rows, each with a key that stays its own."""

from dataclasses import dataclass
from enum import StrEnum

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.completeness import Gap
from ogp_desktop.domain.notes import Lean, Note
from ogp_desktop.domain.review import Agreement, Coverage, Line
from ogp_desktop.kits.local_kit import LocalChoice, LocalKind
from ogp_desktop.ui.widgets.box import Tone


class Heading(StrEnum):
    """What the rows below are."""

    TOP = "top"
    ALSO_RAISED = "also_raised"
    FOR_ALL = "for_all"
    OTHER = "other"
    DISAGREEMENTS = "disagreements"
    TO_SETTLE = "to_settle"
    GOOD_TO_HAVE = "good_to_have"
    SOURCES = "sources"
    UNUSED = "unused"


class Say(StrEnum):
    """A sentence that stands where nothing else does."""

    NO_SOURCE = "no_source"
    NOTHING_CHOSEN_YET = "nothing_chosen_yet"
    NOTHING_TO_SETTLE = "nothing_to_settle"
    CHECK_MAY_MISS = "check_may_miss"
    ALL_USED = "all_used"


class SpotKind(StrEnum):
    """Where a line may stand."""

    CARD = "card"
    FOLLOW_UP = "follow_up"
    FOR_ALL = "for_all"
    REASON = "reason"
    BOX = "box"
    OTHER = "other"
    DISAGREEMENT = "disagreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place for lines: ``part`` is a prompt or choice, ``card`` the line of the card above."""

    kind: SpotKind
    question_id: str = ""
    part: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a kind looks: its words from the kit, icon and colours."""

    label: str = ""
    icon: str = "notebook-pen"
    tone: Tone = "k_oth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One entry of the list of sections.

    ``number`` and ``theme`` for a question; ``done`` of ``total`` and ``also`` as far as they have
    a meaning there; ``to_settle`` blocks sealing, ``open_points`` do not.
    """

    key: str
    kind: QuestionKind | None = None
    number: int | None = None
    theme: str = ""
    coverage: Coverage = Coverage.GROUP
    done: int | None = None
    total: int | None = None
    also: int = 0
    to_settle: int = 0
    open_points: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Any row; ``level`` 1 stands under the row before."""

    key: str
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow(Row):
    """An entry of the list of sections; its key is the section's."""

    section: Section


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadRow(Row):
    """A heading: ours, or the kit's ``text``."""

    heading: Heading | None = None
    text: str = ""
    count: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SayRow(Row):
    """A plain sentence."""

    say: Say


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow(Row):
    """A line of the draft; ``rank`` for a chosen card, ``is_flagged`` for something to settle."""

    line: Line
    spot: Spot
    mark: Mark
    groups: tuple[str, ...] = ()
    rank: int | None = None
    last_rank: int = 0
    agreement: Agreement | None = None
    is_flagged: bool = False

    @property
    def is_card(self) -> bool:
        """Tell whether this is one of the ideas to choose from."""
        return self.spot.kind is SpotKind.CARD


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRow(Row):
    """Where a line can be added; ``hint`` is the kit's sentence for a gap, if it has one."""

    spot: Spot
    kinds: tuple[LocalKind, ...] = ()
    mark: Mark = Mark()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeanRow(Row):
    """An either/or choice with the room's lean, in a room of so many ``people``."""

    question_id: str
    people: int
    number: int
    choice: LocalChoice
    lean: Lean


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRow(Row):
    """What became of a question."""

    question_id: str
    coverage: Coverage
    reason: str
    is_flagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow(Row):
    """A text across all questions; its key is its part. ``limit`` is in characters."""

    text: str
    label: str
    help: str
    limit: int
    is_flagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow(Row):
    """Something to settle, with what is needed to name it."""

    gap: Gap
    number: int | None = None
    detail: str = ""
    pieces: tuple[str, ...] = ()
    """What looks like personal data, piece by piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow(Row):
    """A note of the note-taker; ``number`` is its question."""

    note: Note
    mark: Mark
    number: int
    group: str = ""
    is_used: bool = False
    can_merge: bool = False
