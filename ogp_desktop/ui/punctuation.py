"""French spaces before ``? ! : ;`` and inside guillemets, kept from falling alone on a line.

For display only: what is stored keeps its plain spaces.
"""

import re

_BEFORE = re.compile(r" (?=[?!:;»%])")
_AFTER = re.compile(r"(?<=«) ")
_NO_BREAK = "\u00a0"


def no_break(text: str) -> str:
    """Return the text with no-break spaces where a line must not end."""
    return _AFTER.sub(_NO_BREAK, _BEFORE.sub(_NO_BREAK, text))
