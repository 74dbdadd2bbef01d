"""The counters of turns in one strip above the page: a click, or a digit, is one turn.

It is the host's alone: nothing of it is handed to the room's screen.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.ui import words_run, words_turns
from ogp_desktop.ui.run.keymap import TURN_KEYS, sequences_of, shown_keys
from ogp_desktop.ui.run.turns_state import Counter, TurnsState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import announce
from ogp_desktop.ui.widgets.pill import Pill


class TurnsBar(QFrame):
    """Renders a ``TurnsState``. Signals: ``turn_taken(who)``; ``undo_requested()``;
    ``closed()`` to count no more; ``left()`` when Escape gives the cursor back.
    """

    turn_taken = Signal(str)
    undo_requested = Signal()
    closed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = TurnsState()
        self._pills: list[Pill] = []
        self.setProperty("look", "bar")
        self._title = Label(theme, role="caption_b")
        self._flow = FlowBox(theme, 6)
        self._hint = WrapLabel(theme, "", "caption_b")
        self._undo = Button(theme, kind="quiet", icon="undo-2")
        self._close = Button(theme, kind="quiet", icon="x")
        self._lay_out()
        self._undo.clicked.connect(self.undo_requested)
        self._close.clicked.connect(self.closed)
        self._digits = {
            sequence.toString(): digit
            for digit in range(1, TURN_KEYS + 1)
            for sequence in sequences_of(f"turn_{digit}")
        }
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def is_counting(self) -> bool:
        """Tell whether there is anything to show."""
        return self._state.by is not None

    def show_state(self, state: TurnsState) -> None:
        """Show the counters, whole; those that stay keep the cursor."""
        self._state = state
        if state.by is None:
            return
        self._title.setText(words_turns.title(state.by))
        self._title.setToolTip(words_turns.promise())
        if len(self._pills) != len(state.counters):
            self._make_pills(len(state.counters))
        for pill, counter in zip(self._pills, state.counters, strict=True):
            self._name(pill, counter)
        self._hint.setText(words_turns.hint() if state.has_few else "")
        self._hint.setVisible(state.has_few)
        self._fit()
        self._undo.setEnabled(state.can_undo)
        words = self.tr("{action} ({key})")
        undo = self.tr("Take the last turn back")
        self._undo.set_name(words.format(action=undo, key=shown_keys("turn_undo")))
        self._close.set_name(self.tr("Count no more turns"))

    def announce_few(self) -> None:
        """Tell screen readers once that the word is with few."""
        announce(self, words_turns.hint())

    def focus(self) -> None:
        """Put the cursor on the first counter."""
        if self._pills:
            self._pills[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is a turn, backspace takes one back, Escape goes back to the notes."""
        keys = QKeySequence(event.keyCombination()).toString()
        place = self._digits.get(keys, 0)
        if 0 < place <= len(self._state.counters):
            self.turn_taken.emit(self._state.counters[place - 1].who)
        elif keys == sequences_of("turn_undo")[0].toString():
            self.undo_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state(self._state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height that every counter needs; the page below gives way."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def _make_pills(self, count: int) -> None:
        self._flow.clear()
        self._pills = []
        for place in range(count):
            pill = Pill(self._theme)
            pill.clicked.connect(lambda _=False, place=place: self._take(place))
            self._flow.add(pill)
            self._pills.append(pill)

    def _take(self, place: int) -> None:
        self.turn_taken.emit(self._state.counters[place].who)

    def _name(self, pill: Pill, counter: Counter) -> None:
        label = name = counter.label
        if counter.number is not None:
            label, name = words_run.number(counter.number), words_turns.seat(counter.number)
        pill.setText(words_turns.counter(label, counter.count))
        pill.set_tone("accent" if counter.count else "neutral")
        pill.setAccessibleName(f"{name}: {words_turns.turns(counter.count)}")

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self._flow)
        self._middle.addWidget(self._hint)
        self._row.addLayout(self._middle, 1)
        self._row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(10))
        self._middle.setContentsMargins(0, px(6), 0, px(6))
        self._middle.setSpacing(px(4))
        self._title.setMinimumHeight(self._undo.sizeHint().height())
        self._fit()
