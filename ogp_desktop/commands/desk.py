"""Lays the desk of a window: what is around its screens, and every way out of the program."""

from collections.abc import Callable
from pathlib import Path
from typing import NotRequired, TypedDict, Unpack

from PySide6.QtCore import QSettings

from ogp_desktop import wiring
from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.secrets import Secrets
from ogp_desktop.runtime.background import Background
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.runtime.chime import Chime
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.theme.theme import Theme


class Surroundings(TypedDict):
    """What each window has of its own; ``Desk`` says what it is for."""

    workplace: Workplace
    bus: Bus
    theme: Theme
    workshop: Background
    delivery: Background
    wake_delivery: Callable[[], None]
    stop_sending: Callable[[OutboxItemId], bool]
    secrets: Secrets
    preferences: Callable[[], Preferences]
    keep_preferences: Callable[[Preferences], None]
    chime: NotRequired[Chime]
    places: NotRequired[QSettings | None]


def lay_desk(folder: Path, *, is_offline: bool = False, **around: Unpack[Surroundings]) -> Desk:
    """Return the desk over a data folder; offline it has no way that opens a connection."""
    secrets = around["secrets"]
    return Desk(
        **around,
        open_gateway=None if is_offline else wiring.gateways_with(secrets),
        open_carrier=None if is_offline else wiring.carrier(secrets),
        verifier=wiring.verifier,
        read_code=wiring.read_code,
        report_html=wiring.report_html,
        receipt_html=wiring.receipt_html,
        hand_answers=wiring.hand_answers,
        write_notes=wiring.write_notes,
        write_report=wiring.write_report,
        print_pages=wiring.print_pages,
        write_paper_sheet=wiring.write_paper_sheet,
        write_paper_pack=wiring.write_paper_pack,
        draw_paper_pack=wiring.draw_paper_pack,
        bundle_writer=lambda to, is_armoured: wiring.bundle_writer(
            secrets, folder, to, is_armoured=is_armoured
        ),
    )
