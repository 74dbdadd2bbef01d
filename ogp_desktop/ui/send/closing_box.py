"""Says that the kit's window is over or nearly, and what is still possible; never over the talk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui.send.send_state import Closing
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.cursor import keeping_cursor
from ogp_desktop.ui.widgets.notice import Notice, announce
from ogp_desktop.ui.words_closing import closed_word, closing_words, whom_to_ask


class ClosingBox(QWidget):
    """``show_state(closing)``; nothing to say hides it. ``import_wanted()`` asks for another kit.

    Whoever knows, and practises, has one quiet line from then on.
    """

    import_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closing: Closing | None = None
        self._is_known = False
        self._says_whom = False
        self.notice = Notice(theme, "info", "")
        self.notice.action_chosen.connect(self._act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        self._shown: tuple[object, ...] = ()

    def show_state(self, closing: Closing | None) -> None:
        """Show the notice of the moment."""
        self._closing = closing
        self.setVisible(closing is not None)
        if closing is None:
            return
        words = closing_words(closing)
        shown = (closing, words, self._is_known, self._says_whom)
        if shown == self._shown:
            return
        self._shown = shown
        is_loud = closing.is_over and not self._is_known
        self.notice.set_kind("warn" if is_loud else "info")
        if closing.is_over and self._is_known:
            words = closed_word(closing)
        elif closing.is_over and self._says_whom:
            words = f"{words}\n{whom_to_ask(closing)}"
        self.notice.set_text(words)
        self.notice.set_choices(self._choices(closing))

    def _choices(self, closing: Closing) -> tuple[Choice, ...]:
        if not closing.is_over:
            return ()
        if self._is_known:
            return (Choice("what", self.tr("What now?"), kind="quiet"),)
        practice = Choice("practice", self.tr("Use for practice or my own report"))
        newer = Choice("import", self.tr("Import a newer kit"))
        whom = Choice("whom", self.tr("Who to ask"), kind="quiet")
        return (practice, newer) if self._says_whom else (practice, newer, whom)

    def _act(self, key: str) -> None:
        if key == "import":
            self.import_wanted.emit()
            return
        self._is_known = key == "practice"
        self._says_whom = key == "whom"
        with keeping_cursor(self, lambda: self.notice.findChildren(Button)[-1]):
            self.show_state(self._closing)
        announce(self.notice, self.notice.words.text())
