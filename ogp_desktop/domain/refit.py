"""Fits what is left of a conversation into the time that is left, and says what that would change.

Nothing changes until ``events_of_refit`` is logged, and one step takes it back. Minimums hold; the
opening, individual views and reading back give last; what does not fit is named with the time that
would be enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ogp_desktop.domain.agenda import BREAK, INDIVIDUAL, LONG_MEETING, Block
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.fitting import Part, fitted
from ogp_desktop.domain.schedule import BlockProgress, BlockStatus, Schedule, TimerState
from ogp_desktop.domain.timing_log import Plan, TimeSpent, TimingEvent, TimingKind, event_at

_MINUTE = 60
_SPARE = "+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refit:
    """A plan for ``left_s`` seconds from now.

    ``plan`` is whole: what was used stays. ``questions`` would move to the individual sheet.
    ``missing_s`` is what is still missing with everything at its minimum, ``enough_s`` the least
    that would be enough; ``planned_end_moves_s`` by how much the agreed end would move.
    """

    plan: Plan
    left_s: int
    questions: tuple[str, ...] = ()
    missing_s: int = 0
    enough_s: int
    planned_end_moves_s: int = 0


def refit(now: Schedule, left_s: int, *, keeps_end: bool = False) -> Refit:
    """Return the plan for ``left_s`` seconds from now, which then is the agreed end.

    With ``keeps_end`` the agreed end stays where it is. Raises ``Refusal("no_time")`` with
    ``enough_s`` when there is no time at all, and ``Refusal("not_now")`` after the end.
    """
    if now.state is TimerState.ENDED:
        raise Refusal("not_now", state=now.state.value)
    ahead = [block for block in now.blocks if block.status is not BlockStatus.DONE]
    by_id = {block.id: block for block in now.agenda.blocks}
    parts = [part for progress in ahead for part in _parts(progress, by_id[progress.id])]
    asked = (block.question_id for block in now.agenda.blocks if block.question_id)
    lead = now.agenda.group_questions[:1] or tuple(asked)[:1]

    def lengths_in(minutes: int) -> dict[str, int]:
        order = _cut_order(parts, lead, minutes)
        cut = fitted(parts, minutes, cut_order=order, lead=lead, takers=_takers(parts, lead))
        return {one.id: cut[one.id] + cut.get(f"{one.id}{_SPARE}", 0) for one in ahead}

    enough_s = _MINUTE * sum(lengths_in(0).values())
    if left_s <= 0:
        raise Refusal("no_time", missing_s=enough_s - left_s, enough_s=enough_s)
    minutes, odd_s = divmod(left_s, _MINUTE)
    lengths = lengths_in(minutes)
    plan = _plan(now, lengths, odd_s if left_s >= enough_s else 0)
    gone = [by_id[id_].question_id for id_, length in lengths.items() if not length]
    left = {block.question_id for block in plan.agenda.blocks}
    to_agreed_s = round((now.planned_end_at - now.ends_at).total_seconds()) + now.session_left_s
    return Refit(
        plan=plan,
        left_s=left_s,
        questions=tuple(dict.fromkeys(q for q in gone if q is not None and q not in left)),
        missing_s=max(0, enough_s - left_s),
        enough_s=enough_s,
        planned_end_moves_s=0 if keeps_end else left_s - to_agreed_s,
    )


def seconds_until(now: datetime, end_at: datetime) -> int:
    """Return the seconds until an end that is fixed; ``Refusal("end_is_past")`` when it is past."""
    left_s = int((end_at - now) / timedelta(seconds=1))
    if left_s <= 0:
        raise Refusal("end_is_past", past_s=-left_s)
    return left_s


def _parts(progress: BlockProgress, block: Block) -> list[Part]:
    """Return what is left of a block, in whole minutes: its body, and what gives before the rest.

    The current one keeps what it used.
    """
    length = max(0, progress.planned_s - progress.used_s) // _MINUTE
    least = -(-max(0, _MINUTE * block.minimum - progress.used_s) // _MINUTE)
    spare = max(0, min(block.spare, length - least))
    body = Part(
        id=block.id,
        length=length - spare,
        least=least,
        is_protected=block.is_protected,
        question_id=block.question_id,
        stays=_stays(progress, block),
    )
    early = Part(id=f"{block.id}{_SPARE}", length=spare, least=0, question_id=block.question_id)
    return [body, early] if spare else [body]


def _stays(progress: BlockProgress, block: Block) -> bool:
    is_current = progress.status is BlockStatus.CURRENT
    return block.is_protected or is_current or progress.used_s > 0


def _cut_order(parts: Sequence[Part], lead: tuple[str, ...], minutes: int) -> list[str]:
    """Return who gives first: other questions in their order, pauses unless much time remains,
    then follow-ups, introductions and framing; the first question's body comes after all of them.
    """
    free = [part for part in parts if not part.is_protected]
    others = [p.id for p in free if p.question_id is not None and p.question_id not in lead]
    pauses = [p.id for p in free if is_pause(p.id)] if minutes <= LONG_MEETING else []
    early = [p for p in free if p.id.endswith(_SPARE) and p.id not in others]
    early.sort(key=lambda part: part.question_id is None)
    return [*others, *pauses, *(part.id for part in early)]


def is_pause(block_id: str) -> bool:
    """Tell whether a block is a break or something that was added to the plan for a while."""
    return block_id.partition("~")[0] in {BREAK, "energiser", "interpretation"}


def _takers(parts: Sequence[Part], lead: tuple[str, ...]) -> list[list[str]]:
    """Return who gets time that is over: the first question while it lasts, else the next one."""
    whole = [part for part in parts if not part.id.endswith(_SPARE)]
    first = [part.id for part in whole if part.question_id in lead]
    asked = [[part.id] for part in whole if part.question_id is not None]
    views = [part.id for part in whole if part.id == INDIVIDUAL]
    # At the very end everything may have used its time up; then the current block goes on.
    return [first, *asked, views, *([part.id] for part in reversed(whole))]


def _plan(now: Schedule, lengths: dict[str, int], odd_s: int) -> Plan:
    """Return the whole plan: the current block gets the seconds that make no minute."""
    planned_s = {block.id: block.planned_s for block in now.blocks}
    for block in now.blocks:
        if block.id in lengths:
            planned_s[block.id] = block.used_s + _MINUTE * lengths[block.id]
        if block.id == now.block_id:
            planned_s[block.id] += odd_s
    progress = {block.id: block for block in now.blocks}
    blocks = tuple(
        replace(block, minutes=planned_s[block.id] // _MINUTE)
        for block in now.agenda.blocks
        if lengths.get(block.id, 1) or _stays(progress[block.id], block)
    )
    return Plan(
        agenda=replace(now.agenda, blocks=blocks),
        planned_s={block.id: planned_s[block.id] for block in blocks},
    )


def events_of_refit(change: Refit, at: Moment) -> tuple[TimingEvent, ...]:
    """Return what is to be logged, together, to carry out an accepted re-fit."""
    return events_of_plan(change.plan, at, end_moves_s=change.planned_end_moves_s)


def events_of_undo(spent: TimeSpent, at: Moment) -> tuple[TimingEvent, ...]:
    """Return what takes the latest change of the plan, or of the start, back, and again brings it
    back.

    Raises ``Refusal("nothing_to_undo")``, or ``Refusal("in_use")`` when the block that would go is
    the current one.
    """
    before = spent.before
    if before is None:
        raise Refusal("nothing_to_undo")
    if spent.block_id not in before.planned_s:
        raise Refusal("in_use", block_id=spent.block_id)
    events: tuple[TimingEvent, ...] = ()
    if before != spent.plan:
        end_moves_s = before.end_moved_s - spent.plan.end_moved_s
        events = events_of_plan(before, at, end_moves_s=end_moves_s)
    if back_s := spent.start_before_s - spent.start_moved_s:
        events = (*events, event_at(at, TimingKind.START_MOVED, seconds=back_s))
    return events


def events_of_plan(plan: Plan, at: Moment, *, end_moves_s: int = 0) -> tuple[TimingEvent, ...]:
    """Return the events of one change to another plan: its blocks, and what makes no minute."""
    events = [event_at(at, TimingKind.REPLANNED, blocks=plan.agenda.blocks)]
    for block in plan.agenda.blocks:
        odd_s = plan.planned_s[block.id] - _MINUTE * block.minutes
        if odd_s:
            events.append(event_at(at, TimingKind.EXTENDED, block_id=block.id, seconds=odd_s))
    if end_moves_s:
        events.append(event_at(at, TimingKind.END_MOVED, seconds=end_moves_s))
    return tuple(events)
