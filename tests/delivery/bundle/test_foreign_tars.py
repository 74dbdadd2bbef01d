"""A bundle is refused whole unless it is exactly one that we would make.

Here are tars that no program of ours makes, encrypted and signed well.
"""

import os
import tarfile
from collections.abc import Callable

import pytest

from ogp_desktop.delivery.bundle import sealed_bundle
from ogp_desktop.domain import bundle as form
from ogp_desktop.domain.bundle import LARGEST_BUNDLE, LARGEST_PACKED, packed
from ogp_desktop.domain.canonical import canonical_json, sha256_hex, strict_json
from ogp_desktop.domain.gateway import Parcel
from tests.support.bundle_bytes import KEY, OTHER, code_of, contents, encrypted, taken_apart
from tests.support.bundles import Office
from tests.support.delivering import SEALED, parcel


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
