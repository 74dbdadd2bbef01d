"""The final bytes for one destination that takes no JSON: made once, and sent again as they are."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.submission import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A whole request body; encrypted where the form asks for that."""

    data: bytes = field(repr=False)
    sha256: str
    media_type: str


Freeze = Callable[[Submission, Destination], Frozen]
"""Makes the final bytes; two calls may differ where there is encryption, so it is called once."""
