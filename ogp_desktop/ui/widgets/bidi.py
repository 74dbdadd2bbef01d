"""Direction of texts: what stays left to right, and which way a person's own words run."""

import unicodedata

from PySide6.QtGui import QGuiApplication


def isolated_ltr(text: str) -> str:
    """Keep "+1" and "08:24" in order inside right to left text (U+2066 ... U+2069)."""
    return f"\u2066{text}\u2069"


def is_right_to_left(text: str, *, otherwise: bool = False) -> bool:
    """Whether the first strong letter is written from right to left (Unicode UAX 9, rule P2)."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return otherwise


def in_own_direction(text: str, *, is_rtl: bool) -> str:
    """Keep a text whole that runs against its surroundings (U+2068 ... U+2069), else as it is."""
    return f"\u2068{text}\u2069" if is_right_to_left(text, otherwise=is_rtl) != is_rtl else text


def kept_ltr(text: str) -> str:
    """Keep an address or a digest in its order inside text that runs from right to left."""
    return isolated_ltr(text) if QGuiApplication.isRightToLeft() else text
