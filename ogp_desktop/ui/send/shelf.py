"""Reads the outbox for the Send screen: the lines, and everything about the chosen one."""

from dataclasses import dataclass

from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.ids import ConversationId, OutboxItemId
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.services import addressing
from ogp_desktop.services.exporting import sole_recipient
from ogp_desktop.services.outbox_reading import Dispatch, dispatch, dispatches_of, outbox
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.pinned_kits import PinnedKits
from ogp_desktop.ui.send.send_reading import asks_again, detail, held_alike, may_save_all, rows
from ogp_desktop.ui.send.send_state import Detail, Row
from ogp_desktop.ui.send.withdrawal_reading import revisions_there


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """What lies there at one moment, with one of it chosen."""

    rows: tuple[Row, ...]
    chosen: Detail | None
    may_save_all: bool


class Shelf:
    """What was sealed from one conversation, or from all of them."""

    def __init__(self, desk: Desk, conversation_id: ConversationId | None) -> None:
        self._desk = desk
        self._conversation_id = conversation_id
        self._kits = PinnedKits(desk.workplace)

    def all(self) -> tuple[Dispatch, ...]:
        """Return everything that was sealed."""
        at = self._desk.workplace
        if self._conversation_id is None:
            return outbox(at)
        return dispatches_of(at, conversation_id=self._conversation_id)

    def one(self, item_id: OutboxItemId) -> Dispatch:
        """Return one of it, as it stands now."""
        return dispatch(self._desk.workplace, item_id=item_id)

    def kit_of(self, one: Dispatch) -> LocalKit:
        """Return the kit it was held with."""
        return self._kits.of(one)

    def look(self, wanted: OutboxItemId | None) -> Shelved:
        """Read everything again; where ``wanted`` is not there, the first is chosen."""
        found = self.all()
        lines = rows(found, self._desk.workplace.clock.now())
        here = {one.item.id: one for one in found}
        if wanted not in here:
            wanted = lines[0].item_id if lines else None
        known = addressing.destinations(self._desk.workplace)
        sole = sole_recipient(known) if self._desk.bundle_writer is not None else None
        return Shelved(
            rows=lines,
            chosen=self._detail(here[wanted], sole) if wanted is not None else None,
            may_save_all=self._desk.bundle_writer is not None and may_save_all(found, sole),
        )

    def _detail(self, one: Dispatch, sole: Destination | None) -> Detail:
        alike = held_alike(outbox(self._desk.workplace), one) if asks_again(one) else 0
        now = self._desk.workplace.clock.now()
        revisions = dispatches_of(self._desk.workplace, conversation_id=one.conversation.id)
        there = revisions_there(revisions, one)
        return detail(one, self.kit_of(one), now, sole, alike=alike, others_there=there)
