"""What ``ogp-desktop endpoint`` takes: its actions and their options."""

import argparse
from datetime import date
from pathlib import Path

_LAST_PORT = 65_535
_MOST_WORKERS = 64
_MOST_PER_MINUTE = 1_000_000
_ACTIONS = {
    "serve": "answer requests until told to stop",
    "token": "make an access code, shown this once",
    "tokens": "list the access codes by their hashes, or revoke one",
    "list": "what is stored",
    "export": "write what is stored to files or a table",
    "import": "store what came as a file or through a courier; write the receipts",
    "identity": "make the key that bundles are opened with",
    "compact": "rewrite the database, so that nothing withdrawn is left in free space",
}


def add_actions(parser: argparse.ArgumentParser) -> None:
    """Add every action to the command ``endpoint``."""
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    _describe(actions.add_parser("describe", help="write the address file, and its QR code"))
    for name, help_text in _ACTIONS.items():
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
            action.add_argument(
                "--again", action="store_true", help="look again at bundles that were refused"
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


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")
