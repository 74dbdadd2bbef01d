"""The running program: window, lanes, delivery and snapshots, joined once the data file is open."""

import gc
import importlib
import logging
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ogp_desktop import logs, paths, settings, wiring
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.runtime.background import Lane
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.runtime.preferences import KeptPreferences
from ogp_desktop.settings import Preferences
from ogp_desktop.storage.first_list import first_rows
from ogp_desktop.storage.trouble import trouble_in, troubles_named
from ogp_desktop.ui import translation
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.words_home import title_or_unnamed
from ogp_desktop.wiring import Folders

if TYPE_CHECKING:
    from ogp_desktop.domain.clock import Moment
    from ogp_desktop.domain.ids import OutboxItemId
    from ogp_desktop.domain.secrets import Secrets
    from ogp_desktop.runtime.delivery_loop import DeliveryLoop
    from ogp_desktop.services.open_gateways import OpenGateways
    from ogp_desktop.services.workplace import Workplace
    from ogp_desktop.ui.desk import Desk
    from ogp_desktop.ui.home.first_run import FirstRunScreen
    from ogp_desktop.ui.shell.messages import Messages
    from ogp_desktop.ui.shell.navigator import Navigator

_log = logging.getLogger("ogp_desktop.program")
SNAPSHOT_MS = 10 * 60 * 1000
LEAVE_S = 1.0
CUT_S = 0.5
"""An attempt that was cut off writes down that it may have arrived, and so is asked again soon."""
UNSEEN_MS = 1_000
"""A window that nobody sees yet, such as a minimised one, waits so long for its first paint."""


_LOADED_BESIDE = (
    "ogp_desktop.delivery.keyring_secrets",
    "ogp_desktop.runtime.delivery_loop",
    "ogp_desktop.services.addressing",
    "ogp_desktop.services.running",
    "ogp_desktop.ui.shell.kit_import",
    "ogp_desktop.ui.shell.navigator",
)


