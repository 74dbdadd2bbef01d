"""A small window with the time alone, on top of whatever the host presents from.

It shows a ``StripState`` and nothing else, so that no note can reach it. It comes without taking
the cursor, remembers its place, and keeps no program open by itself.
"""

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.domain.schedule import TimerState
from ogp_desktop.ui import words_run
from ogp_desktop.ui.run.keymap import sequences_of, shown_keys
from ogp_desktop.ui.run.run_state import StripState
from ogp_desktop.ui.run.strip_looks import SHAPES, is_resting, tone_of
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.clock import TimerDigits
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.pill import StatePill

PLACE = "timer_window"


class TimerWindow(QWidget):
    """Signals: ``pause_requested()`` to start, pause or go on; ``next_requested()``;
    ``closed()`` when it is gone, whoever closed it.
    """

    pause_requested = Signal()
    next_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, places: QSettings | None = None) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window
            | Qt.WindowType.CustomizeWindowHint
            | Qt.WindowType.WindowTitleHint
            | Qt.WindowType.WindowCloseButtonHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._theme = theme
        self._places = places
        self._state: StripState | None = None
        self._is_whole = False
        for flag in (
            Qt.WidgetAttribute.WA_DeleteOnClose,
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
            Qt.WidgetAttribute.WA_StyledBackground,
        ):
            self.setAttribute(flag)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._item = WrapLabel(theme, "", "body_m")
        self._digits = TimerDigits(theme)
        self._pill = StatePill(theme)
        self._pause = Button(theme, icon="pause")
        self._next = Button(theme, icon="skip-forward")
        self._lay_out()
        self._pause.clicked.connect(self.pause_requested)
        self._next.clicked.connect(self.next_requested)
        for key_id, told in (
            ("start_pause", self.pause_requested.emit),
            ("next_item", self.next_requested.emit),
            ("timer_window", self.close),
        ):
            for sequence in sequences_of(key_id):
                QShortcut(sequence, self).activated.connect(told)
        theme.changed.connect(self._restyle)
        self._restyle()

    def open(self) -> None:
        """Show it where it stood last, else at the bottom right of the screen, where it covers
        no digits of the page; the cursor stays where it is.
        """
        kept = self._places.value(PLACE) if self._places is not None else None
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.adjustSize()
            edge, frame = self._theme.px(24), self._theme.px(32)
            place = self.rect()
            place.moveBottomRight(self.screen().availableGeometry().bottomRight())
            self.move(place.topLeft() - QPoint(edge, edge + frame))
        self.show()

    def show_strip(self, state: StripState, *, is_whole: bool = False) -> None:
        """Show this moment; ``is_whole`` shows whole minutes until five are left."""
        self._state, self._is_whole = state, is_whole
        self._item.setText(words_run.item_name(state.item_id, state.item_number))
        digits = words_run.digits(state.left_s, is_whole=is_whole)
        self._digits.set_time(digits, tone_of(state.state))
        self._pill.set_state(SHAPES.get(state.state, "paused"), words_run.state_word(state.state))
        self._name_buttons(state)
        self.setWindowTitle(self.tr("Timer"))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.show_strip(self._state, is_whole=self._is_whole)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the place: nobody asks a window that goes with the program."""
        super().moveEvent(event)
        self._keep_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the size."""
        super().resizeEvent(event)
        self._keep_place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _keep_place(self) -> None:
        if self._places is not None and self.isVisible():
            self._places.setValue(PLACE, self.saveGeometry())

    def _name_buttons(self, state: StripState) -> None:
        words, icon = self.tr("Pause"), "pause"
        if state.state is TimerState.PAUSED:
            words, icon = self.tr("Resume"), "play"
        elif state.state is TimerState.NOT_STARTED:
            words, icon = self.tr("Start"), "play"
        self._pause.set_icon(icon)
        self._pause.setText(words)
        self._pause.set_name(self._with_key(words, "start_pause"))
        self._next.setText(self.tr("Next"))
        if state.next_item_id is None:
            self._next.set_name(self.tr("This is the last item"))
        else:
            item = words_run.item_name(state.next_item_id, state.next_number)
            words = self.tr("Next: {item}").format(item=item)
            self._next.set_name(self._with_key(words, "next_item"))
        self._next.setEnabled(state.next_item_id is not None and not is_resting(state.state))

    def _with_key(self, words: str, key: str) -> str:
        return self.tr("{action} ({key})").format(action=words, key=shown_keys(key))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)  # asks for the room that its words need
        self._column.addWidget(self._item)
        self._time = QHBoxLayout()
        self._time.addWidget(self._digits)
        self._time.addWidget(self._pill)
        self._time.addStretch(1)
        self._column.addLayout(self._time)
        self._buttons = QHBoxLayout()
        for button in (self._pause, self._next):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._buttons.addWidget(button)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(8), px(12), px(10))
        self._column.setSpacing(px(6))
        self._time.setSpacing(px(10))
        self._buttons.setSpacing(px(6))
