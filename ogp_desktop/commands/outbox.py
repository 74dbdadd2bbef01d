"""``ogp-desktop outbox``: what waits, sending it, and carrying it and its receipt by hand."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from ogp_desktop import wiring
from ogp_desktop.commands.access_codes import OneRun, secrets_for
from ogp_desktop.commands.answers import answer, existing, explain_code, folders
from ogp_desktop.commands.outbox_facts import facts, found, place_named
from ogp_desktop.commands.outbox_withdraw import outbox_withdraw
from ogp_desktop.delivery.installation_key import FILE_NAME
from ogp_desktop.delivery.keyring_secrets import open_secrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.bundle import LARGEST_BUNDLE, KeyPlace
from ogp_desktop.domain.carrying import Carried, CarriedState
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.outbox import OutboxState, goes_by_hand
from ogp_desktop.domain.receipt import LONGEST_RETURN
from ogp_desktop.paths import write_whole
from ogp_desktop.services.addressing import ask_again, destinations, hand_over
from ogp_desktop.services.carrying import carry
from ogp_desktop.services.delivering import Delivered, Watch, deliver_due
from ogp_desktop.services.exporting import (
    Exported,
    export_item,
    export_waiting,
    sole_recipient,
)
from ogp_desktop.services.open_gateways import OpenGateways
from ogp_desktop.services.outbox_reading import Dispatch, dispatch, outbox
from ogp_desktop.services.probing import probe_destinations
from ogp_desktop.services.receipts import import_receipts
from ogp_desktop.services.withdrawing import withdraw_next
from ogp_desktop.services.workplace import Workplace

_TO_BE_SENT = {
    OutboxState.READY,
    OutboxState.SENDING,
    OutboxState.WAITING,
    OutboxState.ATTENTION,
}
"""What was told to go and has no receipt; what is held or left by hand goes another way."""
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
"""Marks of direction, which a terminal shows as boxes."""


def outbox_list(asked: argparse.Namespace) -> int:
    """Print every sealed submission and where it is."""
    at = wiring.open_workplace(folders(asked))
    listed = outbox(at)
    at.store.close()
    lines = (
        f"{one.sealed.id}  {one.state_name:<11} {one.conversation.preparation.title}"
        for one in listed
    )
    values = [facts(one) for one in listed]
    return answer(asked, values, lines, nothing="nothing waits")


def outbox_send(asked: argparse.Namespace) -> int:
    """Try everything that is due, once each; success only when nothing is left to be sent.

    What is to be taken back goes first: people read meanwhile.
    """
    at = wiring.open_workplace(folders(asked))
    tried: list[dict[str, Any]] = []
    with closing(at.store):
        secrets = secrets_for(asked, at)
        if isinstance(secrets, OneRun):
            ask_again(at, destination_id=secrets.destination_id)
        sender, asker = wiring.sender(secrets), wiring.asker(secrets)
        gateways = OpenGateways(sender.open_gateway)
        while (told := withdraw_next(at, asker)) is not None:
            one = dispatch(at, item_id=told.withdrawal.item_id)
            outcome = told.outcome.kind.value
            tried.append({"submission": one.sealed.id, "state": one.state_name, "outcome": outcome})
        deliver_due(at, sender, gateways, Watch(delivered=lambda one: tried.append(_tried(one))))
        left = sum(_is_left(one) for one in outbox(at))
    lines = [f"{one['submission']}  {one['outcome']}" for one in tried]
    if not tried:
        lines.append("nothing is due")
    if left:
        lines.append(f"{left} not confirmed yet")
    answer(asked, tried, lines)
    return 1 if left else 0


def _tried(delivered: Delivered) -> dict[str, Any]:
    return {
        "submission": delivered.item.submission_id,
        "state": delivered.item.state.value,
        "outcome": delivered.outcome.kind.value,
    }


def _is_left(one: Dispatch) -> bool:
    """Tell whether it was told to go, or to be taken back, and no proof came yet."""
    if one.withdrawal is not None:
        return one.withdrawal.is_pending
    return one.item.state in _TO_BE_SENT and one.destination is not None


def outbox_test(asked: argparse.Namespace) -> int:
    """Test the way to every destination that was set; success only when nothing is to be done."""
    from ogp_desktop.ui.words_connection import probed_words, unset_words

    at = wiring.open_workplace(folders(asked))
    with closing(at.store):
        tested = probe_destinations(at, wiring.gateways_with(secrets_for(asked, at)))
        now = at.clock.now()
    values = [
        {
            "destination": to.name,
            "url": to.url,
            "finding": probed.finding.value,
            "clock_off_s": probed.clock_off and round(probed.clock_off.total_seconds()),
            "is_well": probed.is_well,
            "sentence": probed_words(probed, to.url, now).translate(_ISOLATES),
        }
        for to, probed in tested
    ]
    lines = (f"{one['destination']}  {one['sentence']}" for one in values)
    answer(asked, values, lines, nothing=unset_words())
    return 0 if values and all(one["is_well"] for one in values) else 1


def outbox_export(asked: argparse.Namespace) -> int:
    """Write what waits as encrypted bundles, or one submission readable, exactly as sealed."""
    at = wiring.open_workplace(folders(asked))
    with closing(at.store):
        if asked.id is None or asked.bundle:
            return _export_bundles(asked, at)
        one = found(at, asked.id)
        if not one.is_whole:
            raise Trouble("bytes_damaged", submission_id=asked.id)
        write_whole(asked.to, one.sealed.body)
        is_the_way = goes_by_hand(one.item)
        if is_the_way:
            hand_over(at, item_id=one.item.id, way="file")
    value = {"to": str(asked.to), "sha256": one.sealed.sha256, "is_handed_over": is_the_way}
    return answer(asked, value, (f"written to {asked.to}",))


def _export_bundles(asked: argparse.Namespace, at: Workplace) -> int:
    data = folders(asked).data
    if asked.id is None and not asked.to.is_dir():
        raise Trouble("no_such_folder", what=str(asked.to))
    writer = wiring.bundle_writer(open_secrets(), data, asked.to, is_armoured=asked.armor)
    to = place_named(at, asked.destination) if asked.destination else None
    to = to or sole_recipient(destinations(at))
    named = None if to is None else to.id
    made: tuple[Exported, ...]
    if asked.id is None:
        made = export_waiting(at, writer, destination_id=named)
    else:
        item_id = found(at, asked.id).item.id
        made = (export_item(at, writer, item_id=item_id, destination_id=named),)
    values = [
        {
            "bundle": one.bundle_id,
            "to": one.place,
            "destination": one.to.name,
            "submissions": list(one.submission_ids),
            "key_kept_in": writer.key_place.value,
        }
        for one in made
    ]
    lines = [
        f"{one.place}  {len(one.submission_ids)} for {one.to.name}, not confirmed" for one in made
    ]
    if writer.key_place is KeyPlace.FILE:
        lines.append(f"no keyring here: the key that signs is in {data / FILE_NAME}")
    return answer(asked, values, lines)


def outbox_import_receipt(asked: argparse.Namespace) -> int:
    """Confirm submissions by the receipts that came back in a file."""
    with existing(asked.file).open("rb") as file:
        body = file.read(LONGEST_RETURN + 1)
    at = wiring.open_workplace(folders(asked))
    with closing(at.store):
        try:
            believed = import_receipts(at, ed25519_verifier, body=body)
        except Refusal as refusal:
            rule = f"receipt_{refusal.data['why']}"
            raise Refusal(rule, file=str(asked.file)) from refusal
    items = [{"submission": one.submission_id, "state": one.state.value} for one in believed.items]
    lines = [f"{one['submission']}  {one['state']}" for one in items]
    if believed.refused:
        lines.append(f"the encrypted file was refused: {explain_code(believed.refused)}")
        if not items:
            lines.append("it is none that was written here, or it was changed on its way")
        answer(asked, {"submissions": items, "refused": believed.refused}, lines)
        return 1
    if not believed.fresh:
        lines.append("all of it was confirmed before; nothing changed")
    return answer(asked, {"submissions": items, "newly_confirmed": believed.fresh}, lines)


def outbox_carry(asked: argparse.Namespace) -> int:
    """Send somebody else's bundle, unopened, and keep the receipts that come back for its owner."""
    with existing(asked.file).open("rb") as file:
        data = file.read(LARGEST_BUNDLE + 1)
    at = wiring.open_workplace(folders(asked))
    with closing(at.store):
        to = place_named(at, asked.destination)
        secrets = secrets_for(asked, at, to)
        carried = carry(at, wiring.carrier(secrets), data=data, destination_id=to.id)
    value: dict[str, Any] = {"state": carried.state.value, "destination": to.name}
    if carried.state is CarriedState.RECEIPTS:
        receipts = _kept_for_owner(asked, "receipts", carried)
        line = f"taken by {to.name}; give {receipts} back to the owner"
        return answer(asked, value | {"receipts": str(receipts)}, (line,))
    if carried.state is CarriedState.KEPT:
        line = f"kept by {to.name}, not opened yet; carry it again later for the receipts"
        return answer(asked, value, (line,))
    value |= {"outcome": carried.kind.value, "reason": carried.reason}
    if carried.state is CarriedState.REFUSED:
        told = _kept_for_owner(asked, "refused", carried)
        why = explain_code(carried.reason)
        line = f"refused by {to.name}: {why}; give {told} back to the owner"
        answer(asked, value | {"receipts": str(told)}, (line,))
        return 1
    why = carried.reason or carried.kind.value
    answer(asked, value, (f"not taken by {to.name} ({why}); the file is unchanged",))
    return 1


def _kept_for_owner(asked: argparse.Namespace, ending: str, carried: Carried) -> Path:
    """Write what came back for the owner of the bundle; return where."""
    file: Path = asked.receipts or asked.file.with_name(f"{asked.file.stem}-{ending}.json")
    write_whole(file, carried.receipts)
    return file


COMMANDS = {
    "outbox_list": outbox_list,
    "outbox_send": outbox_send,
    "outbox_test": outbox_test,
    "outbox_withdraw": outbox_withdraw,
    "outbox_export": outbox_export,
    "outbox_carry": outbox_carry,
    "outbox_import-receipt": outbox_import_receipt,
}
