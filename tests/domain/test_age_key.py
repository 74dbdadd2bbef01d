"""A key for files is told from a mistyped one by its checksum."""

import pytest
from pyrage import x25519

from ogp_desktop.domain.age_key import is_recipient

# Of the age specification's test vectors (testkit, x25519).
KNOWN = "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryef"


def test_known_key_and_fresh_ones_are_keys() -> None:
    assert is_recipient(KNOWN)
    for _ in range(50):
        assert is_recipient(str(x25519.Identity.generate().to_public()))


def test_every_single_wrong_letter_is_found_out() -> None:
    for place in range(4, len(KNOWN)):
        for letter in "qpzry9x8gf2tvdw0s3jn54khce6mua7l":
            typed = KNOWN[:place] + letter + KNOWN[place + 1 :]
            assert is_recipient(typed) is (typed == KNOWN)


@pytest.mark.parametrize(
    "text", ["", "age1", KNOWN[:-1], KNOWN.upper(), f" {KNOWN}", KNOWN + "q", KNOWN[:-1] + "b"]
)
def test_what_is_no_key_is_none(text: str) -> None:
    assert not is_recipient(text)
