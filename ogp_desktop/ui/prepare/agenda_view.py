"""The agenda of Prepare by items, and what fitting it or moving a question would change in it."""

from dataclasses import dataclass
from datetime import datetime

from ogp_desktop.domain.agenda import Agenda, AgendaFlag, fit, least_minutes
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.running_order import Step, running_order, steps_of
from ogp_desktop.domain.schedule import schedule
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.model import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of the running order; ``number`` and ``theme`` only where it is a question.

    ``may_leave`` tells whether the question can be left to each person alone.
    """

    id: str
    number: int | None
    theme: str
    minutes: int
    minimum: int
    is_protected: bool
    steps: tuple[Step, ...]
    may_leave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAlone:
    """A question that is answered on the individual sheet only."""

    id: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionMoved:
    """A question the host has just moved, and how many minutes the first one got or gave."""

    number: int
    lead: int
    minutes: int
    is_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """The agenda by items; ``fitted`` are the items that fitting would change, with minutes.

    It would take ``length_minutes`` and end ``ends_at``, started now; ``enough`` are the fewest
    minutes that it could be fitted to.
    """

    items: tuple[AgendaItem, ...]
    minutes: int
    surplus: int
    shortfall: int
    flags: tuple[AgendaFlag, ...]
    talk_seconds: int | None
    suggested_tables: int | None
    fitted: tuple[tuple[AgendaItem, int], ...]
    alone: tuple[QuestionAlone, ...]
    length_minutes: int
    ends_at: datetime
    enough: int
    moved: QuestionMoved | None = None

    @property
    def total(self) -> int:
        """Return what the items sum to."""
        return sum(item.minutes for item in self.items)

    @property
    def fits(self) -> bool:
        """Tell whether the items sum to the minutes, each with what it needs."""
        return not self.surplus and not self.shortfall


def agenda_view(
    agenda: Agenda, kit: LocalKit, now: Moment, moved: QuestionMoved | None = None
) -> AgendaView:
    """Return the agenda by items, with what fitting it to its minutes would change."""
    items = _items(agenda, kit)
    started_now = schedule(agenda, (), now)
    alone = set(agenda.individual_questions) - set(agenda.group_questions)
    return AgendaView(
        items=items,
        minutes=agenda.minutes,
        surplus=agenda.surplus_minutes,
        shortfall=agenda.shortfall_minutes,
        flags=agenda.flags,
        talk_seconds=agenda.talk_seconds_per_person_q1,
        suggested_tables=agenda.suggested_tables,
        fitted=changes_to(items, fit(agenda)) if agenda.surplus_minutes else (),
        alone=tuple(
            QuestionAlone(id=question.id, number=question.number)
            for question in kit.questions
            if question.id in alone
        ),
        length_minutes=started_now.session_left_s // 60,
        ends_at=started_now.ends_at,
        enough=least_minutes(agenda),
        moved=moved,
    )


def changes_to(items: tuple[AgendaItem, ...], then: Agenda) -> tuple[tuple[AgendaItem, int], ...]:
    """Return the items that another agenda would change, with their minutes then."""
    minutes = {block.id: block.minutes for block in running_order(then).blocks}
    after = ((item, minutes.get(item.id, 0)) for item in items)
    return tuple((item, count) for item, count in after if count != item.minutes)


def question_moved(
    question_id: str, before: Agenda, after: Agenda, kit: Kit
) -> QuestionMoved | None:
    """Return what moving one question did; nothing where it did not move."""
    is_out = question_id not in after.group_questions
    if is_out is (question_id not in before.group_questions):
        return None
    numbers = {question.id: place + 1 for place, question in enumerate(kit.questions)}
    lead = after.group_questions[0]
    minutes = _minutes_of(after, lead) - _minutes_of(before, lead)
    return QuestionMoved(
        number=numbers[question_id], lead=numbers[lead], minutes=abs(minutes), is_out=is_out
    )


def _minutes_of(agenda: Agenda, item_id: str) -> int:
    return next((item.minutes for item in running_order(agenda).blocks if item.id == item_id), 0)


def _items(agenda: Agenda, kit: LocalKit) -> tuple[AgendaItem, ...]:
    questions = {question.id: question for question in kit.questions}
    found = []
    for block in running_order(agenda).blocks:
        question = questions.get(block.question_id or "")
        steps = steps_of(agenda, block.id)
        found.append(
            AgendaItem(
                id=block.id,
                number=question.number if question else None,
                theme=question.theme if question else "",
                minutes=block.minutes,
                minimum=block.minimum,
                is_protected=block.is_protected,
                steps=steps if len(steps) > 1 else (),
                may_leave=block.question_id in agenda.group_questions[1:],
            )
        )
    return tuple(found)
