"""Keeps what the host decided as far as it can be kept."""

from collections.abc import Callable
from dataclasses import replace

from ogp_desktop.domain.conversation import Preparation
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.services.changes import Changes


def keep_what_can_be(
    wanted: Preparation, stored: Preparation, write: Callable[[Preparation], Changes]
) -> tuple[Changes, Refusal | None]:
    """Keep what is not refused, so that no typed word waits for a number to be right."""
    first: Refusal | None = None
    while True:
        try:
            return write(wanted), first
        except Refusal as refusal:
            first = first or refusal
            name = str(refusal.data.get("field", ""))
            if getattr(wanted, name, None) != getattr(stored, name, None):
                wanted = replace(wanted, **{name: getattr(stored, name)})
            elif wanted != stored:  # the number that clashes is another one
                wanted = stored
            else:
                raise
