"""What leaves as a file, and the receipts that come back as one, outside the GUI thread."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ogp_desktop.domain.bundle import BundleWriter, KeyPlace
from ogp_desktop.domain.errors import DomainError, Refusal
from ogp_desktop.domain.ids import DestinationId, OutboxItemId
from ogp_desktop.domain.outbox import goes_by_hand
from ogp_desktop.domain.receipt import LONGEST_RETURN
from ogp_desktop.paths import write_whole
from ogp_desktop.services import addressing, exporting, receipts
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.services.evidence import evidence_csv
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.told import Told

TEXT_ENDING = ".txt"
"""A file with this ending holds the encrypted text, to be pasted into an e-mail."""


class FilesModel(QObject):
    """Signals: ``saved(Changes, Told or None)``; ``told(Told)`` why not; ``trouble_met(error)``."""

    saved = Signal(object, object)
    told = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def save_readable(self, one: Dispatch, path: Path) -> None:
        """Write the sealed bytes as they are; unless they travel by themselves, that is a way."""
        at, is_the_way = self._desk.workplace, goes_by_hand(one.item)

        def work() -> None:
            write_whole(path, one.sealed.body)
            if is_the_way:
                addressing.hand_over(at, item_id=one.item.id, way="file")

        def written(_nothing: object) -> None:
            if is_the_way:
                self._tell_saved(Told(code="file_saved", value=path.name))
            elif isValid(self):
                self.told.emit(Told(code="copy_saved", value=path.name))

        def failed(error: Exception) -> None:
            self._fail(error, Told(code="cannot_write", value=path.name))

        self._desk.workshop.run(work, written, failed)

    def save_one(
        self, item_id: OutboxItemId, destination_id: DestinationId | None, path: Path
    ) -> None:
        """Write one submission, as text if the name ends so."""

        def write(writer: BundleWriter) -> str:
            done = exporting.export_item(
                self._desk.workplace, writer, item_id=item_id, destination_id=destination_id
            )
            return done.place

        self._save(path, "bundle_saved", write)

    def save_all(self, destination_id: DestinationId | None, folder: Path) -> None:
        """Write everything that waits into a folder."""

        def write(writer: BundleWriter) -> str:
            exporting.export_waiting(self._desk.workplace, writer, destination_id=destination_id)
            return str(folder)

        self._save(folder, "bundles_saved", write)

    def save_evidence(self, found: Sequence[Dispatch], path: Path) -> None:
        """Write the list of what was sealed, with ids, digests and receipts."""

        def written(_nothing: object) -> None:
            if isValid(self):
                self.told.emit(Told(code="evidence_saved", value=path.name))

        def failed(error: Exception) -> None:
            self._fail(error, Told(code="cannot_write", value=path.name))

        self._desk.workshop.run(lambda: write_whole(path, evidence_csv(found)), written, failed)

    def add_receipts(self, item_id: OutboxItemId, file: Path) -> None:
        """Believe the receipts in a file, if the one for this text is among them."""
        desk = self._desk

        def work() -> receipts.Believed:
            with file.open("rb") as opened:
                body = opened.read(LONGEST_RETURN + 1)
            return receipts.add_receipt(desk.workplace, desk.verifier, item_id=item_id, body=body)

        def believed(found: receipts.Believed) -> None:
            if found.refused and isValid(self):
                code = "bundle_refused" if found.items else "bundle_refused_unknown"
                self.saved.emit(found.changes, Told(code=code, value=found.refused))
                return
            code = "receipts_added" if found.fresh else "receipts_known"
            told = Told(code=code, value=str(found.fresh))
            if isValid(self):  # one alone is told by the state itself
                self.saved.emit(found.changes, told if found.fresh != 1 else None)

        def failed(error: Exception) -> None:
            if isinstance(error, Refusal):
                self.told.emit(Told(code="no_receipt", value=str(error.data.get("why", ""))))
            else:
                self._fail(error, Told(code="cannot_read", value=file.name))

        desk.workshop.run(work, believed, failed)

    def _save(self, to: Path, code: str, write: Callable[[BundleWriter], str]) -> None:
        make = self._desk.bundle_writer
        if make is None:
            return

        def work() -> Told:
            writer = make(to, to.suffix == TEXT_ENDING)
            value = write(writer)
            is_here = code == "bundle_saved" and writer.key_place is KeyPlace.FILE
            return Told(code=f"{code}_own_key" if is_here else code, value=value)

        def failed(error: Exception) -> None:
            self._fail(error, Told(code="cannot_write", value=to.name))

        self._desk.workshop.run(work, self._tell_saved, failed)

    def _tell_saved(self, told: Told) -> None:
        if isValid(self):  # an answer may come after the screen is gone
            self.saved.emit(changes(Touched.OUTBOX, Touched.CONVERSATIONS), told)

    def _fail(self, error: Exception, told: Told) -> None:
        if not isinstance(error, OSError | DomainError):
            raise error
        if not isValid(self):
            return
        if isinstance(error, OSError):
            self.told.emit(told)
        elif error.code == "bytes_damaged":
            self.told.emit(Told(code="damaged"))
        elif isinstance(error, Refusal):
            self.told.emit(Told(code=error.code))
        else:
            self.trouble_met.emit(error)
