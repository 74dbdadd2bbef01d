"""The running program: window, lanes, delivery and snapshots, joined once the data file is open."""

import gc
import logging
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from ogp_desktop import paths
from ogp_desktop.commands.data_file import DataFile, load_beside, load_pages, settle_memory
from ogp_desktop.commands.dress import Dress
from ogp_desktop.commands.faults import Faults
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.runtime.background import Lane
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.storage.first_list import first_rows
from ogp_desktop.ui.home.first_look import keep_outline
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.wiring import Folders

if TYPE_CHECKING:
    from ogp_desktop.commands.first_start import FirstStart
    from ogp_desktop.commands.sending import Sending
    from ogp_desktop.domain.ids import OutboxItemId
    from ogp_desktop.domain.secrets import Secrets
    from ogp_desktop.services.workplace import Workplace
    from ogp_desktop.ui.desk import Desk
    from ogp_desktop.ui.shell.messages import Messages
    from ogp_desktop.ui.shell.navigator import Navigator

_log = logging.getLogger("ogp_desktop.program")
LEAVE_S = 1.0
UNSEEN_MS = 1_000
"""A window that nobody sees yet, such as a minimised one, waits so long for its first paint."""
PAINTED_MS = 200
"""By then Home is painted anew; what is loaded beside it does not compete with that."""


