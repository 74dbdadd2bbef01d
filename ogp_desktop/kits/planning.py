"""Tells the planner what it must know of a kit."""

from ogp_desktop.domain.agenda import PlanRules, QuestionRule
from ogp_desktop.kits.model import KitStructure


def planning_rules(kit: KitStructure) -> PlanRules:
    """Return the kit's questions in the order asked, which is also their order of importance."""
    return PlanRules(
        questions=tuple(QuestionRule(id=each.id, kind=each.kind) for each in kit.questions)
    )
