"""The body of the report: each question in the room's words with what the group said to it."""

from collections.abc import Iterator, Sequence

from ogp_desktop.documents.report_parts import (
    barred,
    bullets,
    columns,
    facts,
    heading,
    paragraph,
    scale,
    small_heading,
)
from ogp_desktop.documents.report_words import ReportWords
from ogp_desktop.domain.submission import (
    BoxesAnswer,
    Card,
    CardsAnswer,
    ChoiceAnswer,
    ChoicesAnswer,
    Count,
    Few,
    FollowUp,
    NoPosition,
    Point,
    QuestionCoverage,
    ShownQuestion,
    Submission,
    ViewsTotals,
)
from ogp_desktop.kits.local_kit import LocalChoice, LocalKit, LocalQuestion

_STEPS = (-2, -1, 0, 1, 2)


def count_text(count: Count | None, words: ReportWords) -> str:
    """Return a count as people read it: small ones without their number, none as a dash."""
    if count is None:
        return "–"
    return words.fewer_than_5 if isinstance(count, Few) else str(count)


def questions_html(submission: Submission, kit: LocalKit, words: ReportWords) -> str:
    """Return every question that the room was shown, in order, with its answer."""
    covered = {one.question_id: one for one in submission.coverage}
    return "".join(
        _question(number, shown, covered.get(shown.question_id), submission, kit, words)
        for number, shown in enumerate(submission.questions, start=1)
    )


def _question(
    number: int,
    shown: ShownQuestion,
    covered: QuestionCoverage | None,
    submission: Submission,
    kit: LocalKit,
    words: ReportWords,
) -> str:
    question = _found(kit, shown.question_id)
    said = "".join(_answers(shown.question_id, question, submission, words))
    became = words.coverage[covered.coverage] if covered else ""
    reason = covered.reason if covered else ""
    official = shown.official_text
    return (
        heading(words.question.format(number=number))
        + paragraph(shown.text, "asked")
        + paragraph(words.official.format(text=official) if official else "", "quiet")
        + paragraph(" ".join(filter(None, (became, reason))))
        + (said or (paragraph(words.nothing, "quiet") if not became else ""))
    )


def answer_html(submission: Submission, question_id: str, kit: LocalKit, words: ReportWords) -> str:
    """Return what was said to one question, without the question."""
    return "".join(_answers(question_id, _found(kit, question_id), submission, words))


def _found(kit: LocalKit, question_id: str) -> LocalQuestion | None:
    return next((one for one in kit.questions if one.id == question_id), None)


def _answers(
    question_id: str, question: LocalQuestion | None, submission: Submission, words: ReportWords
) -> Iterator[str]:
    observed = submission.observations
    for cards in observed.cards:
        if cards.question_id == question_id:
            yield _cards(cards, question, words)
    for choices in observed.choices:
        if choices.question_id == question_id:
            yield _choices(choices, question, words)
    for boxes in observed.boxes:
        if boxes.question_id == question_id:
            yield _boxes(boxes, question, words)


def _cards(answer: CardsAnswer, question: LocalQuestion | None, words: ReportWords) -> str:
    chosen = "".join(
        barred(_card(place, card, question, words)) for place, card in enumerate(answer.chosen, 1)
    )
    for_all = _follow_ups(answer.for_all, question)
    return (
        chosen
        + (small_heading(words.for_all) + for_all if for_all else "")
        + _points(words.also_raised, answer.also_raised, question, words)
        + _points(words.other, answer.other, question, words)
    )


def _card(place: int, card: Card, question: LocalQuestion | None, words: ReportWords) -> str:
    kind = _kind(question, card.kind_id)
    agreed = words.agreement[card.agreement] if card.agreement else ""
    return (
        paragraph(" · ".join(filter(None, (f"{place}", kind, agreed, *card.theme_ids))), "quiet")
        + paragraph(card.text, "point")
        + _follow_ups(card.follow_ups, question)
    )


def _follow_ups(given: Sequence[FollowUp], question: LocalQuestion | None) -> str:
    return facts(
        (_prompt(question, one.prompt_id), "\n".join(one.texts))
        for one in _ordered(given, question)
    )


def _said(point: Point, question: LocalQuestion | None, words: ReportWords) -> str:
    return words.labelled.format(label=_kind(question, point.kind_id), text=point.text)


def _points(
    title: str, points: Sequence[Point], question: LocalQuestion | None, words: ReportWords
) -> str:
    if not points:
        return ""
    return small_heading(title) + bullets(_said(one, question, words) for one in points)


def _boxes(answer: BoxesAnswer, question: LocalQuestion | None, words: ReportWords) -> str:
    return "".join(
        small_heading(_prompt(question, box.prompt_id)) + bullets(box.texts)
        for box in _ordered(answer.boxes, question)
    ) + _points(words.other, answer.other, question, words)


def _choices(answer: ChoicesAnswer, question: LocalQuestion | None, words: ReportWords) -> str:
    return "".join(barred(_choice(one, question, words)) for one in answer.choices) + _points(
        words.other, answer.other, question, words
    )


