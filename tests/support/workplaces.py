"""A real workplace without Qt: a real data file and the built-in kits, with a clock that stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from ogp_desktop.delivery.openrosa_body import check_form_key, frozen_body
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


@cache
def blank_file() -> bytes:
    """Return the bytes of a data file that was just made: making one takes a tenth of a second."""
    with TemporaryDirectory() as name:
        make_ready(file_in(Path(name)), copies_of(Path(name)))
        return file_in(Path(name)).read_bytes()


def lay_blank_file(folder: Path) -> None:
    """Put a new data file in a folder that has none, for tests that are not about its making."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not file_in(folder).exists():
        file_in(folder).touch(mode=0o600)  # as the program makes it
        file_in(folder).write_bytes(blank_file())


@cache
def _built_in_kits() -> KitLibrary:
    library = KitLibrary(data_root() / "kits", Path("none"))
    library.kits()
    return library


def library_at(installed: Path) -> KitLibrary:
    """Return the kits of the program and those of a folder; the program's are read once a run."""
    if installed.exists():
        return KitLibrary(data_root() / "kits", installed)
    library = copy(_built_in_kits())
    library._installed = installed
    return library


@contextmanager
def workplace_at(
    folder: Path, clock: FixedClock | None = None, first_id: int = 1, version: str = "0.1.0"
) -> Iterator[Workplace]:
    """Open the data file of a folder, made when it is missing; close it afterwards."""
    lay_blank_file(folder)
    clock = clock or FixedClock()
    make_ready(file_in(folder), copies_of(folder, clock))
    numbers = count(first_id)
    store = Store(file_in(folder))
    try:
        yield Workplace(
            store=store,
            clock=clock,
            new_id=lambda: f"00000000-0000-4000-8000-{next(numbers):012d}",
            library=library_at(folder / "kits"),
            app_version=version,
            freeze=frozen_body,
            check_form_key=check_form_key,
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
