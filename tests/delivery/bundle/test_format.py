"""delivery.md 7.5, number 12: a bundle is refused whole unless it is exactly one that we made.

Each byte is flipped, the file is cut, and tars are made that no program of ours would make.
"""

import io
import os
import re
import shutil
import subprocess
import tarfile
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ogp_desktop.delivery.bundle import sealed_bundle
from ogp_desktop.delivery.installation_key import InstallationKey
from ogp_desktop.domain import bundle as form
from ogp_desktop.domain.bundle import (
    LARGEST_BUNDLE,
    LARGEST_PACKED,
    Contents,
    KeyPlace,
    packed,
    portions,
)
from ogp_desktop.domain.canonical import canonical_json, sha256_hex, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.sealing import seal
from ogp_desktop.domain.submission import MEDIA_TYPE, Observations
from ogp_desktop.endpoint.bundles import _is_signed_by, opened_bundle
from tests.support.bundles import Office, office_in
from tests.support.delivering import SEALED, parcel
from tests.support.submissions import sample_submission

BUNDLE_ID = "0f2f6a52-3c49-4c8e-9d0a-0b8f3f1f7a11"
OTHER = seal(sample_submission(id=SubmissionId("5b9ad3c1-94ad-4b39-a9cf-5b0ed6d3f0a2")))
SMALL = seal(sample_submission(observations=Observations(), views=None, kit_fields=()))
STEP = 1 if os.environ.get("OGP_DESKTOP_LONG") else 5
"""Each byte, or each fifth of those that a stranger or a mail program would change."""
KEY = InstallationKey(private=Ed25519PrivateKey.generate(), place=KeyPlace.FILE)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give the people there."""
    return office_in(tmp_path / "office")


def contents(office: Office, *parcels: Parcel) -> Contents:
    """Return what goes into a bundle for the office."""
    return Contents(
        bundle_id=BUNDLE_ID,
        endpoint=office.signer.endpoint_id,
        recipient=office.opener.recipient,
        parcels=parcels or (parcel(),),
    )


def encrypted(tar: bytes, office: Office) -> bytes:
    """Encrypt whatever this is for the office, as anybody can."""
    data: bytes = pyrage.encrypt(tar, [pyrage.x25519.Recipient.from_str(office.opener.recipient)])
    return data


def code_of(office: Office, data: bytes) -> str:
    """Return why a bundle is refused; nothing of it may be stored."""
    with pytest.raises(Refusal) as caught:
        office.take(data)
    assert office.held() == {}
    return caught.value.code


# What a bundle is


@pytest.mark.parametrize("is_armoured", [False, True])
def test_bundle_opens_to_the_very_bytes_that_were_sealed(office: Office, is_armoured: bool) -> None:
    data = sealed_bundle(contents(office, parcel(), parcel(OTHER)), KEY, is_armoured=is_armoured)
    assert data.startswith(b"-----BEGIN AGE") is is_armoured
    assert SEALED.data[:40] not in data
    done = office.take(data)
    assert (done.bundle_id, done.items, done.fresh) == (BUNDLE_ID, 2, 2)
    assert office.body(SEALED.submission.id) == SEALED.data
    assert office.body(OTHER.submission.id) == OTHER.data


def test_armoured_text_survives_a_mail_program(office: Office) -> None:
    text = sealed_bundle(contents(office), KEY, is_armoured=True).decode("ascii")
    assert max(map(len, text.splitlines())) <= 64
    assert office.take(text.replace("\n", "\r\n").encode()).fresh == 1
    mail = f"Dear all,\n\nhere it is:\n\n{text}\n-- \nsent from a phone\n"
    assert office.take(mail.replace("\n", " \r\n").encode()).fresh == 0


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not on this computer")
@pytest.mark.parametrize("is_armoured", [False, True])
def test_stock_age_and_tar_open_it(office: Office, tmp_path: Path, is_armoured: bool) -> None:
    file = tmp_path / "feedback.age"
    file.write_bytes(sealed_bundle(contents(office), KEY, is_armoured=is_armoured))
    done = subprocess.run(
        ["age", "-d", "-i", str(office.identity), str(file)], capture_output=True, check=True
    )
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as tar:
        names = tar.getnames()
        item = tar.extractfile(f"items/{SEALED.submission.id}")
        assert item is not None
        assert item.read() == SEALED.data
    assert names == ["manifest.json", f"items/{SEALED.submission.id}", "manifest.sig"]


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not on this computer")
def test_bundle_that_stock_age_encrypted_is_read(office: Office) -> None:
    tar = packed(contents(office), KEY.public, KEY.sign)
    made = subprocess.run(
        ["age", "-r", office.opener.recipient], input=tar, capture_output=True, check=True
    )
    assert office.take(made.stdout).fresh == 1


def test_head_of_the_file_is_the_published_format(office: Office) -> None:
    """Read by hand, after the specification (age-encryption.org/v1), with no library."""
    data = sealed_bundle(contents(office), KEY)
    head, _, rest = data.partition(b"\n---")
    lines = head.decode("ascii").split("\n")
    assert lines[0] == "age-encryption.org/v1"
    stanzas = [line for line in lines if line.startswith("-> ")]
    ours = [line for line in stanzas if line.startswith("-> X25519 ")]
    (share,) = re.findall(r"^-> X25519 ([A-Za-z0-9+/]{43})$", ours[0])
    assert len(ours) == 1
    assert all(
        line.partition(" ")[2].split()[0] == "X25519" or "-grease" in line for line in stanzas
    )
    assert len(b64decode(share + "=")) == 32
    (body,) = (lines[place + 1] for place, line in enumerate(lines) if line == ours[0])
    assert len(b64decode(body + "=")) == 16 + 16  # the wrapped file key and its tag
    mac, _, payload = rest.partition(b"\n")
    assert len(b64decode(mac.strip() + b"=")) == 32
    tar = len(packed(contents(office), KEY.public, KEY.sign))
    assert len(payload) == 16 + tar + 16 * -(-tar // 65536)  # nonce, and a tag for each chunk


def test_manifest_names_what_is_inside_and_is_signed_by_the_installation(office: Office) -> None:
    members = taken_apart(packed(contents(office), KEY.public, KEY.sign))
    told = strict_json(members["manifest.json"])
    assert told == {
        "v": 1,
        "bundle_id": BUNDLE_ID,
        "endpoint": office.signer.endpoint_id,
        "recipient": office.opener.recipient,
        "signer": KEY.public,
        "items": [
            {
                "id": SEALED.submission.id,
                "sha256": SEALED.sha256,
                "bytes": len(SEALED.data),
                "media_type": MEDIA_TYPE,
            }
        ],
    }
    Ed25519PublicKey.from_public_bytes(b64decode(KEY.public)).verify(
        b64decode(members["manifest.sig"]), members["manifest.json"]
    )


# What is refused, whole


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


def opened(tar: bytes, office: Office) -> form.Bundle:
    """Read a tar as the endpoint does, without the encryption around it."""
    return form.unpacked(
        tar,
        recipient=office.opener.recipient,
        endpoint=office.signer.endpoint_id,
        verify=_is_signed_by,
    )


def taken_apart(tar: bytes) -> dict[str, bytes]:
    """Return the members of a tar, read by the standard library."""
    with tarfile.open(fileobj=io.BytesIO(tar)) as file:
        found = {one.name: file.extractfile(one) for one in file.getmembers()}
    return {name: opened.read() for name, opened in found.items() if opened is not None}


def put_together(members: list[tuple[str, bytes]], kind: int = tarfile.USTAR_FORMAT) -> bytes:
    """Return a tar with these members, whatever they are called, written as ours is."""
    made = b""
    for name, body in members:
        member = tarfile.TarInfo(name)
        member.size, member.mode = len(body), 0o600
        made += member.tobuf(kind) + body + bytes(-len(body) % 512)
    return made + bytes(1024)


def signed(plain: dict[str, object]) -> tuple[bytes, bytes]:
    """Return a manifest that says this, with the signature of who made it."""
    told = canonical_json(plain)
    return told, KEY.sign(told).encode()


ITEM = f"items/{SEALED.submission.id}"


def rewritten(members: dict[str, bytes], **changes: object) -> list[tuple[str, bytes]]:
    """Return the members with another manifest, signed well."""
    plain = strict_json(members["manifest.json"])
    assert isinstance(plain, dict)
    told, signature = signed(plain | changes)
    return [("manifest.json", told), (ITEM, members[ITEM]), ("manifest.sig", signature)]


def line(**changes: object) -> list[dict[str, object]]:
    """Return the manifest's line of the sample, changed."""
    usual = form.BundleItem(id=SEALED.submission.id, sha256=SEALED.sha256, bytes=len(SEALED.data))
    return [{name: getattr(usual, name) for name in usual.__slots__} | changes]


