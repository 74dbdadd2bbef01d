"""The public key that files are encrypted for: an age X25519 recipient, ``age1...`` in Bech32.

Only the letters are checked here, as a person types or scans them; a wrong letter is found out.
"""

_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_PREFIX = "age1"
_LENGTH = 62
"""32 bytes in letters of five bits, behind the prefix and before six letters of checksum."""


def is_recipient(text: str) -> bool:
    """Tell whether the text is an X25519 recipient with a right checksum (BIP 173)."""
    if len(text) != _LENGTH or not text.startswith(_PREFIX):
        return False
    letters = text.removeprefix(_PREFIX)
    if any(sign not in _SIGNS for sign in letters):
        return False
    human = _PREFIX[:-1]
    spread = [*(ord(sign) >> 5 for sign in human), 0, *(ord(sign) & 31 for sign in human)]
    return _checksum([*spread, *map(_SIGNS.index, letters)]) == 1


def _checksum(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, term in enumerate(_GENERATOR):
            check ^= term if top >> place & 1 else 0
    return check
