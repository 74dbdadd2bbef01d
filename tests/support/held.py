"""Conversations that were held in a test, part by part."""

from collections.abc import Mapping
from datetime import timedelta

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.services import preparing, running
from ogp_desktop.services.workplace import Workplace
from tests.support.clock import FixedClock
from tests.support.workplaces import OGP


def held(
    at: Workplace, longer: Mapping[str, int] | None = None, *, kit_id: str = OGP
) -> ConversationId:
    """Hold a conversation of 90 minutes in which some parts took so many minutes longer."""
    clock = at.clock
    assert isinstance(clock, FixedClock)
    made = preparing.create_conversation(at, kit_id=kit_id, language="en", title="Held")
    running.start(at, conversation_id=made.id)
    for place, item in enumerate(running_order(made.agenda).blocks):
        if place:
            running.move_to(at, conversation_id=made.id, item_id=item.id)
        clock.advance(timedelta(minutes=item.minutes + (longer or {}).get(item.id, 0)))
    running.end(at, conversation_id=made.id)
    return made.id
