"""The real program, store and services over folders of their own, and a moment that does not pass.

Only the time is moved by hand, and nothing is shown on a display.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from ogp_desktop import paths, wiring
from ogp_desktop.clocks import MovedClock
from ogp_desktop.commands.desk import lay_desk
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.runtime.background import AtOnce
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.runtime.chime import Chime
from ogp_desktop.services import running, sample
from ogp_desktop.services.outbox_reading import waiting_count
from ogp_desktop.settings import Preferences
from ogp_desktop.storage.first_list import first_rows
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.shell.messages import Messages
from ogp_desktop.ui.shell.navigator import Navigator
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.stage import Stage, StageScreen
from ogp_desktop.ui.theme.theme import Theme

NOW = datetime.fromisoformat("2026-03-12T15:28:00+00:00")
"""The moment that every picture shows."""
SHOWN_FOLDER = Path("~/Conversations")
"""The folder that pictures name, so that they are the same wherever they are drawn."""
NOBODY = "http://127.0.0.1:9"
"""An address on this computer where nobody listens."""
Part = TypeVar("Part", bound=QObject)


class Studio:
    """Brings the sample conversation to any moment, opens pages, and takes pictures of them."""

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        where: wiring.Folders,
        language: str,
        show: Callable[[str, QWidget], None],
    ) -> None:
        self._app = app
        self._show = show
        self.theme = theme
        self.where = where
        self.language = language
        self.count = 0
        self._elsewhere: ConversationId | None = None
        self.clock = MovedClock(NOW)
        self.at = wiring.open_workplace(where, self.clock)
        self.secrets = MemorySecrets()
        self.window = ShellWindow()
        self.window.furnish(theme)
        self.header = HeaderModel(is_offline=True)
        self.header.state_changed.connect(self.window.header.show_state)
        self.messages = Messages(theme, self.window)
        home = HomeScreen(theme, lambda limit, offset: first_rows(where.file, limit, offset))
        self.navigator = Navigator(self._desk(), self.window, home, self.header, lambda: language)

    def _desk(self) -> Desk:
        preferences = Preferences(
            language=self.language,
            scheme="dark" if self.theme.is_dark else "light",
            text_scale=self.theme.text_scale,
        )
        return lay_desk(
            self.where.data,
            workplace=self.at,
            bus=Bus(),
            theme=self.theme,
            workshop=AtOnce(),
            delivery=AtOnce(),
            wake_delivery=lambda: None,
            stop_sending=lambda _item: False,
            secrets=self.secrets,
            preferences=lambda: preferences,
            keep_preferences=lambda _: None,
            chime=Chime(Path(), [("play",)]),
        )

    def open(self) -> None:
        """Show the window."""
        QCursor.setPos(-1, -1)  # away from every button
        self.window.show()

    def close(self) -> None:
        """Let go of everything."""
        self.navigator.leave()
        self.window.close()
        self.at.store.close()

    # Pictures

    def take(self, name: str, page: QWidget | None = None) -> None:
        """Take a picture of a page, or of the window."""
        self.header.show_waiting(waiting_count(self.at))
        self._await_page()
        for _ in range(3):
            self._app.processEvents()
        self.count += 1
        self._show(name, page or self.window)

    def take_anew(self, conversation_id: ConversationId, stage: Stage, name: str) -> None:
        """Take a picture of a stage that was left and opened again."""
        if self._elsewhere is None:
            self._elsewhere = self.sample(is_started=False)
        self.open_page(self._elsewhere, Stage.SEND)
        self.open_page(conversation_id, stage)
        self.take(name)

    # Pages

    def open_page(self, conversation_id: str, stage: Stage) -> None:
        """Open a stage, and wait until all its parts are made."""
        self.navigator.open_conversation(conversation_id, stage)
        self._await_page()

    def _await_page(self) -> None:
        page = self.window.pages.currentWidget()
        while isinstance(page, StageScreen) and not page.is_whole:
            self._app.processEvents()

    def part(self, kind: type[Part]) -> Part:
        """Return the part of this kind of the page in front, or that page itself."""
        page = self.window.pages.currentWidget()
        if isinstance(page, kind):
            return page
        found = page.findChild(kind) if page is not None else None
        if found is None:
            raise LookupError(kind.__name__)
        return found

    # The sample conversation

    def sample(
        self, until: str | None = None, *, minutes_before: float = 0, is_started: bool = True
    ) -> ConversationId:
        """Make the sample so that it stands at ``until`` now, or has ended so long ago.

        Minutes below zero take the sample's own time: the item is not used up yet.
        """
        script = sample.read_sample(
            sample.nearest_sample(paths.data_root() / "samples", self.language)
        )
        if not is_started:
            return sample.prepare_sample(self.at, script)
        spent: list[float] = []
        for item in script.items:
            spent.append(item.minutes)
            if item.id == until:
                break
        self.clock.move(-60 * (sum(spent) + minutes_before))
        made = sample.prepare_sample(self.at, script)
        sample.hold_sample(
            self.at, script, made, lambda minutes: self.clock.move(60 * minutes), until=until
        )
        self.clock.move(60 * minutes_before)
        if until is None:
            sample.review_sample(self.at, script, made)
        else:
            running.beat(self.at, conversation_id=made)
        return made
