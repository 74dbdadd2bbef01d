"""``ogp-desktop endpoint describe``: the signed file, and the QR code, that people are given."""

import argparse
from pathlib import Path

from ogp_desktop.clocks import SystemClock
from ogp_desktop.commands.answers import answer, existing
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.endpoint_file import (
    EndpointCard,
    endpoint_file,
    fingerprint,
    qr_text,
    read_endpoint_file,
)
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import DestinationId
from ogp_desktop.endpoint.serve import key_file
from ogp_desktop.endpoint.signing import signer_at
from ogp_desktop.paths import write_whole
from ogp_desktop.services.addressing import check_name, checked_destination
from ogp_desktop.wiring import verifier

PICTURES = (".svg", ".png")
_QUIET_ZONE = 4
_SCALE = 8
"""Pixels for one square: large enough for a webcam that looks at a sheet of paper."""


def endpoint_describe(asked: argparse.Namespace) -> int:
    """Write the signed file, and its QR code where one is asked for; the key stays where it is."""
    if asked.qr is not None and asked.qr.suffix.lower() not in PICTURES:
        raise Refusal("bad_picture", file=asked.qr.name)
    signer = signer_at(existing(asked.key or key_file(_database(asked))))
    check_name(asked.name)
    if not asked.name.strip().isprintable():
        raise Refusal("not_printable", field="name")
    checked, _ = checked_destination(
        Destination(
            id=DestinationId(""),
            name=asked.name,
            url=asked.url,
            protocol=asked.protocol,
            receipt_key=signer.public_key,
            recipient=asked.recipient,
        ),
        None,
    )
    if asked.closes is not None and asked.closes < SystemClock().now().date():
        raise Refusal("endpoint_closed", closed=asked.closes.isoformat())
    card = EndpointCard(
        name=checked.name,
        url=checked.url,
        protocol=asked.protocol,
        receipt_key=signer.public_key,
        recipient=checked.recipient,
        closes=None if asked.closes is None else asked.closes.isoformat(),
    )
    file = endpoint_file(card, signer.sign_bytes)
    read_endpoint_file(file, verifier)  # nothing leaves that the other side would refuse
    write_whole(asked.out, file)
    value: dict[str, str | int] = {
        "file": str(asked.out),
        "name": card.name,
        "url": card.url,
        "receipt_key": card.receipt_key,
        "fingerprint": fingerprint(card.receipt_key),
        "text": qr_text(file),
    }
    lines = [f"written to {asked.out}", f"fingerprint {fingerprint(card.receipt_key)}"]
    if asked.qr is not None:
        value["qr"] = str(asked.qr)
        value["qr_squares"] = _draw(qr_text(file), asked.qr)
        lines.append(f"QR code of {value['qr_squares']} squares a side written to {asked.qr}")
    return answer(asked, value, lines)


def _database(asked: argparse.Namespace) -> str:
    if asked.database is None:
        raise Refusal("key_file_needed", field="key")
    return str(asked.database)


def _draw(text: str, to: Path) -> int:
    """Draw the code with medium error correction; return how many squares it has a side."""
    import segno

    code = segno.make(text, error="m", boost_error=False, micro=False)
    code.save(str(to), scale=_SCALE, border=_QUIET_ZONE)
    return int(code.symbol_size(border=0)[0])
