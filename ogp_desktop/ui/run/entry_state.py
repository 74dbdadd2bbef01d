"""Where the line being typed will go: its question, kind, place and group, by pure functions.

What stands here is exactly what will be saved; the words themselves stay in the box.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.kits.local_kit import LocalGroup, LocalKind, LocalQuestion
from ogp_desktop.kits.model import QuestionKind
from ogp_desktop.kits.vocabulary import NoteRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is remembered of the box for one question, so that coming back finds it as it was.

    ``is_for_all`` puts a follow-up under all cards, or a line under no single choice.
    """

    kind_id: str
    card_id: NoteId | None = None
    choice_id: str | None = None
    is_for_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something a line may belong to: a card or a choice by ``number``, or all of them (0)."""

    number: int
    card_id: NoteId | None = None
    choice_id: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryState:
    """What the box shows; ``targets`` is empty where the kind belongs to nothing.

    ``is_elsewhere`` when the line belongs to another question than the one shown below.
    """

    question: LocalQuestion
    kind: LocalKind
    target: Target | None = None
    targets: tuple[Target, ...] = ()
    group: LocalGroup | None = None
    groups: tuple[LocalGroup, ...] = ()
    barred_groups: frozenset[str] = frozenset()
    is_elsewhere: bool = False


def first_place(question: LocalQuestion) -> Place:
    """Return where a line goes when nothing was chosen yet."""
    choice = question.choices[0].id if question.choices else None
    return Place(kind_id=question.kinds[0].id, choice_id=choice)


def targets_of(
    question: LocalQuestion,
    kind: LocalKind,
    numbers: Mapping[NoteId, int],
    words: Mapping[NoteId, str],
) -> tuple[Target, ...]:
    """Return what a line of this kind may belong to, "all" first.

    ``numbers`` are those of the cards, ``words`` the texts of notes by id.
    """
    if question.kind is QuestionKind.CARDS and kind.role is NoteRole.FOLLOW_UP:
        cards = (
            Target(number=number, card_id=card, text=words.get(card, ""))
            for card, number in numbers.items()
        )
        return (Target(number=0), *cards)
    if question.kind is QuestionKind.CHOICES:
        choices = tuple(
            Target(number=number, choice_id=choice.id, text=choice.text)
            for number, choice in enumerate(question.choices, start=1)
        )
        must_choose = kind.role in (NoteRole.FIRST, NoteRole.SECOND)
        return choices if must_choose else (Target(number=0), *choices)
    return ()


def target_at(targets: tuple[Target, ...], place: Place) -> Target | None:
    """Return the target that a place names; the last card or the first choice when it is gone."""
    if not targets:
        return None
    if place.is_for_all and targets[0].number == 0:
        return targets[0]
    for target in targets:
        if target.number and (target.card_id, target.choice_id) in (
            (place.card_id, None),
            (None, place.choice_id),
        ):
            return target
    is_cards = targets[-1].card_id is not None
    return targets[-1] if is_cards else next((one for one in targets if one.number), targets[0])
