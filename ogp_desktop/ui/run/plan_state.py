"""What fitting to time shows, and what is said after a change of the plan; frozen data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.refit_goal import Goal


@dataclass(frozen=True, slots=True, kw_only=True)
class FitRow:
    """An item that is not over, in minutes; ``after`` is ``None`` where it leaves the group,
    ``before`` where it comes back.
    """

    item_id: str
    number: int | None
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FitState:
    """The preview of a goal: nothing has changed yet.

    ``rows`` and ``ends_at`` are there when it fits. Otherwise ``missing`` minutes are, and
    ``nearest`` would fit. ``length`` is what keeping the length comes to, ``begun`` how many
    minutes ago the clock says that the talk began, ``None`` before the start. ``back`` is the
    number of a question that would come back into the group.
    """

    goal: Goal
    end_at: datetime
    minutes: int
    length: int
    rows: tuple[FitRow, ...]
    questions: tuple[int, ...]
    ends_at: datetime | None
    ended_at: datetime
    missing: int
    is_past: bool
    nearest: Goal | None
    begun: int | None
    back: int | None = None


class Deed(StrEnum):
    """What was done to the plan, or why it was not."""

    FITTED = "fitted"
    LENGTHENED = "lengthened"
    SPLIT = "split"
    MOVED = "moved"
    ADDED = "added"
    SKIPPED = "skipped"
    BROUGHT_BACK = "brought_back"
    OFFER = "offer"
    UNDONE = "undone"
    STARTED = "started"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNews:
    """One sentence about a change that was made; ``changed`` is what an undo would take back.

    ``reason`` is the code of a refusal; ``minutes`` are those of the item now.
    """

    deed: Deed
    ends_at: datetime
    item_id: str = ""
    number: int | None = None
    minutes: int = 0
    questions: tuple[int, ...] = ()
    changed: Moment | None = None
    reason: str = ""
