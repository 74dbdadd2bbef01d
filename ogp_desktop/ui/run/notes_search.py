"""Finds notes by any of their words, whatever the accents, the case or the vowel marks."""

from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize

from ogp_desktop.domain.notes import Note

_TATWEEL = "\u0640"


def folded(text: str) -> str:
    """Return the text as it is compared: decomposed, without marks, without case."""
    plain = normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if not combining(sign) and sign != _TATWEEL)


def matching(notes: Iterable[Note], query: str) -> Iterator[Note]:
    """Yield the notes that hold every word of the query, in their order."""
    wanted = folded(query).split()
    for note in notes:
        text = folded(note.text)
        if all(word in text for word in wanted):
            yield note
