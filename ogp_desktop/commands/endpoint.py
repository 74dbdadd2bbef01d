"""``ogp-desktop endpoint``: the receiving side as a program of its own."""

import argparse

import msgspec

from ogp_desktop.commands.answers import answer, existing, say
from ogp_desktop.commands.endpoint_describe import endpoint_describe
from ogp_desktop.endpoint import organising
from ogp_desktop.endpoint import serve as endpoint
from ogp_desktop.endpoint.search import Wanted


def endpoint_serve(asked: argparse.Namespace) -> int:
    """Answer requests until told to stop; the receipt key is printed first."""
    endpoint.serve(
        asked.database,
        asked.host,
        asked.port,
        key=asked.key,
        workers=asked.workers,
        address_per_minute=asked.per_minute,
        token_per_minute=asked.per_minute * endpoint.TOKEN_PER_ADDRESS,
        on_ready=lambda signer: say(
            f"Listening on http://{asked.host}:{asked.port}\nReceipt key {signer.public_key}"
        ),
    )
    return 0


def endpoint_token(asked: argparse.Namespace) -> int:
    """Make an access code; it is shown this once and stored as a hash."""
    token = endpoint.add_token(asked.database, asked.scope)
    return answer(asked, {"token": token, "scope": asked.scope}, (token,))


def endpoint_tokens(asked: argparse.Namespace) -> int:
    """Print the access codes by the start of their hashes, less one that is revoked first."""
    if asked.revoke:
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
    """Store a submission that came as a file, and write the receipt that is to be given back."""
    receipt = endpoint.import_submission(
        asked.database, existing(asked.file), asked.to, key=asked.key
    )
    return answer(asked, {"receipt": str(receipt)}, (f"receipt written to {receipt}",))


COMMANDS = {
    "endpoint_describe": endpoint_describe,
    "endpoint_import": endpoint_import,
    "endpoint_serve": endpoint_serve,
    "endpoint_compact": endpoint_compact,
    "endpoint_token": endpoint_token,
    "endpoint_tokens": endpoint_tokens,
    "endpoint_list": endpoint_list,
    "endpoint_export": endpoint_export,
}
