"""What a kit is: its structure as `kit.toml` holds it, and the whole kit with its texts and images.

A kit is frozen, and its digest is that of its canonical bytes, so that a conversation can pin it.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated

from msgspec import Meta, Struct, field, json

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.conversation import Attribution
from ogp_desktop.domain.format import Format
from ogp_desktop.kits.vocabulary import (
    Address,
    Count,
    FieldType,
    IconName,
    Id,
    KindColour,
    KitId,
    Language,
    Minutes,
    NoteRole,
    PartialDate,
    Protocol,
    Source,
    Version,
)

# Domain words that a kit is written with, handed on to whoever reads kits.
__all__ = ["Attribution", "Format", "QuestionKind"]

SCHEMA = 1
"""The number of the format that this program writes and reads."""


class Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of the kit file: strict, and silent about what stands at its default."""


class Window(Table, frozen=True, kw_only=True):
    """When the campaign takes observations, and when they are read; days of the host's calendar.

    ``closes`` is the last day: it ends at the host's local midnight (the guide names no time zone).
    """

    opens: date | None = None
    closes: date
    review_opens: date | None = None
    review_closes: date | None = None

    def days_left(self, today: date) -> int:
        """Return the days until the last one: 0 on that day, negative when the window is closed."""
        return (self.closes - today).days

    def is_closed(self, today: date) -> bool:
        """Tell whether the last day is over, by the host's own calendar."""
        return today > self.closes


class NoteKind(Table, frozen=True, kw_only=True):
    """One kind of note; its place in the list is its key. Follow-ups and boxes name a prompt."""

    id: Id
    role: NoteRole
    icon: IconName
    colour: KindColour
    prompt: Id | None = None


class Question(Table, frozen=True, kw_only=True):
    """One question; its prompts and choices by id, in the order asked.

    ``choose`` is how many cards the group picks. ``official`` are the languages of its official
    wording, where they differ from the kit's; any other language is a translation by the kit.
    """

    id: Id
    kind: QuestionKind
    choose: Annotated[int, Meta(ge=1, le=3)] | None = None
    official: tuple[Language, ...] = ()
    prompts: tuple[Id, ...] = ()
    choices: tuple[Id, ...] = ()
    kinds: Annotated[tuple[NoteKind, ...], Meta(min_length=1, max_length=6)]


class Part(Table, frozen=True, kw_only=True):
    """A heading with its questions.

    The first question of a kit gets the most time; the earlier of the others go first to the
    individual sheet when time is short.
    """

    id: Id
    questions: Annotated[tuple[Question, ...], Meta(min_length=1)]


class FormatOffer(Table, frozen=True, kw_only=True):
    """A way to meet; ``is_ours`` where the kit added it to what the source names."""

    id: Format
    is_ours: bool = False


class Section(Table, frozen=True, kw_only=True):
    """One piece of guidance for the host; ``is_ours`` where the words are not the source's."""

    id: Id
    is_ours: bool = False


class Fact(Table, frozen=True, kw_only=True):
    """A figure's date (year, month or day) and source; the figure itself stands in the texts."""

    id: Id
    as_of: PartialDate
    source: Address
    source_name: Annotated[str, Meta(min_length=1, max_length=200)]


class Link(Table, frozen=True, kw_only=True):
    """A named slot for an address; without one it is "not supplied" and never shown as a link."""

    id: Id
    url: Address | None = None


class Consent(Table, frozen=True, kw_only=True):
    """What is said to the room before it starts, point by point, and the rules to choose from."""

    points: tuple[Id, ...]
    attribution: Annotated[tuple[Attribution, ...], Meta(min_length=1)]