class Program(QObject):
    """Signals: ``ready()`` when everything is loaded; ``stuck(trouble)`` when it cannot be."""

    ready = Signal()
    stuck = Signal(object)

    def __init__(
        self,
        where: Folders,
        dress: Dress,
        *,
        is_offline: bool = False,
        geometry: QSettings | None = None,
        takes_place: Callable[[Path], bool] = lambda _: True,
        window: ShellWindow | None = None,
        workshop: Lane | None = None,
    ) -> None:
        super().__init__()
        self._where = where
        self._dress = dress
        self._theme = dress.theme
        self._is_offline = is_offline
        self._takes_place = takes_place
        self._places = geometry
        self._once_open: Callable[[], None] | None = None
        self.window = window or ShellWindow(geometry)
        self.window.furnish(dress.theme)
        self.window.closing.connect(self.close)
        self.home = HomeScreen(dress.theme, self._rows)
        self.home.set_ready(False)
        self.window.pages.addWidget(self.home)
        self.header = HeaderModel(
            is_offline=is_offline,
            is_whole=lambda: dress.preferences.now().shows_whole_minutes,
            parent=self,
        )
        self.header.state_changed.connect(self.window.header.show_state)
        self.window.escaped.connect(self._escape)
        self.bus = Bus(self)
        self._workshop = workshop or Lane("workshop", self)
        self._delivery = Lane("delivery", self)
        self._sending: Sending | None = None
        self._first_load = self._timer(self._begin)
        self._later_load = self._timer(self._load_pages)
        self.faults = Faults(lambda: self.messages)
        file = self._file = DataFile(where, self._workshop, self)
        file.opened.connect(self._opened)
        file.not_opened.connect(self._not_opened)
        file.copy_failed.connect(self.faults.beside)
        self.workplace: Workplace | None = None
        self.navigator: Navigator | None = None
        self._first_start: FirstStart | None = None
        dress.language_changed.connect(self._reword)
        dress.not_kept.connect(self.faults.beside)
        self.faults.watch()

    @cached_property
    def messages(self) -> "Messages":
        """What is said between the bar and the page; the first paint does not wait for it."""
        from ogp_desktop.ui.shell.messages import Messages

        messages = Messages(self._theme, self.window)
        messages.restore_requested.connect(self._file.put_back)
        messages.retry_requested.connect(self._file.open)
        return messages

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    # Opening

    def open(self) -> None:
        """Show the window with what can be shown now, and load everything else after the paint."""
        if self._dress.preferences.now().language is None:
            self._show_first_start()
        else:
            self.window.show_page(self.home, self.home.list)
        if self.window.was_shown:
            self._first_load.start(0)
        else:
            self.window.shown.connect(lambda: self._first_load.start(0))
            self._first_load.start(UNSEEN_MS)
            self.window.show()

    def _rows(self, limit: int, offset: int) -> Any:
        return first_rows(self._where.file, limit, offset)

    def _begin(self) -> None:
        """Open the data file; on a first start nothing is kept before its place is settled."""
        if self._first_start is None or not self._where.may_change:
            self._file.open()
        else:
            page = self._first_start.page
            self._workshop.run(load_beside, lambda _: page.set_ready(True), self._not_opened)

    def _opened(self, workplace: "Workplace") -> None:
        from ogp_desktop.delivery.keyring_secrets import open_secrets
        from ogp_desktop.services.running import interrupted

        self.workplace = workplace
        secrets = open_secrets()
        self._start_sending(workplace, secrets)
        self._join(self._lay_desk(workplace, secrets))
        self.home.reload()
        self.home.set_ready(True)
        if self._first_start is not None:
            self._first_start.page.set_ready(True)
        self.header.watch_network()
        for found in interrupted(workplace)[:1]:
            self.messages.show_interrupted(found, workplace.clock)
        settle_memory()
        self._later_load.start(PAINTED_MS)
        _log.info("ready")
        self.ready.emit()
        wish, self._once_open = self._once_open, None
        if wish is not None:
            wish()

    def _lay_desk(self, workplace: "Workplace", secrets: "Secrets") -> "Desk":
        from ogp_desktop.commands.desk import lay_desk
        from ogp_desktop.runtime.chime import system_chime

        return lay_desk(
            self._where.data,
            is_offline=self._is_offline,
            workplace=workplace,
            bus=self.bus,
            theme=self._theme,
            workshop=self._workshop,
            delivery=self._delivery,
            wake_delivery=self._wake_delivery,
            stop_sending=self._stop_sending,
            secrets=secrets,
            preferences=self._dress.preferences.now,
            keep_preferences=self._dress.preferences.keep,
            chime=system_chime(paths.data_root() / "sounds" / "turn.wav", self),
            places=self._places,
        )

    def _join(self, desk: "Desk") -> None:
        """Let the window lead from page to page, and do what its notices offer."""
        from ogp_desktop.commands.notice_answers import NoticeAnswers
        from ogp_desktop.ui.shell.kit_import import choose_kit
        from ogp_desktop.ui.shell.navigator import Navigator

        window, home, header, messages = self.window, self.home, self.header, self.messages
        navigator = self.navigator = Navigator(
            desk, window, home, header, lambda: self._dress.language
        )
        navigator.trouble_met.connect(messages.show_trouble)
        home.sample_requested.connect(self.try_sample)
        home.import_requested.connect(lambda: choose_kit(desk, messages, window))
        NoticeAnswers(
            desk,
            navigator,
            messages,
            window,
            header,
            lambda: (self._where.data, self._file.copies()),
        )

    def _load_pages(self) -> None:
        if (at := self.workplace) is not None:
            self._workshop.run(lambda: load_pages(at), lambda _: None, self.faults.beside)

    def _escape(self) -> None:
        if not self.messages.close() and self.navigator is not None:
            self.navigator.escape()

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        newest = self._file.newest_good() if error.code == "damaged" else None
        self.messages.show_stuck(error, newest.made_at if newest else None)
        self.stuck.emit(error)

    def _reword(self) -> None:
        self.window.header.show_state(self.header.state)
        self.header.reword()
        if self.navigator is not None:
            self.navigator.show_kits()

    # The first start and the sample

    def _show_first_start(self) -> None:
        from ogp_desktop.commands.first_start import FirstStart

        first = self._first_start = FirstStart(
            self.window, self._dress, self._workshop, self._where, self._takes_place
        )
        first.folder.settled.connect(self._keep_notes_in)
        first.page.start_requested.connect(self._start_own)
        first.page.sample_requested.connect(self.try_sample)

    def _keep_notes_in(self, where: Folders) -> None:
        self._where = self._file.where = where
        self._dress.prefer(data_folder=str(where.data) if where.must_exist else None)

    def _when_open(self, wish: Callable[[], None]) -> bool:
        """Tell whether the data file is open; if not, open it and come back to the wish."""
        if self.workplace is not None:
            return True
        self._once_open = wish
        if self._first_start is not None:
            self._first_start.page.set_ready(False)
            self._file.open()
        return False

    def _end_first_start(self) -> None:
        self._dress.prefer(language=self._dress.language)
        if self._first_start is not None:
            self._first_start.end()
            self._first_start = None

    def _start_own(self) -> None:
        if not self._when_open(self._start_own):
            return
        self._end_first_start()
        if self.navigator is not None:
            self.navigator.new_conversation()

    def try_sample(self) -> None:
        """Make the sample conversation and open it, to be prepared and run."""
        if not self._when_open(self.try_sample):
            return
        self._end_first_start()
        if self.workplace is None or self.navigator is None:
            return
        from ogp_desktop.services import sample

        path = sample.nearest_sample(paths.data_root() / "samples", self._dress.language)
        conversation_id = sample.prepare_sample(self.workplace, sample.read_sample(path))
        self.navigator.open_conversation(conversation_id)

    # Delivery, snapshots, leaving

    def _start_sending(self, workplace: "Workplace", secrets: "Secrets") -> None:
        from ogp_desktop.commands.sending import Sending

        if not self._is_offline:
            self._sending = Sending(workplace, secrets, self._delivery, self.bus, self)
            self._sending.failed.connect(self.faults.beside)
            self._sending.cost_asked.connect(self.messages.ask_cost)
            self.messages.cost_accepted.connect(self._wake_delivery)

    def _stop_sending(self, item_id: "OutboxItemId") -> bool:
        return self._sending is not None and self._sending.stop(item_id)

    def _wake_delivery(self) -> None:
        if self._sending is not None:
            self._sending.wake()

    def close(self) -> None:
        """Save what is being typed, copy the data file, and let go within two seconds."""
        self._keep_outline()
        if self.navigator is not None:
            self.navigator.leave()
        self._file.close()
        self._later_load.stop()
        if self._sending is not None:
            self._sending.halt()
        if self.workplace is not None:
            self._file.copy()
        self._workshop.close(LEAVE_S)
        if self._sending is not None:
            self._sending.leave()
        self._delivery.close()
        if self.workplace is not None:
            self.workplace.store.close()
        self.faults.rest()
        gc.enable()

    def _keep_outline(self) -> None:
        outline = self.home.outline(self._dress.language) if self.window.notice is None else None
        if self._places is not None and outline is not None:
            keep_outline(self._places, outline)
