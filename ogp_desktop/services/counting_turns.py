"""Counting turns: whether, by what, and the total. Who had a turn is no argument here.

So that nobody's share of the talk can reach the disk, not even for a moment.
"""

from dataclasses import replace

from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.turns import TurnsBy, TurnTally
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.workplace import Workplace


def count_by(at: Workplace, *, conversation_id: ConversationId, by: TurnsBy | None) -> Changes:
    """Count turns by seat or by group from now on, or no more (``None``); the total stays."""
    with at.store.writing() as unit:
        conversation = unit.conversations.get(conversation_id)
        if conversation.state is not ConversationState.SEALED:
            before = conversation.preparation.turns
            total = conversation.preparation.turns_counted
            kept = TurnTally(by=by, total=total) if by else before and replace(before, is_on=False)
            preparation = replace(conversation.preparation, turns=kept)
            unit.conversations.replace(replace(conversation, preparation=preparation))
    return changes(Touched.PREPARATION, of=conversation_id)


def add_turns(at: Workplace, *, conversation_id: ConversationId, turns: int) -> Changes:
    """Add that many turns to the total; negative ones are taken back. None is kept unless asked."""
    with at.store.writing() as unit:
        conversation = unit.conversations.get(conversation_id)
        tally = conversation.preparation.turns
        is_open = conversation.state is not ConversationState.SEALED
        if is_open and tally is not None and tally.is_on:
            kept = replace(tally, total=max(0, tally.total + turns))
            preparation = replace(conversation.preparation, turns=kept)
            unit.conversations.replace(replace(conversation, preparation=preparation))
    return changes(Touched.PREPARATION, of=conversation_id)
