"""A real desk for a test of a screen: a real store and kits, a clock that stands, work at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.documents.code_picture import code_in
from ogp_desktop.documents.hand_answers import hand_answers
from ogp_desktop.documents.paper_pack import draw_pack, write_pack
from ogp_desktop.documents.paper_sheet import write_pdf
from ogp_desktop.documents.receipt import receipt_html
from ogp_desktop.documents.report import report_html
from ogp_desktop.documents.report_file import print_pages, write_report
from ogp_desktop.paths import data_root
from ogp_desktop.runtime.background import AtOnce
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.settings import Preferences
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.wiring import bundle_writer, carrier, gateways_with
from tests.support.workplaces import workplace_at


class PreferenceBox:
    """Holds the preferences of a test in memory."""

    def __init__(self) -> None:
        self.now = Preferences(language="en", scheme="light")

    def get(self) -> Preferences:
        """Return them."""
        return self.now

    def keep(self, preferences: Preferences) -> None:
        """Replace them."""
        self.now = preferences


@contextmanager
def desk_at(folder: Path, app: QApplication) -> Iterator[Desk]:
    """Give a desk with an empty data file in the folder; close the file afterwards."""
    theme = Theme(data_root())
    theme.apply(app, "light")
    box, secrets = PreferenceBox(), MemorySecrets()
    try:
        with workplace_at(folder, version="0.0.0") as workplace:
            yield Desk(
                workplace=workplace,
                bus=Bus(),
                theme=theme,
                workshop=AtOnce(),
                delivery=AtOnce(),
                wake_delivery=lambda: None,
                stop_sending=lambda _item: False,
                open_gateway=gateways_with(secrets),
                secrets=secrets,
                verifier=ed25519_verifier,
                read_code=code_in,
                report_html=report_html,
                receipt_html=receipt_html,
                hand_answers=hand_answers,
                open_in_browser=lambda _url: False,
                write_report=write_report,
                print_pages=print_pages,
                preferences=box.get,
                keep_preferences=box.keep,
                write_paper_sheet=write_pdf,
                write_paper_pack=write_pack,
                draw_paper_pack=draw_pack,
                bundle_writer=lambda to, is_armoured: bundle_writer(
                    secrets, folder, to, is_armoured=is_armoured
                ),
                open_carrier=carrier(secrets),
            )
    finally:
        theme.deleteLater()  # else it would follow every change of direction to come
