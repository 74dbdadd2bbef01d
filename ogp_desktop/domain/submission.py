"""What a group hands over: one immutable value with no place for a person's name or contact.

The model follows no form of the OGP (none came with its guide). Any kit fits: the ids of questions,
prompts, choices, note kinds and groups are the kit's own.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.conversation import Attribution, KitPin
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.individual_views import Method
from ogp_desktop.domain.review import Agreement, Coverage, Publication

SCHEMA_VERSION = 1
MEDIA_TYPE = "application/vnd.ogp-desktop.feedback+json; v=1"


class Few(StrEnum):
    """Stands for a count that would point at somebody."""

    FEWER_THAN_5 = "fewer_than_5"


Count = int | Few


class NoPosition(StrEnum):
    """The room looked at a choice and took neither side."""

    DEPENDS = "depends"


class HowHeld(StrEnum):
    """The guide's two ways to hold a conversation."""

    EMBEDDED = "embedded"
    DEDICATED = "dedicated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """A question in the words the room saw; ``official_text`` only where the host changed them."""

    question_id: str
    language: str
    text: str
    official_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCoverage:
    """What became of a question; ``reason`` in the host's words when it was not reached."""

    question_id: str
    coverage: Coverage
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """When, where and how. Minutes are lengths; tags are BCP 47 languages.

    ``date`` is ``YYYY-MM-DD``, or ``YYYY-MM`` where the day must stay unknown. ``country`` is an
    ISO 3166-1 code, ``several``, or ``None`` where it must stay unknown; ``place`` is a town or
    region.
    """

    date: str
    country: str | None = None
    place: str | None = None
    format: Format
    planned_minutes: int
    actual_minutes: int | None = None
    how_held: HowHeld | None = None
    sittings: int = 1
    spoken_languages: tuple[str, ...] = ()
    notes_language: str
    is_member_place: bool | None = None
    has_changed_wording: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Who organised it: a kind of body, its name only if given, and what may be done with that."""

    organiser_type: str | None = None
    organisation: str | None = None
    may_contact: bool = False
    may_name_organisation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """How many of one broad group were there."""

    group_id: str
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """People as counts only.

    ``total`` is exact, or the lower end of a bracket when ``total_up_to`` is given. ``reached`` are
    groups by tick, without a number; ``newcomers`` are new to the topic's network.
    """

    total: int
    total_up_to: int | None = None
    sectors: tuple[GroupCount, ...] = ()
    genders: tuple[GroupCount, ...] = ()
    ages: tuple[GroupCount, ...] = ()
    newcomers: Count | None = None
    reached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One line that the group said, with the kit's kind for it."""

    kind_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The lines under one prompt."""

    prompt_id: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One chosen item (say, a challenge) with what was said under it."""

    kind_id: str
    text: str
    follow_ups: tuple[FollowUp, ...] = ()
    agreement: Agreement | None = None
    theme_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsAnswer:
    """A question answered by items: the chosen ones in order, and the others raised."""

    question_id: str
    chosen: tuple[Card, ...] = ()
    for_all: tuple[FollowUp, ...] = ()
    also_raised: tuple[Point, ...] = ()
    other: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """A show of hands on one choice; what was not counted is no nought."""

    first: Count | None = None
    second: Count | None = None
    undecided: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceAnswer:
    """One either/or choice: the room's lean (-2 clearly the first .. 2 clearly the second)."""

    choice_id: str
    lean: int | NoPosition | None = None
    reasons: tuple[Point, ...] = ()
    hands: Hands | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesAnswer:
    """A question answered by either/or choices."""

    question_id: str
    choices: tuple[ChoiceAnswer, ...] = ()
    other: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxesAnswer:
    """A question answered by lists, one for each prompt."""

    question_id: str
    boxes: tuple[FollowUp, ...] = ()
    other: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words as spoken, without a name, whose speaker agreed to be quoted."""

    text: str
    question_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observations:
    """What the group says, by kind of question, and across all of them."""

    cards: tuple[CardsAnswer, ...] = ()
    choices: tuple[ChoicesAnswer, ...] = ()
    boxes: tuple[BoxesAnswer, ...] = ()
    disagreements: tuple[str, ...] = ()
    summary: str = ""
    quotations: tuple[Quotation, ...] = ()
    follow_up: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many persons gave one answer; ``item_id`` is a choice or prompt of the kit."""

    item_id: str
    answer: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeText:
    """Lines written by persons, out of order, without time or device."""

    item_id: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewsTotals:
    """Individual views as totals, held back when fewer than five came in.

    ``is_typed_by_host`` says that the host entered them.
    """

    received: Count
    methods: tuple[Method, ...] = ()
    is_typed_by_host: bool = True
    tallies: tuple[Tally, ...] = ()
    free_texts: tuple[FreeText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What people were told, and what may be done with their words."""

    participants_told: bool
    attribution: Attribution
    recordings_made: bool = False
    notes_read_back: bool = False
    publication: Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class KitField:
    """The answer to a form field that only this kit has."""

    field_id: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Everything that leaves. Times carry the host's UTC offset; ``revision`` starts at 1.

    A correction is a further revision with an id of its own; ``replaces`` names the one before.
    """

    schema_version: int = SCHEMA_VERSION
    id: SubmissionId
    revision: int = 1
    replaces: SubmissionId | None = None
    kit: KitPin
    app_version: str
    created_at: datetime
    edited_at: datetime
    sealed_at: datetime
    questions: tuple[ShownQuestion, ...]
    coverage: tuple[QuestionCoverage, ...]
    meeting: Meeting
    host: Host
    participants: Participants
    observations: Observations
    views: ViewsTotals | None = None
    consent: Consent
    kit_fields: tuple[KitField, ...] = ()