CASES: dict[str, tuple[str, Callable[[dict[str, bytes]], list[tuple[str, bytes]]]]] = {
    "a member too many": ("bundle_layout", lambda m: [*m.items(), ("readme.txt", b"hello")]),
    "a member twice": ("bundle_layout", lambda m: [*m.items(), (ITEM, m[ITEM])]),
    "a manifest twice": (
        "bundle_layout",
        lambda m: [("manifest.json", b"{}"), *m.items()],
    ),
    "no manifest": ("bundle_layout", lambda m: [(n, b) for n, b in m.items() if "json" not in n]),
    "no signature": ("bundle_layout", lambda m: [(n, b) for n, b in m.items() if "sig" not in n]),
    "no item": ("bundle_layout", lambda m: [(n, b) for n, b in m.items() if "items" not in n]),
    "nothing": ("bundle_layout", lambda _: []),
    "another order": ("bundle_layout", lambda m: list(reversed(m.items()))),
    "a path upwards": (
        "bundle_layout",
        lambda m: [
            (name.replace(ITEM, "items/../../etc/passwd"), body)
            for name, body in rewritten(m, items=line(id="../../etc/passwd"))
        ],
    ),
    "a path from the root": ("bundle_layout", lambda m: [("/manifest.json", b""), *m.items()]),
    "a path beside": (
        "bundle_layout",
        lambda m: [(name.replace("items/", "items/./"), body) for name, body in m.items()],
    ),
    "an id that is no UUID": ("bundle_layout", lambda m: rewritten(m, items=line(id="x"))),
    "an id twice": ("bundle_layout", lambda m: rewritten(m, items=line() * 2)),
    "no items": ("bundle_layout", lambda m: rewritten(m, items=[])),
    "a field too many": ("bundle_layout", lambda m: rewritten(m, name="Ama")),
    "another kind of item": (
        "bundle_layout",
        lambda m: rewritten(m, items=line(media_type="text/plain")),
    ),
    "a wrong digest": ("bundle_item", lambda m: rewritten(m, items=line(sha256="0" * 64))),
    "a wrong length": ("bundle_item", lambda m: rewritten(m, items=line(bytes=1))),
    "a newer version": ("bundle_newer", lambda m: rewritten(m, v=2)),
    "an older version": ("bundle_layout", lambda m: rewritten(m, v=0)),
    "a signature of nobody": (
        "bundle_signature",
        lambda m: [*list(m.items())[:2], ("manifest.sig", b"A" * 86 + b"==")],
    ),
    "a signature that is no text": (
        "bundle_signature",
        lambda m: [*list(m.items())[:2], ("manifest.sig", b"\xff" * 64)],
    ),
    "a signer that is no key": ("bundle_signature", lambda m: rewritten(m, signer="x")),
    "a manifest that is not canonical": (
        "bundle_layout",
        lambda m: [("manifest.json", b" " + m["manifest.json"]), *list(m.items())[1:]],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_tar_that_we_would_not_have_made_is_refused_whole(office: Office, case: str) -> None:
    code, made = CASES[case]
    members = taken_apart(packed(contents(office), KEY.public, KEY.sign))
    assert code_of(office, encrypted(put_together(made(members)), office)) == code


def test_links_and_long_names_of_other_tars_are_refused(office: Office) -> None:
    whole_tar = packed(contents(office), KEY.public, KEY.sign)
    members = list(taken_apart(whole_tar).items())
    long_name = [*members, ("n" * 300, b"")]
    for kind in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        assert code_of(office, encrypted(put_together(long_name, kind), office)) == "bundle_layout"
    link = tarfile.TarInfo(ITEM)
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    rest = put_together([one for one in members if one[0] != ITEM])
    made = link.tobuf(tarfile.USTAR_FORMAT) + rest
    assert code_of(office, encrypted(made, office)) == "bundle_layout"
    assert put_together(members) == whole_tar  # the tars above differ in what they say alone


def test_item_that_is_no_submission_refuses_the_others_too(office: Office) -> None:
    wrong = b'{"words":"of nobody"}'
    bad = Parcel(submission_id=OTHER.submission.id, data=wrong, sha256=sha256_hex(wrong))
    assert code_of(office, sealed_bundle(contents(office, parcel(), bad), KEY)) == "bundle_item"
    named = Parcel(submission_id=OTHER.submission.id, data=SEALED.data, sha256=SEALED.sha256)
    assert code_of(office, sealed_bundle(contents(office, parcel(), named), KEY)) == "bundle_item"


@pytest.mark.parametrize("data", [b"", b"{}", b"age-encryption.org/v1\n", os.urandom(4096)])
def test_file_that_is_no_bundle_is_refused(office: Office, data: bytes) -> None:
    assert code_of(office, data) == "bundle_damaged"


def test_file_that_is_too_large_is_refused_before_it_is_opened(office: Office) -> None:
    assert code_of(office, bytes(LARGEST_BUNDLE + 1)) == "bundle_too_large"
    assert code_of(office, encrypted(bytes(LARGEST_PACKED + 1), office)) == "bundle_too_large"


# How much fits


def big(number: int, size: int) -> Parcel:
    """Return a parcel of so many bytes."""
    data = bytes(size)
    name = SubmissionId(f"00000000-0000-4000-8000-{number:012d}")
    return Parcel(submission_id=name, data=data, sha256=sha256_hex(data))


def sizes() -> Iterator[tuple[int, int]]:
    yield 20, 1_000_000
    yield 3000, 1
    yield 1500, 6_000
    yield 4000, 513


@pytest.mark.slow
@pytest.mark.parametrize(("count", "size"), list(sizes()))
def test_much_is_parted_into_files_that_a_mailbox_takes(
    office: Office, count: int, size: int
) -> None:
    parcels = [big(number, size) for number in range(count)]
    parts = portions(parcels)
    assert [one for part in parts for one in part] == parcels
    for part in parts:
        data = sealed_bundle(contents(office, *part), KEY, is_armoured=True)
        assert len(data) <= LARGEST_BUNDLE
    assert len(parts) <= 2 + count * (size + 1600) // LARGEST_PACKED + count // 1000


def test_more_than_fits_is_refused_and_never_written(office: Office) -> None:
    with pytest.raises(Refusal, match="bundle_too_large"):
        sealed_bundle(contents(office, *(big(number, 900_000) for number in range(8))), KEY)


def test_nothing_is_encrypted_for_a_key_that_is_none(office: Office) -> None:
    wrong = replace(contents(office), recipient=office.opener.recipient[:-1] + "q")
    with pytest.raises(Refusal, match="bad_recipient"):
        sealed_bundle(wrong, KEY)
