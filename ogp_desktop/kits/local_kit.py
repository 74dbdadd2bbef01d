"""What a kit is in one language: every text in its place, nothing left to look up."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol as Shape
from typing import TypeVar

from ogp_desktop.domain.format import Format
from ogp_desktop.kits.model import Attribution, QuestionKind, WebForm, Window
from ogp_desktop.kits.vocabulary import FieldType, KindColour, NoteRole, Protocol, Source


class _Named(Shape):
    @property
    def id(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def _by_id(items: Iterable[_N], wanted: str) -> _N:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalGroup:
    """A broad stakeholder group; ``letter`` picks it from the keyboard and is its own."""

    id: str
    label: str
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPrompt:
    """A quick question; ``not_asked`` is a whole sentence for the place where notes are missing."""

    id: str
    text: str
    short: str
    not_asked: str
    examples: str
    individual_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalChoice:
    """An either/or choice: as the source asks it, and as two poles that stand alone."""

    id: str
    text: str
    first: str
    second: str
    first_short: str
    second_short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalKind:
    """A kind of note; ``key`` counts from 1 in the order of the row."""

    id: str
    key: int
    role: NoteRole
    icon: str
    colour: KindColour
    label: str
    short: str
    prompt_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalQuestion:
    """A question; ``original`` is the official wording where ``text`` is the kit's translation."""

    id: str
    number: int
    kind: QuestionKind
    part_id: str
    theme: str
    text: str
    original: str | None
    prompts: tuple[LocalPrompt, ...]
    choices: tuple[LocalChoice, ...]
    kinds: tuple[LocalKind, ...]
    choose: int
    individual_text: str

    @property
    def is_our_translation(self) -> bool:
        """Tell whether the words are the kit's own translation of an official wording."""
        return self.original is not None

    def prompt(self, prompt_id: str) -> LocalPrompt:
        """Return a prompt; ``KeyError`` when there is none."""
        return _by_id(self.prompts, prompt_id)

    def choice(self, choice_id: str) -> LocalChoice:
        """Return a choice; ``KeyError`` when there is none."""
        return _by_id(self.choices, choice_id)

    def note_kind(self, kind_id: str) -> LocalKind:
        """Return a kind of note; ``KeyError`` when there is none."""
        return _by_id(self.kinds, kind_id)

    def kinds_of(self, *roles: NoteRole) -> tuple[LocalKind, ...]:
        """Return the kinds that play one of the roles, in the order of the row."""
        return tuple(kind for kind in self.kinds if kind.role in roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPart:
    """A heading, and what is said before its questions."""

    id: str
    title: str
    intro: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalSection:
    """One piece of guidance; ``body`` is Markdown; ``is_ours`` where the source does not say it."""

    id: str
    title: str
    body: str
    is_ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalDefinition:
    """What a term means in this kit; shown with the questions."""

    id: str
    term: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFact:
    """A figure with its date (``2021``, ``2021-12`` or a day) and its source."""

    id: str
    figure: str
    label: str
    as_of: str
    source: str
    source_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalLink:
    """A named slot; ``url`` is ``None`` while the address is not supplied."""

    id: str
    label: str
    note: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRule:
    """An attribution rule, and the sentence that tells it to the room."""

    id: Attribution
    title: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalConsent:
    """What is told to the room before it starts: read aloud, and as points on the screen."""

    title: str
    spoken: str
    points: tuple[str, ...]
    attribution: tuple[LocalRule, ...]

    def rule(self, attribution: Attribution) -> LocalRule:
        """Return a rule; ``KeyError`` when the kit does not offer it."""
        return _by_id(self.attribution, attribution)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalOption:
    """One answer of a field with choices."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalField:
    """A form field with its words; the other members mean what they mean in ``FormField``."""

    id: str
    type: FieldType
    label: str
    help: str
    choices: tuple[LocalOption, ...]
    is_required: bool
    max_length: int | None
    low: int | None
    high: int | None
    small_count: int | None
    needs_people: int | None
    taken_from: Source | None
    is_apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFormSection:
    """A heading of the form."""

    id: str
    title: str
    note: str
    fields: tuple[LocalField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalDestination:
    """Where observations go; ``url`` is ``None`` while the address is not supplied."""

    id: str
    name: str
    note: str
    protocol: Protocol
    url: str | None
    receipt_key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalWebForm:
    """A web form with its name; ``form`` holds its address and its boxes."""

    id: str
    name: str
    note: str
    form: WebForm


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalKit:
    """The whole kit in ``language``; ``closed_note`` is what to say once the window is closed."""

    id: str
    version: str
    language: str
    title: str
    subtitle: str
    purpose: str
    window: Window | None
    closed_note: str
    parts: tuple[LocalPart, ...]
    questions: tuple[LocalQuestion, ...]
    groups: tuple[LocalGroup, ...]
    guidance: tuple[LocalSection, ...]
    definitions: tuple[LocalDefinition, ...]
    facts: tuple[LocalFact, ...]
    links: tuple[LocalLink, ...]
    consent: LocalConsent
    sections: tuple[LocalFormSection, ...]
    destinations: tuple[LocalDestination, ...]
    web_forms: tuple[LocalWebForm, ...]
    formats: tuple[Format, ...]
    our_formats: frozenset[Format]
    presets: tuple[int, ...]
    is_our_translation: bool

    @property
    def fields(self) -> tuple[LocalField, ...]:
        """Return the form fields of all sections."""
        return tuple(form_field for section in self.sections for form_field in section.fields)

    def question(self, question_id: str) -> LocalQuestion:
        """Return a question; ``KeyError`` when there is none."""
        return _by_id(self.questions, question_id)

    def note_kind(self, question_id: str, kind_id: str) -> LocalKind:
        """Return a kind of note of a question; ``KeyError`` when there is none."""
        return self.question(question_id).note_kind(kind_id)

    def group(self, group_id: str) -> LocalGroup:
        """Return a stakeholder group; ``KeyError`` when there is none."""
        return _by_id(self.groups, group_id)
