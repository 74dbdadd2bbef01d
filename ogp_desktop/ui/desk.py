"""What a screen's model is given: workplace, bus, theme and lanes; nothing is global."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageSize

from ogp_desktop.runtime.background import Background
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.runtime.chime import Chime
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.browser import open_in_browser
from ogp_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:  # the store behind it is loaded only after the first paint
    from collections.abc import Mapping, Sequence

    from ogp_desktop.domain.bundle import BundleWriter
    from ogp_desktop.domain.carrying import Carrier
    from ogp_desktop.domain.destination import Destination
    from ogp_desktop.domain.gateway import Gateway
    from ogp_desktop.domain.hand_form import Answer
    from ogp_desktop.domain.ids import OutboxItemId
    from ogp_desktop.domain.notes import Lean, Note
    from ogp_desktop.domain.paper_pack import PackPages, PaperPack
    from ogp_desktop.domain.paper_sheet import PaperSheet
    from ogp_desktop.domain.receipt import Proof, Verify
    from ogp_desktop.domain.receipt_page import ReceiptPage
    from ogp_desktop.domain.secrets import Secrets
    from ogp_desktop.domain.submission import Submission
    from ogp_desktop.domain.time_taken import TimeTaken
    from ogp_desktop.domain.withdrawn import WithdrawnProof
    from ogp_desktop.kits.local_kit import LocalKit
    from ogp_desktop.services.workplace import Workplace

    _Proof = Proof | WithdrawnProof | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Laid once for a window, when everything is loaded.

    ``workshop`` runs local work over 50 ms, ``delivery`` whatever opens a connection.
    ``wake_delivery`` tells the delivery loop that an item may be due; ``stop_sending`` ends the
    attempt that sends an item, and tells whether it was under way here. ``open_gateway`` opens the
    way to a destination with an access code (the kept one for ``None``); it is ``None`` when the
    program was started to open no connection. ``secrets`` keeps access codes (outside the GUI
    thread: a keyring may ask to be unlocked); ``verifier`` makes the check of receipts by a key;
    ``read_code`` reads the QR code of an endpoint off a picture, or the bytes of its file.

    ``report_html`` makes the report of a submission, ``receipt_html`` its receipt in a language,
    ``hand_answers`` its answers to be copied by hand. ``open_in_browser`` opens an address there,
    and tells whether the system took it.
    ``write_notes`` writes notes, leans and the line being written under a title as plain text, or
    raises ``OSError``. ``write_report`` writes either as PDF on paper of a size, or as HTML, by the
    ending of the path; ``print_pages`` prints it; both raise ``OSError``. ``write_paper_sheet``
    writes one page as PDF, ``write_paper_pack`` the whole pack, ``draw_paper_pack`` draws it on a
    printer, or they raise ``Trouble``. ``bundle_writer`` makes what writes encrypted files to a
    folder or a file, as text if that is asked, and ``open_carrier`` the way for other people's;
    without them neither is offered, and both belong outside the GUI thread. ``preferences`` returns
    those of the moment and ``keep_preferences`` replaces them.
    """

    workplace: "Workplace"
    bus: Bus
    theme: Theme
    workshop: Background
    delivery: Background
    wake_delivery: Callable[[], None]
    stop_sending: "Callable[[OutboxItemId], bool]"
    open_gateway: "Callable[[Destination, str | None], Gateway] | None"
    secrets: "Secrets"
    verifier: "Callable[[str], Verify]"
    report_html: "Callable[[Submission, LocalKit, _Proof, TimeTaken | None], str]"
    read_code: Callable[[bytes | QImage], str]
    receipt_html: "Callable[[ReceiptPage, str], str]"
    hand_answers: "Callable[[Submission, LocalKit], tuple[Answer, ...]]"
    write_notes: "Callable[[Path, str, LocalKit, Sequence[Note], Mapping[str, Lean], str], None]"
    write_report: Callable[[str, Path, QPageSize.PageSizeId], None]
    print_pages: Callable[[str, QPagedPaintDevice], None]
    write_paper_sheet: "Callable[[PaperSheet, Path], None]"
    write_paper_pack: "Callable[[PaperPack, Path], PackPages]"
    draw_paper_pack: "Callable[[PaperPack, QPagedPaintDevice], PackPages]"
    preferences: Callable[[], Preferences]
    keep_preferences: Callable[[Preferences], None]
    open_in_browser: Callable[[str], bool] = open_in_browser
    bundle_writer: "Callable[[Path, bool], BundleWriter] | None" = None
    open_carrier: "Callable[[Destination], Carrier] | None" = None
    chime: Chime = field(default_factory=Chime)
    places: QSettings | None = None
    speed: int = 1
