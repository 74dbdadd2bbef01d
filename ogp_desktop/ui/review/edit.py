"""What a person did to the draft, as a value: a pure change from one review to the next."""

from collections.abc import Callable
from dataclasses import dataclass

from ogp_desktop.domain.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change, the line, text or field it is ``about``, and whether it came letter by letter.

    ``change`` may raise ``Refusal``; it is then shown beside what it is about.
    """

    change: Callable[[Review], Review]
    about: str = ""
    is_typing: bool = False
