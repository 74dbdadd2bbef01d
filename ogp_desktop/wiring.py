"""Builds what every way into the program shares, with plain constructors and nothing global.

Importing this module loads nothing heavy; ``open_workplace`` does, and belongs in a lane.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from os import getpid
from pathlib import Path
from typing import TYPE_CHECKING

import ogp_desktop
from ogp_desktop import paths, settings
from ogp_desktop.clocks import SystemClock
from ogp_desktop.domain.clock import Clock
from ogp_desktop.domain.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QImage, QPagedPaintDevice, QPageSize

    from ogp_desktop.delivery.bundle import FileWriter
    from ogp_desktop.domain.carrying import Carrier
    from ogp_desktop.domain.destination import Destination
    from ogp_desktop.domain.gateway import Gateway
    from ogp_desktop.domain.hand_form import Answer
    from ogp_desktop.domain.notes import Lean, Note
    from ogp_desktop.domain.paper_pack import PackPages, PaperPack
    from ogp_desktop.domain.paper_sheet import PaperSheet
    from ogp_desktop.domain.receipt import Proof, Verify
    from ogp_desktop.domain.receipt_page import ReceiptPage
    from ogp_desktop.domain.secrets import Secrets
    from ogp_desktop.domain.submission import Submission
    from ogp_desktop.domain.time_taken import TimeTaken
    from ogp_desktop.domain.withdrawal import Withdrawer
    from ogp_desktop.domain.withdrawn import WithdrawnProof
    from ogp_desktop.kits.local_kit import LocalKit
    from ogp_desktop.services.delivering import Sender
    from ogp_desktop.services.withdrawing import Asker
    from ogp_desktop.services.workplace import Workplace
    from ogp_desktop.storage.snapshots import Snapshots


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where this run of the program keeps things.

    ``may_change``: no command line named the folder of the notes. ``must_exist``: a person chose it
    once, so that its absence means a disk that is not there, not a first start.
    """

    data: Path
    config: Path
    logs: Path
    may_change: bool = False
    must_exist: bool = False

    @property
    def file(self) -> Path:
        """Return the data file."""
        return self.data / "conversations.sqlite3"

    @property
    def snapshots(self) -> Path:
        """Return where copies of the data file are kept."""
        return self.data / "copies"

    @property
    def kits(self) -> Path:
        """Return where installed kits are kept."""
        return self.data / "kits"

    @property
    def settings(self) -> Path:
        """Return the file of the preferences."""
        return self.config / "settings.json"


def folders(data: Path | None = None) -> Folders:
    """Return the usual folders, or those of one data folder that holds everything.

    Usual is what a person chose on the first page, else what the system says.
    """
    if data is not None:
        return Folders(data=data, config=data, logs=data / "logs")
    usual = Folders(
        data=paths.data_dir(), config=paths.config_dir(), logs=paths.log_dir(), may_change=True
    )
    chosen = settings.load(usual.settings).data_folder
    return replace(usual, data=Path(chosen), must_exist=True) if chosen else usual


def new_id() -> str:
    """Return a fresh random UUID."""
    import uuid

    return str(uuid.uuid4())


def snapshots_of(where: Folders, clock: Clock) -> "Snapshots":
    """Return the copies of the data file."""
    from ogp_desktop.storage.snapshots import Snapshots

    return Snapshots(where.file, where.snapshots, clock.now)


def open_workplace(
    where: Folders, clock: Clock | None = None, *, brisk_thread: int | None = None
) -> "Workplace":
    """Load everything, make the data file ready and open it; a brisk thread never waits long.

    Raises ``Trouble``: ``"folder_missing"``, ``"damaged"``, ``"newer_file"``, ``"disk_full"``,
    ``"locked"``, ...
    """
    from ogp_desktop.delivery.openrosa_body import check_form_key, frozen_body
    from ogp_desktop.kits.library import KitLibrary
    from ogp_desktop.services.workplace import Workplace
    from ogp_desktop.storage.store import Store
    from ogp_desktop.storage.upgrade import make_ready

    time = clock or SystemClock()
    if where.must_exist and not where.data.is_dir():
        raise Trouble("folder_missing", folder=str(where.data))
    where.data.mkdir(parents=True, exist_ok=True)
    with suppress(OSError):  # a folder shared with others keeps the rights it was given
        where.data.chmod(0o700)
    make_ready(where.file, snapshots_of(where, time))
    library = KitLibrary(paths.data_root() / "kits", where.kits)
    library.kits()
    return Workplace(
        store=Store(where.file, brisk_thread=brisk_thread),
        clock=time,
        new_id=new_id,
        library=library,
        app_version=ogp_desktop.__version__,
        freeze=frozen_body,
        check_form_key=check_form_key,
    )


def gateways(secrets: "Secrets") -> Callable[["Destination"], "Gateway"]:
    """Return what opens the gateway to a destination, with its access code and receipt key."""
    open_gateway = gateways_with(secrets)
    return lambda destination: open_gateway(destination, None)


def gateways_with(secrets: "Secrets") -> Callable[["Destination", str | None], "Gateway"]:
    """Return what opens a gateway with an access code, that which is kept for ``None``."""

    def open_gateway(destination: "Destination", code: str | None) -> "Gateway":
        from ogp_desktop.delivery.json_put import JsonPut
        from ogp_desktop.delivery.openrosa import OpenRosa
        from ogp_desktop.domain.destination import OPENROSA

        kept = secrets.code(destination.id) if code is None else code or None
        if destination.protocol == OPENROSA:
            return OpenRosa(destination.url, code=kept, now=SystemClock().now)
        return JsonPut(
            base_url=destination.url,
            token=kept,
            verify=_pinned(destination),
            receipt_key=destination.receipt_key,
        )

    return open_gateway


