"""Does what people choose on the notices of a window whose data file is open."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from ogp_desktop.domain.clock import Moment, moment, seconds_between
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services.running import answer_gap, pause
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.shell.connection_notice import ConnectionNotice
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.shell.messages import Messages
from ogp_desktop.ui.shell.navigator import Navigator
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.words_home import title_or_unnamed


class NoticeAnswers(QObject):
    """Nothing is called from outside: it follows what the messages and the bar ask for.

    ``saved`` returns the folder of the data file and the copies there are.
    """

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        messages: Messages,
        window: ShellWindow,
        header: HeaderModel,
        saved: Callable[[], tuple[Path, Sequence[object]]],
    ) -> None:
        super().__init__(messages)
        self._workplace = desk.workplace
        self._navigator = navigator
        self._messages = messages
        self._window = window
        self._header = header
        self._saved = saved
        self._connection = ConnectionNotice(desk, messages)
        messages.go_on_requested.connect(self._go_on)
        messages.open_requested.connect(navigator.open_conversation)
        navigator.conversation_opening.connect(messages.end_interrupted)
        messages.outbox_requested.connect(lambda: navigator.open_extra("outbox"))
        messages.leave_requested.connect(self._leave)
        window.header.connection_requested.connect(self._show_network)
        window.header.saved_requested.connect(self._show_saved)
        window.asks_before_leaving = lambda: bool(navigator.running())
        window.leave_asked.connect(self._ask_leave)

    def _show_network(self) -> None:
        self._connection.show(self._header.state.network)

    def _show_saved(self) -> None:
        folder, copies = self._saved()
        self._messages.show_saved(folder, self._header.saved_at, copies)

    def _ask_leave(self) -> None:
        title = self._navigator.running()[0].preparation.title
        self._messages.ask_leave(title_or_unnamed(title))

    def _leave(self, pauses: bool) -> None:
        if pauses:
            for conversation in self._navigator.running():
                pause(self._workplace, conversation_id=conversation.id)
        self._window.leave()

    def _go_on(self, conversation_id: str, since: Moment, went_on: bool) -> None:
        away = round(seconds_between(since, moment(self._workplace.clock)))
        answer_gap(
            self._workplace,
            conversation_id=ConversationId(conversation_id),
            gaps=[(None, away)],
            went_on=went_on,
        )
        self._navigator.open_conversation(conversation_id)
