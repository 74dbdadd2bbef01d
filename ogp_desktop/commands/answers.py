"""What a command prints: text for people or JSON for programs, and the sentence for an error."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ogp_desktop import paths, wiring
from ogp_desktop.domain.errors import DomainError, Trouble
from ogp_desktop.kits.errors import KitRefused
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.wiring import Folders

_SENTENCES = {
    "out_of_range": "{field} must be between {low} and {high}",
    "counts_exceed_people": "{field}: more than the {people} people in the room",
    "counts_exceed_received": "{field}: more answers than the {received} that came in",
    "damaged": "the data file is damaged; open the window to put a copy back",
    "newer_file": "the data file was written by a newer version of the program",
    "disk_full": "the disk is full",
    "folder_missing": "the folder of the notes is not there: {folder}",
    "locked": "another program holds the data file",
    "read_only": "the data file may not be written",
    "cannot_open": "the data file cannot be opened",
    "not_a_database": "--database is no address such as sqlite:////srv/feedback.sqlite3 or "
    "postgresql+psycopg://feedback@/feedback",
    "cannot_listen": "{host}:{port} cannot be listened on ({why})",
    "address_in_use": "{host}:{port} is taken by another program",
    "not_found": "nothing is found under {what}",
    "cannot_write": "{what} cannot be written",
    "bad_size": "{field} must look like {example}",
    "database": "the database cannot be opened ({kind})",
    "unknown_database": "{kind} is no kind of database the endpoint keeps things in",
    "one_worker_only": "SQLite lets one process write at a time: several workers need PostgreSQL",
    "bad_query": "{field} cannot be looked for like this",
    "unclear_token": "not exactly one access code has a hash that begins with {start}",
    "withdrawn": "{id} was withdrawn",
    "key_file_needed": "name the file of the receipt key with --key; only beside a SQLite file "
    "is it found",
    "endpoint_closed": "the last day, {closed}, is over",
    "empty": "{field} must not be empty",
    "too_long": "{field} is longer than {limit} characters",
    "not_printable": "{field} must be one line of visible characters",
    "not_json": "the file is no submission, or is damaged",
    "too_large": "the file is larger than any submission ({limit} bytes)",
    "not_canonical": "the file is no submission, or was changed",
    "missing_field": "the file is no submission that is taken: {field} is missing",
    "unknown_field": "the file is no submission that is taken: {field} is unknown",
    "wrong_type": "the file is no submission that is taken: {field} is not what it has to be",
    "newer_schema": "the submission was made by a newer version of the program",
    "not_now": "this cannot be done with what is {state}",
    "bad_picture": "{file} must end with .svg or .png",
    "not_https": "{field} must begin with https, so that nobody can read along",
    "not_an_address": "{field} is no address such as https://example.org/feedback",
    "key_damaged": "{path} holds no key",
    "identity_needed": "name the key that bundles are opened with: --identity FILE",
    "identity_bad": "{path} holds no age key; make one with age-keygen, or endpoint identity",
    "bundle_too_large": "the bundle is larger than {limit} bytes",
    "bundle_newer": "the bundle was made by a newer version of the program",
    "bundle_locked": "the bundle is encrypted for another key; nothing of it was taken",
    "bundle_damaged": "the bundle is damaged or cut off; nothing of it was taken",
    "bundle_layout": "the file holds something else than a bundle holds; nothing was taken",
    "bundle_signature": "the bundle is not signed by who it says; nothing of it was taken",
    "bundle_not_for_us": "the bundle is meant for another endpoint; nothing of it was taken",
    "bundle_item": "an item of the bundle is not what it says ({id}); nothing of it was taken",
    "not_a_bundle": "the file is not encrypted, so it is no bundle to be carried unread",
    "bad_recipient": "the key for encrypted files is no age key (age1...)",
    "no_withdrawal": "it may be stored elsewhere, and this program cannot take it back there: "
    "write to {whom} and give them the number {id}",
    "code_missing": "the file of the access code is not there: {source}",
    "code_unreadable": "the access code cannot be read from {source} ({why})",
    "code_empty": "there is no access code in {source}: it is empty",
    "code_unfit": "{source} holds no access code, which is one line of visible signs",
    "no_recipient": "no file can be encrypted: the place it goes to needs a recipient (age1...) "
    "and a receipt key, and must be named with --destination if there are several",
    "nothing_waits": "nothing waits",
    "no_such_folder": "{what} is no folder; several bundles need one",
    "which_destination": "name one place with {option} (known: {known})",
    "bytes_damaged": "the disk changed the sealed text of {submission_id}; it is not handed out",
    "conflict": "{id} is stored with other content",
    "receipt_too_large": "{file} is larger than any receipt",
    "receipt_malformed": "{file} holds no receipt, or is damaged",
    "receipt_other_id": "{file} is the receipt for a submission that is not here",
    "receipt_other_content": "{file} is the receipt for another text under the same id",
    "receipt_unsigned": "{file} is not signed, and a receipt key is set",
    "receipt_wrong_signature": "{file} is not signed with the receipt key that is set",
    "kit_not_found": 'no kit is called {file}; "ogp-desktop kit list" names those at hand',
    "kit_not_saved": "the kit cannot be saved on this computer",
    "kit_unreadable": "the kit cannot be read",
}

_REASONS = {
    "bundle_item": "an item of it is not what it says; nothing of it was taken",
    "conflict": "one of its submissions is stored with other content; nothing of it was taken",
    "withdrawn": "all that is in it was withdrawn; nothing of it was taken",
}
"""Reasons that come without the facts which the sentence of the same name has a place for."""


def folders(asked: argparse.Namespace) -> Folders:
    """Return the folders that the person named, or the usual ones."""
    return wiring.folders(getattr(asked, "data_dir", None))


def library(asked: argparse.Namespace) -> KitLibrary:
    """Return the kits of the program and those in the folder that the person named."""
    return KitLibrary(paths.data_root() / "kits", folders(asked).kits)


def answer(
    asked: argparse.Namespace, value: Any, lines: Iterable[str], *, nothing: str = ""
) -> int:
    """Print the value as JSON where that was asked, else the lines; return success.

    ``nothing`` is what people are told when there are no lines.
    """
    if asked.json:
        print(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        for line in list(lines) or ([nothing] if nothing else []):
            print(line)
    return 0


def say(line: str) -> None:
    """Tell how far the work is, beside the answer."""
    print(line, file=sys.stderr, flush=True)


def explain(error: DomainError) -> str:
    """Return one sentence that names the field or the file."""
    sentence = _SENTENCES.get(error.code)
    if sentence is None and isinstance(error, KitRefused):
        from ogp_desktop.ui.words_kit import refused_words

        return refused_words(error)
    if sentence is not None:
        try:
            return sentence.format_map(error.data)
        except KeyError:
            pass
    facts = ", ".join(f"{name}: {value}" for name, value in error.data.items())
    kind = "cannot go on" if isinstance(error, Trouble) else "refused"
    return f"{kind} ({error.code}{'; ' if facts else ''}{facts})"


def explain_code(code: str) -> str:
    """Return the sentence for a reason that came from elsewhere, or the reason as it is."""
    known = _REASONS.get(code) or _SENTENCES.get(code, "")
    return known if known and "{" not in known else code


def explain_file(error: OSError) -> str:
    """Return which file the system said no to, and why."""
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)


def existing(path: Path) -> Path:
    """Return the path; raise ``Trouble("not_found")`` when nothing is there."""
    if not path.exists():
        raise Trouble("not_found", what=str(path))
    return path
