"""``ogp-desktop endpoint``: the receiving side as a program of its own."""

import argparse
from pathlib import Path
from typing import Any

import msgspec

from ogp_desktop.commands.answers import answer, existing, explain, say
from ogp_desktop.commands.endpoint_describe import endpoint_describe
from ogp_desktop.domain.bundle import LARGEST_BUNDLE
from ogp_desktop.domain.carrying import age_file_in
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.endpoint import importing, organising
from ogp_desktop.endpoint import serve as endpoint
from ogp_desktop.endpoint.bundles import opener_at
from ogp_desktop.endpoint.search import Wanted


def endpoint_serve(asked: argparse.Namespace) -> int:
    """Answer requests until told to stop; the receipt key is printed first."""
    opener = None if asked.identity is None else opener_at(existing(asked.identity))
    endpoint.serve(
        asked.database,
        asked.host,
        asked.port,
        key=asked.key,
        workers=asked.workers,
        address_per_minute=asked.per_minute,
        token_per_minute=asked.per_minute * endpoint.TOKEN_PER_ADDRESS,
        identity=asked.identity,
        on_ready=lambda signer, url: say(
            "\n".join(
                (
                    f"Listening on {url}",
                    f"Receipt key {signer.public_key}",
                    *((f"Files are encrypted for {opener.recipient}",) if opener else ()),
                )
            )
        ),
    )
    return 0


def endpoint_token(asked: argparse.Namespace) -> int:
    """Make an access code; it is shown this once and stored as a hash."""
    token = endpoint.add_token(asked.database, asked.scope)
    return answer(asked, {"token": token, "scope": asked.scope}, (token,))


def endpoint_tokens(asked: argparse.Namespace) -> int:
    """Print the access codes by the start of their hashes, less one that is revoked first."""
    if asked.revoke is not None:
        organising.revoke_token(asked.database, asked.revoke)
    tokens = organising.list_tokens(asked.database)
    lines = (f"{one.sha256[:12]}  {one.scope:6}  {one.created_at}" for one in tokens)
    values = [msgspec.to_builtins(one) for one in tokens]
    return answer(asked, values, lines, nothing="there is no access code")


def endpoint_list(asked: argparse.Namespace) -> int:
    """Print what is stored and was not withdrawn."""
    stored = organising.list_submissions(asked.database, _wanted(asked))
    lines = (f"{one.id}  {one.sha256}  {one.stored_at}" for one in stored)
    values = [msgspec.to_builtins(one) for one in stored]
    return answer(asked, values, lines, nothing="nothing is stored")


def endpoint_export(asked: argparse.Namespace) -> int:
    """Write what is stored: the bytes to a folder, one file each, or all to one table or file."""
    count = organising.export_submissions(asked.database, asked.to, asked.form, _wanted(asked))
    return answer(asked, {"exported": count}, (f"{count} written to {asked.to}",))


def endpoint_compact(asked: argparse.Namespace) -> int:
    """Rewrite the database so that what was withdrawn is in no free space of it either."""
    organising.compact(asked.database)
    return answer(asked, {"compacted": True}, ("done",))


def _wanted(asked: argparse.Namespace) -> Wanted:
    return Wanted(**{name: getattr(asked, name) for name in Wanted.__slots__})


def endpoint_import(asked: argparse.Namespace) -> int:
    """Store what came as a file, or what couriers brought, and write the receipts to give back."""
    if asked.identity is None:
        if asked.file is None:
            raise Refusal("identity_needed")
        return _import_readable(asked)
    identity = existing(asked.identity)
    if asked.file is None:
        return _import_kept(asked, identity)
    to = asked.to or asked.file.parent
    done = importing.import_file(
        asked.database, existing(asked.file), to, identity=identity, key=asked.key
    )
    if isinstance(done, importing.TurnedDown):
        answer(asked, _refused_facts(done), (_refused_line(done),))
        return 1
    return answer(asked, _facts(done), (_line(done),))


def _import_readable(asked: argparse.Namespace) -> int:
    file = existing(asked.file)
    with file.open("rb") as opened:
        if age_file_in(opened.read(LARGEST_BUNDLE)) is not None:
            raise Refusal("identity_needed")
    to = asked.to or file.parent
    receipt = endpoint.import_submission(asked.database, file, to, key=asked.key)
    return answer(asked, {"receipt": str(receipt)}, (f"receipt written to {receipt}",))


def _import_kept(asked: argparse.Namespace, identity: Path) -> int:
    done: list[importing.Returned] = []
    refused: list[importing.TurnedDown] = []
    to = asked.to or Path()
    for one in importing.import_kept(
        asked.database, to, identity=identity, key=asked.key, is_again=asked.again
    ):
        if isinstance(one, importing.TurnedDown):
            refused.append(one)
        else:
            done.append(one)
    value = {
        "imported": [_facts(one) for one in done],
        "refused": [_refused_facts(one) for one in refused],
    }
    lines = [*map(_line, done), *map(_refused_line, refused)]
    answer(asked, value, lines, nothing="no bundle waits")
    return 1 if refused else 0


def _facts(done: importing.Returned) -> dict[str, Any]:
    told = done.imported
    return {
        "bundle": told.bundle_id,
        "items": told.items,
        "new": told.fresh,
        "receipt": str(done.file),
    }


def _line(done: importing.Returned) -> str:
    told = done.imported
    return f"{told.items} items, {told.fresh} new; receipts to give back: {done.file}"


def _refused_facts(one: importing.TurnedDown) -> dict[str, Any]:
    return {"reason": one.refusal.code, "receipt": str(one.file)}


def _refused_line(one: importing.TurnedDown) -> str:
    return f"refused: {explain(one.refusal)}; to give back: {one.file}"


def endpoint_identity(asked: argparse.Namespace) -> int:
    """Make the key that bundles are opened with, or tell the public half of the one there."""
    opener = importing.make_identity(asked.identity)
    value = {"recipient": opener.recipient, "identity": str(asked.identity)}
    return answer(asked, value, (opener.recipient,))


COMMANDS = {
    "endpoint_describe": endpoint_describe,
    "endpoint_identity": endpoint_identity,
    "endpoint_import": endpoint_import,
    "endpoint_serve": endpoint_serve,
    "endpoint_compact": endpoint_compact,
    "endpoint_token": endpoint_token,
    "endpoint_tokens": endpoint_tokens,
    "endpoint_list": endpoint_list,
    "endpoint_export": endpoint_export,
}
