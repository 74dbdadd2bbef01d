"""``ogp-desktop conversation``: what is in the data file, listed, shown and exported."""

import argparse
import json
from typing import Any

import msgspec

from ogp_desktop import wiring
from ogp_desktop.commands.answers import answer, folders
from ogp_desktop.domain.conversation_row import ConversationRow
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.paths import write_whole
from ogp_desktop.services import reading


def conversation_list(asked: argparse.Namespace) -> int:
    """Print every conversation, the latest touched first."""
    at = wiring.open_workplace(folders(asked))
    rows: list[ConversationRow] = []
    while page := reading.conversations(at, limit=200, offset=len(rows)):
        rows += page
    at.store.close()
    values = [msgspec.to_builtins(row) for row in rows]
    lines = (f"{row.id}  {row.updated_at[:16]}  {row.state:<8} {row.title}" for row in rows)
    return answer(asked, values, lines, nothing="no conversations")


def _export(asked: argparse.Namespace) -> dict[str, Any]:
    at = wiring.open_workplace(folders(asked))
    try:
        run = reading.run(at, conversation_id=ConversationId(asked.id))
    except LookupError as error:
        raise Trouble("not_found", what=asked.id) from error
    finally:
        at.store.close()
    return {
        "conversation": msgspec.to_builtins(run.conversation),
        "timing_log": msgspec.to_builtins(run.log),
        "notes": msgspec.to_builtins(run.notes),
        "leans": msgspec.to_builtins(dict(run.leans)),
    }


def conversation_show(asked: argparse.Namespace) -> int:
    """Print one conversation with its notes."""
    value = _export(asked)
    preparation = value["conversation"]["preparation"]
    lines = [
        f"{preparation['title']} ({value['conversation']['state']})",
        f"{preparation['minutes']} min, {preparation['people']} people",
        *(
            f"{note['question_id']}  {note['kind_id']:<12} {note['text']}"
            for note in value["notes"]
        ),
    ]
    return answer(asked, value, lines)


def conversation_export(asked: argparse.Namespace) -> int:
    """Write one conversation with its notes to a JSON file."""
    value = _export(asked)
    try:
        write_whole(asked.to, json.dumps(value, ensure_ascii=False, indent=2).encode())
    except OSError as error:
        raise Trouble("cannot_write", what=str(asked.to), errno=error.errno) from error
    return answer(asked, {"to": str(asked.to), "notes": len(value["notes"])}, (str(asked.to),))


COMMANDS = {
    "conversation_list": conversation_list,
    "conversation_show": conversation_show,
    "conversation_export": conversation_export,
}
