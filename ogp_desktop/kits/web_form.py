"""The address that opens a web form with the answers already in it; nothing is sent by building it.

Some browsers and servers cut addresses of more than about eight thousand characters, so the longest
answers stay out of a longer one, and are named, to be copied by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ogp_desktop.kits.model import WebForm

LONGEST_URL = 8_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefilled:
    """The address, and the answers that had to stay out of it, in the order of the form."""

    url: str
    left_out: tuple[str, ...] = ()


def is_web_address(url: str) -> bool:
    """Tell whether an address is one that a form may stand at: https, a host, and no more."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    is_bare = not parts.fragment and "@" not in parts.netloc and url.isascii()
    return parts.scheme == "https" and host is not None and is_bare and url.isprintable()


def prefilled(form: WebForm, answers: Mapping[str, str]) -> Prefilled:
    """Return the address of the form with what was answered; what is empty is left away."""
    pairs = {
        entry.answer: f"{quote(entry.name, safe='')}={quote(answers[entry.answer], safe='')}"
        for entry in form.entries
        if answers.get(entry.answer)
    }
    mark = "&" if urlsplit(form.url).query else "?"
    length = len(form.url) + sum(len(pair) + 1 for pair in pairs.values())
    left_out = set()
    for answer in sorted(pairs, key=lambda one: len(pairs[one]), reverse=True):
        if length <= LONGEST_URL:
            break
        left_out.add(answer)
        length -= len(pairs[answer]) + 1
    kept = [pair for answer, pair in pairs.items() if answer not in left_out]
    url = form.url + (mark + "&".join(kept) if kept else "")
    return Prefilled(url=url, left_out=tuple(one for one in pairs if one in left_out))