class FormField(Table, frozen=True, kw_only=True):
    """One field of the hand-over form.

    ``low``/``high`` bound a count, ``max_length`` is in characters. Counts under ``small_count``
    leave as "fewer than"; the field is only asked with at least ``needs_people`` people in the
    room. ``is_apart`` is kept apart from the content and never in an export by default.
    """

    id: Id
    type: FieldType
    choices: tuple[Id, ...] = ()
    is_required: bool = False
    max_length: Annotated[int, Meta(ge=1, le=20_000)] | None = None
    low: Count | None = None
    high: Count | None = None
    small_count: Count | None = None
    needs_people: Count | None = None
    taken_from: Source | None = None
    is_apart: bool = False


class FormSection(Table, frozen=True, kw_only=True):
    """A heading of the form with its fields."""

    id: Id
    fields: Annotated[tuple[FormField, ...], Meta(min_length=1)]


class Destination(Table, frozen=True, kw_only=True):
    """Where observations go; without ``url`` they are handed over by file, text or paper.

    ``receipt_key`` is the base64 Ed25519 key that the destination signs its receipts with.
    """

    id: Id
    protocol: Protocol
    url: Address | None = None
    receipt_key: Annotated[str, Meta(pattern="^[A-Za-z0-9+/]{43}=$")] | None = None


class FormEntry(Table, frozen=True, kw_only=True):
    """One box of a web form: its name in the address (``entry.123``), and the answer for it."""

    name: Annotated[str, Meta(pattern=r"^[A-Za-z0-9._-]+$", max_length=100)]
    answer: Annotated[str, Meta(max_length=60)]


class WebForm(Table, frozen=True, kw_only=True):
    """A form on the web that people fill in and submit themselves, in their own browser.

    ``entries`` maps its boxes to answers, so that it opens filled in; the program sends nothing.
    """

    id: Id
    url: Annotated[str, Meta(pattern="^https://[^\\s]+$", max_length=500)]
    entries: Annotated[tuple[FormEntry, ...], Meta(max_length=200)] = ()


class KitStructure(Table, frozen=True, kw_only=True):
    """All of a kit but its words: what `kit.toml` holds.

    ``official`` are the languages that are not translations made for this kit (default: all).
    """

    schema: Annotated[int, Meta(ge=1)]
    id: KitId
    version: Version
    languages: Annotated[tuple[Language, ...], Meta(min_length=1)]
    official: tuple[Language, ...] = ()
    window: Window | None = None
    parts: Annotated[tuple[Part, ...], Meta(min_length=1)]
    formats: Annotated[tuple[FormatOffer, ...], Meta(min_length=1)]
    presets: Annotated[tuple[Minutes, ...], Meta(min_length=1)]
    groups: tuple[Id, ...] = ()
    consent: Consent
    guidance: tuple[Section, ...] = ()
    definitions: tuple[Id, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
    sections: tuple[FormSection, ...] = ()
    destinations: tuple[Destination, ...] = ()
    web_forms: tuple[WebForm, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return the questions of all parts, in the order asked."""
        return tuple(question for part in self.parts for question in part.questions)

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Return the form fields of all sections."""
        return tuple(form_field for section in self.sections for form_field in section.fields)


class Kit(KitStructure, frozen=True, kw_only=True, dict=True):
    """A whole kit: structure, the words of each language by key, and images by path in the kit."""

    texts: Mapping[Language, Mapping[str, str]]
    images: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """Return the sha256 of the canonical bytes, in hexadecimal."""
        return hashlib.sha256(self.canonical()).hexdigest()

    def canonical(self) -> bytes:
        """Return the kit as JSON with sorted keys and no defaults: the same kit, the same bytes."""
        return json.encode(self, order="sorted")

    @property
    def newness(self) -> tuple[int, ...]:
        """Return the version as numbers that compare."""
        return tuple(int(number) for number in self.version.split("."))

    def question(self, question_id: str) -> Question:
        """Return a question; ``KeyError`` when the kit has none of that id."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def best_language(self, wanted: str) -> str:
        """Return the kit's language nearest to the wanted one; the first when none is near."""
        if wanted in self.languages:
            return wanted
        base = wanted.replace("_", "-").split("-")[0]
        near = (language for language in self.languages if language.split("-")[0] == base)
        return next(near, self.languages[0])
