"""Splits the minutes of a cards question into silent thinking, small groups, reports, choosing
three and follow-ups, in that order: silence first helps quiet people and the note-taker.
"""

from dataclasses import dataclass
from fractions import Fraction

THINK, SMALL, SHARE, CHOOSE, FOLLOW_UPS = "think", "small", "share", "choose3", "followups"

STAGE_MINIMUMS = {THINK: 1, SMALL: 3, SHARE: 2, CHOOSE: 2, FOLLOW_UPS: 2}
"""In the order of the meeting. Two minutes of follow-ups hold the one that is kept longest."""
CUT_FIRST = (SMALL, SHARE, CHOOSE, FOLLOW_UPS, THINK)
TALK_STAGES = (SMALL, FOLLOW_UPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """Time for groups to report: a percentage of the question, and never more than ``limit``."""

    percent: int
    limit: int


def stages_of(reports: Reports | None) -> dict[str, int]:
    """Return the stages and their minimums; one circle (``None``) has no reports."""
    return {s: least for s, least in STAGE_MINIMUMS.items() if s != SHARE or reports is not None}


def split_cards(minutes: int, reports: Reports | None) -> dict[str, int]:
    """Return the minutes of each stage; they sum to ``minutes``.

    Where ``minutes`` does not hold the minimums, the longest stage gives first.
    """
    stages = stages_of(reports)
    if minutes < sum(stages.values()):
        return _squeezed(stages, minutes)
    stages[THINK] = 1 + (minutes >= 14) + (minutes >= 40)
    stages[CHOOSE] = 2 + (minutes >= 16) + (minutes >= 32) + (minutes >= 64)
    if reports is None:
        round_limit = max(8, round(Fraction(minutes, 5)))
        stages[SMALL] = min(round_limit, round(Fraction(2 * minutes, 5)))
    else:
        stages[SHARE] = min(reports.limit, round(Fraction(reports.percent * minutes, 100)))
        talk = minutes - stages[THINK] - stages[SHARE] - stages[CHOOSE]
        # Up to ten minutes at tables come before the follow-ups get an equal half.
        stages[SMALL] = max(round(Fraction(talk, 2)), min(10, round(Fraction(3 * talk, 5))))
    stages[FOLLOW_UPS] = 0
    stages[FOLLOW_UPS] = minutes - sum(stages.values())
    return stages


def _squeezed(stages: dict[str, int], minutes: int) -> dict[str, int]:
    givers = [stage for stage in CUT_FIRST if stage in stages]
    while sum(stages.values()) > minutes:
        stages[max(givers, key=stages.__getitem__)] -= 1
    return stages
