"""What a group answered to one question of a submission, as readable text."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.domain.notes import Lean
from ogp_desktop.domain.submission import (
    Card,
    ChoiceAnswer,
    Count,
    Few,
    FollowUp,
    NoPosition,
    Observations,
    Point,
)
from ogp_desktop.kits.local_kit import LocalQuestion
from ogp_desktop.ui import words_lean, words_review
from ogp_desktop.ui.plain_html import bullets, escaped, paragraph


def answers(said: Observations, local: LocalQuestion) -> Iterator[str]:
    """Write all that was answered to a question, in the order it will be read."""
    for cards in said.cards:
        if cards.question_id == local.id:
            for rank, card in enumerate(cards.chosen, start=1):
                yield from _card(rank, card, local)
            yield from _follow_ups(cards.for_all, local)
            raised = QCoreApplication.translate("Reading", "Also raised, not chosen")
            yield from _points(raised, cards.also_raised, local)
            yield from _points("", cards.other, local)
    for choices in said.choices:
        if choices.question_id == local.id:
            for choice in choices.choices:
                yield from _choice(choice, local)
            yield from _points("", choices.other, local)
    for boxes in said.boxes:
        if boxes.question_id == local.id:
            yield from _follow_ups(boxes.boxes, local)
            yield from _points("", boxes.other, local)


def count_words(count: Count | None) -> str:
    """Say a number of people; small ones were blurred before they were sealed."""
    if count is None:
        return "–"
    if count is Few.FEWER_THAN_5:
        return QCoreApplication.translate("Reading", "fewer than 5")
    return number(int(count))


def number(count: int) -> str:
    """Say a number as the language writes it."""
    return QLocale().toString(count)


def _card(rank: int, card: Card, local: LocalQuestion) -> Iterator[str]:
    kind = _kind(card.kind_id, local)
    agreed = "" if card.agreement is None else f" ({words_review.agreement(card.agreement)})"
    yield f"<p><b>{number(rank)}. {escaped(_labelled(kind, card.text))}</b>{escaped(agreed)}</p>"
    yield from _follow_ups(card.follow_ups, local)


def _choice(choice: ChoiceAnswer, local: LocalQuestion) -> Iterator[str]:
    words = local.choice(choice.choice_id)
    depends = choice.lean is NoPosition.DEPENDS
    step = choice.lean if isinstance(choice.lean, int) else None
    lean = Lean(choice_id=choice.choice_id, step=step, depends=depends)
    said = words_lean.lean_depends() if depends else ""
    if step is not None:
        said = dict(words_lean.lean_steps(words))[step]
    if not lean.is_recorded:
        said = QCoreApplication.translate("Reading", "No lean recorded")
    yield f"<p><b>{escaped(words.text)}</b><br>{escaped(said)}</p>"
    if choice.hands is not None:
        said = QCoreApplication.translate(
            "Reading",
            "Hands: {first} for the first, {second} for the second, {undecided} undecided",
        )
        yield paragraph(
            said.format(
                first=count_words(choice.hands.first),
                second=count_words(choice.hands.second),
                undecided=count_words(choice.hands.undecided),
            )
        )
    yield from _points("", choice.reasons, local)


def _points(title: str, points: Sequence[Point], local: LocalQuestion) -> Iterator[str]:
    lines = [_labelled(_kind(one.kind_id, local), one.text) for one in points]
    if lines and title:
        yield f"<p><b>{escaped(title)}</b></p>"
    yield bullets(lines)


def _follow_ups(follow_ups: Iterable[FollowUp], local: LocalQuestion) -> Iterator[str]:
    for one in follow_ups:
        yield paragraph(local.prompt(one.prompt_id).text)
        yield bullets(one.texts)


def _kind(kind_id: str, local: LocalQuestion) -> str:
    return next((kind.label for kind in local.kinds if kind.id == kind_id), kind_id)


def _labelled(name: str, text: str) -> str:
    return QCoreApplication.translate("Reading", "{name}: {text}").format(name=name, text=text)
