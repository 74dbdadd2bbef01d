"""What Prepare offers about time: another length where the end is fixed and near, or the lengths
that past conversations took. Nothing changes until the host takes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ogp_desktop.domain.agenda import fit_to, least_minutes
from ogp_desktop.domain.conversation import Conversation, ConversationState
from ogp_desktop.domain.fixed_end import end_near
from ogp_desktop.domain.usual_times import PastTime, UsualTime, usual_plan
from ogp_desktop.ui.prepare.agenda_view import AgendaItem, changes_to

_LATE_FROM = 2
"""A minute passes while one reads."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateOffer:
    """Started now there are ``left`` of ``minutes`` until the fixed end; ``left`` is negative when
    it is past. ``offered`` is the length of the nearest plan that fits, ``missing`` what it has
    more than is left, and ``changes`` what it would change.
    """

    ends_by: datetime
    left: int
    minutes: int
    offered: int
    missing: int
    would_end_at: datetime
    changes: tuple[tuple[AgendaItem, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualOffer:
    """What parts usually took, and what a plan of ``offered`` minutes by it would change."""

    offered: int
    usual: tuple[tuple[AgendaItem, UsualTime], ...]
    changes: tuple[tuple[AgendaItem, int], ...]


TimeOffer = LateOffer | UsualOffer


def time_offer(
    conversation: Conversation,
    items: tuple[AgendaItem, ...],
    now: datetime,
    past: Sequence[PastTime],
) -> TimeOffer | None:
    """Return the offer to make, if any; a fixed end comes before what is usual."""
    if conversation.state not in {ConversationState.DRAFT, ConversationState.READY}:
        return None
    return _late(conversation, items, now) or _usual(conversation, items, past)


def _late(
    conversation: Conversation, items: tuple[AgendaItem, ...], now: datetime
) -> LateOffer | None:
    agenda, ends_by = conversation.agenda, conversation.preparation.ends_by
    if ends_by is None:
        return None
    end = end_near(now, ends_by)
    left = (end - now.replace(second=0, microsecond=0)) // _MINUTE
    enough = least_minutes(agenda)
    missing = max(0, enough - left)
    if agenda.total_minutes - left < _LATE_FROM and not missing:
        return None
    offered = left + missing
    return LateOffer(
        ends_by=end,
        left=left,
        minutes=agenda.total_minutes,
        offered=offered,
        missing=missing,
        would_end_at=now + offered * _MINUTE,
        changes=changes_to(items, fit_to(agenda, offered)),
    )


def _usual(
    conversation: Conversation, items: tuple[AgendaItem, ...], past: Sequence[PastTime]
) -> UsualOffer | None:
    found = usual_plan(conversation.agenda, past, conversation.preparation.format)
    if found is None:
        return None
    by_id = {item.id: item for item in items}
    return UsualOffer(
        offered=found.agenda.minutes,
        usual=tuple((by_id[one.item_id], one) for one in found.usual),
        changes=changes_to(items, found.agenda),
    )
