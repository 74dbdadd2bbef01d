"""Both ends of a bundle: an installation that seals, and an endpoint with a key to open it."""

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ogp_desktop.delivery.bundle import FileWriter
from ogp_desktop.delivery.installation_key import installation_key
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.endpoint.bundles import Imported, Opener, import_bundle
from ogp_desktop.endpoint.importing import make_identity
from ogp_desktop.endpoint.serve import key_file
from ogp_desktop.endpoint.signing import Signer, signer_at
from ogp_desktop.endpoint.store import Store
from ogp_desktop.services import addressing
from ogp_desktop.services.exporting import export_item
from ogp_desktop.services.outbox_reading import dispatch
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.workplace import Workplace
from tests.support.sealed import sealed_sample

THEN = datetime(2022, 8, 2, 9, 0, tzinfo=UTC)
NOBODY = "http://127.0.0.1:9"
"""An address on this computer where nobody listens."""


@dataclass(frozen=True)
class Office:
    """The people of an endpoint: a database, a key that signs, a key that opens."""

    folder: Path
    database: str
    identity: Path
    signer: Signer
    opener: Opener

    def take(self, data: bytes) -> Imported:
        """Import a bundle."""
        with closing(Store(self.database)) as store:
            return import_bundle(store, self.signer, self.opener, data, now=THEN)

    def held(self) -> dict[str, str]:
        """Return what is stored: ids and digests."""
        with closing(Store(self.database)) as store:
            return {one.id: one.sha256 for one in store.listed()}

    def body(self, submission_id: str) -> bytes | None:
        """Return the stored bytes."""
        with closing(Store(self.database)) as store:
            return store.body(submission_id)


def office_in(folder: Path) -> Office:
    """Set up an endpoint with its keys."""
    folder.mkdir(parents=True, exist_ok=True)
    database = f"sqlite:///{folder / 'endpoint.sqlite3'}"
    identity = folder / "identity.txt"
    return Office(
        folder=folder,
        database=database,
        identity=identity,
        signer=signer_at(key_file(database)),
        opener=make_identity(identity),
    )


def place_for(
    at: Workplace, office: Office, *, name: str = "OGP", url: str = NOBODY
) -> Destination:
    """Set the office as a destination: its address, its receipt key and its key for files."""
    return addressing.set_destination(
        at,
        MemorySecrets(),
        name=name,
        url=url,
        receipt_key=office.signer.public_key,
        recipient=office.opener.recipient,
    )


def writer_to(folder: Path, *, is_armoured: bool = False) -> FileWriter:
    """Return what writes bundles into a folder, with a key that is kept beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    key = installation_key(MemorySecrets(), folder.parent / "installation")
    return FileWriter(key=key, to=folder, is_armoured=is_armoured)


def several(at: Workplace, count: int) -> list[SealedAndQueued]:
    """Seal so many conversations."""
    return [sealed_sample(at, f"Forum {number}") for number in range(count)]


def only_file(folder: Path) -> Path:
    """Return the one file in a folder."""
    (file,) = folder.iterdir()
    return file


def bundle_of(at: Workplace, made: SealedAndQueued, office: Office, folder: Path) -> bytes:
    """Save one submission for the office and return the file."""
    to = addressing.destinations(at)[0] if addressing.destinations(at) else place_for(at, office)
    done = export_item(at, writer_to(folder), item_id=made.item.id, destination_id=to.id)
    return Path(done.place).read_bytes()


def state_of(at: Workplace, made: SealedAndQueued) -> OutboxState:
    """Return where a submission stands."""
    return dispatch(at, item_id=made.item.id).item.state


def only_record(office: Office, *made: SealedAndQueued) -> None:
    """Hold that each text is stored once, with the bytes that were sealed."""
    assert office.held() == {one.sealed.id: one.sealed.sha256 for one in made}
    for one in made:
        assert office.body(one.sealed.id) == one.sealed.body
