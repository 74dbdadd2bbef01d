"""``ogp-desktop endpoint``: the receiving side as a program of its own."""

import argparse

import msgspec

from ogp_desktop.commands.answers import answer, existing, say
from ogp_desktop.commands.endpoint_describe import endpoint_describe
from ogp_desktop.endpoint import serve as endpoint


def endpoint_serve(asked: argparse.Namespace) -> int:
    """Answer requests until told to stop; the receipt key is printed first."""
    endpoint.serve(
        asked.database,
        asked.host,
        asked.port,
        key=asked.key,
        on_ready=lambda signer: say(
            f"Listening on http://{asked.host}:{asked.port}\nReceipt key {signer.public_key}"
        ),
    )
    return 0


def endpoint_token(asked: argparse.Namespace) -> int:
    """Make an access code; it is shown this once and stored as a hash."""
    token = endpoint.add_token(asked.database, asked.scope)
    return answer(asked, {"token": token, "scope": asked.scope}, (token,))


def endpoint_list(asked: argparse.Namespace) -> int:
    """Print what is stored."""
    stored = endpoint.list_submissions(asked.database)
    lines = (f"{one.id}  {one.sha256}  {one.stored_at}" for one in stored)
    values = [msgspec.to_builtins(one) for one in stored]
    return answer(asked, values, lines, nothing="nothing is stored")


def endpoint_export(asked: argparse.Namespace) -> int:
    """Write the stored bytes of every submission to a folder, one file each."""
    count = endpoint.export_submissions(asked.database, asked.to)
    return answer(asked, {"exported": count}, (f"{count} written to {asked.to}",))


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
    "endpoint_token": endpoint_token,
    "endpoint_list": endpoint_list,
    "endpoint_export": endpoint_export,
}
