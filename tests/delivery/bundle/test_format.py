"""A bundle is what is published: an age file with a signed tar, small enough for a mailbox."""

import io
import re
import shutil
import subprocess
import tarfile
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ogp_desktop.delivery.bundle import sealed_bundle
from ogp_desktop.domain.bundle import LARGEST_BUNDLE, LARGEST_PACKED, packed, portions
from ogp_desktop.domain.canonical import sha256_hex, strict_json
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.submission import MEDIA_TYPE
from tests.support.bundle_bytes import BUNDLE_ID, KEY, OTHER, contents, taken_apart
from tests.support.bundles import Office
from tests.support.delivering import SEALED, parcel


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
