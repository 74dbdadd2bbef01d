"""What the frame has to say to a person, as notices in the page: troubles, faults, a lost clock."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, QTime, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ogp_desktop.domain.errors import DomainError, Trouble
from ogp_desktop.ui import words_home, words_shell
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.notice import Choice, Notice

if TYPE_CHECKING:
    from ogp_desktop.services.running import Interrupted
    from ogp_desktop.ui.desk import Desk


class Messages(QObject):
    """Signals: ``restore_requested()``, ``retry_requested()``,
    ``go_on_requested(conversation_id, seconds, went_on)``.
    """

    restore_requested = Signal()
    retry_requested = Signal()
    go_on_requested = Signal(str, int, bool)

    def __init__(self, theme: Theme, window: ShellWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window

    def show_trouble(self, error: object) -> None:
        """Say what the world did."""
        code = getattr(error, "code", "")
        close = Choice("close", self.tr("Close"))
        self._show("warn", words_shell.trouble_words(code), (close,))

    def show_stuck(self, error: DomainError, copy_made_at: datetime | None) -> None:
        """Say why the data file cannot be opened, and offer the newest good copy if any."""
        text = words_shell.trouble_words(error.code)
        again = Choice("retry", self.tr("Try again"))
        if error.code != "damaged":
            self._show("over", text, (again,))
        elif copy_made_at is None:
            self._show("over", f"{text} {self.tr('No copy of it was found.')}", (again,))
        else:
            made_at = QDateTime.fromSecsSinceEpoch(round(copy_made_at.timestamp()))
            moment = QLocale().toString(made_at, QLocale.FormatType.ShortFormat)
            offer = self.tr("The copy of {time} is whole; the damaged file is kept beside it.")
            open_copy = Choice("restore", self.tr("Open the copy"), kind="primary")
            self._show("over", f"{text} {offer.format(time=moment)}", (open_copy, again))

    def show_interrupted(self, found: "Interrupted", now: datetime) -> None:
        """Say which conversation was going when the program stopped, and offer to go on."""
        from ogp_desktop.ui import words_run

        gap_s = max(0, round((now - found.last_saved_at).total_seconds()))
        left = round(found.schedule.left_s / 60)
        text = self.tr(
            "{title}: the computer stopped at {time}. Your notes up to {time} are here. "
            "{item} had {left} left after {elapsed}."
        ).format(
            title=words_home.title_or_unnamed(found.conversation.preparation.title),
            time=_clock_words(found.last_saved_at),
            item=words_run.item_name(found.schedule.block_id, found.question_number),
            left=self.tr("%n min", "", left),
            elapsed=self.tr("%n min", "", round(found.schedule.elapsed_s / 60)),
        )
        choices = (
            Choice("stopped", self.tr("Go on"), self.tr("The talk stopped meanwhile")),
            Choice(
                "went_on",
                self.tr("The talk went on"),
                self.tr("Count the %n min", "", round(gap_s / 60)),
            ),
            Choice("close", self.tr("Look first")),
        )
        notice = self._show("info", text, choices)

        def chosen(key: str) -> None:
            if key != "close":
                self.go_on_requested.emit(found.conversation.id, gap_s, key == "went_on")

        notice.action_chosen.connect(chosen)

    def show_crash(self, report: str) -> None:
        """Say that the fault is the program's, and let the report be copied: it holds no notes."""
        text = self.tr(
            "Something went wrong in the program. What was saved is safe; you can go on."
        )
        copy = Choice("copy", self.tr("Copy the report"))
        notice = self._show("over", text, (copy, Choice("close", self.tr("Go on"))))

        def chosen(key: str) -> None:
            if key == "copy":
                QGuiApplication.clipboard().setText(report)

        notice.action_chosen.connect(chosen)

    def choose_kit(self, desk: "Desk") -> None:
        """Let the person pick a kit and add it to the library, or say why it is refused."""
        dialog = QFileDialog(self._window, self.tr("Import kit"))
        dialog.setNameFilter(self.tr("Kits (*.ogpkit *.zip)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._install(desk, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _install(self, desk: "Desk", path: str) -> None:
        from pathlib import Path

        from ogp_desktop.kits.errors import KitRefused
        from ogp_desktop.services.changes import Touched, changes
        from ogp_desktop.ui.words_kit import refused_words

        close = Choice("close", self.tr("Close"))
        try:
            kit = desk.workplace.library.install(Path(path))
        except KitRefused as refused:
            self._show("warn", refused_words(refused), (close,))
            return
        except Trouble as trouble:
            self.show_trouble(trouble)
            return
        text = self.tr("Kit {id}, version {version}, is here.")
        self._show("info", text.format(id=kit.id, version=kit.version), (close,))
        desk.bus.tell(changes(Touched.KITS))

    def _show(self, kind: str, text: str, choices: tuple[Choice, ...]) -> Notice:
        notice = Notice(self._theme, kind, text, choices)  # type: ignore[arg-type]
        notice.action_chosen.connect(self._answered)
        self._window.show_notice(notice)
        return notice

    def _answered(self, key: str) -> None:
        self._window.show_notice(None)
        if key == "restore":
            self.restore_requested.emit()
        elif key == "retry":
            self.retry_requested.emit()


def _clock_words(moment: datetime) -> str:
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
