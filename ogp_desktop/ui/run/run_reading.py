"""Makes the parts of the Run screen out of the facts and the clock; pure functions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.agenda import Agenda
from ogp_desktop.domain.notes import Tally
from ogp_desktop.domain.running_order import WELCOME, Step
from ogp_desktop.domain.schedule import BlockStatus, Schedule
from ogp_desktop.kits.local_kit import LocalKit, LocalQuestion
from ogp_desktop.ui.run.run_state import (
    ItemState,
    PromptMark,
    PromptState,
    QuestionState,
    SegmentState,
    StretchState,
    StripState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Notes in numbers; prompts are counted through the kinds and choices that answer them."""

    by_question: Mapping[str, int]
    by_prompt: Mapping[tuple[str, str], int]
    parked: int


def count(tallies: Iterable[Tally], kit: LocalKit) -> Counts:
    """Add up notes by question and by prompt; parked ones are counted apart."""
    kinds = {
        (question.id, kind.id): kind.prompt_id
        for question in kit.questions
        for kind in question.kinds
    }
    by_question: Counter[str] = Counter()
    by_prompt: Counter[tuple[str, str]] = Counter()
    parked = 0
    for some in tallies:
        if some.is_parked:
            parked += some.count
            continue
        by_question[some.question_id] += some.count
        if answer := some.choice_id or kinds.get((some.question_id, some.kind_id)):
            by_prompt[some.question_id, answer] += some.count
    return Counts(by_question=by_question, by_prompt=by_prompt, parked=parked)


def numbers(kit: LocalKit) -> dict[str, int]:
    """Return the number of each question by its id."""
    return {question.id: question.number for question in kit.questions}


def number_of(kit: LocalKit, item_id: str) -> int | None:
    """Return the number of the question that an item, or a further part of one, is about."""
    return numbers(kit).get(item_id.partition("~")[0])


def shown_question_id(agenda: Agenda, item_id: str, kit: LocalKit) -> str:
    """Return the question that notes belong to during an item.

    An item without a question keeps the one before it; before the first, the first.
    """
    shown = None
    for block in agenda.blocks:
        shown = block.question_id or shown
        if block.id == item_id:
            break
    return shown or _first_question_id(agenda, kit)


def _first_question_id(agenda: Agenda, kit: LocalKit) -> str:
    asked = (block.question_id for block in agenda.blocks if block.question_id)
    return next(asked, kit.questions[0].id)


def next_item_id(agenda: Agenda, item_id: str, step: int = 1) -> str | None:
    """Return the item that many places on, or ``None`` past either end."""
    order = [block.id for block in agenda.blocks]
    place = order.index(item_id) + step
    return order[place] if 0 <= place < len(order) else None


def strip_state(agenda: Agenda, at: Schedule, kit: LocalKit, now: datetime) -> StripState:
    """Return the time strip of a moment."""
    following = next_item_id(agenda, at.block_id)
    return StripState(
        state=at.state,
        left_s=at.left_s,
        planned_minutes=round(at.block_planned_s / 60),
        item_id=at.block_id,
        item_number=number_of(kit, at.block_id),
        next_item_id=following,
        next_number=number_of(kit, following or ""),
        behind_s=at.behind_s,
        is_on_plan=at.is_on_plan,
        ends_at=at.ends_at,
        planned_end_at=at.planned_end_at,
        now=now,
        segments=tuple(
            SegmentState(
                item_id=block.id,
                number=number_of(kit, block.id),
                minutes=block.planned_s / 60,
                done=_share(block.used_s, block.planned_s, block.status),
                is_current=block.status is BlockStatus.CURRENT,
            )
            for block in at.blocks
        ),
    )


def _share(used_s: int, planned_s: int, status: BlockStatus) -> float:
    if status is BlockStatus.DONE:
        return 1.0
    return min(1.0, used_s / planned_s) if planned_s > 0 else 0.0


def item_states(
    at: Schedule, kit: LocalKit, counts: Counts, *, left_out: tuple[str, ...] = ()
) -> tuple[ItemState, ...]:
    """Return the lines of the agenda column: the plan, then what was ``left_out`` of the group."""
    themes = {question.id: question.theme for question in kit.questions}
    planned = tuple(
        ItemState(
            id=block.id,
            number=number_of(kit, block.id),
            theme=themes.get(block.id.partition("~")[0], ""),
            minutes=round(block.planned_s / 60),
            used_minutes=block.used_s // 60,
            notes=counts.by_question.get(block.id.partition("~")[0], 0),
            status=block.status,
        )
        for block in at.blocks
    )
    alone = tuple(
        ItemState(
            id=question_id,
            number=number_of(kit, question_id),
            theme=themes.get(question_id, ""),
            minutes=0,
            used_minutes=0,
            notes=counts.by_question.get(question_id, 0),
            status=BlockStatus.AHEAD,
            is_left_out=True,
        )
        for question_id in left_out
    )
    return (*planned, *alone)


def question_state(
    kit: LocalKit,
    question_id: str,
    marks: Mapping[str, str],
    counts: Counts,
    on_screen: str | None,
) -> QuestionState:
    """Return the middle column; ``on_screen`` is the question or prompt id that the room sees."""
    question = next(one for one in kit.questions if one.id == question_id)
    return QuestionState(
        id=question.id,
        number=question.number,
        total=len(kit.questions),
        theme=question.theme,
        text=question.text,
        original=None if kit.is_our_translation else question.original,
        is_our_translation=question.is_our_translation,
        has_choices=bool(question.choices),
        is_on_screen=on_screen == question.id,
        prompts=tuple(
            PromptState(
                id=prompt_id,
                text=text,
                examples=examples,
                mark=PromptMark(marks.get(prompt_id, PromptMark.NOT_ASKED)),
                notes=counts.by_prompt.get((question_id, prompt_id), 0),
                is_on_screen=on_screen == prompt_id,
            )
            for prompt_id, text, examples in lines_of(question)
        ),
    )


def lines_of(question: LocalQuestion) -> tuple[tuple[str, str, str], ...]:
    """Return what can be put to the room beneath a question: id, text and examples of each."""
    choices = ((choice.id, choice.text, "") for choice in question.choices)
    prompts = ((prompt.id, prompt.text, prompt.examples) for prompt in question.prompts)
    return (*choices, *prompts)


def stretch_state(
    item_id: str, steps: tuple[Step, ...], kit: LocalKit, attribution_words: str
) -> StretchState:
    """Return what stands above the question in an item that has none.

    The welcome carries what the room is told before it starts, from the kit's consent.
    """
    spoken = (kit.consent.spoken, attribution_words) if item_id == WELCOME else ()
    return StretchState(item_id=item_id, steps=steps, spoken=tuple(text for text in spoken if text))
