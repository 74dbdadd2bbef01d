"""Finds what looks like it could lead to a person in a line; it may miss some, and says so.

Nothing is changed: the host decides about each finding. A name cannot be told from words, so
besides addresses and numbers only what follows a form of address is looked for.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class PersonalData(StrEnum):
    """What a piece of text looks like."""

    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    HANDLE = "handle"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Finding:
    """The piece ``text[start:end]`` and what it looks like."""

    kind: PersonalData
    start: int
    end: int


_TITLE = (
    r"(?<![\w.])(?:M\.[ \u00a0]?|(?:Mr|Mrs|Ms|Dr|Prof|Mme|Mlle|Sr|Sra)(?:\.[ \u00a0]?|[ \u00a0]))"
)
_BIG = r"[^\W\d_a-zß-öø-ÿ][\w'’-]+"  # begins with a capital, in whichever alphabet has them
_PATTERNS = (
    (PersonalData.EMAIL, re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (PersonalData.HANDLE, re.compile(r"(?<![\w@])@\w{3,}")),
    (
        PersonalData.PHONE,
        re.compile(r"(?<!\w)(?:\+|00)\d[\d\s().-]{6,}\d|(?<!\w)0\d(?:[\s.-]?\d\d){4}"),
    ),
    (PersonalData.NAME, re.compile(rf"{_TITLE}{_BIG}(?:[ \u00a0]{_BIG})*")),
    (PersonalData.NUMBER, re.compile(r"(?<!\w)(?:\d[ .-]?){6,}\d(?!\w)")),
)


_ANY = re.compile(rf"@|\d(?:[\s().-]*\d){{6}}|{_TITLE}")


@lru_cache(maxsize=4096)  # every line is looked at after every edit, and few of them changed
def findings(text: str) -> tuple[Finding, ...]:
    """Return what looks like personal data, in order, no two overlapping."""
    found: list[Finding] = []
    if not _ANY.search(text):  # nearly every line: nothing to look closer at
        return ()
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= one.start or match.start() >= one.end for one in found):
                found.append(Finding(kind, match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def without_findings(text: str) -> str:
    """Return the text with each finding replaced by an ellipsis, all other words as they were."""
    kept = text
    for found in reversed(findings(text)):
        kept = f"{kept[: found.start]}…{kept[found.end :]}"
    return kept
