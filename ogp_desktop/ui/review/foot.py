"""The foot of Review: what is left to settle, and the one filled button for the next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.review.read_back_keys import ON_OFF
from ogp_desktop.ui.review.review_state import Mode, ReviewState
from ogp_desktop.ui.run.keymap import shown_keys
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.label import WrapLabel


class ReviewFoot(Card):
    """Signals: ``undo_requested``, ``reading_requested``, ``read_back_requested``,
    ``seal_requested``, ``next_gap_requested``, ``correction_requested``,
    ``stage_requested(Stage)``.
    """

    undo_requested = Signal()
    reading_requested = Signal()
    read_back_requested = Signal()
    seal_requested = Signal()
    next_gap_requested = Signal()
    correction_requested = Signal()
    stage_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 10, 0, parent)
        self._state: ReviewState | None = None
        self._is_reading = False
        self._is_compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words = WrapLabel(theme, "", "body", "ink2")
        self.undo = Button(theme, "", "quiet", "undo-2")
        self.back = Button(theme, "", "plain", "presentation")
        self.read = Button(theme, "", "plain", "eye")
        self.correct = Button(theme, "", "plain", "pencil")
        self.go = Button(theme, "", "primary")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._words, 1)
        for button in (self.undo, self.back, self.read, self.correct, self.go):
            row.addWidget(button)
        self.body.addLayout(row)
        self.undo.clicked.connect(self.undo_requested)
        self.back.clicked.connect(self.read_back_requested)
        self.read.clicked.connect(self.reading_requested)
        self.correct.clicked.connect(self.correction_requested)
        self.go.clicked.connect(self._on_go)

    def show_state(self, state: ReviewState, *, is_reading: bool, is_compact: bool) -> None:
        """Show what comes next."""
        self._state, self._is_reading, self._is_compact = state, is_reading, is_compact
        is_open = state.mode is Mode.OPEN
        self._words.setText(self._sentence(state))
        self.undo.setVisible(is_open and not is_reading)
        self.undo.setEnabled(state.shown.can_undo)
        self._put(self.undo, self.tr("Undo"))
        self.back.setVisible(not is_reading and state.mode is not Mode.SEALED)
        self._put(self.back, self.tr("Read back on screen"), shown_keys(ON_OFF))
        self.read.setVisible(state.mode is not Mode.PREVIEW and not (is_open and state.blocking))
        reading = self.tr("Back to editing") if is_open else self.tr("Back")
        self.read.set_icon("arrow-left" if is_reading else "eye")
        self._put(self.read, reading if is_reading else self.tr("Read exactly what will go"))
        self.correct.setVisible(state.mode is Mode.SEALED)
        self._put(self.correct, self.tr("Open a corrected copy"))
        self.go.setText(self._go_words(state))

    def _put(self, button: Button, text: str, key: str = "") -> None:
        button.setText("" if self._is_compact else text)
        button.set_name(self.tr("{action} ({key})").format(action=text, key=key) if key else text)

    def _sentence(self, state: ReviewState) -> str:
        if state.mode is Mode.PREVIEW:
            return self.tr("A preview: the notes still grow. Editing begins when the talk ends.")
        if state.mode is Mode.SEALED and state.sealed_at is not None:
            is_long = not self._is_compact
            return words.sealed(state.revision, state.sealed_at, explains=is_long)
        if self._is_compact and state.blocking:
            return self.tr("%n thing(s) to settle", "", len(state.blocking))
        return words.to_settle(state.blocking)

    def _go_words(self, state: ReviewState) -> str:
        if state.mode is Mode.PREVIEW:
            return self.tr("Back to Run")
        if state.mode is Mode.SEALED:
            return self.tr("Go to Send")
        if state.blocking:
            return self.tr("Settle the first")
        return self.tr("Seal and queue")

    def _on_go(self) -> None:
        state = self._state
        if state is None:
            return
        if state.mode is Mode.PREVIEW:
            self.stage_requested.emit(Stage.RUN)
        elif state.mode is Mode.SEALED:
            self.stage_requested.emit(Stage.SEND)
        elif state.blocking:
            self.next_gap_requested.emit()
        else:
            self.seal_requested.emit()
