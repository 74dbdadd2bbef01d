"""What a service tells the screens after its commit: which facts to read again."""

from dataclasses import dataclass
from enum import StrEnum

from ogp_desktop.domain.ids import ConversationId


class Touched(StrEnum):
    """A kind of fact that a screen may be showing."""

    CONVERSATIONS = "conversations"
    PREPARATION = "preparation"
    TIMING = "timing"
    NOTES = "notes"
    REVIEW = "review"
    VIEWS = "views"
    OUTBOX = "outbox"
    KITS = "kits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The kinds of fact touched, and the conversation they belong to (``None``: to none alone)."""

    touched: frozenset[Touched]
    conversation_id: ConversationId | None = None


def changes(*touched: Touched, of: ConversationId | None = None) -> Changes:
    """Return the changes of one service call."""
    return Changes(touched=frozenset(touched), conversation_id=of)
