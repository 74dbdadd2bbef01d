"""Knows what the bar says: which conversation, what was saved when, what waits, what is left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ogp_desktop.ui import words_home
from ogp_desktop.ui.shell.header import HeaderState
from ogp_desktop.ui.shell.network_hint import NetworkHint, network_hint
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.widgets.bidi import isolated_ltr
from ogp_desktop.ui.words_notices import clock_words

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

    from ogp_desktop.domain.conversation import Conversation
    from ogp_desktop.domain.schedule import Schedule

TICK_MS = 1_000


class HeaderModel(QObject):
    """Signals: ``state_changed(state: HeaderState)``. Ticks only while a chip is shown."""

    state_changed = Signal(object)

    def __init__(
        self,
        *,
        is_offline: bool,
        is_whole: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        """``is_whole`` says whether the clock shows whole minutes until five are left."""
        super().__init__(parent)
        self._is_offline = is_offline
        self._is_whole = is_whole
        hint = NetworkHint.SHUT if is_offline else NetworkHint.UNKNOWN
        self._state = HeaderState(network=hint)
        self._saved_at: datetime | None = None
        self._is_unsaved = False
        self._conversation: Conversation | None = None
        self._heading: Callable[[], str] = str
        self._clock_reading: Callable[[], Schedule | None] = lambda: None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._show_chip)

    @property
    def saved_at(self) -> datetime | None:
        """Return when words last reached the disk in this run of the program."""
        return self._saved_at

    @property
    def state(self) -> HeaderState:
        """Return what the bar says now."""
        return self._state

    def watch_network(self) -> None:
        """Follow the system's hint about the network; a hint is all it is."""
        if self._is_offline:
            return
        from PySide6.QtNetwork import QNetworkInformation

        if not QNetworkInformation.loadDefaultBackend():
            return
        network = QNetworkInformation.instance()
        network.reachabilityChanged.connect(self._network_changed)
        self._network_changed(network.reachability())

    def show_place(
        self,
        stage: Stage | None,
        conversation: "Conversation | None",
        clock_reading: "Callable[[], Schedule | None]",
        *,
        has_way_back: bool = False,
        heading: Callable[[], str] = str,
    ) -> None:
        """Say where the person is; ``clock_reading`` tells how a running conversation stands.

        ``heading`` names a page that belongs to no conversation.
        """
        self._conversation, self._heading = conversation, heading
        self._clock_reading = clock_reading
        self._state = replace(self._state, stage=stage, has_way_back=has_way_back)
        self.reword()

    def show_saved(self, at: datetime) -> None:
        """Say when words last reached the disk."""
        self._saved_at, self._is_unsaved = at, False
        self.reword()

    def show_unsaved(self, since: datetime) -> None:
        """Say since when words do not reach the disk, until they do again."""
        self._saved_at, self._is_unsaved = since, True
        self.reword()

    def show_waiting(self, count: int) -> None:
        """Say how many submissions have no receipt yet."""
        self._put(waiting=count)

    def reword(self) -> None:
        """Make every text anew, for another place or another language."""
        title, facts = self._heading(), ""
        if self._conversation is not None:
            preparation = self._conversation.preparation
            title = words_home.title_or_unnamed(preparation.title)
            facts = words_home.facts(
                preparation.format.value, preparation.minutes, preparation.people
            )
        saved = time = ""
        if self._saved_at is not None:
            time = clock_words(self._saved_at)
            words = self.tr("Not saved") if self._is_unsaved else self.tr("Saved {time}")
            saved = words.format(time=time)
        self._state = replace(
            self._state,
            title=title,
            facts=facts,
            saved=saved,
            saved_short="" if self._is_unsaved else time,
            is_unsaved=self._is_unsaved,
        )
        self._show_chip()

    def _show_chip(self) -> None:
        reading = None if self._state.stage is Stage.RUN else self._clock_reading()
        if reading is None:
            self._timer.stop()
            self._put(chip="", chip_name="")
            return
        from ogp_desktop.ui.words_run import digits, state_word  # not needed for the first paint

        if not self._timer.isActive():
            self._timer.start()
        time = isolated_ltr(digits(reading.left_s, is_whole=self._is_whole()))
        way_back = self.tr("Back to Run, {time} on the clock").format(time=time)
        name = ". ".join((state_word(reading.state), way_back))
        self._put(chip=time, chip_name=name, chip_state=reading.state.value)

    def _network_changed(self, reachability: "QNetworkInformation.Reachability") -> None:
        self._put(network=network_hint(reachability))

    def _put(self, **parts: object) -> None:
        self._state = replace(self._state, **parts)  # type: ignore[arg-type]  # fields by name
        self.state_changed.emit(self._state)