def bundle_writer(
    secrets: "Secrets", folder: Path, to: Path, *, is_armoured: bool = False
) -> "FileWriter":
    """Return what writes bundles to ``to``, signed with the key of this installation.

    ``folder`` is the data folder, where the key is kept if the system has no keyring. Raises
    ``Trouble("key_damaged")`` and ``OSError``.
    """
    from ogp_desktop.delivery.bundle import FileWriter
    from ogp_desktop.delivery.installation_key import installation_key

    return FileWriter(key=installation_key(secrets, folder), to=to, is_armoured=is_armoured)


def carrier(secrets: "Secrets") -> Callable[["Destination"], "Carrier"]:
    """Return what opens the way for other people's bundles to a destination."""

    def open_carrier(destination: "Destination") -> "Carrier":
        from ogp_desktop.delivery.bundle_put import BundlePut

        code, verify = secrets.code(destination.id), _pinned(destination)
        return BundlePut(destination.url, token=code, verify=verify)

    return open_carrier


def asker(secrets: "Secrets") -> "Asker":
    """Return who takes submissions back in this run of the program."""
    import random

    from ogp_desktop.services.withdrawing import Asker

    return Asker(
        owner=f"{getpid()}-{new_id()[:8]}",
        open_withdrawer=withdrawers(secrets),
        jitter=random.random,
    )


def withdrawers(secrets: "Secrets") -> Callable[["Destination"], "Withdrawer"]:
    """Return what opens the way to take back from a destination."""

    def open_withdrawer(destination: "Destination") -> "Withdrawer":
        from ogp_desktop.delivery.json_delete import JsonDelete

        code, verify = secrets.code(destination.id), _pinned(destination)
        return JsonDelete(destination.url, token=code, verify=verify)

    return open_withdrawer


def _pinned(destination: "Destination") -> "Verify | None":
    """Return the check by the key that is set for a destination, if one is."""
    key = destination.receipt_key
    return verifier(key) if key else None


def verifier(public_key: str) -> "Verify":
    """Return the check of receipts by this key; raise ``Refusal`` when it is none."""
    from ogp_desktop.delivery.trust import ed25519_verifier

    return ed25519_verifier(public_key)


def sender(secrets: "Secrets") -> "Sender":
    """Return who sends in this run of the program."""
    import random

    from ogp_desktop.services.delivering import Sender

    return Sender(
        owner=f"{getpid()}-{new_id()[:8]}",
        open_gateway=gateways(secrets),
        jitter=random.random,
    )


def write_paper_sheet(sheet: "PaperSheet", path: Path) -> None:
    """Write the sheet for individual views as a PDF of one page.

    Raises ``Trouble("cannot_write")`` when the file cannot be written.
    """
    from ogp_desktop.documents.paper_sheet import write_pdf

    write_pdf(sheet, path)


def write_paper_pack(pack: "PaperPack", path: Path) -> "PackPages":
    """Write everything on paper for one conversation as one PDF; raise ``Trouble``."""
    from ogp_desktop.documents.paper_pack import write_pack

    return write_pack(pack, path)


def draw_paper_pack(pack: "PaperPack", device: "QPagedPaintDevice") -> "PackPages":
    """Draw everything on paper for one conversation on a printer; raise ``Trouble``."""
    from ogp_desktop.documents.paper_pack import draw_pack

    return draw_pack(pack, device)


def report_html(
    submission: "Submission",
    kit: "LocalKit",
    receipt: "Proof | WithdrawnProof | None",
    time: "TimeTaken | None",
) -> str:
    """Return the report of what was handed over as one HTML page, in the language of the kit."""
    from ogp_desktop.documents.report import report_html as made

    return made(submission, kit, receipt, time)


def read_code(picture: "bytes | QImage") -> str:
    """Return the text of the QR code of an endpoint in a picture."""
    from ogp_desktop.documents.code_picture import code_in

    return code_in(picture)


def hand_answers(submission: "Submission", kit: "LocalKit") -> "tuple[Answer, ...]":
    """Return what was sealed as separate answers in plain text, to be copied by hand."""
    from ogp_desktop.documents.hand_answers import hand_answers as made

    return made(submission, kit)


def write_notes(
    path: Path,
    title: str,
    kit: "LocalKit",
    notes: "Sequence[Note]",
    leans: "Mapping[str, Lean]",
    line: str,
) -> None:
    """Write the notes and the line being written as plain text; raise ``OSError``."""
    from ogp_desktop.documents.notes_text import notes_text

    paths.write_whole(path, notes_text(title, kit, notes, leans, line).encode())


def receipt_html(told: "ReceiptPage", language: str) -> str:
    """Return the receipt, or what stands for it while there is none, as one HTML page."""
    from ogp_desktop.documents.receipt import receipt_html as made

    return made(told, language)


def write_report(html: str, path: Path, size: "QPageSize.PageSizeId | None" = None) -> None:
    """Write a page as PDF or HTML, by the ending of the path, on A4 or another size.

    Raises ``OSError``.
    """
    from ogp_desktop.documents.report_file import A4
    from ogp_desktop.documents.report_file import write_report as written

    written(html, path, size or A4)


def print_pages(html: str, device: "QPagedPaintDevice") -> None:
    """Print a page on as many sheets as it needs; raise ``OSError``."""
    from ogp_desktop.documents.report_file import print_pages as printed

    printed(html, device)
