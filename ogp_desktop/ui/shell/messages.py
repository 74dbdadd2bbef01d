"""What the frame has to say to a person, as one notice in the page: troubles, faults, a lost clock.

A notice never takes the cursor from somebody who types; Escape closes those that may be closed.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ogp_desktop.domain.clock import Clock
from ogp_desktop.domain.errors import DomainError
from ogp_desktop.ui import words_notices, words_shell
from ogp_desktop.ui.shell.network_hint import NetworkHint
from ogp_desktop.ui.shell.time_away import TimeAway
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.notice import Notice, NoticeKind, announce

if TYPE_CHECKING:
    from ogp_desktop.services.running import Interrupted

Answer = Callable[[], None]


class Messages(QObject):
    """Signals: ``restore_requested()``, ``retry_requested()``, ``outbox_requested()``,
    ``open_requested(conversation_id)``, ``go_on_requested(conversation_id, since, went_on)``,
    ``leave_requested(pauses)``, ``probe_requested()``, ``cost_accepted()``.
    """

    restore_requested = Signal()
    retry_requested = Signal()
    outbox_requested = Signal()
    open_requested = Signal(str)
    go_on_requested = Signal(str, object, bool)
    leave_requested = Signal(bool)
    probe_requested = Signal()
    cost_accepted = Signal()

    def __init__(self, theme: Theme, window: ShellWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._report = ""
        self._is_of_start = False
        self._is_of_network = False
        self._on_escape: Answer | None = None

    def close(self) -> bool:
        """Take away what is shown, if it may go unanswered; tell whether it did."""
        if self._on_escape is None:
            return False
        self._on_escape()
        return True

    def show_words(self, text: str, kind: NoticeKind = "info") -> None:
        """Say one thing that needs no answer."""
        self._show(kind, text, [(self._close_choice(), self._done)])

    def show_trouble(self, error: object) -> None:
        """Say what the world did."""
        self.show_words(words_shell.trouble_words(getattr(error, "code", "")), "warn")

    def show_stuck(self, error: DomainError, copy_made_at: datetime | None) -> None:
        """Say why the data file cannot be opened, and offer the newest good copy if any."""
        again = Choice("retry", self.tr("Try again"))
        answers: list[tuple[Choice, Answer]] = [(again, self._then(self.retry_requested.emit))]
        if error.code == "damaged" and copy_made_at is not None:
            copy = Choice("restore", self.tr("Open the copy"))
            answers.insert(0, (copy, self._then(self.restore_requested.emit)))
        text = words_notices.stuck(error.code, copy_made_at, str(error.data.get("folder", "")))
        self._show("over", text, answers, takes_focus=True, may_close=False)

    def show_interrupted(self, found: "Interrupted", clock: Clock) -> None:
        """Say which conversation was going when the program stopped, and offer to go on.

        The time in which this is read belongs to the time away, until somebody answers.
        """
        conversation_id, since = found.conversation.id, found.last_saved

        def looked() -> None:
            self._done()
            self.open_requested.emit(conversation_id)

        def going_on(*, went_on: bool) -> Answer:
            return self._then(lambda: self.go_on_requested.emit(conversation_id, since, went_on))

        by_key: dict[str, Answer] = {
            "open": looked,
            "look": looked,
            "close": self._done,
            "stopped": going_on(went_on=False),
            "went_on": going_on(went_on=True),
        }
        is_paused = words_notices.is_paused(found)
        away = TimeAway(since, clock)
        choices = (
            (Choice("open", self.tr("Open it")), self._close_choice())
            if is_paused
            else away.choices()
        )
        text = words_notices.interrupted(found)
        answers = [(choice, by_key[choice.key]) for choice in choices]
        self._show("info", text, answers, takes_focus=True, may_close=False)
        self._is_of_start = True
        if self._window.notice is not None and not is_paused:
            away.keep_telling(self._window.notice)

    def end_interrupted(self) -> None:
        """Take away what was found at the start: a conversation is opened, and Run asks itself."""
        if self._is_of_start:
            self._done()

    def show_crash(self, report: str) -> None:
        """Say that the fault is the program's, and let the report be copied: it holds no notes."""
        if report == self._report:
            return  # the same fault again and again must not pull the buttons away

        def copied() -> None:
            QGuiApplication.clipboard().setText(report)
            self._say(words_notices.report_copied())

        self._show(
            "over",
            words_notices.crashed(),
            [
                (Choice("copy", self.tr("Copy the report"), icon="copy"), copied),
                (Choice("close", self.tr("Go on")), self._done),
            ],
        )
        self._report = report

    def show_saved(self, folder: Path, saved_at: datetime | None, copies: Sequence[object]) -> None:
        """Say what is saved where, when last, and how many copies there are."""

        def copied() -> None:
            QGuiApplication.clipboard().setText(str(folder))
            self._say(self.tr("The path is copied."))

        self._show(
            "ok",
            words_notices.saved(folder, saved_at, len(copies)),
            [(Choice("copy", self.tr("Copy the path"), icon="copy"), copied), self._closing()],
            takes_focus=True,
        )

    def show_network(self, hint: NetworkHint, *, has_test: bool) -> None:
        """Say what is known of the network without asking it, and offer to ask."""
        self._show_network("info", words_shell.network_sentence(hint), has_test=has_test)

    def show_probed(self, words: str, kind: NoticeKind) -> None:
        """Say how far the test is, where what is known of the network still stands."""
        if self._is_of_network:
            self._show_network(kind, words, has_test=True)

    def _show_network(self, kind: NoticeKind, words: str, *, has_test: bool) -> None:
        outbox = Choice("outbox", self.tr("Open the outbox"), icon="inbox")
        answers = [(outbox, self._then(self.outbox_requested.emit)), self._closing()]
        if has_test:
            test = Choice("test", self.tr("Test connection"), icon="wifi")
            answers.insert(0, (test, self.probe_requested.emit))
        self._show(kind, words, answers, takes_focus=True)
        self._is_of_network = True

    def ask_cost(self, waiting: int) -> None:
        """Ask before much goes over a link that may be paid by the byte."""
        self._show(
            "info",
            words_notices.cost(waiting),
            [
                (Choice("send", self.tr("Send now")), self._then(self.cost_accepted.emit)),
                (Choice("wait", self.tr("Wait")), self._done),
            ],
        )

    def ask_leave(self, title: str) -> None:
        """Ask whether to leave a conversation that is running."""
        self._show(
            "warn",
            self.tr("“{title}” is running. Leave?").format(title=title),
            [
                (Choice("stay", self.tr("Stay")), self._done),
                (
                    Choice("pause", self.tr("Pause and leave"), self.tr("The clock stops")),
                    self._then(lambda: self.leave_requested.emit(True)),
                ),
                (
                    Choice("leave", self.tr("Leave"), self.tr("The clock goes on")),
                    self._then(lambda: self.leave_requested.emit(False)),
                ),
            ],
            takes_focus=True,
        )

    # Inside

    def _show(
        self,
        kind: NoticeKind,
        text: str,
        answers: list[tuple[Choice, Answer]],
        *,
        takes_focus: bool = False,
        may_close: bool = True,
    ) -> None:
        choices = [choice for choice, _ in answers]
        by_key = {choice.key: answer for choice, answer in answers}
        notice = Notice(self._theme, kind, text, choices)
        notice.action_chosen.connect(lambda key: by_key[key]())
        self._report = ""
        self._is_of_start = self._is_of_network = False
        self._on_escape = self._done if may_close else None
        self._window.show_notice(notice, takes_focus=takes_focus)
        announce(notice, text)

    def _say(self, text: str) -> None:
        if self._window.notice is not None:
            self._window.notice.set_text(text)
            announce(self._window.notice, text)

    def _then(self, answer: Answer) -> Answer:
        def answered() -> None:
            self._done()
            answer()

        return answered

    def _done(self) -> None:
        self._report = ""
        self._is_of_start = self._is_of_network = False
        self._on_escape = None
        self._window.show_notice(None)

    def _closing(self) -> tuple[Choice, Answer]:
        return self._close_choice(), self._done

    def _close_choice(self) -> Choice:
        return Choice("close", self.tr("Close"))
