"""Turns choices on the Settings page into kept preferences; each works at once."""

from PySide6.QtCore import QObject, Signal

from ogp_desktop import settings
from ogp_desktop.domain.destination import Destination
from ogp_desktop.paths import data_root
from ogp_desktop.services import addressing
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.ui import translation
from ogp_desktop.ui.connection_test import ConnectionTest
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.offer_model import OfferModel
from ogp_desktop.ui.settings.settings_state import SettingsState
from ogp_desktop.ui.widgets.notice import NoticeKind


class SettingsModel(QObject):
    """Signals: ``state_changed(SettingsState)``; ``trouble_met(error)``."""

    state_changed = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_unkept = self._is_unheard = False
        desk.chime.failed.connect(self._learn_silence)
        self._tested: tuple[str, NoticeKind] = ("", "info")
        self._test = ConnectionTest(desk, self)
        self._test.told.connect(self._learn)
        self._test.trouble_met.connect(self.trouble_met)
        self.offers = OfferModel(desk, self)
        self.offers.changed.connect(self.tell)
        self.offers.kept.connect(self._learn_kept)
        self.offers.trouble_met.connect(self.trouble_met)

    def state(self) -> SettingsState:
        """Return what to show now."""
        preferences = self._desk.preferences()
        resources = data_root()
        return SettingsState(
            preferences=preferences,
            language=translation.nearest(preferences.language or "en", resources),
            languages=tuple(translation.languages(resources)),
            folder=self._desk.workplace.store.path.parent,
            version=self._desk.workplace.app_version,
            is_unkept=self._is_unkept,
            destinations=addressing.destinations(self._desk.workplace),
            may_test=self._test.is_possible,
            has_player=self._desk.chime.is_possible,
            is_unheard=self._is_unheard,
            tested=self._tested,
            offer=self.offers.offer,
            offer_refused=self.offers.refused,
            is_reading_offer=self.offers.is_reading,
        )

    def tell(self) -> None:
        """Emit the state of the moment."""
        self.state_changed.emit(self.state())

    def test_connection(self) -> None:
        """Test the way to every destination."""
        self._test.run()

    def try_sound(self) -> None:
        """Play the sound of the clock once, whether it is switched on or not."""
        self._is_unheard = False
        self.tell()
        self._desk.chime.play()

    def _learn_kept(self, _kept: Destination) -> None:
        self._tested = ("", "info")  # the place may be another now
        self._desk.bus.tell(changes(Touched.OUTBOX), self)
        self.tell()

    def _learn_silence(self) -> None:
        self._is_unheard = True
        self.tell()

    def _learn(self, words: str, kind: NoticeKind) -> None:
        self._tested = (words, kind)
        self.tell()

    def change(self, part: str, value: object) -> None:
        """Keep one preference; it holds for this run even where it cannot be written down."""
        wanted = settings.changed(self._desk.preferences(), **{part: value})
        try:
            self._desk.keep_preferences(wanted)
        except OSError:
            self._is_unkept = True
        else:
            self._is_unkept = False
        self.tell()
