"""A rehearsal: one conversation copied into a data file of its own, where time passes faster.

Nothing of it can reach the real file, which is only read once, or a destination: the copy has an
outbox that nobody looks into. Whoever ends it takes the file away; after a crash the next
rehearsal does.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ogp_desktop.domain.clock import FasterClock
from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services.sample import Sample, sample_of_kit
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.scratch import ScratchFolder
from ogp_desktop.storage.snapshots import Snapshots
from ogp_desktop.storage.store import Store
from ogp_desktop.storage.upgrade import make_ready

SPEEDS = (10, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A copy to play with; ``sample`` are notes for its kit, where there are any."""

    at: Workplace
    conversation_id: ConversationId
    speed: int
    sample: Sample | None
    folder: ScratchFolder

    def close(self) -> None:
        """Take away everything that was written."""
        self.at.store.close()
        with suppress(OSError):  # what another program holds open goes when this one ends
            self.folder.remove()


def rehearse(
    at: Workplace, *, conversation_id: ConversationId, speed: int, samples: Path
) -> Rehearsal:
    """Copy what a conversation plans, whatever became of it, ready to start.

    Raises ``Trouble`` when the computer has no room for the copy.
    """
    with at.store.reading() as unit:
        real = unit.conversations.get(conversation_id)
        kit = unit.conversations.kit_body(real.kit.digest)
    turns = real.preparation.turns
    folder = ScratchFolder()
    clock = FasterClock(at.clock, speed)
    file = folder.path / "rehearsal.sqlite3"
    make_ready(file, Snapshots(file, folder.path / "copies", clock.now))
    copy = replace(
        real,
        preparation=replace(real.preparation, turns=turns and replace(turns, total=0)),
        state=ConversationState.READY,
        updated_at=clock.now(),
    )
    store = Store(file)
    with store.writing() as unit:
        unit.conversations.pin_kit(real.kit, kit)
        unit.conversations.add(copy)
    return Rehearsal(
        at=replace(at, store=store, clock=clock),
        conversation_id=conversation_id,
        speed=speed,
        sample=sample_of_kit(samples, real.kit.id, real.preparation.language),
        folder=folder,
    )
