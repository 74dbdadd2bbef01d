"""The command line: the window without a command, and everything that automates, tests or shows.

Each command prints a short text for people, or JSON with ``--json``; it exits 0 only on success and
names the field or the file on bad input.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import ogp_desktop
from ogp_desktop.domain.errors import DomainError

_LAST_PORT = 65_535
_MOST_WORKERS = 64
_MOST_PER_MINUTE = 1_000_000
_ENOUGH = 141
"""What a shell tells of a program whose reader left."""
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; return the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    asked = build_parser(given).parse_args(given)
    try:
        done = _command(asked)(asked)
        if sys.stdout is not None:  # a window's own program has none on Windows
            sys.stdout.flush()  # here, where a full disk has words
    except BrokenPipeError:  # whoever reads has enough, as ``head`` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _ENOUGH
    except DomainError as error:
        from ogp_desktop.commands.answers import explain

        print(f"ogp-desktop: {explain(error)}", file=sys.stderr)
        return 1
    except OSError as error:
        from ogp_desktop.commands.answers import explain_file

        print(f"ogp-desktop: {explain_file(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return done


def build_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser that knows every command, and whatever the commands named here take."""
    parser = argparse.ArgumentParser(
        prog="ogp-desktop",
        description="Host a community conversation offline. Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=ogp_desktop.__version__)
    _add_folder(parser)
    parser.add_argument("--lang", help="language of the interface, such as fr or en")
    parser.add_argument("--offline", action="store_true", help="open no connection at all")
    parser.add_argument(
        "--smoke-test", action="store_true", help="open every screen once, then leave"
    )
    parser.set_defaults(run="window")
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, (help_text, fill) in _COMMANDS.items():
        command = commands.add_parser(name, help=help_text)
        if name in arguments:  # the window, which names none, need not wait for all the others
            fill(command)
    return parser


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, metavar="DIR")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _demo(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    _add_json(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the report is written")
    parser.set_defaults(run="demo")


def _kit(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for name, what in (("list", None), ("check", "path"), ("show", "id"), ("xform", "id")):
        action = actions.add_parser(name, help=_KIT[name])
        _add_folder(action)
        _add_json(action)
        if what == "path":
            action.add_argument("path", type=Path)
        elif what == "id":
            action.add_argument("id")
        if name == "xform":
            action.add_argument("--out", type=Path, required=True, metavar="DIR")
        action.set_defaults(run=f"kit_{name}")


def _plan(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    _add_json(parser)
    parser.add_argument("--kit", default="ogp-strategy-2022", metavar="ID")
    parser.add_argument("--minutes", type=int, metavar="N")
    parser.add_argument(
        "--end", type=_time, metavar="HH:MM", help="it must end then, at the latest"
    )
    parser.add_argument("--now", type=_time, metavar="HH:MM", help="it starts then, if not now")
    parser.add_argument("--format", choices=("in_person", "online", "hybrid"), default="in_person")
    parser.add_argument("--people", type=int, required=True, metavar="N")
    parser.add_argument("--tables", type=int, metavar="N")
    parser.add_argument("--interpretation", action="store_true", help="everything is said twice")
    parser.set_defaults(run="plan", wrong_usage=parser.error)


def _conversation(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for name, help_text in _CONVERSATION.items():
        action = actions.add_parser(name, help=help_text)
        _add_folder(action)
        _add_json(action)
        if name != "list":
            action.add_argument("id")
        if name == "export":
            action.add_argument("--to", type=Path, required=True, metavar="FILE")
        action.set_defaults(run=f"conversation_{name}")


def _outbox(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for name, help_text in _OUTBOX.items():
        action = actions.add_parser(name, help=help_text)
        _add_folder(action)
        _add_json(action)
        if name == "export":
            _outbox_export(action)
        if name == "import-receipt":
            action.add_argument("file", type=Path, help="a receipt that was given back")
        if name == "carry":
            action.add_argument("file", type=Path, help="somebody else's bundle; it stays unopened")
            action.add_argument("--receipts", type=Path, metavar="FILE", help="where they are kept")
        if name in ("export", "carry"):
            action.add_argument("--destination", metavar="NAME", help="where to, if not the only")
        action.set_defaults(run=f"outbox_{name}")


def _outbox_export(action: argparse.ArgumentParser) -> None:
    action.add_argument(
        "id",
        nargs="?",
        help="a sealed submission, as `outbox list` names it, to be written as it was sealed; "
        "without one everything that waits is written, encrypted for where it goes",
    )
    action.add_argument("--to", type=Path, required=True, metavar="PATH", help="a file or a folder")
    action.add_argument("--bundle", action="store_true", help="encrypt the one submission too")
    action.add_argument("--armor", action="store_true", help="encrypted as text, for an e-mail")


def _endpoint(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    _describe(actions.add_parser("describe", help="write the address file, and its QR code"))
    for name, help_text in _ENDPOINT.items():
        action = actions.add_parser(name, help=help_text)
        if name != "serve":
            _add_json(action)
        if name != "identity":
            action.add_argument(
                "--database", required=True, metavar="URL", help="any SQLAlchemy URL"
            )
        if name in ("serve", "import", "identity"):
            action.add_argument(
                "--identity",
                type=Path,
                required=name == "identity",
                metavar="FILE",
                help="the age key that bundles are opened with",
            )
        if name == "serve":
            action.add_argument("--host", default="127.0.0.1")
            action.add_argument("--port", type=_port, default=8080)
            _add_scale(action)
        if name == "import":
            action.add_argument(
                "file",
                nargs="?",
                type=Path,
                help="a file that was handed over; without one, what couriers brought",
            )
        if name in ("serve", "import"):
            action.add_argument("--key", type=Path, metavar="FILE", help="key for the receipts")
        if name == "token":
            action.add_argument("--scope", choices=("submit", "read"), default="submit")
        if name == "tokens":
            action.add_argument("--revoke", metavar="HASH", help="the start of a code's hash")
        if name in ("export", "import"):
            action.add_argument("--to", type=Path, required=name == "export", metavar="DIR")
        if name == "export":
            action.add_argument(
                "--form",
                choices=("files", "csv", "jsonl"),
                default="files",
                help="a folder of the exact bytes, or one file: a table, or a submission a line",
            )
        if name in ("list", "export"):
            _add_wishes(action)
        action.set_defaults(run=f"endpoint_{name}")


def _describe(action: argparse.ArgumentParser) -> None:
    _add_json(action)
    action.add_argument("--database", metavar="URL", help="the key stands beside a SQLite file")
    action.add_argument("--key", type=Path, metavar="FILE", help="key for the receipts")
    action.add_argument("--url", required=True, help="the address that people send to")
    action.add_argument("--name", required=True, help="the name that people see")
    action.add_argument("--protocol", choices=("json", "openrosa"), default="json")
    action.add_argument("--recipient", metavar="AGE1...", help="age key that takes bundles")
    action.add_argument("--closes", type=_date, metavar="YYYY-MM-DD")
    action.add_argument("--out", type=Path, required=True, metavar="FILE")
    action.add_argument("--qr", type=Path, metavar="FILE", help="a picture, .svg or .png")
    action.set_defaults(run="endpoint_describe")


def _add_scale(serve: argparse.ArgumentParser) -> None:
    serve.add_argument(
        "--workers", type=_count, default=1, metavar="N", help="processes; on SQLite it is one"
    )
    serve.add_argument(
        "--per-minute",
        type=_limit,
        default=300,
        metavar="N",
        help="requests of one address each worker takes; 0 is no limit",
    )


def _add_wishes(action: argparse.ArgumentParser) -> None:
    """Take what narrows a list; the names are those of ``endpoint.search.Wanted``."""
    action.add_argument("--text", help="words that were written, without case and accents")
    action.add_argument("--kit", metavar="ID")
    action.add_argument("--language", metavar="TAG", help="of the notes, such as fr")
    for name in ("held-from", "held-until", "stored-from", "stored-until"):
        action.add_argument(f"--{name}", metavar="YYYY-MM-DD")


def _count(text: str) -> int:
    return _between(text, 1, _MOST_WORKERS)


def _limit(text: str) -> int:
    return _between(text, 0, _MOST_PER_MINUTE)


def _port(text: str) -> int:
    return _between(text, 0, _LAST_PORT)


def _between(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text[:12]) <= most):
        message = f"{text} is not {least} to {most}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text} is no day: write it as YYYY-MM-DD"
        raise argparse.ArgumentTypeError(message) from None


def _time(text: str) -> time:
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007  no day, so no zone
    except ValueError:
        message = f"{text} is no time: write it as HH:MM"
        raise argparse.ArgumentTypeError(message) from None


def _screens(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--lang", default="en")
    parser.add_argument("--size", default="1280x800", metavar="WxH")
    parser.add_argument("--text-scale", type=float, default=1.0, metavar="N")
    parser.add_argument("--dark", action="store_true")
    parser.set_defaults(run="screens")


_KIT = {
    "list": "the kits at hand",
    "check": "say that a kit is whole, or which file and field are wrong",
    "show": "its questions",
    "xform": "its form for the owner of an OpenRosa server, as .xml and .xlsx",
}
_CONVERSATION = {
    "list": "every conversation",
    "show": "one with its notes",
    "export": "one with its notes, to a JSON file",
}
_OUTBOX = {
    "list": "every sealed submission and where it is",
    "send": "try what is due once; exits 0 when nothing is left to be sent",
    "test": "test the way to every address that was set, without anybody's words",
    "export": "write what waits as encrypted bundles, or one as it was sealed",
    "import-receipt": "confirm by a receipt that came back as a file",
    "carry": "send somebody else's bundle, unopened",
}
_ENDPOINT = {
    "serve": "answer requests until told to stop",
    "token": "make an access code, shown this once",
    "tokens": "list the access codes by their hashes, or revoke one",
    "list": "what is stored",
    "export": "write what is stored to files or a table",
    "import": "store what came as a file or through a courier; write the receipts",
    "identity": "make the key that bundles are opened with",
    "compact": "rewrite the database, so that nothing withdrawn is left in free space",
}
_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "demo": ("hold the sample conversation, from kit to receipt", _demo),
    "kit": ("list, check or show kits, write their form for a server", _kit),
    "plan": ("print the agenda for a room", _plan),
    "conversation": ("list, show or export conversations", _conversation),
    "outbox": ("what waits: list, send, export, carry; test the way; import receipts", _outbox),
    "endpoint": ("the receiving side: run it, read it, look after it", _endpoint),
    "screens": ("draw every screen to a PNG", _screens),
}


def _command(asked: argparse.Namespace) -> Command:
    """Return what does the command; only its own libraries are loaded."""
    name: str = asked.run
    group = name.partition("_")[0]
    match group:
        case "window":
            from ogp_desktop.runtime.plain_import import import_plainly

            import_plainly()
            from ogp_desktop.commands import window

            return window.window
        case "demo":
            from ogp_desktop.commands import demo

            return demo.demo
        case "plan":
            from ogp_desktop.commands import plan

            return plan.plan
        case "kit":
            from ogp_desktop.commands import kits

            return kits.COMMANDS[name]
        case "conversation":
            from ogp_desktop.commands import conversations

            return conversations.COMMANDS[name]
        case "outbox":
            from ogp_desktop.commands import outbox

            return outbox.COMMANDS[name]
        case "endpoint":
            from ogp_desktop.commands import endpoint

            return endpoint.COMMANDS[name]
        case _:
            from ogp_desktop.commands import screens

            return screens.screens
