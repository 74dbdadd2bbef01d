"""Agendas and a first moment for tests of the time."""

from datetime import UTC, datetime

from ogp_desktop.domain.agenda import Agenda, PlanRequest, PlanRules, QuestionKind, QuestionRule
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning import plan
from ogp_desktop.domain.running_order import running_order

RULES = PlanRules(
    questions=(
        QuestionRule(id="q1", kind=QuestionKind.CARDS),
        QuestionRule(id="q2", kind=QuestionKind.CHOICES),
        QuestionRule(id="q3", kind=QuestionKind.BOXES),
    )
)
BEGIN = Moment(wall=datetime(2022, 8, 1, 15, 0, tzinfo=UTC), steady_s=100.0, boot="one")


def agenda_of(minutes: int, people: int = 18) -> Agenda:
    """Return what runs of a plan with three questions."""
    request = PlanRequest(minutes=minutes, people=people, format=Format.IN_PERSON, rules=RULES)
    return running_order(plan(request))
