"""What the planner is told of a kit with one question of each kind."""

from ogp_desktop.domain.agenda import PlanRules, QuestionKind, QuestionRule

RULES = PlanRules(
    questions=(
        QuestionRule(id="q1", kind=QuestionKind.CARDS),
        QuestionRule(id="q2", kind=QuestionKind.CHOICES),
        QuestionRule(id="q3", kind=QuestionKind.BOXES),
    )
)
