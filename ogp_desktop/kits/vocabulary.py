"""The words and the bounded values that a kit is written with."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from ogp_desktop.domain.agenda import MINUTES_RANGE

KitId = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Id = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$", max_length=40)]
Language = Annotated[str, Meta(pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
Version = Annotated[str, Meta(pattern=r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$", max_length=20)]
PartialDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
IconName = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Address = Annotated[str, Meta(pattern="^https?://[^\\s]+$", max_length=500)]
Minutes = Annotated[int, Meta(ge=MINUTES_RANGE[0], le=MINUTES_RANGE[1])]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]


class NoteRole(StrEnum):
    """What a kind of note does under its question."""

    CARD = "card"
    FOLLOW_UP = "follow_up"
    OTHER = "other"
    FIRST = "first"
    SECOND = "second"
    DEPENDS = "depends"
    EXAMPLE = "example"
    BOX = "box"


class KindColour(StrEnum):
    """The colour tokens that kinds of notes may wear."""

    CHALLENGE = "k_chal"
    OPPORTUNITY = "k_opp"
    TAKE = "k_take"
    WE = "k_we"
    OGP = "k_ogp"
    OTHER = "k_oth"


class FieldType(StrEnum):
    """How a form field is answered; ``observations`` are lines that the review makes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    COUNTRY = "country"
    LANGUAGE = "language"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNT = "count"
    COUNTS = "counts"
    YES_NO = "yes_no"
    ADDRESS = "address"
    OBSERVATIONS = "observations"


class Source(StrEnum):
    """What the program knows already and fills into a form field, so that nobody types it twice."""

    DATE = "date"
    PLACE = "place"
    FORMAT = "format"
    MINUTES_PLANNED = "minutes_planned"
    MINUTES_HELD = "minutes_held"
    LANGUAGE = "language"
    NOTES_LANGUAGE = "notes_language"
    PEOPLE = "people"
    GROUP_COUNTS = "group_counts"
    QUESTIONS_IN_GROUP = "questions_in_group"
    QUESTIONS_INDIVIDUAL = "questions_individual"
    ATTRIBUTION = "attribution"
    REVIEW = "review"
    INDIVIDUAL_VIEWS = "individual_views"
    CONSENT = "consent"


class Protocol(StrEnum):
    """How a destination is spoken to."""

    JSON = "json"
    OPENROSA = "openrosa"
