"""Decides which page is shown: Home, a stage of a conversation, the outbox, Settings or the keys.

It exists from the moment the data file is open. Leaving a page always lets it save first.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ogp_desktop.domain.clock import moment
from ogp_desktop.domain.conversation import Conversation, ConversationState
from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.domain.schedule import Schedule, schedule
from ogp_desktop.paths import data_root
from ogp_desktop.services.changes import Changes, Touched
from ogp_desktop.services.outbox_reading import waiting_count
from ogp_desktop.services.preparing import create_conversation, usual_kit
from ogp_desktop.services.reading import course, prepared, timing_log
from ogp_desktop.services.running import interrupted, is_live
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.home.kit_lines import kit_lines
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.shell.pages import open_keys, open_outbox, open_settings, open_stage
from ogp_desktop.ui.shell.shell_keys import ShellKeys
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.stage import Stage, StageScreen

if TYPE_CHECKING:  # needed by few, and late
    from ogp_desktop.services.rehearsing import Rehearsal

_FIRST_STAGE = {
    ConversationState.DRAFT: Stage.PREPARE,
    ConversationState.READY: Stage.PREPARE,
    ConversationState.RUNNING: Stage.RUN,
    ConversationState.PAUSED: Stage.RUN,
    ConversationState.HELD: Stage.REVIEW,
    ConversationState.SEALED: Stage.SEND,
}

_REHEARSAL = "rehearsal"
_EXTRAS = {"outbox": open_outbox, "settings": open_settings, "keys": open_keys}


class Navigator(QObject):
    """Signals: ``trouble_met(error)`` when a page meets a ``Trouble`` it has no place for;
    ``conversation_opening()`` before a conversation is shown, whoever asked for it.
    """

    trouble_met = Signal(object)
    conversation_opening = Signal()

    def __init__(
        self,
        desk: Desk,
        window: ShellWindow,
        home: HomeScreen,
        header: HeaderModel,
        language: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._home = home
        self._header = header
        self._language = language
        self._conversation_id: ConversationId | None = None
        self._screens: dict[Stage, StageScreen] = {}
        self._stage: Stage | None = None
        self._extra: StageScreen | None = None
        self._extra_name = ""
        self._came_from: Stage | None = None
        self._keys = ShellKeys(window)
        self._keys.pressed.connect(self._on_key)
        window.header.back_requested.connect(self.back)
        window.header.stage_requested.connect(self.go)
        bar = window.header
        for name, asked in (
            ("outbox", bar.outbox_requested),
            ("settings", bar.settings_requested),
            ("settings", bar.about_requested),
            ("keys", bar.keys_requested),
        ):
            asked.connect(lambda name=name: self.open_extra(name))
        home.new_requested.connect(self.new_conversation)
        home.open_requested.connect(self.open_conversation)
        desk.bus.changed.connect(self._facts_changed)
        header.show_waiting(waiting_count(desk.workplace))
        self.show_kits()

    def open_home(self) -> None:
        """Show Home; a running conversation goes on behind it."""
        self._leave_page()
        self._stage = None
        self._home.reload()
        self._window.show_page(self._home)
        self._home.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_place(None)

    def open_extra(self, name: str) -> None:
        """Show ``outbox``, ``settings`` or ``keys``; the way back leads where one came from."""
        self._show_extra(name, lambda: _EXTRAS[name](self._desk))

    def _show_extra(self, name: str, opened: Callable[[], StageScreen]) -> None:
        came_from = self._stage
        self._leave_page()
        page = opened()
        self._extra, self._extra_name, self._came_from = page, name, came_from
        self._stage = None
        self._welcome(page)
        self._window.show_page(page, page.first_focus())
        self._show_place(None, has_way_back=True, heading=page.heading)

    def back(self) -> None:
        """Go back: from Settings, keys and outbox where one came from, from a stage to Home."""
        if self._extra is not None and self._came_from is not None:
            self.go(self._came_from)
        else:
            self.open_home()

    def escape(self) -> None:
        """Go back, but never out of Run, where Escape belongs to the note being written."""
        if not self._is_on_run and (self._stage or self._extra):
            self.back()

    def running(self) -> tuple[Conversation, ...]:
        """Return the conversations whose clock is going at this moment."""
        found = (one.conversation for one in interrupted(self._desk.workplace))
        return tuple(one for one in found if one.state is ConversationState.RUNNING)

    def new_conversation(self) -> None:
        """Make a conversation with the usual kit and prepare it."""
        at = self._desk.workplace
        made = create_conversation(at, kit_id=usual_kit(at).id, language=self._language())
        self.open_conversation(made.id, Stage.PREPARE)

    def open_conversation(self, conversation_id: str, stage: Stage | None = None) -> None:
        """Open a conversation at the stage it has come to, or at the one named."""
        self.conversation_opening.emit()
        wanted = ConversationId(conversation_id)
        if wanted != self._conversation_id:
            self._close_conversation()
            self._conversation_id = wanted
        self.go(stage or _FIRST_STAGE[self._read(wanted).state])

    def go(self, stage: Stage) -> None:
        """Show one stage of the open conversation."""
        if self._conversation_id is None:
            return
        self._leave_page()
        screen = self._screens.get(stage) or self._open(stage, self._conversation_id)
        self._stage = stage
        self._window.show_page(screen, screen.first_focus())
        self._show_place(self._read(self._conversation_id))

    def leave(self) -> None:
        """Let every open screen save what is being typed; a rehearsal drops it."""
        for screen in self._screens.values():
            screen.leave()
        if self._extra is not None:
            self._extra.leave()

    def rehearse(self, speed: int) -> None:
        """Copy the open conversation beside the window, and show the rehearsal of it."""
        from ogp_desktop.services.rehearsing import rehearse

        id_, at, samples = self._conversation_id, self._desk.workplace, data_root() / "samples"
        if id_ is None:
            return

        def copied() -> "Rehearsal":
            made = rehearse(at, conversation_id=id_, speed=speed, samples=samples)
            course(made.at, conversation_id=made.conversation_id)  # the first reading is slow
            return made

        self._desk.workshop.run(
            copied, lambda made: self._show_rehearsal(made, id_), self._not_rehearsed
        )

    def _show_rehearsal(self, made: "Rehearsal", wanted: ConversationId) -> None:
        from ogp_desktop.ui.rehearsal.rehearsal_screen import open_rehearsal

        if self._stage is not Stage.PREPARE or self._conversation_id != wanted:
            made.close()  # the person went elsewhere meanwhile
            return
        self._show_extra(_REHEARSAL, lambda: open_rehearsal(self._desk, made, self.back))

    def _not_rehearsed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.trouble_met.emit(error)

    def show_kits(self) -> None:
        """Tell Home which kits are at hand, in the language of the interface."""
        today = self._desk.workplace.clock.now().date()
        kits = self._desk.workplace.library.kits()
        self._home.show_kits(kit_lines(kits, self._language(), today))

    @property
    def _is_on_run(self) -> bool:
        """Whether the page has the keys of Run: those of a rehearsal are the same."""
        return self._stage is Stage.RUN or (bool(self._extra) and self._extra_name == _REHEARSAL)

    def _open(self, stage: Stage, conversation_id: ConversationId) -> StageScreen:
        screen = open_stage(self._desk, stage, conversation_id)
        screen.stage_requested.connect(self.go)
        screen.saved.connect(self._header.show_saved)
        screen.unsaved.connect(self._header.show_unsaved)
        screen.rehearsal_requested.connect(self.rehearse)
        self._welcome(screen)
        self._screens[stage] = screen
        return screen

    def _welcome(self, page: StageScreen) -> None:
        page.home_requested.connect(self.open_home)
        page.kit_import_requested.connect(self._import_kit)
        page.conversation_requested.connect(self.open_conversation)
        page.correction_requested.connect(self._open_correction)
        page.trouble_met.connect(self.trouble_met)

    def _open_correction(self, conversation_id: str) -> None:
        self.open_conversation(conversation_id, Stage.REVIEW)
        self._screens[Stage.REVIEW].open_correction()

    def _import_kit(self) -> None:
        """Add a kit where it is seen, once it is here."""
        self.open_home()
        self._home.import_requested.emit()

    def _show_place(
        self,
        of: Conversation | None,
        *,
        has_way_back: bool = False,
        heading: Callable[[], str] = str,
    ) -> None:
        self._keys.leave_to_page(self._is_on_run)
        self._header.show_place(
            self._stage, of, self._clock_reading, has_way_back=has_way_back, heading=heading
        )

    def _on_key(self, key_id: str) -> None:
        if key_id == "menu":
            self._window.header.open_menu()
        elif key_id == "quit":
            self._window.close()
        elif key_id == "back":
            self.back()
        elif key_id == "all_keys":
            is_open = self._extra is not None and self._extra_name == "keys"
            (self.back if is_open else lambda: self.open_extra("keys"))()
        else:
            self._step_stage(1 if key_id == "next_stage" else -1)

    def _step_stage(self, step: int) -> None:
        stages = list(Stage)
        if self._stage is not None:
            place = stages.index(self._stage) + step
            if 0 <= place < len(stages):
                self.go(stages[place])

    def _leave_page(self) -> None:
        self.leave()
        if self._extra is not None:
            self._window.drop_page(self._extra)
            self._extra = None

    def _close_conversation(self) -> None:
        self._leave_page()
        for screen in self._screens.values():
            self._window.drop_page(screen)
        self._screens.clear()
        self._conversation_id = None

    def _read(self, conversation_id: ConversationId) -> Conversation:
        return prepared(self._desk.workplace, conversation_id=conversation_id).conversation

    def _clock_reading(self) -> Schedule | None:
        """Return how the open conversation stands, if its clock is going."""
        if self._conversation_id is None:
            return None
        conversation = self._read(self._conversation_id)
        if not is_live(conversation.state):
            return None
        at = self._desk.workplace
        log = timing_log(at, conversation_id=conversation.id)
        return schedule(running_order(conversation.agenda), log, moment(at.clock))

    def _facts_changed(self, changes: Changes, _initiator: object) -> None:
        if Touched.OUTBOX in changes.touched:
            self._header.show_waiting(waiting_count(self._desk.workplace))
        if Touched.KITS in changes.touched:
            self.show_kits()
        here = self._conversation_id
        is_home = self._stage is None and self._extra is None
        if is_home and changes.touched & {Touched.CONVERSATIONS, Touched.OUTBOX}:
            self._home.reload()
        if here is None or self._stage is None or changes.conversation_id != here:
            return
        if Touched.CONVERSATIONS in changes.touched:
            self._show_place(self._read(here))
