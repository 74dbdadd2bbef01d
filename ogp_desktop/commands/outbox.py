"""``ogp-desktop outbox``: what waits, and sending what was given leave to go."""

import argparse
from typing import Any

from ogp_desktop import wiring
from ogp_desktop.commands.answers import answer, folders
from ogp_desktop.delivery.keyring_secrets import open_secrets
from ogp_desktop.services.delivering import deliver_next
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.outbox_reading import Dispatch, outbox


def outbox_list(asked: argparse.Namespace) -> int:
    """Print every sealed submission and where it is."""
    at = wiring.open_workplace(folders(asked))
    found = outbox(at)
    at.store.close()
    lines = (
        f"{one.sealed.id}  {one.item.state.value:<11} {one.conversation.preparation.title}"
        for one in found
    )
    values = [_facts(one) for one in found]
    return answer(asked, values, lines, nothing="nothing waits")


def outbox_send(asked: argparse.Namespace) -> int:
    """Try everything that is due, once each; success only when nothing was left unconfirmed."""
    at = wiring.open_workplace(folders(asked))
    sender = wiring.sender(open_secrets())
    gateways = OpenGateways(sender.open_gateway)
    tried: list[dict[str, Any]] = []
    while (delivered := deliver_next(at, sender, gateways)) is not None:
        tried.append(
            {
                "submission": delivered.item.submission_id,
                "state": delivered.item.state.value,
                "outcome": delivered.outcome.kind.value,
            }
        )
    at.store.close()
    lines = (f"{one['submission']}  {one['outcome']}" for one in tried)
    answer(asked, tried, lines, nothing="nothing is due")
    return 0 if all(one["state"] == "confirmed" for one in tried) else 1


def _facts(one: Dispatch) -> dict[str, Any]:
    return {
        "submission": one.sealed.id,
        "sha256": one.sealed.sha256,
        "revision": one.sealed.revision,
        "state": one.item.state.value,
        "destination": one.destination and one.destination.name,
        "attempts": one.item.attempts,
        "may_be_stored": one.item.maybe_stored,
    }


COMMANDS = {"outbox_list": outbox_list, "outbox_send": outbox_send}