class Program(QObject):
    """Signals: ``ready()`` when everything is loaded; ``stuck(trouble)`` when it cannot be."""

    ready = Signal()
    stuck = Signal(object)

    def __init__(
        self,
        app: QApplication,
        where: Folders,
        theme: Theme,
        preferences: KeptPreferences,
        *,
        language: str,
        is_offline: bool = False,
        geometry: QSettings | None = None,
        takes_place: Callable[[Path], bool] = lambda _: True,
    ) -> None:
        super().__init__()
        self._app = app
        self._where = where
        self._theme = theme
        self._preferences = preferences
        self._language = language
        self._is_offline = is_offline
        self._takes_place = takes_place
        self._places = geometry
        self._once_open: Callable[[], None] | None = None
        self.window = ShellWindow(theme, geometry)
        self.window.closing.connect(self.close)
        self.home = HomeScreen(theme, self._rows)
        self.home.set_ready(False)
        self.window.pages.addWidget(self.home)
        self.header = HeaderModel(
            is_offline=is_offline,
            is_whole=lambda: preferences.now().shows_whole_minutes,
            parent=self,
        )
        self.header.state_changed.connect(self.window.header.show_state)
        self.window.escaped.connect(self._escape)
        self.bus = Bus(self)
        self._workshop = Lane("workshop", self)
        self._delivery = Lane("delivery", self)
        self._loop: DeliveryLoop | None = None
        self._gateways: OpenGateways | None = None
        self._first_load = QTimer(self)
        self._first_load.setSingleShot(True)
        self._first_load.timeout.connect(self._begin)
        self._snapshot_timer = QTimer(self)
        self._snapshot_timer.setInterval(SNAPSHOT_MS)
        self._snapshot_timer.timeout.connect(self._snapshot)
        self.workplace: Workplace | None = None
        self.navigator: Navigator | None = None
        self._first_run: FirstRunScreen | None = None
        preferences.changed.connect(self._preferences_changed)
        sys.excepthook = self._crashed

    @cached_property
    def messages(self) -> "Messages":
        """What is said between the bar and the page; the first paint does not wait for it."""
        from ogp_desktop.ui.shell.messages import Messages

        messages = Messages(self._theme, self.window)
        messages.restore_requested.connect(self._restore)
        messages.retry_requested.connect(self._load)
        return messages

    # Opening

    def open(self) -> None:
        """Show the window with what can be shown now, and load everything else after the paint."""
        if self._preferences.now().language is None:
            self._show_first_run()
        else:
            self.window.show_page(self.home, self.home.list)
        self.window.shown.connect(lambda: self._first_load.start(0))
        self._first_load.start(UNSEEN_MS)
        self.window.show()

    def _rows(self, limit: int, offset: int) -> Any:
        return first_rows(self._where.file, limit, offset)

    def _begin(self) -> None:
        """Open the data file; on a first start nothing is kept before its place is settled."""
        if self._first_run is None or not self._where.may_change:
            self._load()
        else:
            page = self._first_run
            self._workshop.run(_load_beside, lambda _: page.set_ready(True), self._not_opened)

    def _load(self) -> None:
        gc.disable()  # a search through all that is being loaded would hold the window up
        self._workshop.run(lambda: _loaded(self._where), self._opened, self._not_opened)

    def _opened(self, workplace: "Workplace") -> None:
        from ogp_desktop.delivery.keyring_secrets import open_secrets
        from ogp_desktop.runtime.chime import system_chime
        from ogp_desktop.services.running import interrupted
        from ogp_desktop.ui.desk import Desk
        from ogp_desktop.ui.shell.navigator import Navigator

        self.workplace = workplace
        secrets = open_secrets()
        self._start_delivery(workplace, secrets)
        desk = Desk(
            workplace=workplace,
            bus=self.bus,
            theme=self._theme,
            workshop=self._workshop,
            delivery=self._delivery,
            wake_delivery=self._wake_delivery,
            stop_sending=self._stop_sending,
            open_gateway=None if self._is_offline else wiring.gateways_with(secrets),
            secrets=secrets,
            report_html=wiring.report_html,
            verifier=wiring.verifier,
            receipt_html=wiring.receipt_html,
            write_report=wiring.write_report,
            print_pages=wiring.print_pages,
            write_paper_sheet=wiring.write_paper_sheet,
            write_paper_pack=wiring.write_paper_pack,
            draw_paper_pack=wiring.draw_paper_pack,
            preferences=self._preferences.now,
            keep_preferences=self._preferences.keep,
            chime=system_chime(paths.data_root() / "sounds" / "turn.wav", self),
            places=self._places,
        )
        self.navigator = Navigator(
            desk, self.window, self.home, self.header, lambda: self._language
        )
        self.navigator.trouble_met.connect(self.messages.show_trouble)
        self.home.sample_requested.connect(self.try_sample)
        self._join_messages(desk, self.navigator)
        self.home.reload()
        self.home.set_ready(True)
        if self._first_run is not None:
            self._first_run.set_ready(True)
        self.header.watch_network()
        self._snapshot_timer.start()
        for found in interrupted(workplace)[:1]:
            self.messages.show_interrupted(found, workplace.clock)
        _settle_memory()
        _log.info("ready")
        self.ready.emit()
        wish, self._once_open = self._once_open, None
        if wish is not None:
            wish()

    def _join_messages(self, desk: "Desk", navigator: "Navigator") -> None:
        from ogp_desktop.ui.shell.connection_notice import ConnectionNotice
        from ogp_desktop.ui.shell.kit_import import choose_kit

        bar, messages, window = self.window.header, self.messages, self.window
        self.home.import_requested.connect(lambda: choose_kit(desk, messages, window))
        messages.go_on_requested.connect(self._go_on)
        messages.open_requested.connect(navigator.open_conversation)
        navigator.conversation_opening.connect(messages.end_interrupted)
        messages.outbox_requested.connect(lambda: navigator.open_extra("outbox"))
        messages.leave_requested.connect(self._leave)
        connection = ConnectionNotice(desk, messages)
        bar.connection_requested.connect(lambda: connection.show(self.header.state.network))
        bar.saved_requested.connect(self._show_saved)
        window.asks_before_leaving = lambda: bool(navigator.running())
        window.leave_asked.connect(
            lambda: messages.ask_leave(title_or_unnamed(navigator.running()[0].preparation.title))
        )

    def _show_saved(self) -> None:
        copies = wiring.snapshots_of(self._where, _clock()).all()
        self.messages.show_saved(self._where.data, self.header.saved_at, copies)

    def _escape(self) -> None:
        if not self.messages.close() and self.navigator is not None:
            self.navigator.escape()

    def _leave(self, pauses: bool) -> None:
        from ogp_desktop.services.running import pause

        if self.workplace is not None and self.navigator is not None and pauses:
            for conversation in self.navigator.running():
                pause(self.workplace, conversation_id=conversation.id)
        self.window.leave()

    def _not_opened(self, error: Exception) -> None:
        _settle_memory()
        _log.error("not opened: %s", logs.describe(error))
        if not isinstance(error, Trouble):
            raise error
        newest = None
        if error.code == "damaged":
            snapshots = wiring.snapshots_of(self._where, _clock())
            newest = snapshots.newest_good()
        self.messages.show_stuck(error, newest.made_at if newest else None)
        self.stuck.emit(error)

    def _restore(self) -> None:
        where = self._where

        def put_back() -> None:
            snapshots = wiring.snapshots_of(where, _clock())
            newest = snapshots.newest_good()
            if newest is None:
                raise Trouble("damaged")
            snapshots.put_back(newest)

        self._workshop.run(put_back, lambda _: self._load(), self._not_opened)

    # First run and the sample

    def _show_first_run(self) -> None:
        from ogp_desktop.commands.first_folder import FirstFolder
        from ogp_desktop.ui.home.first_run import FirstRunScreen

        page = FirstRunScreen(
            self._theme,
            languages=translation.languages(paths.data_root()),
            language=self._language,
            folder=self._where.data,
            may_change=self._where.may_change,
        )
        page.set_ready(False)
        folder = FirstFolder(page, self._workshop, self._where, self._takes_place)
        folder.settled.connect(self._keep_notes_in)
        page.language_chosen.connect(self._choose_language)
        page.scheme_chosen.connect(lambda scheme: self._prefer(scheme=scheme))
        page.text_scale_chosen.connect(lambda scale: self._prefer(text_scale=scale))
        page.start_requested.connect(self._start_own)
        page.sample_requested.connect(self.try_sample)
        self._first_run = page
        self.window.header.hide()  # all it leads to needs the data file
        self.window.show_page(page, page.first_focus())

    def _keep_notes_in(self, where: Folders) -> None:
        self._where = where
        self._prefer(data_folder=str(where.data) if where.must_exist else None)

    def _when_open(self, wish: Callable[[], None]) -> bool:
        """Tell whether the data file is open; if not, open it and come back to the wish."""
        if self.workplace is not None:
            return True
        self._once_open = wish
        if self._first_run is not None:
            self._first_run.set_ready(False)
            self._load()
        return False

    def _end_first_run(self) -> None:
        self.window.header.show()
        self._prefer(language=self._language)
        if self._first_run is not None:
            self.window.drop_page(self._first_run)
            self._first_run = None

    def _start_own(self) -> None:
        if not self._when_open(self._start_own):
            return
        self._end_first_run()
        if self.navigator is not None:
            self.navigator.new_conversation()

    def try_sample(self) -> None:
        """Make the sample conversation and open it, to be prepared and run."""
        if not self._when_open(self.try_sample):
            return
        self._end_first_run()
        if self.workplace is None or self.navigator is None:
            return
        from ogp_desktop.services import sample

        path = sample.nearest_sample(paths.data_root() / "samples", self._language)
        conversation_id = sample.prepare_sample(self.workplace, sample.read_sample(path))
        self.navigator.open_conversation(conversation_id)

    def _go_on(self, conversation_id: str, since: "Moment", went_on: bool) -> None:
        if self.workplace is None or self.navigator is None:
            return
        from ogp_desktop.domain.clock import moment, seconds_between
        from ogp_desktop.domain.ids import ConversationId
        from ogp_desktop.services.running import answer_gap

        answer_gap(
            self.workplace,
            conversation_id=ConversationId(conversation_id),
            gaps=[(None, round(seconds_between(since, moment(self.workplace.clock))))],
            went_on=went_on,
        )
        self.navigator.open_conversation(conversation_id)

    # Preferences

    def _prefer(self, **parts: Any) -> None:
        try:
            self._preferences.keep(settings.changed(self._preferences.now(), **parts))
        except OSError as error:
            self.messages.show_trouble(trouble_in(error))

    def _choose_language(self, language: str) -> None:
        self._prefer(language=language)

    def _preferences_changed(self, before: Preferences, now: Preferences) -> None:
        if now.language not in (None, before.language, self._language):
            self._language = now.language
            translation.install(self._app, now.language, paths.data_root())
            self.window.header.show_state(self.header.state)
            self.header.reword()
            if self.navigator is not None:
                self.navigator.show_kits()
        if (before.scheme, before.text_scale) != (now.scheme, now.text_scale):
            self._theme.apply(self._app, now.scheme, now.text_scale)

    # Delivery, snapshots, leaving

    def _start_delivery(self, workplace: "Workplace", secrets: "Secrets") -> None:
        from ogp_desktop.runtime.delivery_loop import DeliveryLoop
        from ogp_desktop.services.addressing import network_returned
        from ogp_desktop.services.delivering import deliver_next
        from ogp_desktop.services.open_gateways import OpenGateways

        if self._is_offline:
            return
        sender = wiring.sender(secrets)
        gateways = self._gateways = OpenGateways(sender.open_gateway)
        loop = self._loop = DeliveryLoop(
            self._delivery,
            workplace.clock,
            deliver_next=lambda: deliver_next(
                workplace, sender, gateways, on_begun=loop.tell_begun
            ),
            network_returned=lambda: network_returned(workplace),
            parent=self,
        )
        for told in (loop.begun, loop.delivered):
            told.connect(self._tell_outbox)
        loop.failed.connect(self._delivery_failed)
        loop.start()

    def _tell_outbox(self, _told: object) -> None:
        from ogp_desktop.services.changes import Touched, changes

        self.bus.tell(changes(Touched.OUTBOX, Touched.CONVERSATIONS))

    def _stop_sending(self, item_id: "OutboxItemId") -> bool:
        return self._gateways is not None and self._gateways.stop(item_id)

    def _delivery_failed(self, error: Exception) -> None:
        _log.error("delivery: %s", logs.describe(error))
        if isinstance(error, Trouble):
            self.messages.show_trouble(error)

    def _wake_delivery(self) -> None:
        if self._loop is not None:
            self._loop.wake()

    def _snapshot(self) -> None:
        snapshots = wiring.snapshots_of(self._where, _clock())
        self._workshop.run(snapshots.take, lambda _: None, self._delivery_failed)

    def close(self) -> None:
        """Save what is being typed, copy the data file, and let go within two seconds."""
        if self.navigator is not None:
            self.navigator.leave()
        self._snapshot_timer.stop()
        if self._loop is not None:
            self._loop.stop()
        if self.workplace is not None:
            self._snapshot()
        if self._gateways is not None:
            self._gateways.shut()
        self._workshop.close(LEAVE_S)
        if self._delivery.close(CUT_S) and self._gateways is not None:
            self._gateways.rest()
        if self.workplace is not None:
            self.workplace.store.close()
        sys.excepthook = sys.__excepthook__
        gc.enable()

    def _crashed(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say that the fault is ours, what is safe, and go on."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("fault: %s", logs.describe(error))
        if isinstance(error, Trouble):
            self.messages.show_trouble(error)
        else:
            self.messages.show_crash(logs.describe(error))


def _clock() -> Any:
    from ogp_desktop.clocks import SystemClock

    return SystemClock()


def _settle_memory() -> None:
    """Collect from now on, and never again look through what is loaded for good."""
    gc.freeze()
    gc.enable()


def _loaded(where: Folders) -> "Workplace":
    """Open the data file, and load what the GUI thread would otherwise stop for.

    Raises ``Trouble`` for whatever the disk says.
    """
    with troubles_named():
        workplace = wiring.open_workplace(where)
    _load_beside()
    return workplace


def _load_beside() -> None:
    for name in _LOADED_BESIDE:
        importlib.import_module(name)