def _choice(answer: ChoiceAnswer, question: LocalQuestion | None, words: ReportWords) -> str:
    choice = _pole_words(question, answer.choice_id)
    first, second = (choice.first_short, choice.second_short) if choice else ("", "")
    hands = answer.hands
    counted = hands and words.hands.format(
        first=count_text(hands.first, words),
        second=count_text(hands.second, words),
        undecided=count_text(hands.undecided, words),
    )
    drawn = ""
    if isinstance(answer.lean, int):
        drawn = scale(first, second, answer.lean + 2)
    return (
        paragraph(choice.text if choice else answer.choice_id, "quiet")
        + paragraph(lean_words(answer.lean, first, second, words), "point")
        + drawn
        + paragraph(counted or "")
        + bullets(_said(one, question, words) for one in answer.reasons)
    )


def lean_words(lean: int | NoPosition | None, first: str, second: str, words: ReportWords) -> str:
    """Return the room's lean as a phrase: "Rather: wide range"."""
    if lean is None:
        return words.no_lean
    if isinstance(lean, NoPosition):
        return words.depends
    if lean == 0:
        return words.balanced
    pole = first if lean < 0 else second
    return (words.clearly if abs(lean) == 2 else words.rather).format(pole=pole)


def views_html(views: ViewsTotals | None, kit: LocalKit, words: ReportWords) -> str:
    """Return the totals of the individual views, nothing when there were none."""
    if views is None:
        return ""
    return (
        heading(words.views)
        + paragraph(_received(views, words))
        + paragraph(words.views_typed if views.is_typed_by_host else "", "quiet")
        + "".join(
            small_heading(title) + columns(rows) for title, rows in _tallies(views, kit, words)
        )
        + "".join(
            small_heading(title) + bullets(texts) for title, texts in _written(views, kit, words)
        )
    )


def views_text(views: ViewsTotals | None, kit: LocalKit, words: ReportWords) -> str:
    """Return the same totals as lines of plain text."""
    if views is None:
        return ""
    parts = [[_received(views, words)]]
    for title, rows in _tallies(views, kit, words):
        parts.append(
            [title, *(words.labelled.format(label=name, text=count) for name, count in rows)]
        )
    parts += [[title, *texts] for title, texts in _written(views, kit, words)]
    return "\n\n".join("\n".join(part) for part in parts)


def _received(views: ViewsTotals, words: ReportWords) -> str:
    came_in = words.views_received.format(count=count_text(views.received, words))
    ways = ", ".join(words.methods[method] for method in views.methods)
    return ", ".join(filter(None, (came_in, words.views_ways.format(ways=ways) if ways else "")))


def _written(
    views: ViewsTotals, kit: LocalKit, words: ReportWords
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in views.free_texts:
        name = _item_name(one.item_id, kit)
        yield words.labelled.format(label=words.views_written, text=name), one.texts


def _tallies(
    views: ViewsTotals, kit: LocalKit, words: ReportWords
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for item_id in _items(views, kit):
        yield _item_name(item_id, kit), _tally(item_id, views, kit, words)


def _items(views: ViewsTotals, kit: LocalKit) -> list[str]:
    """Return them as the kit asks, not as the sealed bytes sort them."""
    asked: list[str] = []
    for question in kit.questions:
        asked += [choice.id for choice in question.choices]
        asked += [prompt.id for prompt in question.prompts]
    answered = dict.fromkeys(one.item_id for one in views.tallies)
    return sorted(answered, key=lambda one: asked.index(one) if one in asked else len(asked))


def _tally(
    item_id: str, views: ViewsTotals, kit: LocalKit, words: ReportWords
) -> list[tuple[str, str]]:
    counts = {one.answer: one.count for one in views.tallies if one.item_id == item_id}
    choice = next((found for one in kit.questions if (found := _pole_words(one, item_id))), None)
    first, second = (choice.first_short, choice.second_short) if choice else ("", "")
    steps = {str(step): lean_words(step, first, second, words) for step in _STEPS}
    steps[NoPosition.DEPENDS.value] = words.depends
    named = steps if choice else {}
    rows = [(name, str(counts.get(one, 0))) for one, name in named.items()]
    rows += [(one, str(counts[one])) for one in sorted(counts.keys() - named.keys())]
    return rows


def _item_name(item_id: str, kit: LocalKit) -> str:
    for question in kit.questions:
        choice = _pole_words(question, item_id)
        if choice:
            return f"{choice.first_short} / {choice.second_short}"
        for prompt in question.prompts:
            if prompt.id == item_id:
                return prompt.individual_text
    return item_id


def _pole_words(question: LocalQuestion | None, choice_id: str) -> LocalChoice | None:
    found = question.choices if question else ()
    return next((one for one in found if one.id == choice_id), None)


def _kind(question: LocalQuestion | None, kind_id: str) -> str:
    found = question.kinds if question else ()
    return next((one.label for one in found if one.id == kind_id), kind_id)


def _ordered(given: Sequence[FollowUp], question: LocalQuestion | None) -> list[FollowUp]:
    """Return them as the kit asks, not as the sealed bytes sort them."""
    asked = [prompt.id for prompt in question.prompts] if question else []
    return sorted(
        given, key=lambda one: asked.index(one.prompt_id) if one.prompt_id in asked else len(asked)
    )


def _prompt(question: LocalQuestion | None, prompt_id: str) -> str:
    found = question.prompts if question else ()
    return next((one.short for one in found if one.id == prompt_id), prompt_id)
