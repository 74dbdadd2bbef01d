"""What a screen's model is given: workplace, bus, theme and lanes; nothing is global."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ogp_desktop.runtime.background import Background
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:  # the store behind it is loaded only after the first paint
    from PySide6.QtGui import QPagedPaintDevice

    from ogp_desktop.domain.paper_pack import PackPages, PaperPack
    from ogp_desktop.domain.paper_sheet import PaperSheet
    from ogp_desktop.domain.receipt import Proof
    from ogp_desktop.domain.secrets import Secrets
    from ogp_desktop.domain.submission import Submission
    from ogp_desktop.kits.local_kit import LocalKit
    from ogp_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Built once by ``wiring``, when everything is loaded.

    ``workshop`` runs local work over 50 ms; ``wake_delivery`` tells the delivery loop that an item
    may be due; ``secrets`` keeps access codes (outside the GUI thread: a keyring may ask to be
    unlocked); ``report_html`` makes the report of a submission, and ``write_report`` writes it as
    PDF or HTML by the ending of the path, or raises ``OSError``; ``write_paper_sheet`` writes one
    page as PDF, ``write_paper_pack`` the whole pack, ``draw_paper_pack`` draws it on a printer, or
    they raise ``Trouble``; ``preferences`` returns those of the moment and ``keep_preferences``
    replaces them.
    """

    workplace: "Workplace"
    bus: Bus
    theme: Theme
    workshop: Background
    wake_delivery: Callable[[], None]
    secrets: "Secrets"
    report_html: "Callable[[Submission, LocalKit, Proof | None], str]"
    write_report: Callable[[str, Path], None]
    write_paper_sheet: "Callable[[PaperSheet, Path], None]"
    write_paper_pack: "Callable[[PaperPack, Path], PackPages]"
    draw_paper_pack: "Callable[[PaperPack, QPagedPaintDevice], PackPages]"
    preferences: Callable[[], Preferences]
    keep_preferences: Callable[[Preferences], None]
