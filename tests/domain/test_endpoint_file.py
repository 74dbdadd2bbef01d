"""The file of an endpoint is whole and signed by the key that it names, or it is refused."""

import json
from base64 import b32decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.endpoint_file import (
    LONGEST_FILE,
    TEXT_START,
    EndpointCard,
    endpoint_file,
    fingerprint,
    qr_text,
    read_endpoint_file,
)
from ogp_desktop.domain.errors import Refusal
from tests.support.endpoint_files import OTHER, SIGNER, card, file_of

FILE = file_of(card())


def _code(data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        read_endpoint_file(data, ed25519_verifier)
    return refused.value.code


def test_file_and_text_say_the_same() -> None:
    full = card(recipient="age1" + "q" * 58, closes="2027-08-31", protocol="openrosa")
    for one in (card(), full):
        assert read_endpoint_file(file_of(one), ed25519_verifier) == one
        assert read_endpoint_file(qr_text(file_of(one)).encode(), ed25519_verifier) == one


@given(name=st.text(min_size=1, max_size=80), path=st.text("abc/-_%", max_size=200))
def test_any_name_and_address_comes_back_as_it_was_signed(name: str, path: str) -> None:
    one = card(name=name, url=f"https://example.org/{path}")
    file = file_of(one)
    if not read_name(file).isprintable():
        assert _code(file) == "not_an_endpoint_file"
        return
    assert file_of(read_endpoint_file(qr_text(file).encode(), ed25519_verifier)) == file


def read_name(file: bytes) -> str:
    name = json.loads(file)["endpoint"]["name"]
    assert isinstance(name, str)
    return name


def test_text_survives_being_pasted_in_lines_and_small_letters() -> None:
    text = qr_text(FILE)
    lines = "\n ".join(text[start : start + 20] for start in range(0, len(text), 20)).lower()
    assert read_endpoint_file(f" {lines}\n".encode(), ed25519_verifier) == card()


def test_text_is_capitals_and_digits_alone_so_that_the_code_stays_small() -> None:
    text = qr_text(FILE)
    assert text.startswith(TEXT_START)
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:")
    assert b32decode(text.removeprefix(TEXT_START) + "=" * (-len(text[5:]) % 8))


@pytest.mark.parametrize("place", range(0, len(FILE), 3))
def test_file_is_refused_when_one_byte_of_it_is_another(place: int) -> None:
    damaged = FILE[:place] + bytes([FILE[place] ^ 1]) + FILE[place + 1 :]
    assert _code(damaged) in {
        *("not_an_endpoint_file", "bad_endpoint_signature", "newer_endpoint_file"),
        "unknown_protocol",
    }


def test_card_signed_by_another_key_is_refused() -> None:
    assert _code(endpoint_file(card(), OTHER.sign_bytes)) == "bad_endpoint_signature"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_an_endpoint_file"),
        (b"{}", "not_an_endpoint_file"),
        (b"[1]", "not_an_endpoint_file"),
        (b"\xff\xfe", "not_an_endpoint_file"),
        (FILE[:-1], "not_an_endpoint_file"),
        (b"x" * (LONGEST_FILE + 1), "not_an_endpoint_file"),
        (b"OGP1:", "not_an_endpoint_file"),
        (b"OGP1:AAAA", "not_an_endpoint_file"),
        (b"OGP1:!!!!", "not_an_endpoint_file"),
        (qr_text(FILE)[:-8].encode(), "not_an_endpoint_file"),
        (qr_text(b"0" * 200_000).encode(), "not_an_endpoint_file"),
        (file_of(card(v=2)), "newer_endpoint_file"),
        (file_of(card(protocol="pigeon")), "unknown_protocol"),
        (file_of(card(closes="soon")), "not_an_endpoint_file"),
        (file_of(card(name="a\nb")), "not_an_endpoint_file"),
        (file_of(card(name="a\u202eb")), "not_an_endpoint_file"),
    ],
)
def test_what_is_no_endpoint_file_is_refused_by_name(data: bytes, code: str) -> None:
    assert _code(data) == code


def test_newer_file_with_more_fields_is_told_from_a_broken_one() -> None:
    newer = {"endpoint": {"kind": "ogp-endpoint", "v": 9, "more": []}, "sig": ""}
    assert _code(json.dumps(newer).encode()) == "newer_endpoint_file"


def test_fingerprint_begins_with_the_name_of_the_endpoint_in_its_receipts() -> None:
    groups = fingerprint(SIGNER.public_key).split()
    assert [len(group) for group in groups] == [4] * 8
    assert "".join(groups[:4]).lower() == SIGNER.endpoint_id
    assert fingerprint(OTHER.public_key) != fingerprint(SIGNER.public_key)


def test_card_has_no_place_for_an_access_code() -> None:
    assert not {name for name in EndpointCard.__dataclass_fields__ if "code" in name}
