"""Says that the kit closes soon or has closed, and on request what is still possible."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui.prepare.prepare_state import WindowNotice
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.notice import Notice
from ogp_desktop.ui.words_prepare import window_note, window_sentence


class WindowBox(QWidget):
    """``show_state(notice)``; nothing to say hides it. ``kits_wanted()`` asks for Home."""

    kits_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window: WindowNotice | None = None
        self._explains = False
        self._notice = Notice(theme, "warn", "")
        self._notice.action_chosen.connect(self._act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notice)
        self._shown: tuple[str, bool] | None = None

    def show_state(self, window: WindowNotice | None) -> None:
        """Show the notice of the moment."""
        self._window = window
        self.setVisible(window is not None)
        if window is None:
            return
        fact = window_sentence(window)
        if self._shown == (fact, self._explains):
            return
        self._shown = (fact, self._explains)
        if self._explains:
            self._notice.set_text(
                self.tr("{fact} {note}").format(fact=fact, note=window_note(window))
            )
            self._notice.set_choices(
                (
                    Choice("practice", self.tr("Use for practice or my own report")),
                    Choice("kits", self.tr("See other kits"), kind="quiet"),
                )
            )
        else:
            self._notice.set_text(fact)
            is_closed = window.is_closed
            self._notice.set_choices(
                (Choice("what", self.tr("What now?"), kind="quiet"),) if is_closed else ()
            )

    def _act(self, key: str) -> None:
        if key == "kits":
            self.kits_wanted.emit()
            return
        self._explains = key == "what"
        self.show_state(self._window)
