"""Agendas and a first moment for tests of the time."""

from datetime import UTC, datetime

from ogp_desktop.domain.agenda import Agenda, PlanRequest
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning import plan
from ogp_desktop.domain.running_order import running_order
from tests.support.plan_rules import RULES

BEGIN = Moment(wall=datetime(2022, 8, 1, 15, 0, tzinfo=UTC), steady_s=100.0, boot="one")


def agenda_of(minutes: int, people: int = 18) -> Agenda:
    """Return what runs of a plan with three questions."""
    request = PlanRequest(minutes=minutes, people=people, format=Format.IN_PERSON, rules=RULES)
    return running_order(plan(request))
