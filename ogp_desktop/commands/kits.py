"""``ogp-desktop plan`` and ``ogp-desktop kit``: agendas and kits on the terminal."""

import argparse
from typing import Any

from ogp_desktop import paths
from ogp_desktop.commands.answers import answer, existing, folders
from ogp_desktop.domain.agenda import Agenda, PlanRequest
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.planning import plan as planned
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit
from ogp_desktop.kits.planning import planning_rules
from ogp_desktop.kits.reading import read_kit


def _library(asked: argparse.Namespace) -> KitLibrary:
    return KitLibrary(paths.data_root() / "kits", folders(asked).kits)


def plan(asked: argparse.Namespace) -> int:
    """Print the agenda for a room."""
    kit = _library(asked).newest(asked.kit)
    agenda = planned(
        PlanRequest(
            minutes=asked.minutes,
            people=asked.people,
            format=Format(asked.format),
            tables=asked.tables,
            rules=planning_rules(kit),
        )
    )
    lines = [f"{block.minutes:>4}  {block.id}" for block in agenda.blocks]
    lines.append(f"{agenda.total_minutes:>4}  in all, of {agenda.minutes}")
    lines += [f"      note: {flag.value}" for flag in agenda.flags]
    lines += [
        f"      short: {block.id} has {block.minutes}, needs {block.minimum}"
        for block in agenda.short_blocks
    ]
    return answer(asked, _as_json(agenda), lines)


def _as_json(agenda: Agenda) -> dict[str, Any]:
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
    }


def kit_list(asked: argparse.Namespace) -> int:
    """Print the kits at hand."""
    kits = _library(asked).kits()
    return answer(asked, [_facts(kit) for kit in kits], (_line(kit) for kit in kits))


def kit_check(asked: argparse.Namespace) -> int:
    """Read a kit and say that it is whole, or which file and field are wrong."""
    kit = read_kit(existing(asked.path))
    return answer(asked, _facts(kit), (f"{_line(kit)}: whole",))


def kit_show(asked: argparse.Namespace) -> int:
    """Print a kit's questions."""
    kit = _library(asked).newest(asked.id)
    local = in_language(kit, kit.languages[0])
    questions = [
        {"id": one.id, "number": one.number, "kind": one.kind.value, "text": one.text}
        for one in local.questions
    ]
    lines = [_line(kit), local.title]
    lines += [f"{one.number}. {one.text}" for one in local.questions]
    return answer(asked, {**_facts(kit), "title": local.title, "questions": questions}, lines)


def _facts(kit: Kit) -> dict[str, Any]:
    return {
        "id": kit.id,
        "version": kit.version,
        "languages": list(kit.languages),
        "closes": kit.window.closes.isoformat() if kit.window else None,
        "digest": kit.digest,
    }


def _line(kit: Kit) -> str:
    closes = f", closes {kit.window.closes.isoformat()}" if kit.window else ""
    return f"{kit.id} {kit.version} ({', '.join(kit.languages)}){closes}"


COMMANDS = {"kit_list": kit_list, "kit_check": kit_check, "kit_show": kit_show}
