"""``ogp-desktop outbox``: what waits, sending it, and carrying it and its receipt by hand."""

import argparse
from contextlib import closing
from typing import Any

from ogp_desktop import wiring
from ogp_desktop.commands.answers import answer, existing, folders
from ogp_desktop.delivery.keyring_secrets import open_secrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.outbox import goes_by_hand
from ogp_desktop.services.addressing import hand_over
from ogp_desktop.services.delivering import deliver_next
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.outbox_reading import Dispatch, outbox
from ogp_desktop.services.probing import probe_destinations
from ogp_desktop.services.receipts import import_receipt


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


def outbox_test(asked: argparse.Namespace) -> int:
    """Test the way to every destination that was set; success only when nothing is to be done."""
    from ogp_desktop.ui.words_connection import probed_words, unset_words

    at = wiring.open_workplace(folders(asked))
    with closing(at.store):
        found = probe_destinations(at, wiring.gateways_with(open_secrets()))
        now = at.clock.now()
    values = [
        {
            "destination": to.name,
            "url": to.url,
            "finding": probed.finding.value,
            "clock_off_s": probed.clock_off and round(probed.clock_off.total_seconds()),
            "is_well": probed.is_well,
            "sentence": probed_words(probed, to.url, now),
        }
        for to, probed in found
    ]
    lines = (f"{one['destination']}  {one['sentence']}" for one in values)
    answer(asked, values, lines, nothing=unset_words())
    return 0 if values and all(one["is_well"] for one in values) else 1


def outbox_export(asked: argparse.Namespace) -> int:
    """Write a sealed submission to a file to be carried by hand, exactly as it was sealed."""
    at = wiring.open_workplace(folders(asked))
    with closing(at.store):
        one = next((one for one in outbox(at) if one.sealed.id == asked.id), None)
        if one is None:
            raise Trouble("not_found", what=asked.id)
        if not one.is_whole:
            raise Trouble("bytes_damaged", submission_id=asked.id)
        asked.to.write_bytes(one.sealed.body)
        is_the_way = goes_by_hand(one.item)
        if is_the_way:
            hand_over(at, item_id=one.item.id, way="file")
    value = {"to": str(asked.to), "sha256": one.sealed.sha256, "is_handed_over": is_the_way}
    return answer(asked, value, (f"written to {asked.to}",))


def outbox_import_receipt(asked: argparse.Namespace) -> int:
    """Confirm a submission by a receipt that came back as a file."""
    body = existing(asked.file).read_bytes()
    at = wiring.open_workplace(folders(asked))
    with closing(at.store):
        try:
            item = import_receipt(at, ed25519_verifier, body=body)
        except Refusal as refusal:
            rule = f"receipt_{refusal.data['why']}"
            raise Refusal(rule, file=str(asked.file)) from refusal
    value = {"submission": item.submission_id, "state": item.state.value}
    return answer(asked, value, (f"{item.submission_id}  {item.state.value}",))


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


COMMANDS = {
    "outbox_list": outbox_list,
    "outbox_send": outbox_send,
    "outbox_test": outbox_test,
    "outbox_export": outbox_export,
    "outbox_import-receipt": outbox_import_receipt,
}
