"""What the page shows where answers are copied by hand; no words, no Qt."""

from dataclasses import dataclass

from ogp_desktop.domain.hand_form import Answer
from ogp_desktop.ui.send.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A form on the web that the kit names."""

    id: str
    name: str
    note: str
    host: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandLine:
    """One answer to be copied, and whether it was."""

    answer: Answer
    is_copied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """The page where answers are copied by hand; ``told`` is what came of opening a form."""

    pages: tuple[WebPage, ...] = ()
    lines: tuple[HandLine, ...] = ()
    told: Told | None = None
