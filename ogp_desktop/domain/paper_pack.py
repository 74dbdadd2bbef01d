"""Everything on paper for one conversation: plain texts in their order, and what was made of them.

Two packs are the same when their texts are; so a pack that was printed can be told from a plan that
changed afterwards.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.canonical import canonical_json, sha256_hex
from ogp_desktop.domain.paper_sheet import PaperSheet


class PackWay(StrEnum):
    """What became of a pack: a file, or pages handed to a printer."""

    SAVED = "saved"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackMade:
    """The last pack that was made; ``digest`` tells which texts it had."""

    at: datetime
    way: PackWay
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPages:
    """How many pages were drawn, of how many there are: a printer may be asked for some."""

    drawn: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStep:
    """One item of the running sheet: when it begins after the start, how long it is, and what."""

    begins: str
    minutes: str
    name: str
    about: str = ""
    steps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPrompt:
    """A quick question with its examples."""

    text: str
    examples: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChoice:
    """An either/or choice: as it is asked, and its two poles."""

    text: str
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackKind:
    """A kind of note and the number of its key, as on the Run screen."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackQuestion:
    """A question: for the host, for each table, and for whoever takes notes.

    ``before`` is said first; ``original`` is the official wording where ``text`` is a translation;
    ``choose`` of the ideas are chosen; ``is_in_group`` is false where each person answers alone.
    """

    heading: str
    text: str
    before: str = ""
    original: str = ""
    prompts: tuple[PackPrompt, ...] = ()
    choices: tuple[PackChoice, ...] = ()
    kinds: tuple[PackKind, ...] = ()
    choose: int = 0
    has_boxes: bool = False
    is_in_group: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PackGuide:
    """One piece of guidance; ``body`` is Markdown, ``note`` says where it is not the source's."""

    title: str
    body: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWords:
    """Our own words on the pages, in the language of the pack.

    ``pages`` has places for ``{first}`` and ``{last}``, ``page`` for ``{number}``, ``official`` for
    ``{text}``.
    """

    running_sheet: str
    table_sheets: str
    note_sheets: str
    individual_sheets: str
    guidance: str
    contents: str
    pages: str
    page: str
    begins: str
    minutes: str
    what: str
    clock: str
    started_at: str
    read_aloud: str
    rules: str
    questions: str
    alone: str
    official: str
    table: str
    ideas: str
    chosen: str
    left_over: str
    why: str
    leans: str
    kind: str
    said: str
    no_names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPack:
    """The whole pack; ``tables`` sheets are made of each question, ``people`` individual sheets.

    Where nobody sits in the room both are 0, and only the host's own pages are made.
    """

    language: str
    is_right_to_left: bool
    title: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[PackStep, ...]
    spoken: str
    rules: tuple[str, ...]
    questions: tuple[PackQuestion, ...]
    guidance: tuple[PackGuide, ...]
    individual: PaperSheet
    words: PackWords
    tables: int = 0
    people: int = 0
    definitions: tuple[tuple[str, str], ...] = ()

    @property
    def group_questions(self) -> tuple[PackQuestion, ...]:
        """Return the questions that the group talks about."""
        return tuple(question for question in self.questions if question.is_in_group)

    @property
    def digest(self) -> str:
        """Return what tells this pack from one with other texts."""
        return sha256_hex(canonical_json(self))
