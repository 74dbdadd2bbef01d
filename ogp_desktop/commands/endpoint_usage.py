"""What ``ogp-desktop endpoint`` takes: its actions and their options."""

import argparse
from datetime import date
from pathlib import Path

_LAST_PORT = 65_535
_MOST_WORKERS = 64


def add_actions(parser: argparse.ArgumentParser) -> None:
    """Add every action to the command ``endpoint``."""
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    _describe(actions.add_parser("describe"))
    for name in (*("serve", "token", "tokens", "list", "export", "import", "identity", "compact"),):
        action = actions.add_parser(name)
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
    action.add_argument("--closes", type=date.fromisoformat, metavar="YYYY-MM-DD")
    action.add_argument("--out", type=Path, required=True, metavar="FILE")
    action.add_argument("--qr", type=Path, metavar="FILE", help="a picture, .svg or .png")
    action.set_defaults(run="endpoint_describe")


def _add_scale(serve: argparse.ArgumentParser) -> None:
    serve.add_argument(
        "--workers", type=_count, default=1, metavar="N", help="processes; on SQLite it is one"
    )
    serve.add_argument(
        "--per-minute",
        type=int,
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


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _count(text: str) -> int:
    count = int(text)
    if not 1 <= count <= _MOST_WORKERS:
        message = f"{count} is not 1 to {_MOST_WORKERS}"
        raise argparse.ArgumentTypeError(message)
    return count


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= _LAST_PORT:
        message = f"{port} is no port: 0 to {_LAST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return port
