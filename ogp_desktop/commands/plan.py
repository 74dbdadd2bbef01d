"""``ogp-desktop plan``: an agenda on the terminal, also for the time until an end that is fixed.

It exits 0 when an agenda of exactly the minutes asked is printed, however tight its flags say it
is; 1 when there is none, and then names the minutes missing and the nearest plan that fits.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from ogp_desktop.clocks import SystemClock
from ogp_desktop.commands.answers import answer, explain, library
from ogp_desktop.domain.agenda import MINUTES_RANGE, Agenda, PlanRequest
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.fixed_end import end_near, minutes_until
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning import plan as planned
from ogp_desktop.domain.planning import shortest
from ogp_desktop.kits.planning import planning_rules


def plan(asked: argparse.Namespace) -> int:
    """Print the agenda for a room, or why there is none and the nearest one."""
    if asked.minutes is None and asked.end is None:
        asked.wrong_usage("one of the arguments --minutes --end is required")
    wanted = PlanRequest(
        minutes=MINUTES_RANGE[1] if asked.minutes is None else asked.minutes,
        people=asked.people,
        format=Format(asked.format),
        tables=asked.tables,
        rules=planning_rules(library(asked).newest(asked.kit)),
        is_interpreted=asked.interpretation,
    )
    now = _now(asked)
    try:
        nearest = shortest(wanted)
    except Refusal as refusal:  # whatever the time
        return _refuse(asked, explain(refusal), {"error": refusal.code, **refusal.data})
    try:
        agenda = planned(wanted)
        if asked.end is not None:
            minutes = min(wanted.minutes, minutes_until(now, asked.end))
            agenda = planned(replace(wanted, minutes=minutes))
    except Refusal as refusal:
        return _refuse_time(asked, wanted, refusal, nearest, now)
    return answer(asked, _facts(agenda, nearest), _lines(agenda, nearest))


def _now(asked: argparse.Namespace) -> datetime:
    now = SystemClock().now()
    at: time | None = asked.now
    return (
        now if at is None else now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    )


def _refuse_time(
    asked: argparse.Namespace,
    wanted: PlanRequest,
    refusal: Refusal,
    nearest: Agenda,
    now: datetime,
) -> int:
    """Say what is wrong with the time; where it is too little, how much is missing."""
    facts: dict[str, Any] = {"error": refusal.code, **refusal.data}
    left, sentence = wanted.minutes, explain(refusal)
    if asked.end is not None:
        to_end = (end_near(now, asked.end) - now) // timedelta(minutes=1)
        if refusal.code == "end_is_past":
            ago = refusal.data["past_s"] // 60
            facts |= {"field": "end", "past_minutes": ago}
            sentence = f"end: {asked.end:%H:%M} was {ago} min ago"
        elif to_end < wanted.minutes <= MINUTES_RANGE[1]:
            facts |= {"field": "end"}
            sentence = f"end: only {to_end} min are left until {asked.end:%H:%M}"
        left = min(left, to_end)
    if left >= nearest.minutes:
        return _refuse(asked, sentence, facts)
    missing = nearest.minutes - left
    facts |= {
        "missing_minutes": missing,
        "enough_minutes": nearest.minutes,
        "nearest": _facts(nearest, nearest),
    }
    sentence += f"; {missing} min are missing. {_nearest_takes(nearest)}"
    return _refuse(asked, sentence, facts, _lines(nearest, nearest))


def _refuse(
    asked: argparse.Namespace,
    sentence: str,
    facts: Mapping[str, Any],
    lines: Iterable[str] = (),
) -> int:
    """Tell people what is wrong, and programs the same as JSON where that was asked."""
    for line in (f"ogp-desktop: {sentence}", *lines):
        print(line, file=sys.stderr)
    if asked.json:
        print(json.dumps({**facts, "sentence": sentence}, ensure_ascii=False, indent=2))
    return 1


def _lines(agenda: Agenda, nearest: Agenda) -> Iterator[str]:
    yield from (f"{block.minutes:>4}  {block.id}" for block in agenda.blocks)
    yield f"{agenda.total_minutes:>4}  in all, of {agenda.minutes}"
    yield from (f"      note: {flag.value}" for flag in agenda.flags)
    for block in agenda.short_blocks:
        yield f"      short: {block.id} has {block.minutes}, needs {block.minimum}"
    missing = nearest.minutes - agenda.minutes
    if missing > 0:
        short = f"{missing} min are missing for every part to have what it needs"
        yield f"{short}. {_nearest_takes(nearest)}"
        yield from _lines(nearest, nearest)


def _nearest_takes(nearest: Agenda) -> str:
    return f"The nearest plan that fits takes {nearest.minutes} min."


def _facts(agenda: Agenda, nearest: Agenda) -> dict[str, Any]:
    missing = max(0, nearest.minutes - agenda.minutes)
    return {
        "minutes": agenda.minutes,
        "blocks": [
            {
                "id": block.id,
                "minutes": block.minutes,
                "minimum": block.minimum,
                "protected": block.is_protected,
            }
            for block in agenda.blocks
        ],
        "flags": [flag.value for flag in agenda.flags],
        "talk_seconds_per_person_q1": agenda.talk_seconds_per_person_q1,
        "group_questions": list(agenda.group_questions),
        "individual_questions": list(agenda.individual_questions),
        "subgroup": agenda.subgroup,
        "shortfall_minutes": agenda.shortfall_minutes,
        "missing_minutes": missing,
        "enough_minutes": nearest.minutes,
        "nearest": _facts(nearest, nearest) if missing else None,
    }
