"""A bundle that is damaged, cut or meant for somebody else is refused whole."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from ogp_desktop.delivery.bundle import sealed_bundle
from ogp_desktop.domain import bundle as form
from ogp_desktop.domain.bundle import packed
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.endpoint.bundles import _is_signed_by, opened_bundle
from tests.support.bundle_bytes import BUNDLE_ID, KEY, SMALL, code_of, contents, encrypted
from tests.support.bundles import Office, office_in
from tests.support.delivering import parcel

STEP = 1 if os.environ.get("OGP_DESKTOP_LONG") else 5
"""Each byte, or each fifth of those that a stranger or a mail program would change."""


def whole(data: bytes, office: Office) -> form.Bundle:
    """Open and check a bundle as the endpoint does before it stores anything."""
    return opened_bundle(data, office.opener, office.signer)


def flipped(data: bytes, step: int = 1) -> Iterator[bytes]:
    """Return the data once for each byte, with a bit of that byte turned over."""
    changed = bytearray(data)
    for place in range(0, len(data), step):
        changed[place] ^= 1 << place % 8
        yield bytes(changed)
        changed[place] ^= 1 << place % 8


def opened(tar: bytes, office: Office) -> form.Bundle:
    """Read a tar as the endpoint does, without the encryption around it."""
    return form.unpacked(
        tar,
        recipient=office.opener.recipient,
        endpoint=office.signer.endpoint_id,
        verify=_is_signed_by,
    )


@pytest.mark.slow
def test_any_flipped_byte_is_refused_whole(office: Office) -> None:
    data = sealed_bundle(contents(office, parcel(SMALL)), KEY)
    refused = 0
    for changed in flipped(data):
        with pytest.raises(Refusal, match="bundle_"):
            whole(changed, office)
        refused += 1
    assert refused == len(data)
    assert code_of(office, data[:-1] + bytes([data[-1] ^ 1])) == "bundle_damaged"
    assert office.take(data).fresh == 1


@pytest.mark.slow
def test_any_flipped_byte_of_the_armour_is_refused_or_changes_nothing(office: Office) -> None:
    """Line ends and blanks of a text are not its content; everything else is."""
    data = sealed_bundle(contents(office, parcel(SMALL)), KEY, is_armoured=True)
    right, harmless = whole(data, office), 0
    for changed in flipped(data, STEP):
        with suppress(Refusal):
            assert whole(changed, office) == right
            harmless += 1
    assert harmless < 4


@pytest.mark.slow
def test_any_flipped_byte_inside_the_encryption_is_refused_whole(office: Office) -> None:
    """Somebody who holds the public key can encrypt whatever they like."""
    tar = packed(contents(office, parcel(SMALL)), KEY.public, KEY.sign)
    for changed in flipped(tar, STEP):
        with pytest.raises(Refusal, match="bundle_"):
            opened(changed, office)
    assert opened(tar, office).manifest.bundle_id == BUNDLE_ID


def test_file_cut_anywhere_is_refused_whole(office: Office) -> None:
    data = sealed_bundle(contents(office), KEY)
    lengths = {*range(0, len(data), 97), *range(300), *range(len(data) - 40, len(data))}
    for length in sorted(lengths):
        with pytest.raises(Refusal, match="bundle_"):
            whole(data[:length], office)
    assert code_of(office, data + b"\0") == "bundle_damaged"


def test_file_for_another_key_is_refused(office: Office, tmp_path: Path) -> None:
    other = office_in(tmp_path / "other")
    assert code_of(office, sealed_bundle(contents(other), KEY)) == "bundle_locked"


def test_bundle_that_another_recipient_passed_on_is_refused(office: Office, tmp_path: Path) -> None:
    other = office_in(tmp_path / "other")
    tar = packed(contents(other), KEY.public, KEY.sign)
    assert code_of(office, encrypted(tar, office)) == "bundle_not_for_us"
    elsewhere = replace(contents(office), endpoint=other.signer.endpoint_id)
    tar = packed(elsewhere, KEY.public, KEY.sign)
    assert code_of(office, encrypted(tar, office)) == "bundle_not_for_us"
