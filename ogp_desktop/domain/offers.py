"""What a host may choose when a block has used its time; nothing changes until one is taken.

Every offer says when the conversation would end; openings, individual views and reading the notes
back never give.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from ogp_desktop.domain.agenda import INDIVIDUAL, Agenda
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.refit import events_of_plan
from ogp_desktop.domain.schedule import BlockStatus, Schedule, TimerState
from ogp_desktop.domain.timing_log import Plan, TimingEvent, TimingKind, event_at

STEP_S = 300
ASK_FIRST_S = 900
"""Ending later by more than this is for the group to decide."""


class OfferKind(StrEnum):
    """The four ways on."""

    TAKE_FROM = "take_from"
    SKIP_TO_INDIVIDUAL = "skip_to_individual"
    END_LATER = "end_later"
    KEEP_GOING = "keep_going"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One way on, and its result.

    ``seconds`` are taken from ``block_id`` or added at the end; ``questions`` would move to the
    individual sheet; ``is_for_group`` means that the group should be asked first.
    """

    kind: OfferKind
    ends_at: datetime
    block_id: str | None = None
    seconds: int = 0
    questions: tuple[str, ...] = ()
    is_for_group: bool = False


def overtime_offers(agenda: Agenda, now: Schedule) -> tuple[Offer, ...]:
    """Return the offers for a block that is over its time, the mildest first; else none.

    ``now`` is the schedule of the same agenda. No offer is due for three minutes after the host
    kept going.
    """
    if now.state is not TimerState.OVER or not now.is_offer_due:
        return ()
    offers = [*take_offers(agenda, now)[:1], _skip(agenda, now), _end_later(agenda, now)]
    offers.append(Offer(kind=OfferKind.KEEP_GOING, ends_at=now.ends_at))
    return tuple(offer for offer in offers if offer is not None)


def take_offers(agenda: Agenda, now: Schedule) -> tuple[Offer, ...]:
    """Return every block ahead that can give, in the order of cuts, with up to five minutes.

    A block that can give all five comes before one that cannot.
    """
    minimums_s = {b.id: 60 * b.minimum for b in agenda.blocks if not b.is_protected}
    offers = []
    for giver in now.blocks:
        if giver.status is BlockStatus.AHEAD and giver.id in minimums_s:
            spare_s = giver.planned_s - max(giver.used_s, minimums_s[giver.id])
            seconds = min(STEP_S, spare_s // 60 * 60)
            if seconds > 0:
                ends_at = _after(now, longer_s=seconds, saved_s=seconds)
                offers.append(
                    Offer(
                        kind=OfferKind.TAKE_FROM,
                        ends_at=ends_at,
                        block_id=giver.id,
                        seconds=seconds,
                    )
                )
    rank = {block_id: place for place, block_id in enumerate(agenda.cut_order)}
    return tuple(
        sorted(offers, key=lambda o: (o.seconds < STEP_S, rank.get(o.block_id or "", len(rank))))
    )


def _skip(agenda: Agenda, now: Schedule) -> Offer | None:
    """Return the guide's own advice: leave the questions that remain to individual views."""
    ids = [block.id for block in now.blocks]
    here = next(block.question_id for block in agenda.blocks if block.id == now.block_id)
    if here is None or INDIVIDUAL not in ids or ids.index(INDIVIDUAL) <= ids.index(now.block_id):
        return None
    between = now.blocks[ids.index(now.block_id) + 1 : ids.index(INDIVIDUAL)]
    skipped = {block.id for block in between}
    questions = dict.fromkeys(
        question
        for block in agenda.blocks
        if block.id in skipped and (question := block.question_id) and question != here
    )
    if not questions:
        return None
    saved_s = sum(max(0, block.planned_s - block.used_s) for block in between)
    return Offer(
        kind=OfferKind.SKIP_TO_INDIVIDUAL,
        ends_at=_after(now, saved_s=saved_s),
        block_id=INDIVIDUAL,
        questions=tuple(questions),
    )


def _end_later(agenda: Agenda, now: Schedule) -> Offer:
    started_at = now.started_at or now.ends_at
    first_agreed = started_at + timedelta(minutes=agenda.total_minutes)
    later = now.planned_end_at + timedelta(seconds=STEP_S) - first_agreed
    return Offer(
        kind=OfferKind.END_LATER,
        ends_at=_after(now, longer_s=STEP_S),
        seconds=STEP_S,
        is_for_group=later > timedelta(seconds=ASK_FIRST_S),
    )


def _after(now: Schedule, *, longer_s: int = 0, saved_s: int = 0) -> datetime:
    """Return the end when the current, overrun block gets longer and others save time."""
    change = timedelta(seconds=max(0, now.left_s + longer_s) - saved_s)
    return (now.ends_at.astimezone(UTC) + change).astimezone(now.ends_at.tzinfo)


def events_of(offer: Offer, now: Schedule, at: Moment) -> tuple[TimingEvent, ...]:
    """Return the events that carry out an accepted offer, to be logged at ``at`` together."""

    def event(
        kind: TimingKind, block_id: str | None = None, seconds: int | None = None
    ) -> TimingEvent:
        return event_at(at, kind, block_id=block_id, seconds=seconds)

    longer = event(TimingKind.EXTENDED, now.block_id, offer.seconds)
    match offer.kind:
        case OfferKind.TAKE_FROM:
            return longer, event(TimingKind.EXTENDED, offer.block_id, -offer.seconds)
        case OfferKind.END_LATER:
            return longer, event(TimingKind.END_MOVED, seconds=offer.seconds)
        case OfferKind.SKIP_TO_INDIVIDUAL:
            plan = _without_what_is_skipped(now)
            return (*events_of_plan(plan, at), event(TimingKind.MOVED, offer.block_id))
        case OfferKind.KEEP_GOING:
            return (event(TimingKind.KEPT_GOING),)


def _without_what_is_skipped(now: Schedule) -> Plan:
    """Return the plan without what nobody began before individual views, so that it says so."""
    left = {block.id: block for block in now.blocks}
    ids = list(left)
    between = ids[ids.index(now.block_id) + 1 : ids.index(INDIVIDUAL)]
    skipped = {id_ for id_ in between if not left[id_].used_s}
    blocks = tuple(block for block in now.agenda.blocks if block.id not in skipped)
    return Plan(
        agenda=replace(now.agenda, blocks=blocks),
        planned_s={block.id: left[block.id].planned_s for block in blocks},
    )
