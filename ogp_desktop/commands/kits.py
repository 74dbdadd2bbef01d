"""``ogp-desktop kit``: kits on the terminal."""

import argparse
from typing import Any

from ogp_desktop.commands.answers import answer, existing, library
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit
from ogp_desktop.kits.reading import read_kit
from ogp_desktop.kits.server_form import server_form
from ogp_desktop.kits.xform import xform
from ogp_desktop.kits.xlsform import xlsform
from ogp_desktop.paths import write_whole


def kit_list(asked: argparse.Namespace) -> int:
    """Print the kits at hand."""
    kits = library(asked).kits()
    return answer(asked, [_facts(kit) for kit in kits], (_line(kit) for kit in kits))


def kit_check(asked: argparse.Namespace) -> int:
    """Read a kit and say that it is whole, or which file and field are wrong."""
    kit = read_kit(existing(asked.path))
    return answer(asked, _facts(kit), (f"{_line(kit)}: whole",))


def kit_show(asked: argparse.Namespace) -> int:
    """Print a kit's questions."""
    kit = library(asked).newest(asked.id)
    local = in_language(kit, kit.languages[0])
    questions = [
        {"id": one.id, "number": one.number, "kind": one.kind.value, "text": one.text}
        for one in local.questions
    ]
    lines = [_line(kit), local.title]
    lines += [f"{one.number}. {one.text}" for one in local.questions]
    return answer(asked, {**_facts(kit), "title": local.title, "questions": questions}, lines)


def kit_xform(asked: argparse.Namespace) -> int:
    """Write a kit's form for the owner of an OpenRosa server: an XForm, and its workbook."""
    form = server_form(library(asked).newest(asked.id))
    asked.out.mkdir(parents=True, exist_ok=True)
    written = {}
    for ending, data in (("xml", xform(form)), ("xlsx", xlsform(form))):
        path = asked.out / f"{form.form.id}-{form.form.version}.{ending}"
        write_whole(path, data)
        written[ending] = str(path)
    value = {"form_id": form.form.id, "version": form.form.version, **written}
    return answer(asked, value, (f"written to {path}" for path in written.values()))


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


COMMANDS = {
    "kit_list": kit_list,
    "kit_check": kit_check,
    "kit_show": kit_show,
    "kit_xform": kit_xform,
}
