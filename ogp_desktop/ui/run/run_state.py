"""What the Run screen shows, as frozen data.

The time strip is apart from the rest, because it alone changes every second.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from ogp_desktop.domain.clock import Moment, seconds_between
from ogp_desktop.domain.offers import Offer
from ogp_desktop.domain.running_order import Step
from ogp_desktop.domain.schedule import BlockStatus, TimerState
from ogp_desktop.ui.audience.audience_state import AudienceState


class PromptMark(StrEnum):
    """Whether a prompt was put to the room; the values are those kept on disk."""

    NOT_ASKED = "not_asked"
    ASKING = "asking"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentState:
    """One stretch of the timeline; ``done`` runs from 0 to 1."""

    item_id: str
    number: int | None
    minutes: float
    done: float
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StripState:
    """The time strip. ``left_s`` is negative when over; ``next_item_id`` ``None`` on the last."""

    state: TimerState
    left_s: int
    planned_minutes: int
    item_id: str
    item_number: int | None
    next_item_id: str | None
    next_number: int | None
    behind_s: int
    is_on_plan: bool
    ends_at: datetime
    planned_end_at: datetime
    now: datetime
    segments: tuple[SegmentState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemState:
    """One line of the agenda column; ``is_left_out`` for a question that left the group."""

    id: str
    number: int | None
    theme: str
    minutes: int
    used_minutes: int
    notes: int
    status: BlockStatus
    is_left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptState:
    """A quick prompt, or an either/or choice, and the notes that answer it."""

    id: str
    text: str
    examples: str
    mark: PromptMark
    notes: int
    is_on_screen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionState:
    """The middle column: the question that notes go to now.

    ``original`` is shown where the kit's own language lacks an official wording of this one
    question; where all of it is a translation, ``is_our_translation`` alone says so.
    """

    id: str
    number: int
    total: int
    theme: str
    text: str
    original: str | None
    is_our_translation: bool
    has_choices: bool
    is_on_screen: bool
    prompts: tuple[PromptState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchState:
    """What the host does in an item without a question: its steps, and what is read aloud."""

    item_id: str
    steps: tuple[Step, ...]
    spoken: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtime:
    """An item that used its minutes, and the ways on; ``givers`` are all that may give minutes."""

    item_id: str
    item_number: int | None
    minutes: int
    planned_end_at: datetime
    offers: tuple[Offer, ...]
    givers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Seconds that nobody can vouch for; ``is_sleep`` when the computer slept, else it was off.

    ``items`` are the seconds by the item that they were counted in. From ``since`` on, if it is
    known, nobody can vouch for anything until the answer, or until the host goes elsewhere.
    """

    items: tuple[tuple[str, int], ...]
    is_sleep: bool
    since: Moment | None = None

    @property
    def seconds(self) -> int:
        """Return how long it was."""
        return sum(seconds for _, seconds in self.items)

    def slept(self, item_id: str, seconds: int) -> "Gap":
        """Return it with a sleep more."""
        *before, (last_id, last_s) = self.items
        longer = (*before, (last_id, last_s + seconds))
        apart = (*self.items, (item_id, seconds))
        return replace(self, items=longer if item_id == last_id else apart, is_sleep=True)

    def until(self, now: Moment) -> "Gap":
        """Return it closed: the seconds in which it was read are among them."""
        if self.since is None:
            return self
        (item_id, seconds), *more = self.items
        longer = max(seconds, round(seconds_between(self.since, now)))
        return replace(self, items=((item_id, longer), *more), since=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunState:
    """Everything on the page but the time strip.

    ``stretch`` is ``None`` while the item is a question, ``overtime`` unless offers are due,
    ``gap`` unless there is a stretch of time that nobody has explained yet.
    """

    item_id: str
    items: tuple[ItemState, ...]
    question: QuestionState
    stretch: StretchState | None
    parked: int
    audience: AudienceState
    is_blank: bool
    has_audience_timer: bool
    overtime: Overtime | None
    gap: Gap | None
    can_undo_plan: bool
    is_before_start: bool
    is_ended: bool
