"""One line of the list on Home; plain values, ready before anything heavy is loaded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRow:
    """One line of the list on Home. ``updated_at`` is ISO text; ``outbox`` the delivery state."""

    id: str
    title: str
    place: str
    format: str
    minutes: int
    people: int
    state: str
    updated_at: str
    kit_id: str
    outbox: str | None
