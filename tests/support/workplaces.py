"""A real workplace without Qt: a real data file and the built-in kits, with a clock that stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.paths import data_root
from ogp_desktop.services import preparing, running
from ogp_desktop.services.note_taking import Entry
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.snapshots import Snapshots
from ogp_desktop.storage.store import Store
from ogp_desktop.storage.upgrade import make_ready
from tests.support.clock import FixedClock

OGP = "ogp-strategy-2022"


def file_in(folder: Path) -> Path:
    """Return where the data file of a folder is."""
    return folder / "conversations.sqlite3"


def copies_of(folder: Path, clock: FixedClock | None = None) -> Snapshots:
    """Return the copies of the data file of a folder."""
    return Snapshots(file_in(folder), folder / "copies", (clock or FixedClock()).now)


@contextmanager
def workplace_at(
    folder: Path, clock: FixedClock | None = None, first_id: int = 1
) -> Iterator[Workplace]:
    """Open the data file of a folder, made when it is missing; close it afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = clock or FixedClock()
    make_ready(file_in(folder), copies_of(folder, clock))
    numbers = count(first_id)
    store = Store(file_in(folder))
    try:
        yield Workplace(
            store=store,
            clock=clock,
            new_id=lambda: f"00000000-0000-4000-8000-{next(numbers):012d}",
            library=KitLibrary(data_root() / "kits", folder / "kits"),
            app_version="0.1.0",
        )
    finally:
        store.close()


def begun(at: Workplace) -> ConversationId:
    """Make a conversation on the OGP kit, start its clock and return its id."""
    made = preparing.create_conversation(at, kit_id=OGP, language="fr", title="Kpalimé")
    running.start(at, conversation_id=made.id)
    return made.id


def line(text: str, question_id: str = "q1", kind_id: str = "challenge") -> Entry:
    """Return one line of the entry box."""
    return Entry(question_id=question_id, kind_id=kind_id, text=text)
