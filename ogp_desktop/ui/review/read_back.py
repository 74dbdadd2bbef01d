"""Makes what the room reads of the draft: the one door from Review to that screen.

Only what was chosen to be handed over goes through it, one question at a time, and no line in which
something may lead to a person and nobody has settled it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.notes import Lean
from ogp_desktop.domain.review import CardItem, Coverage, Line, QuestionReview, Review
from ogp_desktop.kits.local_kit import LocalChoice, LocalKit, LocalQuestion
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.ui import words_audience, words_lean
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState, RoomLine
from ogp_desktop.ui.review.places import DISAGREEMENTS
from ogp_desktop.ui.review.review_rows import kind_of
from ogp_desktop.ui.translation import Speaker

PIECE = 480
"""How many characters of one line are shown at once: more would not be readable from the back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One piece of what is read: ``key`` is its row in Review, ``line_id`` unless it is a lean."""

    key: str
    line: RoomLine
    line_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is read of one section: one picture for the room, on as many pages as needed."""

    section: str
    said: tuple[Said, ...]
    number: int | None = None
    theme: str = ""

    def picture(self, reading: int, language: str) -> AudienceState:
        """Return what the room sees while one of the lines is read."""
        return AudienceState(
            mode=AudienceMode.READ_BACK,
            language=language,
            number=self.number,
            theme=self.theme,
            lines=tuple(one.line for one in self.said),
            reading=reading,
        )


def passages(
    review: Review,
    kit: LocalKit,
    speaker: Speaker,
    *,
    held_back: frozenset[str],
    has_groups: bool,
) -> tuple[Passage, ...]:
    """Return what is read back, question by question; a question without a line is passed over.

    ``held_back`` are ids of lines that the room must not see yet.
    """
    maker = _Maker(kit, speaker, held_back, has_groups)
    made: list[Passage] = []
    for question in review.questions:
        if question.coverage is Coverage.GROUP:
            local = kit.question(question.question_id)
            said = tuple(maker.question(question, local))
            made.append(
                Passage(section=local.id, said=said, number=local.number, theme=local.theme)
            )
    disagreed = tuple(maker.lines(review.disagreements))
    made.append(Passage(section=DISAGREEMENTS, said=disagreed))
    return tuple(one for one in made if one.said)


def pieces(text: str, most: int = PIECE) -> tuple[str, ...]:
    """Return a text in pieces of at most so many characters, each ended at a sentence or a word."""
    rest, made = text.strip(), []
    while len(rest) > most:
        sentences = [found.end() for found in re.finditer(r"[.!?…؟。]\s", rest[:most])]
        spaces = [found.start() for found in re.finditer(r"\s", rest[:most])]
        late = [end for end in sentences if end > most // 2]
        cut = (late or spaces or [most])[-1] or most
        made.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return (*made, rest)


@dataclass(frozen=True, slots=True)
class _Maker:
    kit: LocalKit
    speaker: Speaker
    held_back: frozenset[str]
    has_groups: bool

    def question(self, question: QuestionReview, local: LocalQuestion) -> Iterator[Said]:
        match local.kind:
            case QuestionKind.CARDS:
                yield from self._cards(question, local)
            case QuestionKind.CHOICES:
                yield from self._choices(question, local)
            case QuestionKind.BOXES:
                for prompt in local.prompts:
                    label = self._prompt_label(local, prompt.id)
                    yield from self.lines(question.boxes.get(prompt.id, ()), label)

    def lines(
        self, lines: Iterable[Line], label: str = "", level: int = 0, rank: int | None = None
    ) -> Iterator[Said]:
        """Yield lines of one kind; what kind it is stands above the first."""
        for line in lines:
            if line.id in self.held_back:
                continue
            for text in pieces(line.text):
                shown = RoomLine(
                    text=text, label=label, rank=rank, level=level, groups=self._groups(line)
                )
                yield Said(key=line.id, line_id=line.id, line=shown)
                label, rank = "", None

    def _cards(self, question: QuestionReview, local: LocalQuestion) -> Iterator[Said]:
        for rank, item in enumerate(question.items, start=1):
            yield from self._card(item, local, rank)
        label = words_audience.for_all(self.speaker) if question.items else ""
        for prompt_id, lines in question.for_all.items():
            name = self._prompt_label(local, prompt_id)
            both = ": ".join(part for part in (label, name) if part)
            yield from self.lines(lines, both)

    def _card(self, item: CardItem, local: LocalQuestion, rank: int) -> Iterator[Said]:
        if item.line.id in self.held_back:
            return  # what stands under it would seem to belong to the card before
        kind = kind_of(local, item.kind_id)
        yield from self.lines((item.line,), kind.label if kind else "", rank=rank)
        for prompt in local.prompts:
            label = self._prompt_label(local, prompt.id)
            yield from self.lines(item.follow_ups.get(prompt.id, ()), label, level=1)

    def _choices(self, question: QuestionReview, local: LocalQuestion) -> Iterator[Said]:
        kinds = local.kinds_of(NoteRole.FIRST, NoteRole.SECOND, NoteRole.DEPENDS, NoteRole.EXAMPLE)
        for item in question.choices:
            if not (item.lean.is_recorded or item.lean.has_hands or item.reasons):
                continue
            choice = local.choice(item.lean.choice_id)
            label = f"{choice.first} / {choice.second}"
            shown = RoomLine(text=lean_words(item.lean, choice, self.speaker), label=label)
            yield Said(key=f"lean:{choice.id}", line=shown)
            for kind in kinds:
                yield from self.lines(item.reasons.get(kind.id, ()), kind.label, level=1)

    def _prompt_label(self, local: LocalQuestion, prompt_id: str) -> str:
        kind = next((kind for kind in local.kinds if kind.prompt_id == prompt_id), None)
        return kind.label if kind else local.prompt(prompt_id).short

    def _groups(self, line: Line) -> tuple[str, ...]:
        if not self.has_groups:
            return ()
        names: Mapping[str, str] = {group.id: group.label for group in self.kit.groups}
        return tuple(names[one] for one in line.group_ids if one in names)


def lean_words(lean: Lean, choice: LocalChoice, speaker: Speaker) -> str:
    """Say to the room how it leaned, and which hands were counted."""
    if lean.depends:
        said = words_lean.lean_depends(speaker)
    elif lean.step is None:
        said = words_audience.no_lean(speaker)
    else:
        said = dict(words_lean.lean_steps(choice, speaker))[lean.step]
    return "\n".join(part for part in (said, words_lean.hands_counted(lean, speaker)) if part)
