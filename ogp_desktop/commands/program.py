"""The running program: window, lanes, delivery and snapshots, joined once the data file is open."""

import gc
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
from ogp_desktop.commands.data_file import DataFile, load_beside, load_pages, settle_memory
from ogp_desktop.commands.opening import Dress
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.runtime.background import Lane
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.settings import Preferences
from ogp_desktop.storage.first_list import first_rows
from ogp_desktop.storage.trouble import trouble_in
from ogp_desktop.ui import translation
from ogp_desktop.ui.home.first_look import keep_outline
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.words_home import title_or_unnamed
from ogp_desktop.wiring import Folders

if TYPE_CHECKING:
    from ogp_desktop.commands.sending import Sending
    from ogp_desktop.domain.clock import Moment
    from ogp_desktop.domain.ids import OutboxItemId
    from ogp_desktop.domain.secrets import Secrets
    from ogp_desktop.services.workplace import Workplace
    from ogp_desktop.ui.desk import Desk
    from ogp_desktop.ui.home.first_run import FirstRunScreen
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
        app: QApplication,
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
        self._app = app
        self._where = where
        theme = self._theme = dress.theme
        preferences = self._preferences = dress.preferences
        self._language = dress.language
        self._is_offline = is_offline
        self._takes_place = takes_place
        self._places = geometry
        self._once_open: Callable[[], None] | None = None
        self.window = window or ShellWindow(geometry)
        self.window.furnish(theme)
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
        self._workshop = workshop or Lane("workshop", self)
        self._delivery = Lane("delivery", self)
        self._sending: Sending | None = None
        self._later_load = QTimer(self)
        self._later_load.setSingleShot(True)
        self._later_load.timeout.connect(self._load_pages)
        self._first_load = QTimer(self)
        self._first_load.setSingleShot(True)
        self._first_load.timeout.connect(self._begin)
        file = self._file = DataFile(where, self._workshop, self)
        file.opened.connect(self._opened)
        file.not_opened.connect(self._not_opened)
        file.copy_failed.connect(self._beside_failed)
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
        messages.restore_requested.connect(self._file.put_back)
        messages.retry_requested.connect(self._file.open)
        return messages

    # Opening

    def open(self) -> None:
        """Show the window with what can be shown now, and load everything else after the paint."""
        if self._preferences.now().language is None:
            self._show_first_run()
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
        if self._first_run is None or not self._where.may_change:
            self._file.open()
        else:
            page = self._first_run
            self._workshop.run(load_beside, lambda _: page.set_ready(True), self._not_opened)

    def _opened(self, workplace: "Workplace") -> None:
        from ogp_desktop.delivery.keyring_secrets import open_secrets
        from ogp_desktop.runtime.chime import system_chime
        from ogp_desktop.services.running import interrupted
        from ogp_desktop.ui.desk import Desk
        from ogp_desktop.ui.shell.navigator import Navigator

        self.workplace = workplace
        secrets = open_secrets()
        self._start_sending(workplace, secrets)
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
            read_code=wiring.read_code,
            receipt_html=wiring.receipt_html,
            hand_answers=wiring.hand_answers,
            write_report=wiring.write_report,
            print_pages=wiring.print_pages,
            write_paper_sheet=wiring.write_paper_sheet,
            write_paper_pack=wiring.write_paper_pack,
            draw_paper_pack=wiring.draw_paper_pack,
            bundle_writer=lambda to, is_armoured: wiring.bundle_writer(
                secrets, self._where.data, to, is_armoured=is_armoured
            ),
            open_carrier=None if self._is_offline else wiring.carrier(secrets),
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
        for found in interrupted(workplace)[:1]:
            self.messages.show_interrupted(found, workplace.clock)
        settle_memory()
        self._later_load.start(PAINTED_MS)
        _log.info("ready")
        self.ready.emit()
        wish, self._once_open = self._once_open, None
        if wish is not None:
            wish()

    def _load_pages(self) -> None:
        if (at := self.workplace) is not None:
            self._workshop.run(lambda: load_pages(at), lambda _: None, self._beside_failed)

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
        self.messages.show_saved(self._where.data, self.header.saved_at, self._file.copies())

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
        if not isinstance(error, Trouble):
            raise error
        newest = self._file.newest_good() if error.code == "damaged" else None
        self.messages.show_stuck(error, newest.made_at if newest else None)
        self.stuck.emit(error)

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
        self._where = self._file.where = where
        self._prefer(data_folder=str(where.data) if where.must_exist else None)

    def _when_open(self, wish: Callable[[], None]) -> bool:
        """Tell whether the data file is open; if not, open it and come back to the wish."""
        if self.workplace is not None:
            return True
        self._once_open = wish
        if self._first_run is not None:
            self._first_run.set_ready(False)
            self._file.open()
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

    def _start_sending(self, workplace: "Workplace", secrets: "Secrets") -> None:
        from ogp_desktop.commands.sending import Sending

        if not self._is_offline:
            self._sending = Sending(workplace, secrets, self._delivery, self.bus, self)
            self._sending.failed.connect(self._beside_failed)
            self._sending.cost_asked.connect(self.messages.ask_cost)
            self.messages.cost_accepted.connect(self._wake_delivery)

    def _stop_sending(self, item_id: "OutboxItemId") -> bool:
        return self._sending is not None and self._sending.stop(item_id)

    def _beside_failed(self, error: Exception) -> None:
        _log.error("beside: %s", logs.describe(error))
        if isinstance(error, Trouble):
            self.messages.show_trouble(error)

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
        sys.excepthook = sys.__excepthook__
        gc.enable()

    def _keep_outline(self) -> None:
        outline = self.home.outline(self._language) if self.window.notice is None else None
        if self._places is not None and outline is not None:
            keep_outline(self._places, outline)

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
